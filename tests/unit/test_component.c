/*
 * Components: which structure and field each comes from, and why one is absent.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

static const uint8_t uuid[16] = {0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
                                 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0x01};

/* System information of `length` bytes whose serial number is string `number`. */
static void build_system(struct builder *b, size_t length, uint8_t number,
                         const char *const *strings)
{
    uint8_t data[0x1B] = {0};

    data[0x07 - 4] = number;
    memcpy(data + 0x08 - 4, uuid, sizeof uuid);
    build_structure(b, 1, data, length - 4, strings);
}

/* A base board of `length` bytes with its features and serial number. */
static void build_board(struct builder *b, size_t length, uint8_t features, const char *serial)
{
    uint8_t data[0x0F] = {0};

    data[0x07 - 4] = 1;
    data[0x09 - 4] = features;
    build_structure(b, 2, data, length - 4, (const char *const[]){serial, NULL});
}

static void expect(const struct builder *b, char profile, const char *value)
{
    struct hwident_table table = build_table(b, HWIDENT_SMBIOS(2, 8));
    struct hwident_component c;

    assert_int_equal(hwident_component_read(&table, profile, &c), HWIDENT_OK);
    assert_int_equal(c.profile, profile);
    assert_int_equal(c.size, strlen(value));
    assert_memory_equal(c.value, value, c.size);
}

static void expect_absent(const struct builder *b, char profile, const char *rule)
{
    struct hwident_table table = build_table(b, HWIDENT_SMBIOS(2, 8));
    struct hwident_component c;

    assert_int_equal(hwident_component_read(&table, profile, &c), HWIDENT_OK);
    assert_int_equal(c.grade, HWIDENT_GRADE_ABSENT);
    assert_string_equal(c.rule, rule);
    assert_null(c.value);
    assert_int_equal(c.size, 0);
}

static void every_profile_has_its_field(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_structure(&b, 3, "\1\2\3\4\5", 5,
                    (const char *const[]){"a", "b", "c", "CHASSIS 4", NULL});
    build_board(&b, 0x0F, 0x01, " BOARD ");
    build_system(&b, 0x1B, 2, (const char *const[]){"Maker", "  SN42  ", NULL});
    build_structure(&b, 3, "\1\1\1\1\1", 5, (const char *const[]){"second chassis", NULL});
    build_system(&b, 0x1B, 1, (const char *const[]){"second system", NULL});
    expect(&b, 's', "SN42");
    expect(&b, 'b', "BOARD");
    expect(&b, 'c', "CHASSIS 4");
    table = build_table(&b, 0);
    assert_int_equal(hwident_component_read(&table, 'u', &c), HWIDENT_OK);
    assert_memory_equal(c.value, uuid, 16);
    assert_int_equal(c.uuid[0], 0x00);
    assert_int_equal(c.grade, HWIDENT_GRADE_STRONG);
    assert_int_equal(hwident_component_read(&table, 'x', &c), HWIDENT_E_USAGE);
    assert_string_equal(hwident_profile_name('c'), "chassis serial number");
    assert_null(hwident_profile_name('x'));
}

static void the_board_that_hosts_others_is_the_base_board(void **state)
{
    struct builder b = {0};

    (void)state;
    build_board(&b, 0x0F, 0x1E, "RISER");
    build_board(&b, 0x0F, 0x09, "MAIN");
    build_board(&b, 0x0F, 0x01, "SECOND");
    expect(&b, 'b', "MAIN");
}

static void without_one_that_hosts_the_first_board_is_it(void **state)
{
    struct builder b = {0};

    (void)state;
    build_board(&b, 0x0F, 0x1E, "FIRST");
    build_board(&b, 0x0F, 0x08, "SECOND");
    expect(&b, 'b', "FIRST");
}

/* The byte at 0x09 of a board of 9 bytes is already its string set. */
static void a_board_without_features_hosts_nothing(void **state)
{
    struct builder b = {0};

    (void)state;
    build_board(&b, 0x08, 0, "\1\1\1\1");
    build_board(&b, 0x09, 0, "\1SHORT");
    build_board(&b, 0x0A, 0x01, "MAIN");
    expect(&b, 'b', "MAIN");
}

static void nothing_behind_the_end_marker_counts(void **state)
{
    struct builder b = {0};

    (void)state;
    build_board(&b, 0x0F, 0x00, "BEFORE");
    build_structure(&b, 127, NULL, 0, NULL);
    build_board(&b, 0x0F, 0x01, "BEHIND");
    build_system(&b, 0x1B, 1, (const char *const[]){"BEHIND", NULL});
    expect(&b, 'b', "BEFORE");
    expect_absent(&b, 's', "no-structure");
    expect_absent(&b, 'u', "no-structure");
}

static void absence_has_its_reason(void **state)
{
    struct builder b = {0}, unset = {0}, beyond = {0}, cut = {0}, blank = {0};

    (void)state;
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        expect_absent(&b, *profile, "no-structure");
    build_system(&unset, 0x1B, 0, NULL);
    expect_absent(&unset, 's', "not-specified");
    build_system(&beyond, 0x1B, 2, (const char *const[]){"only one", NULL});
    expect_absent(&beyond, 's', "bad-index");
    build_system(&cut, 0x07, 1, (const char *const[]){"SN42", NULL});
    expect_absent(&cut, 's', "too-short");
    expect_absent(&cut, 'u', "too-short");
    build_system(&blank, 0x1B, 1, (const char *const[]){"   \t", NULL});
    expect_absent(&blank, 's', "blank");
}

static void the_uuid_needs_all_its_bytes(void **state)
{
    struct builder b = {0}, whole = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_system(&b, 0x17, 1, (const char *const[]){"SN42", NULL});
    expect_absent(&b, 'u', "too-short");
    expect(&b, 's', "SN42");
    build_system(&whole, 0x18, 1, NULL);
    table = build_table(&whole, 0);
    assert_int_equal(hwident_component_read(&table, 'u', &c), HWIDENT_OK);
    assert_int_equal(c.size, 16);
}

static void a_walk_that_breaks_before_the_answer_is_an_error(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_system(&b, 0x1B, 1, (const char *const[]){"SN42", NULL});
    build_board(&b, 0x0F, 0x00, "MAYBE");
    build_bytes(&b, "\2\3\0\0", 4); /* a length under 4 */
    table = build_table(&b, 0);
    assert_int_equal(hwident_component_read(&table, 's', &c), HWIDENT_OK);
    assert_int_equal(hwident_component_read(&table, 'c', &c), HWIDENT_E_LENGTH);
    assert_string_equal(c.rule, "broken-table");
    /* A board that hosts others could have followed. */
    assert_int_equal(hwident_component_read(&table, 'b', &c), HWIDENT_E_LENGTH);
    assert_null(c.value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_profile_has_its_field),
        cmocka_unit_test(the_board_that_hosts_others_is_the_base_board),
        cmocka_unit_test(without_one_that_hosts_the_first_board_is_it),
        cmocka_unit_test(a_board_without_features_hosts_nothing),
        cmocka_unit_test(nothing_behind_the_end_marker_counts),
        cmocka_unit_test(absence_has_its_reason),
        cmocka_unit_test(the_uuid_needs_all_its_bytes),
        cmocka_unit_test(a_walk_that_breaks_before_the_answer_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
