/*
 * Match: same, swapped, different or refused; and the evidence for a UUID's byte order.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

#define LE  "c3e24d56-c0c3-e2e1-4622-554dc5eb6ba1"
#define BE  "564de2c3-c3c0-e1e2-4622-554dc5eb6ba1"
#define APP "com.example.app"

/* A machine with the UUID `stored` as its bytes' text, and a serial number for all of its parts. */
static void build_machine(struct builder *b, const char *stored, const char *serial)
{
    uint8_t data[0x1B - 4] = {0};

    data[0x07 - 4] = 1;
    assert_int_equal(hwident_uuid_parse(stored, data + 4, NULL), HWIDENT_OK);
    build_structure(b, 1, data, sizeof data, (const char *const[]){serial, NULL});
    build_structure(b, 2, "\1\1\1\1\0\1", 6, (const char *const[]){serial, NULL});
    build_structure(b, 3, "\1\1\1\1\0", 5, (const char *const[]){serial, NULL});
}

static enum hwident_verdict verdict(const char *stored, uint32_t version, const char *value,
                                    int expected)
{
    struct builder b = {0};
    struct hwident_table table;
    enum hwident_verdict found = HWIDENT_SWAPPED;

    build_machine(&b, stored, "SN42");
    table = build_table(&b, version);
    assert_int_equal(hwident_table_match(&table, value, APP, NULL, 0, 0, false, &found, NULL),
                     expected);
    if (expected)
        assert_int_equal(found, HWIDENT_DIFFERENT);
    return found;
}

static void a_uuid_is_compared_with_the_views_of_the_version(void **state)
{
    (void)state;
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 6), LE, 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 6), BE, 0), HWIDENT_SWAPPED);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 5), BE, 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 5), LE, 0), HWIDENT_SWAPPED);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(3, 2), LE, 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, 0, LE, 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, 0, BE, 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, 0, "c3e24d56-c0c3-e2e1-4622-554dc5eb6ba2", 0), HWIDENT_DIFFERENT);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 8), "c3e24d56-c0c3-e1e2-4622-554dc5eb6ba1", 0),
                     HWIDENT_DIFFERENT);
}

static void a_uuid_that_swapping_leaves_alone_is_the_same(void **state)
{
    static const char still[] = "12212112-3434-5656-8e49-a0b7cc1dee5f";

    (void)state;
    assert_int_equal(verdict(still, HWIDENT_SMBIOS(2, 8), still, 0), HWIDENT_SAME);
    assert_int_equal(verdict(still, HWIDENT_SMBIOS(2, 3), still, 0), HWIDENT_SAME);
}

static void one_different_byte_makes_it_different(void **state)
{
    uint8_t stored[16], written[16];

    (void)state;
    assert_int_equal(hwident_uuid_parse(BE, stored, NULL), HWIDENT_OK);
    for (size_t i = 0; i < sizeof written; i++) {
        memcpy(written, stored, sizeof written);
        written[i] ^= 0x01;
        assert_int_equal(hwident_uuid_compare(written, stored, 0), HWIDENT_DIFFERENT);
    }
}

static void every_spelling_is_accepted(void **state)
{
    static const char *const spellings[] = {
        "C3E24D56-C0C3-E2E1-4622-554DC5EB6BA1",
        "{c3e24d56-c0c3-e2e1-4622-554dc5eb6ba1}",
        "c3e24d56c0c3e2e14622554dc5eb6ba1",
        "urn:uuid:c3e24d56-c0c3-e2e1-4622-554dc5eb6ba1",
    };

    (void)state;
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 7), spellings[i], 0), HWIDENT_SAME);
    assert_int_equal(verdict(BE, HWIDENT_SMBIOS(2, 7),
                             "VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1", 0),
                     HWIDENT_SWAPPED);
}

static void an_error_gives_the_offset_of_the_first_bad_character(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    enum hwident_verdict found;
    size_t where = 0;

    (void)state;
    build_machine(&b, BE, "SN42");
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    assert_int_equal(
        hwident_table_match(&table, "c3e24d56-x", APP, NULL, 0, 0, false, &found, &where),
        HWIDENT_E_UUID_TEXT);
    assert_int_equal(where, 9);
    assert_int_equal(
        hwident_table_match(&table, "hw1u-sh_rt", APP, NULL, 0, 0, false, &found, &where),
        HWIDENT_E_CODE_CHARACTER);
    assert_int_equal(where, 7);
    assert_int_equal(hwident_table_match(&table, "HW3u-", APP, NULL, 0, 0, false, &found, &where),
                     HWIDENT_E_CODE_LABEL);
    assert_int_equal(where, 2);
    assert_int_equal(hwident_table_match(&table, "h", APP, NULL, 0, 0, false, &found, &where),
                     HWIDENT_E_UUID_TEXT);
    assert_int_equal(hwident_table_match(&table, "", APP, NULL, 0, 0, false, &found, &where),
                     HWIDENT_E_UUID_TEXT);
}

static void a_placeholder_is_refused_on_either_side(void **state)
{
    static const char ami[] = "03000200-0400-0500-0006-000700080009";

    (void)state;
    (void)verdict(BE, HWIDENT_SMBIOS(2, 8), ami, HWIDENT_E_PLACEHOLDER);
    (void)verdict(ami, HWIDENT_SMBIOS(2, 8), ami, HWIDENT_E_PLACEHOLDER);
    (void)verdict(ami, HWIDENT_SMBIOS(2, 8), BE, HWIDENT_E_PLACEHOLDER);
    (void)verdict(BE, HWIDENT_SMBIOS(2, 8), "00000000-0000-0000-0000-000000000000",
                  HWIDENT_E_ABSENT);
    (void)verdict("ffffffff-ffff-ffff-ffff-ffffffffffff", HWIDENT_SMBIOS(2, 8), BE,
                  HWIDENT_E_ABSENT);
    assert_int_equal(verdict("9c6b002b-c572-0000-0000-000000000000", HWIDENT_SMBIOS(2, 3),
                             "9c6b002b-c572-0000-0000-000000000000", 0),
                     HWIDENT_SAME);
}

static void a_code_is_compared_with_its_own_component(void **state)
{
    struct builder b = {0}, other = {0};
    struct hwident_table table, another;
    enum hwident_verdict found;
    char code[HWIDENT_CODE_SIZE];

    (void)state;
    build_machine(&b, BE, "SN42");
    build_machine(&other, LE, "SN43");
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    another = build_table(&other, HWIDENT_SMBIOS(2, 3));
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        struct hwident_component own;

        assert_int_equal(hwident_component_read(&table, *profile, 0, &own), HWIDENT_OK);
        assert_int_equal(hwident_code_derive(*profile, own.value, own.size, APP, "key", 3, code),
                         HWIDENT_OK);
        assert_int_equal(hwident_table_match(&table, code, APP, "key", 3, 0, false, &found, NULL),
                         0);
        assert_int_equal(found, HWIDENT_SAME);
        assert_int_equal(hwident_table_match(&table, code, APP, NULL, 0, 0, false, &found, NULL),
                         0);
        assert_int_equal(found, HWIDENT_DIFFERENT);
        assert_int_equal(
            hwident_table_match(&table, code, "other", "key", 3, 0, false, &found, NULL), 0);
        assert_int_equal(found, HWIDENT_DIFFERENT);
        /* The other machine has the same UUID, written in the other order. */
        assert_int_equal(hwident_table_match(&another, code, APP, "key", 3, 0, false, &found, NULL),
                         0);
        assert_int_equal(found, *profile == 'u' ? HWIDENT_SAME : HWIDENT_DIFFERENT);
    }
}

static void a_code_needs_app_and_component(void **state)
{
    static const char s[] = "hw1s-zk9c14scsspe8y3p4wv70cwc0nhtpxjpv";
    struct builder b = {0};
    struct hwident_table table;
    enum hwident_verdict found;

    (void)state;
    build_machine(&b, BE, "None");
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    assert_int_equal(hwident_table_match(&table, s, NULL, NULL, 0, 0, false, &found, NULL),
                     HWIDENT_E_APP_ID);
    assert_int_equal(hwident_table_match(&table, s, APP, "", 0, 0, false, &found, NULL),
                     HWIDENT_E_KEY);
    assert_int_equal(hwident_table_match(&table, s, APP, NULL, 0, 0, false, &found, NULL),
                     HWIDENT_E_PLACEHOLDER);
}

static void a_broken_table_is_an_error_not_a_verdict(void **state)
{
    struct hwident_table table = {.bytes = (const uint8_t *)"\1\3\0\0", .size = 4};
    enum hwident_verdict found = HWIDENT_SAME;

    (void)state;
    assert_int_equal(hwident_table_match(&table, LE, NULL, NULL, 0, 0, false, &found, NULL),
                     HWIDENT_E_LENGTH);
    assert_int_equal(found, HWIDENT_DIFFERENT);
}

static void values_are_checked_without_a_table(void **state)
{
    static const struct {
        const char *value;
        int err;
        char profile;
        size_t where;
    } rows[] = {
        {LE, HWIDENT_OK, 'u', 36},
        {"hw1s-zk9c14scsspe8y3p4wv70cwc0nhtpxjpv", HWIDENT_OK, 's', 37},
        {"HW1S zk9c14scsspe8y3p4wv70cwc0nhtpxjpv", HWIDENT_OK, 's', 37},
        {"hw2s-", HWIDENT_E_CODE_LABEL, 'u', 2},
        {"hv", HWIDENT_E_UUID_TEXT, 'u', 0},
        {"12x", HWIDENT_E_UUID_TEXT, 'u', 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t where = 99;
        char profile = '?';

        assert_int_equal(hwident_value_check(rows[i].value, &profile, &where), rows[i].err);
        assert_int_equal(profile, rows[i].profile);
        assert_int_equal(where, rows[i].where);
        assert_int_equal(hwident_value_check(rows[i].value, NULL, NULL), rows[i].err);
    }
}

static void every_verdict_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(hwident_verdict_name(HWIDENT_SAME), "same");
    assert_string_equal(hwident_verdict_name(HWIDENT_SWAPPED), "swapped");
    assert_string_equal(hwident_verdict_name(HWIDENT_DIFFERENT), "different");
}

static void the_byte_order_is_inferred_from_evidence(void **state)
{
    static const struct {
        const char *stored, *serial;
        enum hwident_uuid_order order;
        const char *evidence;
    } rows[] = {
        {BE, "VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1", HWIDENT_UUID_BE,
         "vmware-serial"},
        {BE, "VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a2", HWIDENT_UUID_SPEC, NULL},
        {BE, "VMware", HWIDENT_UUID_SPEC, NULL},
        {BE, " ", HWIDENT_UUID_SPEC, NULL},
        {BE, BE, HWIDENT_UUID_SPEC, NULL},
        {BE, "VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1 and what is too much",
         HWIDENT_UUID_SPEC, NULL},
        {"44454c4c-5400-1036-8034-b8c04f313231", "8T64121", HWIDENT_UUID_LE, "dell-prefix"},
        {"4c4c4544-0054-3610-8034-b8c04f313231", "8T64121", HWIDENT_UUID_BE, "dell-prefix"},
        {"44454c4c-00a6-1031-8036-80c04f35494b", "165IK", HWIDENT_UUID_LE, "dell-prefix"},
        {"4c4c4544-a600-3110-8036-80c04f35494b", "165IK", HWIDENT_UUID_BE, "dell-prefix"},
        {"ec1f0a1b-2c3d-000f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"ed2f0a1b-2c3d-000f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"ec2f0a1b-2c3d-4e5f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_BE, "ec2-prefix"},
        {"1b0a2fec-3d2c-5f4e-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_LE, "ec2-prefix"},
        {"12345678-9abc-4def-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_BE, "version-nibble"},
        {"12345678-9abc-ef4d-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_LE, "version-nibble"},
        {"12345678-9abc-0d4f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_LE, "version-nibble"},
        {"12345678-9abc-8dff-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_BE, "version-nibble"},
        {"12345678-9abc-9dff-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"12345678-9abc-0d0f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"12345678-9abc-4d1f-8091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"12345678-9abc-4def-c091-a2b3c4d5e6f7", "x", HWIDENT_UUID_SPEC, NULL},
        {"ffffffff-ffff-ffff-ffff-ffffffffffff", "x", HWIDENT_UUID_SPEC, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct builder b = {0};
        struct hwident_table table;
        const char *evidence = "untouched";

        build_machine(&b, rows[i].stored, rows[i].serial);
        table = build_table(&b, HWIDENT_SMBIOS(2, 8));
        assert_int_equal(hwident_table_uuid_order(&table, &evidence), rows[i].order);
        if (rows[i].evidence)
            assert_string_equal(evidence, rows[i].evidence);
        else
            assert_null(evidence);
    }
}

/* It is hostile: nothing may be written beyond the buffer for a UUID's text. */
static void a_serial_number_of_two_thousand_bytes_is_no_evidence(void **state)
{
    char serial[2000] = "VMware-";
    struct builder b = {0};
    struct hwident_table table;
    const char *evidence = "untouched";

    (void)state;
    memset(serial + 7, 'x', sizeof serial - 8);
    build_machine(&b, BE, serial);
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    assert_int_equal(hwident_table_uuid_order(&table, &evidence), HWIDENT_UUID_SPEC);
    assert_null(evidence);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_uuid_is_compared_with_the_views_of_the_version),
        cmocka_unit_test(a_uuid_that_swapping_leaves_alone_is_the_same),
        cmocka_unit_test(one_different_byte_makes_it_different),
        cmocka_unit_test(every_spelling_is_accepted),
        cmocka_unit_test(an_error_gives_the_offset_of_the_first_bad_character),
        cmocka_unit_test(a_placeholder_is_refused_on_either_side),
        cmocka_unit_test(a_code_is_compared_with_its_own_component),
        cmocka_unit_test(a_code_needs_app_and_component),
        cmocka_unit_test(a_broken_table_is_an_error_not_a_verdict),
        cmocka_unit_test(values_are_checked_without_a_table),
        cmocka_unit_test(every_verdict_has_a_name),
        cmocka_unit_test(the_byte_order_is_inferred_from_evidence),
        cmocka_unit_test(a_serial_number_of_two_thousand_bytes_is_no_evidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
