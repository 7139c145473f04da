/*
 * Every schema over any structure: one that the walk found, or any other that can be read.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "smbios/schema.h"

/* A renderer: reads every byte that a value points to. */
static void take(void *context, const struct value *value)
{
    const char *texts[] = {value->label, value->key, value->text, value->name};

    (void)context;
    for (size_t n = 0; n < sizeof texts / sizeof texts[0]; n++)
        if (texts[n])
            (void)strlen(texts[n]);
    if (value->bytes && value->size > 0)
        (void)(value->bytes[0] == value->bytes[value->size - 1]);
}

int main(void)
{
    const struct sink sink = {take, NULL};
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);
    struct hwident_table table = {.bytes = (const uint8_t *)bytes, .size = bytes_size};
    struct hwident_structure s = {.bytes = (const uint8_t *)bytes,
                                  .size = bytes_size,
                                  .length = Frama_C_unsigned_char_interval(0, 255)};

    table.version = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    /*@ loop unroll 256; */
    for (unsigned type = 0; type <= UINT8_MAX; type++) {
        const struct schema *schema = schema_of((uint8_t)type);

        s.type = (uint8_t)type;
        if (schema)
            schema_decode(schema, &table, &s, &sink);
    }
    return 0;
}
