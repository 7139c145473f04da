/*
 * The library in a warm process: a UUID from the two files, and tables decoded per second.
 * usage: library DUMP…
 * SPDX-License-Identifier: MIT
 */
#include "schema/catalogue.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { OPENS = 20000, TABLE_MAX = 1 << 20 };

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What an open handle holds of the heap. */
static size_t held(void)
{
    size_t before = mallinfo2().uordblks;
    size_t after;
    hwident *h;

    if (hwident_open(NULL, &h))
        exit(1);
    after = mallinfo2().uordblks;
    hwident_close(h);
    return after - before;
}

static void uuids(void)
{
    char text[HWIDENT_UUID_TEXT_SIZE];
    double begin = now();

    for (int i = 0; i < OPENS; i++) {
        hwident *h;

        if (hwident_open(NULL, &h) || hwident_get(h, "system-uuid", text, sizeof text))
            exit(1);
        hwident_close(h);
    }
    printf("%-34s%9.2f us each (open, get, close)\n", "library: UUID from the two files",
           (now() - begin) / OPENS * 1e6);
    printf("%-34s%9zu bytes\n", "library: a handle with its tables", held());
}

static void count(void *context, const struct value *value)
{
    *(size_t *)context += value->kind != VALUE_ABSENT;
}

/* Walks and decodes every structure of the table; returns how many values they hold. */
static size_t decode(const struct hwident_table *table)
{
    enum vendor vendor = schema_vendor(table);
    struct hwident_structure s = {0};
    size_t values = 0;
    const struct sink sink = {count, &values};

    while (hwident_table_next(table, &s) == 1) {
        const struct schema *schema = schema_find(&s, vendor);

        if (schema)
            schema_decode(schema, table, &s, &sink);
    }
    return values;
}

static void tables(const char *path)
{
    static unsigned char bytes[TABLE_MAX];
    struct hwident_entry_point ep;
    struct hwident_table table;
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    size_t values = 0, rounds = 0, heap;
    const char *name = path;
    double begin = now();

    for (const char *c = path; *c; c++)
        name = *c == '/' ? c + 1 : name;
    if (file)
        (void)fclose(file);
    if (size < 32 || hwident_entry_point_parse(bytes, 32, &ep))
        exit(1);
    hwident_table_init(&table, bytes + 32, size - 32, &ep);
    heap = mallinfo2().uordblks;
    for (; now() - begin < 0.3; rounds++)
        values = decode(&table);
    printf("%-34s%9.0f tables/s (%zu bytes, %zu values, %zu bytes allocated)\n", name,
           (double)rounds / (now() - begin), size - 32, values, mallinfo2().uordblks - heap);
}

int main(int argc, char **argv)
{
    uuids();
    for (int i = 1; i < argc; i++)
        tables(argv[i]);
    return 0;
}
