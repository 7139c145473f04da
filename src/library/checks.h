/*
 * What commands check in the tables before they show anything, in text and in JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_CHECKS_H
#define HWIDENT_LIBRARY_CHECKS_H

#include "hwident.h"

/*
 * Whether the tables describe a machine: HWIDENT_E_NO_TYPE_1, the error of a walk that ends before
 * it, HWIDENT_E_MADEUP, HWIDENT_E_MEMORY.
 */
int summary_check(hwident *h);

/*
 * The error that `get system-uuid` would end with; also HWIDENT_E_MADEUP if the kernel's
 * product_uuid differs.
 */
int explain_check(hwident *h);

#endif
