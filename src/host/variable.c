/*
 * Finds a variable: see variable.h.
 * SPDX-License-Identifier: MIT
 */
#include "host/variable.h"

#include <stddef.h>
#include <unistd.h>

/* The value if `variable` is NAME=value; else NULL. */
static const char *value_of(const char *variable, const char *name)
{
    while (*name && *variable == *name) {
        variable++;
        name++;
    }
    return !*name && *variable == '=' ? variable + 1 : NULL;
}

const char *variable_value(const char *name)
{
    const char *value = NULL;

    for (char **variable = environ; variable && *variable && !value; variable++)
        value = value_of(*variable, name);
    return value;
}
