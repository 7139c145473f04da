/*
 * Names by number, as an enumeration of the specification has them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_NAMES_H
#define HWIDENT_SMBIOS_NAMES_H

#include <stddef.h>
#include <stdint.h>

struct names {
    const char *const *list; /* by value; NULL if a value has no name */
    size_t count;
};

/* The name of `value`, or NULL if the specification gives it none. */
const char *names_find(const struct names *names, uint64_t value);

enum { CHASSIS_TYPES = 0x25 };

extern const char *const chassis_types[CHASSIS_TYPES]; /* section 7.4.1 */

#endif
