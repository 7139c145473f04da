/*
 * What the tool's own options can do about an error, beside what the library advises.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REMEDY_H
#define HWIDENT_CLI_REMEDY_H

#include "hwident.h"

enum { REMEDY_SIZE = 320 };

/* The library's remedy for `err`, which `h` met last, and the option that helps. */
const char *remedy(hwident *h, int err, char text[REMEDY_SIZE]);

#endif
