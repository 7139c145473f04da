/*
 * Grades what it reads by the rule set that its argument names: lines of a profile's letter, a tab
 * and the value in hexadecimal. Prints the grade and the rule for each.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { VALUE_MAX = 2048 };

static size_t read_hex(const char *text, uint8_t bytes[VALUE_MAX])
{
    size_t size = 0;

    for (; size < VALUE_MAX && isxdigit((unsigned char)*text); text += 2) {
        const char digits[] = {text[0], text[1], '\0'};

        bytes[size++] = (uint8_t)strtoul(digits, NULL, 16);
    }
    return size;
}

int main(int argc, char **argv)
{
    unsigned rules = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;
    char *line = NULL;
    size_t room = 0;

    while (getline(&line, &room, stdin) > 2) {
        uint8_t value[VALUE_MAX];
        struct hwident_component c;

        if (hwident_component_grade(line[0], value, read_hex(line + 2, value), rules, &c))
            return 1;
        printf("%s\t%s\n", hwident_grade_name(c.grade), c.rule);
    }
    free(line);
    return 0;
}
