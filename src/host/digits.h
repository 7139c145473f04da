/*
 * Decimal numbers in a text from outside.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_DIGITS_H
#define HWIDENT_HOST_DIGITS_H

#include <stdbool.h>

/* Reads the number at `*text` and steps past it; false if there is none or it exceeds `max`. */
bool digits_read(const char **text, int max, int *number);

#endif
