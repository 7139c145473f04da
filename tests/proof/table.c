/*
 * The walk over any table of up to 16 MiB, with any entry point of up to 32 bytes.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "smbios/structure.h"

/*@ requires structure_whole(s);
    assigns Frama_C_entropy_source; */
static void any_structure(const struct hwident_structure *s)
{
    const char *string;
    size_t length;
    uint64_t field;
    size_t offset = Frama_C_size_t_interval(0, SIZE_MAX);

    (void)hwident_structure_field(s, offset, Frama_C_size_t_interval(1, 8), &field);
    if (hwident_structure_string(s, Frama_C_unsigned_char_interval(0, 255), &string, &length) == 0)
        /*@ loop invariant 0 <= i <= length;
            loop assigns i; */
        for (size_t i = 0; i < length; i++)
            (void)(string[i] == 'x');
    (void)hwident_structure_string_at(s, offset, &string, &length);
}

/*@ requires table_whole(table); */
static void any_table(const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    struct hwident_walk walk;
    int result;

    /*@ loop assigns s, result, Frama_C_entropy_source; */
    while ((result = hwident_table_next(table, &s)) == 1)
        any_structure(&s);
    if (result == HWIDENT_E_UNTERMINATED)
        any_structure(&s);
    s = (struct hwident_structure){0};
    /*@ loop assigns s, Frama_C_entropy_source; */
    while (hwident_table_find(table, Frama_C_unsigned_char_interval(0, 255), &s) == 1)
        any_structure(&s);
    hwident_table_walk(table, &walk);
    (void)hwident_table_version(table);
}

static void any_error(void)
{
    int err = Frama_C_interval(INT_MIN, INT_MAX);

    (void)hwident_error_text(err);
    (void)hwident_error_tag(err);
    (void)hwident_error_exit(err);
}

int main(void)
{
    struct hwident_entry_point ep;
    struct hwident_table table;
    ANY_BYTES(entry, HWIDENT_ENTRY_POINT_MAX);
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);

    (void)hwident_entry_point_parse(entry, entry_size, &ep);
    hwident_table_init(&table, bytes, bytes_size, &ep);
    any_table(&table);
    hwident_table_init(&table, bytes, bytes_size, NULL);
    any_table(&table);
    any_error();
    return 0;
}
