/*
 * A structure's strings, and whether its fields refer to them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_REFERENCES_H
#define HWIDENT_SCHEMA_REFERENCES_H

#include "schema/row.h"

enum { REFERENCES = 255 };

struct references {
    size_t count;
    struct reference {
        const uint8_t *string;
        size_t size;       /* bytes, without the zero that ends it */
        bool used;         /* a field refers to it */
    } strings[REFERENCES]; /* string number 1 first; only `count` of them are set */
};

/* Goes through the string set once: all its strings, none of them used. */
void references_strings(const struct hwident_structure *structure, struct references *references);

/* Goes through the string set once, and through the structure's rows. */
void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, struct references *references);

#endif
