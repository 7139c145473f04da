/*
 * Components: which structure and field each comes from, and why one is absent.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

static const uint8_t uuid[16] = {0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
                                 0x48, 0xE9, 0x3A, 0x0B, 0x7C, 0xD1, 0x5E, 0x01};

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

    assert_int_equal(hwident_component_read(&table, profile, 0, &c), HWIDENT_OK);
    assert_int_equal(c.profile, profile);
    assert_int_equal(c.size, strlen(value));
    assert_memory_equal(c.value, value, c.size);
}

static void expect_absent(const struct builder *b, char profile, const char *rule)
{
    struct hwident_table table = build_table(b, HWIDENT_SMBIOS(2, 8));
    struct hwident_component c;

    assert_int_equal(hwident_component_read(&table, profile, 0, &c), HWIDENT_OK);
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
    assert_int_equal(hwident_component_read(&table, 'u', 0, &c), HWIDENT_OK);
    assert_memory_equal(c.value, uuid, 16);
    assert_int_equal(c.uuid[0], 0x00);
    assert_int_equal(c.grade, HWIDENT_GRADE_STRONG);
    assert_int_equal(hwident_component_read(&table, 'x', 0, &c), HWIDENT_E_USAGE);
    assert_string_equal(hwident_profile_name('c'), "chassis serial number");
    assert_null(hwident_profile_name('x'));
}

static void the_base_board_is_the_first_that_hosts_others(void **state)
{
    struct builder b = {0};

    (void)state;
    build_board(&b, 0x0F, 0x1E, "RISER");
    build_board(&b, 0x0F, 0x09, "MAIN");
    build_board(&b, 0x0F, 0x01, "SECOND");
    expect(&b, 'b', "MAIN");
}

static void without_a_hosting_board_it_is_the_first(void **state)
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

static void structures_after_the_end_marker_are_ignored(void **state)
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
    assert_int_equal(hwident_component_read(&table, 'u', 0, &c), HWIDENT_OK);
    assert_int_equal(c.size, 16);
}

static void a_table_broken_before_the_component_is_an_error(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_system(&b, 0x1B, 1, (const char *const[]){"SN42", NULL});
    build_board(&b, 0x0F, 0x00, "MAYBE");
    build_bytes(&b, "\2\3\0\0", 4); /* a length under 4 */
    table = build_table(&b, 0);
    assert_int_equal(hwident_component_read(&table, 's', 0, &c), HWIDENT_OK);
    assert_int_equal(hwident_component_read(&table, 'c', 0, &c), HWIDENT_E_LENGTH);
    assert_string_equal(c.rule, "broken-table");
    /* A board that hosts others could have followed. */
    assert_int_equal(hwident_component_read(&table, 'b', 0, &c), HWIDENT_E_LENGTH);
    assert_null(c.value);
}

/* ---- what stands beside a component -------------------------------------------------------------- */

/* A machine of `manufacturer`, whose UUID is stored, with a chassis of `type`. */
static void build_whole(struct builder *b, const uint8_t stored[16], const char *manufacturer,
                        const char *serial, uint8_t type, const char *chassis)
{
    uint8_t data[0x1B - 4] = {1, 2, 2, 3};

    memcpy(data + 4, stored, 16);
    build_structure(b, 1, data, sizeof data,
                    (const char *const[]){manufacturer, "Product", serial, NULL});
    build_structure(b, 3, (uint8_t[]){1, type, 0, 2, 0}, 5,
                    (const char *const[]){"Makers of it", chassis, NULL});
}

static void expect_rule(const struct builder *b, unsigned rules, char profile, const char *rule)
{
    struct hwident_table table = build_table(b, HWIDENT_SMBIOS(2, 8));
    struct hwident_component c;

    assert_int_equal(hwident_component_read(&table, profile, rules, &c), HWIDENT_OK);
    assert_string_equal(c.rule, rule);
    assert_int_equal(c.grade,
                     strcmp(rule, "none") == 0 ? HWIDENT_GRADE_STRONG : HWIDENT_GRADE_PLACEHOLDER);
}

static void openstack_shows_the_hosts_number(void **state)
{
    static const struct {
        const char *manufacturer, *serial, *rule;
    } rows[] = {
        {"OpenStack Foundation", "a661eca5-bb1e-5d42-6ef0-ec974dca4c9c", "host-serial"},
        {"OpenStack Foundation", "2JQ7XQ4", "host-serial"},
        {"OpenStack Foundation", "33221100-5544-7766-48e9-3a0b7cd15e01", "none"},
        {"OpenStack Foundation", "00112233-4455-6677-48E9-3A0B7CD15E01", "none"},
        {"OpenStack Foundation", "001122334455667748e93a0b7cd15e01", "none"},
        {"QEMU", "a661eca5-bb1e-5d42-6ef0-ec974dca4c9c", "none"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct builder b = {0};

        build_whole(&b, uuid, rows[i].manufacturer, rows[i].serial, 1, "7XQ4");
        expect_rule(&b, 2, 's', rows[i].rule);
        expect_rule(&b, 1, 's', "none");
        expect_rule(&b, 2, 'c', "none");
    }
}

static void openstack_is_recognized_by_its_product_too(void **state)
{
    struct builder b = {0};
    uint8_t data[0x1B - 4] = {1, 2, 0, 3};

    (void)state;
    memcpy(data + 4, uuid, sizeof uuid);
    build_structure(&b, 1, data, sizeof data,
                    (const char *const[]){"RDO", "OpenStack Compute", "2JQ7XQ4", NULL});
    expect_rule(&b, 2, 's', "host-serial");
}

static void a_uuid_that_begins_a_longer_serial_number_is_shared(void **state)
{
    static const uint8_t text[] = "7XQ4-2025-08-00142";
    struct builder longer = {0}, same = {0}, other = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_whole(&longer, text, "Maker", "7XQ4-2025-08-00142", 1, "7XQ4");
    expect_rule(&longer, 2, 'u', "cut-serial");
    build_whole(&same, text, "Maker", "7XQ4-2025-08-001", 1, "7XQ4");
    table = build_table(&same, 0);
    assert_int_equal(hwident_component_read(&table, 'u', 2, &c), HWIDENT_OK);
    assert_string_equal(c.rule, "text");
    build_whole(&other, text, "Maker", "7XQ4-2025-08-11142", 1, "7XQ4");
    table = build_table(&other, 0);
    assert_int_equal(hwident_component_read(&table, 'u', 2, &c), HWIDENT_OK);
    assert_string_equal(c.rule, "text");
}

static void a_name_is_not_taken_for_a_serial_number(void **state)
{
    struct builder maker = {0}, product = {0}, chassis = {0};

    (void)state;
    build_whole(&maker, uuid, "Tulip Computing", "TULIP COMPUTING", 1, "7XQ4");
    expect_rule(&maker, 2, 's', "name");
    expect_rule(&maker, 1, 's', "none");
    build_whole(&product, uuid, "Maker", "Product X", 1, "7XQ4");
    expect_rule(&product, 2, 's', "none");
    build_whole(&chassis, uuid, "Maker", "7XQ4", 1, "MAKERS OF IT");
    expect_rule(&chassis, 2, 'c', "name");
}

static void the_number_of_an_enclosure_has_a_note(void **state)
{
    static const struct {
        uint8_t type;
        const char *serial;
        bool note;
    } rows[] = {
        {0x19, "2JQ7XQ4", true},  {0x1C, "2JQ7XQ4", true},  {0x9D, "2JQ7XQ4", true},
        {0x17, "2JQ7XQ4", false}, {0x1C, "2JQ7XQ5", false}, {0x1C, "2JQ7XQ", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct builder b = {0};
        struct hwident_table table;
        struct hwident_component c;

        build_whole(&b, uuid, "Maker", "2JQ7XQ4", rows[i].type, rows[i].serial);
        table = build_table(&b, 0);
        assert_int_equal(hwident_component_read(&table, 's', 2, &c), HWIDENT_OK);
        assert_int_equal(c.grade, HWIDENT_GRADE_STRONG);
        assert_int_equal(c.note != NULL, rows[i].note);
    }
}

static void a_rule_set_that_does_not_exist_is_an_error(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_component c;

    (void)state;
    build_whole(&b, uuid, "Maker", "2JQ7XQ4", 1, "7XQ4");
    table = build_table(&b, 0);
    assert_int_equal(hwident_component_read(&table, 's', HWIDENT_RULES + 1, &c), HWIDENT_E_RULES);
    assert_int_equal(c.grade, HWIDENT_GRADE_ABSENT);
    assert_int_equal(hwident_component_grade('s', "7XQ4", 4, HWIDENT_RULES + 1, &c),
                     HWIDENT_E_RULES);
    assert_int_equal(hwident_component_grade('s', "7XQ4", 4, HWIDENT_RULES, &c), HWIDENT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_profile_has_its_field),
        cmocka_unit_test(openstack_shows_the_hosts_number),
        cmocka_unit_test(openstack_is_recognized_by_its_product_too),
        cmocka_unit_test(a_uuid_that_begins_a_longer_serial_number_is_shared),
        cmocka_unit_test(a_name_is_not_taken_for_a_serial_number),
        cmocka_unit_test(the_number_of_an_enclosure_has_a_note),
        cmocka_unit_test(a_rule_set_that_does_not_exist_is_an_error),
        cmocka_unit_test(the_base_board_is_the_first_that_hosts_others),
        cmocka_unit_test(without_a_hosting_board_it_is_the_first),
        cmocka_unit_test(a_board_without_features_hosts_nothing),
        cmocka_unit_test(structures_after_the_end_marker_are_ignored),
        cmocka_unit_test(absence_has_its_reason),
        cmocka_unit_test(the_uuid_needs_all_its_bytes),
        cmocka_unit_test(a_table_broken_before_the_component_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
