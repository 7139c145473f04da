/*
 * Builds a table of SIZE bytes of one bad kind and decodes all of it: every structure, string and
 * field, and the identity. With a FILE, writes the table there instead.
 * usage: walk KIND SIZE [FILE]
 * SPDX-License-Identifier: MIT
 */
#include "schema/catalogue.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Structures of four bytes without strings. */
static size_t smallest(uint8_t *bytes, size_t size)
{
    size_t at = 0;

    for (; at + 6 <= size; at += 6)
        memcpy(bytes + at, "\x80\x04\0\0\0\0", 6);
    return at;
}

/* One structure whose strings, of one character each, fill the table. */
static size_t strings(uint8_t *bytes, size_t size)
{
    memcpy(bytes, "\x01\x1B\0\0\xFF\xFF\xFF\xFF", 8);
    memset(bytes + 8, 0xFF, 0x1B - 8);
    for (size_t at = 0x1B; at < size; at++)
        bytes[at] = (at - 0x1B) % 2 == 0 ? 'x' : 0;
    bytes[size - 2] = bytes[size - 1] = 0;
    return size;
}

/* 255 OEM strings, the first of them nearly the whole table: finding each other one reads past it. */
static size_t counted(uint8_t *bytes, size_t size)
{
    memcpy(bytes, "\x0B\x05\0\0\xFF", 5);
    memset(bytes + 5, 'x', size - 5);
    for (size_t at = size - (size_t)2 * 255; at < size; at += 2)
        bytes[at] = 0;
    bytes[size - 1] = 0;
    return size;
}

/* Each type in turn, with a formatted area and a string that are as long as possible. */
static size_t longest(uint8_t *bytes, size_t size)
{
    size_t at = 0;
    uint8_t type = 0;

    for (; at + 512 <= size; at += 512, type = (uint8_t)((type + 1) % 127)) {
        memset(bytes + at, 1, 255);
        bytes[at] = type;
        bytes[at + 1] = 255;
        memset(bytes + at + 255, 'x', 255);
        bytes[at + 510] = bytes[at + 511] = 0;
    }
    return at;
}

static const struct {
    const char *name;
    size_t (*fill)(uint8_t *bytes, size_t size);
} kinds[] = {
    {"smallest", smallest}, {"strings", strings}, {"longest", longest}, {"counted", counted}};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void ignore(void *context, const struct value *value)
{
    *(size_t *)context += value->size;
}

static void decode(const struct hwident_table *table)
{
    enum vendor vendor = schema_vendor(table);
    struct hwident_structure s = {0};
    struct hwident_walk walk;
    struct hwident_component component;
    struct hwident_virtual found;
    size_t bytes = 0;
    const struct sink sink = {ignore, &bytes};

    while (hwident_table_next(table, &s) == 1) {
        const struct schema *schema = schema_find(&s, vendor);

        if (schema)
            schema_decode(schema, table, &s, &sink);
    }
    hwident_table_walk(table, &walk);
    (void)hwident_table_version(table);
    hwident_table_virtual(table, &found);
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        (void)hwident_component_read(table, *profile, 0, &component);
    printf("%u structures, %zu bytes of values\n", walk.structures, bytes);
}

static bool write_table(const char *path, const uint8_t *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(bytes, 1, size, file) == size;

    return file && fclose(file) == 0 && written;
}

int main(int argc, char **argv)
{
    size_t size = argc >= 3 ? strtoul(argv[2], NULL, 10) : 0;
    struct hwident_table table;
    uint8_t *bytes;
    size_t i = 0;
    int status = 0;

    while (argc >= 3 && i < KINDS && strcmp(argv[1], kinds[i].name) != 0)
        i++;
    if (size <= 1024 || i == KINDS)
        return 2;
    bytes = malloc(size);
    if (!bytes)
        return 2;
    size = kinds[i].fill(bytes, size);
    hwident_table_init(&table, bytes, size, NULL);
    if (argc == 3)
        decode(&table);
    else
        status = write_table(argv[3], bytes, size) ? 0 : 1;
    free(bytes);
    return status;
}
