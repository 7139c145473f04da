/*
 * Which component to bind to.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_RECOMMENDED_H
#define HWIDENT_LIBRARY_RECOMMENDED_H

#include "hwident.h"

/*
 * The profile of the system UUID if it is strong, else of the first serial number that is strong
 * and has no note; 0 if there is none. It is never the chassis' serial number, as a chassis can
 * stay when the machine in it is replaced.
 */
char recommended(hwident *h);

#endif
