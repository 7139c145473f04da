/*
 * Identity over any table and any text: components, grades, codes read, comparison.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

static void any_component(const struct hwident_table *table)
{
    struct hwident_component component;
    struct hwident_virtual found;
    const char *evidence;

    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        if (hwident_component_read(table, *profile, 0, &component) == HWIDENT_OK)
            (void)hwident_grade_refusal(component.grade, Frama_C_interval(0, 1));
    (void)hwident_component_read(table, Frama_C_char_interval(CHAR_MIN, CHAR_MAX), 0, &component);
    (void)hwident_profile_name(Frama_C_char_interval(CHAR_MIN, CHAR_MAX));
    (void)hwident_grade_name(component.grade);
    hwident_table_virtual(table, &found);
    (void)hwident_table_uuid_order(table, &evidence);
}

static void any_value(void)
{
    struct hwident_component component;
    char code[HWIDENT_CODE_SIZE];
    size_t where;
    ANY_BYTES(value, 65536);
    ANY_BYTES(key, HWIDENT_KEY_MAX + 2);
    ANY_TEXT(app, 300);

    (void)hwident_component_grade(Frama_C_char_interval(CHAR_MIN, CHAR_MAX), value, value_size, 0,
                                  &component);
    (void)hwident_app_id_check(app, NULL);
    (void)hwident_app_id_check(app, &where);
    (void)hwident_app_id_check(NULL, &where);
    (void)hwident_key_check(key, key_size);
    (void)hwident_key_check(NULL, key_size);
    (void)hwident_code_derive(Frama_C_char_interval(CHAR_MIN, CHAR_MAX), value, value_size, app,
                              key, key_size, code);
    (void)hwident_code_derive('s', value, value_size, app, NULL, 0, code);
}

static void any_text(const struct hwident_table *table)
{
    char code[HWIDENT_CODE_SIZE];
    enum hwident_verdict verdict;
    size_t where;
    ANY_TEXT(written, 256);

    (void)hwident_code_parse(written, code, NULL);
    (void)hwident_code_parse(written, code, &where);
    (void)hwident_table_match(table, written, "app", NULL, 0, 0, false, &verdict, &where);
    (void)hwident_verdict_name(verdict);
}

int main(void)
{
    struct hwident_table table;
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);

    hwident_table_init(&table, bytes, bytes_size, NULL);
    table.count = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    table.stops = Frama_C_interval(0, 1);
    table.version = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    any_component(&table);
    any_value();
    any_text(&table);
    return 0;
}
