/*
 * What a command asks of the tables before it shows anything, in text and in JSON.
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

/* What `get` of the system UUID would end with, and whether the kernel's own attribute agrees. */
int explain_check(hwident *h);

#endif
