/*
 * The keywords and the UUID of any table of up to 16 MiB, and UUIDs that somebody typed.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "smbios/structure.h"

enum { VALUE_MAX = 65536 };

static char value[VALUE_MAX];

/*@ requires table_whole(table); */
static void any_key(const struct hwident_table *table)
{
    const char *key;
    size_t n = Frama_C_size_t_interval(0, SIZE_MAX);
    enum hwident_uuid_order order = (enum hwident_uuid_order)Frama_C_interval(0, 2);
    size_t size = Frama_C_size_t_interval(0, VALUE_MAX);
    ANY_TEXT(written, 256);

    key = hwident_keyword(n);
    if (key)
        (void)hwident_table_get(table, key, order, value, size, NULL);
    key = hwident_keyword_sysfs(n);
    if (key)
        (void)hwident_table_get(table, key, order, value, size, NULL);
    (void)hwident_table_get(table, written, order, value, size, NULL);
}

static void any_text(void)
{
    uint8_t uuid[16];
    char text[HWIDENT_UUID_TEXT_SIZE];
    size_t where;
    ANY_TEXT(written, 256);

    (void)hwident_uuid_parse(written, uuid, NULL);
    if (hwident_uuid_parse(written, uuid, &where) == HWIDENT_OK) {
        hwident_uuid_canonical(uuid);
        hwident_uuid_format(uuid, text);
    }
}

int main(void)
{
    struct hwident_table table;
    uint8_t uuid[16];
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);

    hwident_table_init(&table, bytes, bytes_size, NULL);
    table.count = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    table.stops = Frama_C_interval(0, 1);
    table.version = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    (void)hwident_table_uuid(&table, uuid);
    any_key(&table);
    any_text();
    return 0;
}
