/*
 * Which strings of a structure its fields refer to.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "schema/catalogue.h"
#include "schema/references.h"
#include "table_builder.h"

#include <stdio.h>

static struct references references;

/* What the fields of type 1 refer to, which stand at 4 to 7, among `count` strings. */
static void read(unsigned count, const uint8_t fields[4])
{
    static struct builder b;
    static char text[300][8];
    static const char *strings[301];
    static struct hwident_structure s; /* `references` refers to it */
    struct hwident_table table;

    s = (struct hwident_structure){0};
    for (unsigned i = 0; i < count; i++) {
        (void)snprintf(text[i], sizeof text[i], "n%u", i + 1);
        strings[i] = text[i];
    }
    strings[count] = NULL;
    memset(&b, 0, sizeof b);
    build_structure(&b, 1, fields, 4, strings);
    table = build_table(&b, HWIDENT_SMBIOS(3, 0));
    assert_int_equal(hwident_table_next(&table, &s), 1);
    references_read(schema_of(1), &table, &s, &references);
}

static void strings_are_counted_and_marked_as_used(void **state)
{
    (void)state;
    read(4, (const uint8_t[]){1, 3, 0, 3});
    assert_int_equal(references.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(references_find(&references, i + 1).size, 2);
        assert_int_equal(references_find(&references, i + 1).bytes[1], '1' + i);
        assert_int_equal(references.used[i], i == 0 || i == 2);
    }
}

static void without_strings_there_is_nothing_to_refer_to(void **state)
{
    (void)state;
    read(0, (const uint8_t[]){1, 2, 3, 4});
    assert_int_equal(references.count, 0);
}

static void a_number_of_one_byte_refers_to_255_at_most(void **state)
{
    (void)state;
    read(255, (const uint8_t[]){255, 1, 1, 1});
    assert_int_equal(references.count, 255);
    assert_true(references.used[254]);
    assert_false(references.used[253]);
    read(256, (const uint8_t[]){255, 1, 1, 1});
    assert_int_equal(references.count, 255);
    assert_int_equal(references_find(&references, 255).size, 4);
}

static void a_string_is_marked_by_where_it_begins(void **state)
{
    struct value value = {.kind = VALUE_STRING};

    (void)state;
    read(3, (const uint8_t[]){0, 0, 0, 0});
    value.bytes = references_find(&references, 2).bytes;
    assert_int_equal(references_mark(&references, &value), 1);
    assert_true(references.used[1]);
    value.bytes++; /* a text that is not one of the set */
    assert_int_equal(references_mark(&references, &value), REFERENCES);
    value = (struct value){.kind = VALUE_NUMBER};
    assert_int_equal(references_mark(&references, &value), REFERENCES);
    assert_false(references.used[0] || references.used[2]);
}

static void a_set_that_is_cut_has_the_strings_that_end(void **state)
{
    static struct builder b;
    static const char *const strings[] = {"n1", "n2", NULL};
    struct hwident_structure s = {0};
    struct hwident_table table;

    (void)state;
    build_structure(&b, 1, "\1\2\2\2", 4, strings);
    table = build_table(&b, HWIDENT_SMBIOS(3, 0));
    assert_int_equal(hwident_table_next(&table, &s), 1);
    s.size = s.length + 5; /* in the second, before its end */
    references_read(schema_of(1), &table, &s, &references);
    assert_int_equal(references.count, 1);
    assert_true(references.used[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_counted_and_marked_as_used),
        cmocka_unit_test(without_strings_there_is_nothing_to_refer_to),
        cmocka_unit_test(a_string_is_marked_by_where_it_begins),
        cmocka_unit_test(a_set_that_is_cut_has_the_strings_that_end),
        cmocka_unit_test(a_number_of_one_byte_refers_to_255_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
