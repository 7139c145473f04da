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

    if (hwident_component_grade('s', text, size, &c) != HWIDENT_OK ||
        c.grade != HWIDENT_GRADE_PLACEHOLDER)
        return false;
    return size >= SERIAL_LENGTH || strcmp(c.rule, "words") == 0 || strcmp(c.rule, "list") == 0;
}
