/*
 * Preloaded into dmidecode, which asks for each of its lines to be written by itself: hundreds of
 * thousands of system calls for a table. Without an answer they are written by the kilobyte.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

void setlinebuf(FILE *stream)
{
    (void)stream;
}
