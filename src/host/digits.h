/*
 * Decimal numbers in a text from outside.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_DIGITS_H
#define HWIDENT_HOST_DIGITS_H

#include <stdbool.h>

/* Reads the digits at `*text` and steps behind them; false where there are none, or over `max`. */
bool digits_read(const char **text, int max, int *number);

#endif
