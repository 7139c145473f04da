/*
 * The names of a field's values, in the words of each dmidecode.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_NAME_TABLE_H
#define HWIDENT_SCHEMA_NAME_TABLE_H

#include "smbios/names.h"

struct name_table {
    struct names names;
    struct names older; /* dmidecode 3.6's where they differ; "": it had none */
};

#define NAMES_LIST(list)                                                                           \
    {                                                                                              \
        (list), sizeof(list) / sizeof((list)[0])                                                   \
    }

/* Makes a table of names in place: NAMES(x) for `static const char *const x[]`. */
#define NAMES(list) (&(const struct name_table){.names = NAMES_LIST(list)})

/* The same, with dmidecode 3.6's names where they differ. */
#define NAMES_OLDER(list, was)                                                                     \
    (&(const struct name_table){.names = NAMES_LIST(list), .older = NAMES_LIST(was)})

/* The name of `value`, or NULL where the specification gives it none. */
const char *name_table_find(const struct name_table *table, uint64_t value);

/* As dmidecode 3.6 named it. */
const char *name_table_find_older(const struct name_table *table, uint64_t value);

/* Names of a flag's two values. */
extern const char *const no_yes[2], *const disabled_enabled[2], *const absent_present[2];

extern const struct name_table names_structure_type; /* chapter 7 */

#endif
