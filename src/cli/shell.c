/*
 * Values as variables of a shell.
 * SPDX-License-Identifier: MIT
 */
#include "cli/shell.h"

#include "library/words.h"

#include <ctype.h>

void shell_variable(FILE *out, const char *words, const char *value)
{
    char name[SNAKE_SIZE];

    snake(words, name);
    fputs("HWIDENT_", out);
    for (const char *c = name; *c; c++)
        putc(toupper((unsigned char)*c), out);
    fputs("='", out);
    /* Between single quotes only the single quote has a special meaning. */
    for (; *value; value++)
        if (*value == '\'')
            fputs("'\\''", out);
        else
            putc(*value, out);
    fputs("'\n", out);
}
