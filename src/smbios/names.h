/*
 * Enumerations of the specification: the names of a field's values.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_NAMES_H
#define HWIDENT_SMBIOS_NAMES_H

#include <stddef.h>

struct names {
    const char *const *list; /* by value; NULL where a value has no name */
    size_t count;
};

/* The name of `value`, or NULL where the specification gives it none. */
const char *names_find(const struct names *names, unsigned value);

extern const struct names names_chassis_type; /* section 7.4.1 */

#endif
