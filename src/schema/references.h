/*
 * A structure's strings, and whether its fields refer to them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_REFERENCES_H
#define HWIDENT_SCHEMA_REFERENCES_H

#include "schema/row.h"
#include "schema/string_set.h"

/* Marks the value as used if it is one of the set's strings. Returns its place, else REFERENCES. */
size_t references_mark(struct references *references, const struct value *value);

/* Goes through the string set once, and through the structure's rows. */
void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, struct references *references);

#endif
