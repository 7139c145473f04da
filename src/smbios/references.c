/*
 * Which strings of a structure its fields refer to.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/references.h"

struct references {
    const struct hwident_structure *structure;
    bool *used;
};

static void take(void *context, const struct value *value)
{
    const struct references *r = context;
    const char *string;
    size_t length;

    /* A text that stands in the formatted area is no string of the set. */
    for (unsigned number = 1; value->kind == VALUE_STRING && number < REFERENCES; number++) {
        if (hwident_structure_string(r->structure, (uint8_t)number, &string, &length) != HWIDENT_OK)
            return;
        if ((const uint8_t *)string != value->bytes)
            continue;
        r->used[number] = true;
        return;
    }
}

void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, bool used[REFERENCES])
{
    struct references r = {structure, used};
    const struct sink sink = {take, &r};

    for (size_t i = 0; i < REFERENCES; i++)
        used[i] = false;
    schema_decode(schema, table, structure, &sink);
}
