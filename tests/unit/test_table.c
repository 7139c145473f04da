/*
 * The walk, fields and strings (section 6.1).
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

static const char *const two_strings[] = {"first", "second", NULL};

static void build_three(struct builder *b)
{
    build_structure(b, 1, "\1\2", 2, two_strings);
    build_structure(b, 2, NULL, 0, NULL);
    build_structure(b, 127, NULL, 0, NULL);
}

static uint32_t count_structures(const struct hwident_table *table, int *end)
{
    struct hwident_structure s = {0};
    uint32_t n = 0;

    while ((*end = hwident_table_next(table, &s)) == 1)
        n++;
    return n;
}

static void walks_structures_in_order(void **state)
{
    struct builder b = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;

    (void)state;
    build_three(&b);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_int_equal(s.type, 1);
    assert_int_equal(s.length, 6);
    assert_int_equal(s.size, 6 + 6 + 7 + 1);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_int_equal(s.type, 2);
    assert_int_equal(s.handle, 1);
    assert_int_equal(s.index, 1);
    assert_int_equal(s.offset, 20);
    assert_int_equal(s.size, 6);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_int_equal(hwident_table_next(&table, &s), 0);
    assert_int_equal(hwident_table_next(&table, &s), 0);
}

static void a_handle_has_two_bytes(void **state)
{
    struct hwident_structure s = {0};
    struct hwident_table table;

    (void)state;
    hwident_table_init(&table, "\1\4\2\3", 4, NULL);
    assert_int_equal(hwident_table_next(&table, &s), HWIDENT_E_UNTERMINATED);
    assert_int_equal(s.handle, 0x0302);
}

static void stops_at_type_127_only_with_sm3(void **state)
{
    struct builder b = {0};
    struct hwident_entry_point sm3 = {
        .anchor = HWIDENT_ANCHOR_SM3, .table_length = 8192, .version = HWIDENT_SMBIOS(3, 1)};
    struct hwident_entry_point sm = {
        .anchor = HWIDENT_ANCHOR_SM, .table_length = 8192, .structure_count = 4};
    struct hwident_table table;
    int end;

    (void)state;
    build_three(&b);
    build_structure(&b, 1, NULL, 0, NULL);
    hwident_table_init(&table, b.bytes, b.size, &sm3);
    assert_int_equal(table.version, HWIDENT_SMBIOS(3, 1));
    assert_int_equal(count_structures(&table, &end), 3);
    assert_int_equal(end, 0);
    hwident_table_init(&table, b.bytes, b.size, &sm);
    assert_int_equal(count_structures(&table, &end), 4);
    table = build_table(&b, 0);
    assert_int_equal(count_structures(&table, &end), 4);
}

static void stops_at_the_entry_points_length_and_count(void **state)
{
    struct builder b = {0};
    struct hwident_entry_point ep = {
        .anchor = HWIDENT_ANCHOR_SM, .table_length = 20, .structure_count = 9};
    struct hwident_table table;
    int end;

    (void)state;
    build_three(&b);
    hwident_table_init(&table, b.bytes, b.size, &ep);
    assert_int_equal(count_structures(&table, &end), 1);
    ep.table_length = 8192;
    ep.structure_count = 2;
    hwident_table_init(&table, b.bytes, b.size, &ep);
    assert_int_equal(count_structures(&table, &end), 2);
    assert_int_equal(end, 0);
}

static void finds_only_before_the_first_127(void **state)
{
    struct builder b = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;

    (void)state;
    build_three(&b);
    build_structure(&b, 3, NULL, 0, NULL);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_find(&table, 3, &s), 0);
    assert_int_equal(hwident_table_find(&table, 3, &s), 0);
    s = (struct hwident_structure){0};
    assert_int_equal(hwident_table_find(&table, 2, &s), 1);
    assert_int_equal(s.type, 2);
    assert_int_equal(hwident_table_find(&table, 2, &s), 0);
}

static void reports_a_cut_header(void **state)
{
    struct builder b = {0};
    struct hwident_walk walk;
    struct hwident_table table;

    (void)state;
    build_three(&b);
    build_bytes(&b, "\4\6\0", 3);
    table = build_table(&b, 0);
    hwident_table_walk(&table, &walk);
    assert_int_equal(walk.structures, 3);
    assert_false(walk.count_wrong); /* nobody announced any */
    assert_int_equal(walk.error, HWIDENT_E_HEADER_CUT);
    assert_int_equal(walk.offset, b.size - 3);
    assert_true(walk.length_wrong);
}

static void reports_a_length_under_4_or_off_the_table(void **state)
{
    static const uint8_t lengths[] = {0, 3, 7, 255};

    (void)state;
    for (size_t i = 0; i < sizeof lengths; i++) {
        struct builder b = {0};
        struct hwident_walk walk;
        struct hwident_table table;

        build_three(&b);
        build_bytes(&b, (uint8_t[]){4, lengths[i], 0, 0, 0, 0}, 6);
        table = build_table(&b, 0);
        hwident_table_walk(&table, &walk);
        assert_int_equal(walk.structures, 3);
        assert_int_equal(walk.error, HWIDENT_E_LENGTH);
        assert_int_equal(walk.offset, b.size - 6);
    }
}

static void reports_strings_without_an_end(void **state)
{
    struct builder b = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;
    const char *string;
    size_t length;

    (void)state;
    build_structure(&b, 1, "\1\2", 2, two_strings);
    b.size--;
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_next(&table, &s), HWIDENT_E_UNTERMINATED);
    assert_int_equal(s.length, 6);
    assert_int_equal(hwident_structure_string_at(&s, 4, &string, &length), 0);
    assert_int_equal(length, 5);
    assert_int_equal(hwident_table_next(&table, &s), 0);
    b.size--; /* now the second string has no zero of its own either */
    table = build_table(&b, 0);
    s = (struct hwident_structure){0};
    assert_int_equal(hwident_table_next(&table, &s), HWIDENT_E_UNTERMINATED);
    assert_int_equal(hwident_structure_string_at(&s, 5, &string, &length), HWIDENT_E_BAD_INDEX);
    assert_null(string);
}

static void reports_count_and_length_that_do_not_fit(void **state)
{
    struct builder b = {0};
    struct hwident_entry_point ep = {.anchor = HWIDENT_ANCHOR_SM, .structure_count = 3};
    struct hwident_table table;
    struct hwident_walk walk;

    (void)state;
    build_three(&b);
    ep.table_length = (uint32_t)b.size;
    hwident_table_init(&table, b.bytes, b.size, &ep);
    hwident_table_walk(&table, &walk);
    assert_false(walk.count_wrong);
    assert_false(walk.length_wrong);
    assert_int_equal(walk.error, 0);
    assert_int_equal(walk.bytes, b.size);
    assert_int_equal(walk.offset, b.size);
    ep.structure_count = 4;
    hwident_table_init(&table, b.bytes, b.size, &ep);
    hwident_table_walk(&table, &walk);
    assert_true(walk.count_wrong);
    ep.structure_count = 1;
    hwident_table_init(&table, b.bytes, 0, &ep);
    hwident_table_walk(&table, &walk);
    assert_true(walk.count_wrong);
    ep.structure_count = 2;
    hwident_table_init(&table, b.bytes, b.size, &ep);
    hwident_table_walk(&table, &walk);
    assert_false(walk.count_wrong);
    assert_true(walk.length_wrong);
    ep.anchor = HWIDENT_ANCHOR_SM3; /* whose length is no more than a bound */
    hwident_table_init(&table, b.bytes, b.size, &ep);
    table.size += 4;
    hwident_table_walk(&table, &walk);
    assert_false(walk.length_wrong);
}

static void never_reads_beyond_a_cut(void **state)
{
    struct builder b = {0};
    int end;

    (void)state;
    build_three(&b);
    for (size_t size = 0; size <= b.size; size++) {
        /* An allocation of its own size, so that a sanitizer or valgrind sees a byte too far. */
        uint8_t *bytes = test_malloc(size ? size : 1);
        struct hwident_table table;

        memcpy(bytes, b.bytes, size);
        hwident_table_init(&table, bytes, size, NULL);
        assert_in_range(count_structures(&table, &end), 0, 3);
        test_free(bytes);
    }
}

static void reads_fields_inside_the_formatted_area_only(void **state)
{
    struct builder b = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;
    uint64_t value;

    (void)state;
    build_structure(&b, 1, "\x11\x22\x33\x44\x55\x66\x77\x88", 8, two_strings);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_true(hwident_structure_field(&s, 4, 8, &value));
    assert_true(value == 0x8877665544332211);
    assert_true(hwident_structure_field(&s, 11, 1, &value));
    assert_int_equal(value, 0x88);
    assert_false(hwident_structure_field(&s, 11, 2, &value));
    assert_int_equal(value, 0);
    assert_false(hwident_structure_field(&s, 12, 1, &value));
    assert_false(hwident_structure_field(&s, SIZE_MAX, 8, &value));
}

static void reads_strings_by_number(void **state)
{
    struct builder b = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;
    const char *string;
    size_t length;

    (void)state;
    build_structure(&b, 1, "\1\2\0\3\377", 5, two_strings);
    build_structure(&b, 2, "\1", 1, NULL);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_int_equal(hwident_structure_string_at(&s, 4, &string, &length), 0);
    assert_memory_equal(string, "first", length + 1);
    assert_int_equal(hwident_structure_string_at(&s, 5, &string, &length), 0);
    assert_memory_equal(string, "second", length + 1);
    assert_int_equal(hwident_structure_string_at(&s, 6, &string, &length), HWIDENT_E_NOT_SPECIFIED);
    assert_int_equal(hwident_structure_string_at(&s, 7, &string, &length), HWIDENT_E_BAD_INDEX);
    assert_int_equal(hwident_structure_string_at(&s, 8, &string, &length), HWIDENT_E_BAD_INDEX);
    string = "";
    length = 1;
    assert_int_equal(hwident_structure_string_at(&s, 9, &string, &length), HWIDENT_E_SHORT);
    assert_null(string);
    assert_int_equal(length, 0);
    string = "";
    length = 1;
    assert_int_equal(hwident_structure_string(&s, 0, &string, &length), HWIDENT_E_NOT_SPECIFIED);
    assert_null(string);
    assert_int_equal(length, 0);
    assert_int_equal(hwident_table_next(&table, &s), 1);
    assert_int_equal(hwident_structure_string_at(&s, 4, &string, &length), HWIDENT_E_BAD_INDEX);
}

/* The longest that each type was before 2.6, and one longer than that where it is evidence. */
static void infers_2_6_from_the_five_lengths_and_three_types_only(void **state)
{
    static const struct {
        uint8_t type, length;
        bool newer;
    } rows[] = {
        {16, 0x16, false}, {16, 0x17, true},  {19, 0x1E, false}, {19, 0x1F, true},
        {20, 0x22, false}, {20, 0x23, true},  {7, 0x1A, false},  {7, 0x1B, true},
        {17, 0x27, false}, {17, 0x28, true},  {43, 4, true},     {44, 4, true},
        {45, 4, true},     {4, 0x32, false},  {42, 0x20, false}, {9, 0x20, false},
        {0, 0x1A, false},  {46, 0x20, false},
    };
    static const uint8_t zeros[64];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct builder b = {0};
        struct hwident_table table;

        build_structure(&b, 0, zeros, 20, NULL);
        build_structure(&b, rows[i].type, zeros, rows[i].length - 4U, NULL);
        table = build_table(&b, 0);
        assert_int_equal(hwident_table_version(&table), rows[i].newer ? HWIDENT_SMBIOS(2, 6) : 0);
    }
}

static void infers_nothing_from_structures_after_the_end(void **state)
{
    struct builder b = {0};
    struct hwident_table table;

    (void)state;
    build_three(&b);
    build_structure(&b, 43, NULL, 0, NULL);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_version(&table), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_structures_in_order),
        cmocka_unit_test(a_handle_has_two_bytes),
        cmocka_unit_test(stops_at_type_127_only_with_sm3),
        cmocka_unit_test(stops_at_the_entry_points_length_and_count),
        cmocka_unit_test(finds_only_before_the_first_127),
        cmocka_unit_test(reports_a_cut_header),
        cmocka_unit_test(reports_a_length_under_4_or_off_the_table),
        cmocka_unit_test(reports_strings_without_an_end),
        cmocka_unit_test(reports_count_and_length_that_do_not_fit),
        cmocka_unit_test(never_reads_beyond_a_cut),
        cmocka_unit_test(reads_fields_inside_the_formatted_area_only),
        cmocka_unit_test(reads_strings_by_number),
        cmocka_unit_test(infers_2_6_from_the_five_lengths_and_three_types_only),
        cmocka_unit_test(infers_nothing_from_structures_after_the_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
