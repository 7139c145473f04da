/*
 * Which of the tool's own options helps with an error, added to the library's remedy.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REMEDY_H
#define HWIDENT_CLI_REMEDY_H

#include "hwident.h"

enum { REMEDY_SIZE = 320 };

/* The library's remedy for `err`, the last error of `h`, and the option that helps. */
const char *remedy(hwident *h, int err, char text[REMEDY_SIZE]);

#endif
