/*
 * Each schema of the specification and of the vendors, over any structure: one that the walk found,
 * or any other that can be read.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "schema/catalogue.h"

/* A renderer that reads the first byte of every text. That it ends inside its room is
 * line.h's contract, and that `bytes` can be read is emit's. */
static void take(void *context, const struct value *value)
{
    static char seen;
    const char *texts[] = {value->label, value->key, value->text, value->name};

    (void)context;
    for (size_t n = 0; n < sizeof texts / sizeof texts[0]; n++)
        if (texts[n])
            seen = *texts[n];
}

static void any_structure(const struct schema *schema, const struct hwident_table *table,
                          struct hwident_structure *s)
{
    const struct sink sink = {take, NULL, (enum dialect)Frama_C_interval(0, 1)};

    s->type = schema->type;
    schema_decode(schema, table, s, &sink);
    /*@ loop unroll 80; */
    for (size_t i = 0; i < schema->count; i++)
        schema_field(schema, &schema->fields[i], table, s, &sink);
}

int main(void)
{
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);
    struct hwident_table table = {.bytes = (const uint8_t *)bytes,
                                  .size = bytes_size,
                                  .version = Frama_C_unsigned_int_interval(0, UINT32_MAX)};
    struct hwident_structure s = {.bytes = (const uint8_t *)bytes,
                                  .size = bytes_size,
                                  .length = Frama_C_unsigned_char_interval(0, UINT8_MAX)};

    /*@ loop unroll 256; */
    for (unsigned type = 0; type <= UINT8_MAX; type++)
        if (schema_of((uint8_t)type))
            any_structure(schema_of((uint8_t)type), &table, &s);
    for (unsigned vendor = VENDOR_OTHER; vendor <= VENDOR_LENOVO; vendor++) {
        s.type = Frama_C_unsigned_char_interval(0, UINT8_MAX);
        (void)schema_find(&s, (enum vendor)vendor);
        /*@ loop unroll 30; */
        for (size_t n = 0; schema_of_vendor((enum vendor)vendor, n); n++)
            any_structure(schema_of_vendor((enum vendor)vendor, n), &table, &s);
    }
    (void)schema_vendor(&table);
    return 0;
}
