/*
 * Which component to bind to.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_RECOMMENDED_H
#define HWIDENT_LIBRARY_RECOMMENDED_H

#include "hwident.h"

/*
 * The profile of the system UUID if it is strong, else of the first serial number that is and has
 * no note; 0 for none. It is never the enclosure's, which may stay when the machine goes.
 */
char recommended(hwident *h);

#endif
