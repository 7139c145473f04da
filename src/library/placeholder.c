/*
 * Values that say nothing about this machine.
 * SPDX-License-Identifier: MIT
 */
#include "library/placeholder.h"

#include "hwident.h"

#include <string.h>

enum { SERIAL_LENGTH = 6 };

bool is_placeholder(const char *text, size_t size)
{
    struct hwident_component c;

    if (hwident_component_grade('s', text, size, 0, &c) != HWIDENT_OK ||
        c.grade != HWIDENT_GRADE_PLACEHOLDER)
        return false;
    if (strcmp(c.rule, "words") == 0)
        return memchr(text, ' ', size); /* one word may be a name */
    if (strcmp(c.rule, "version") == 0 || strcmp(c.rule, "date") == 0)
        return false;
    return size >= SERIAL_LENGTH || strcmp(c.rule, "list") == 0;
}
