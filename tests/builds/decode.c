/*
 * Prints all that the decoder and the identity rules say of dumps: the same on every machine.
 * usage: decode DUMP…
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

#include <inttypes.h>
#include <stdio.h>

enum { DUMP_MAX = 1 << 20 };

static void print_value(void *context, const struct value *value)
{
    (void)context;
    printf("  %d %s '%s' '%s' %" PRIu64 " %d %zu\n", (int)value->kind, value->key ? value->key : "",
           value->text ? value->text : "", value->name ? value->name : "", value->number,
           value->absent, value->size);
}

static void print_structures(const struct hwident_table *table)
{
    static const struct sink sink = {print_value, NULL};
    struct hwident_structure s = {0};

    while (hwident_table_next(table, &s) == 1) {
        const struct schema *schema = schema_of(s.type);

        printf("%zu: type %d, length %d, handle 0x%04X\n", s.offset, s.type, s.length, s.handle);
        if (schema)
            schema_decode(schema, table, &s, &sink);
    }
}

static void print_identity(const struct hwident_table *table)
{
    struct hwident_component component;
    char text[256];

    for (size_t n = 0; hwident_keyword(n); n++) {
        int err =
            hwident_table_get(table, hwident_keyword(n), HWIDENT_UUID_SPEC, text, sizeof text);

        printf("%s: %s\n", hwident_keyword(n), err ? hwident_error_text(err) : text);
    }
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        int err = hwident_component_read(table, *profile, &component);

        printf("%c: %d %s %s\n", *profile, err, hwident_grade_name(component.grade),
               component.rule);
    }
}

int main(int argc, char **argv)
{
    static unsigned char bytes[DUMP_MAX];

    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
        struct hwident_entry_point ep;
        struct hwident_table table;

        if (file)
            (void)fclose(file);
        if (size < 32 || hwident_entry_point_read(bytes, 32, &ep))
            return 1;
        hwident_table_init(&table, bytes + 32, size - 32, &ep);
        printf("version 0x%06X, %u bytes\n", (unsigned)ep.version, (unsigned)ep.table_length);
        print_structures(&table);
        print_identity(&table);
    }
    return 0;
}
