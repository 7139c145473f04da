/*
 * Decimal numbers in a text from outside.
 * SPDX-License-Identifier: MIT
 */
#include "host/digits.h"

bool digits_read(const char **text, int max, int *number)
{
    const char *at = *text;

    *number = 0;
    for (; *at >= '0' && *at <= '9'; at++) {
        int digit = *at - '0';

        if (*number > (max - digit) / 10)
            return false;
        *number = *number * 10 + digit;
    }
    if (at == *text)
        return false;
    *text = at;
    return true;
}
