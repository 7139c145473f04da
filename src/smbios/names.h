/*
 * Enumerations of the specification: the names of a field's values.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_NAMES_H
#define HWIDENT_SMBIOS_NAMES_H

#include <stddef.h>
#include <stdint.h>

struct names {
    const char *const *list; /* by value; NULL where a value has no name */
    size_t count;
    const char *const *older; /* dmidecode 3.6's where they differ, "": it had none; or NULL */
    size_t older_count;
};

/* A table of names where it is used: NAMES(x) of `static const char *const x[]`. */
#define NAMES(table) (&(const struct names){(table), sizeof(table) / sizeof((table)[0]), NULL, 0})

/* The same with what dmidecode 3.6 called some of them. */
#define NAMES_OLDER(table, was)                                                                    \
    (&(const struct names){(table), sizeof(table) / sizeof((table)[0]), (was),                     \
                           sizeof(was) / sizeof((was)[0])})

/* The name of `value`, or NULL where the specification gives it none. */
const char *names_find(const struct names *names, uint64_t value);

/* As dmidecode 3.6 named it. */
const char *names_find_older(const struct names *names, uint64_t value);

/* What a bit says. */
extern const char *const no_yes[2], *const disabled_enabled[2], *const absent_present[2];

extern const struct names names_chassis_type;   /* section 7.4.1 */
extern const struct names names_structure_type; /* chapter 7 */

#endif
