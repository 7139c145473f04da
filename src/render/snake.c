/*
 * Words as names for programs.
 * SPDX-License-Identifier: MIT
 */
#include "render/snake.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

void snake(const char *words, char name[SNAKE_SIZE])
{
    const char *bracket = strstr(words, " (");
    bool gap = false;
    size_t used = 0;

    for (; *words != '\0' && words != bracket && used + 2 < SNAKE_SIZE; words++) {
        unsigned char c = (unsigned char)*words;

        if (!isalnum(c)) {
            gap = used > 0;
            continue;
        }
        if (gap)
            name[used++] = '_';
        gap = false;
        name[used++] = (char)tolower(c);
    }
    name[used] = '\0';
}
