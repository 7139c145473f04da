/*
 * The UUID: its offset, its byte orders and its spellings (section 7.2.1).
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

/* The specification's own example. */
static const uint8_t stored[16] = {0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
                                   0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};
#define TEXT_LE "00112233-4455-6677-8899-aabbccddeeff"
#define TEXT_BE "33221100-5544-7766-8899-aabbccddeeff"

/* A table with system information of `length` bytes that holds `uuid`. */
static void build_system(struct builder *b, const uint8_t uuid[16], size_t length)
{
    uint8_t data[0x1B] = {0};

    memcpy(data + 4, uuid, 16);
    build_structure(b, 1, data, length - 4, NULL);
}

static void get(uint32_t version, enum hwident_uuid_order order, const char *expected)
{
    struct builder b = {0};
    struct hwident_table table;
    char text[HWIDENT_UUID_TEXT_SIZE];

    build_system(&b, stored, 0x19);
    table = build_table(&b, version);
    assert_int_equal(hwident_table_get(&table, "system-uuid", order, text, sizeof text, NULL), 0);
    assert_string_equal(text, expected);
}

static void the_version_decides_the_order(void **state)
{
    (void)state;
    get(HWIDENT_SMBIOS(2, 6), HWIDENT_UUID_SPEC, TEXT_LE);
    get(HWIDENT_SMBIOS(2, 5), HWIDENT_UUID_SPEC, TEXT_BE);
    get(HWIDENT_SMBIOS(2, 1), HWIDENT_UUID_SPEC, TEXT_BE);
    get(HWIDENT_SMBIOS(3, 0), HWIDENT_UUID_SPEC, TEXT_LE);
    get(HWIDENT_SMBIOS(2, 3), HWIDENT_UUID_LE, TEXT_LE);
    get(HWIDENT_SMBIOS(3, 3), HWIDENT_UUID_BE, TEXT_BE);
    get(0, HWIDENT_UUID_LE, TEXT_LE);
    get(0, HWIDENT_UUID_BE, TEXT_BE);
}

static void without_a_version_the_order_is_not_guessed(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    char text[HWIDENT_UUID_TEXT_SIZE] = "untouched";

    (void)state;
    build_system(&b, stored, 0x19);
    table = build_table(&b, 0);
    assert_int_equal(
        hwident_table_get(&table, "system-uuid", HWIDENT_UUID_SPEC, text, sizeof text, NULL),
        HWIDENT_E_VERSION);
    assert_string_equal(text, "untouched");
}

static void a_uuid_that_is_cut_is_absent(void **state)
{
    (void)state;
    for (size_t length = 0x04; length <= 0x19; length++) {
        struct builder b = {0};
        struct hwident_table table;
        uint8_t uuid[16];

        build_system(&b, stored, length);
        table = build_table(&b, 0);
        assert_int_equal(hwident_table_uuid(&table, uuid),
                         length < 0x18 ? HWIDENT_E_SHORT : HWIDENT_OK);
        if (length >= 0x18)
            assert_memory_equal(uuid, stored, 16);
    }
}

static void without_type_1_there_is_no_uuid(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    uint8_t uuid[16] = {7};

    (void)state;
    build_structure(&b, 2, "\1", 1, NULL);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_uuid(&table, uuid), HWIDENT_E_NO_STRUCTURE);
    for (size_t i = 0; i < sizeof uuid; i++)
        assert_int_equal(uuid[i], 0);
}

static void all_zeros_and_all_ones_are_not_present(void **state)
{
    uint8_t uuid[16], read[16];

    (void)state;
    for (int byte = 0; byte < 2; byte++) {
        struct builder b = {0};
        struct hwident_table table;

        memset(uuid, byte ? 0xFF : 0x00, 16);
        build_system(&b, uuid, 0x19);
        table = build_table(&b, 0);
        assert_int_equal(hwident_table_uuid(&table, read),
                         byte ? HWIDENT_E_UUID_ONES : HWIDENT_E_UUID_ZERO);
        uuid[15] ^= 1; /* one bit less and it is one */
        b = (struct builder){0};
        build_system(&b, uuid, 0x19);
        table = build_table(&b, 0);
        assert_int_equal(hwident_table_uuid(&table, read), 0);
    }
}

static void a_table_broken_before_type_1_is_malformed_not_absent(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    uint8_t uuid[16];

    (void)state;
    build_structure(&b, 0, "\0\0", 2, NULL);
    build_bytes(&b, "\5\3\0\0\0\0", 6);
    build_system(&b, stored, 0x19);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_uuid(&table, uuid), HWIDENT_E_LENGTH);
}

static void a_table_broken_after_type_1_still_has_its_uuid(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    uint8_t uuid[16];

    (void)state;
    build_system(&b, stored, 0x19);
    build_bytes(&b, "\5\3\0\0\0\0", 6);
    table = build_table(&b, 0);
    assert_int_equal(hwident_table_uuid(&table, uuid), 0);
}

static void canonical_is_the_same_for_both_orders(void **state)
{
    uint8_t a[16], b[16], smaller[16];

    (void)state;
    memcpy(a, stored, 16);
    memcpy(b, stored, 16);
    hwident_uuid_swap(b);
    assert_memory_not_equal(a, b, 16);
    memcpy(smaller, b, 16); /* 00112233… */
    hwident_uuid_canonical(a);
    hwident_uuid_canonical(b);
    assert_memory_equal(a, b, 16);
    assert_memory_equal(a, smaller, 16);
    hwident_uuid_swap(a);
    hwident_uuid_swap(a);
    assert_memory_equal(a, smaller, 16);
}

/* Bytes that are smaller by one are smaller. */
static void the_smaller_order_is_canonical(void **state)
{
    uint8_t a[16] = {2, 0, 0, 1}, b[16] = {1, 0, 0, 2}, smaller[16] = {1, 0, 0, 2};

    (void)state;
    hwident_uuid_canonical(a);
    assert_memory_equal(a, smaller, 16);
    hwident_uuid_canonical(b);
    assert_memory_equal(b, smaller, 16);
}

static void reads_every_usual_spelling(void **state)
{
    static const char *const spellings[] = {
        TEXT_LE,
        "00112233-4455-6677-8899-AABBCCDDEEFF",
        "{00112233-4455-6677-8899-aabbccddeeff}",
        "00112233445566778899aabbccddeeff",
        "urn:uuid:" TEXT_LE,
        "UUID:" TEXT_LE,
        "uuid: " TEXT_LE,
        "(00112233-4455-6677-8899-AABBCCDDEEFF)",
        "UUID: {" TEXT_LE "}",
        " \t" TEXT_LE,
        TEXT_LE " \r\n",
        "URN:UUID:" TEXT_LE,
        "VMWARE-00112233445566778899aabbccddeeff",
        "VMware-00 11 22 33 44 55 66 77-88 99 aa bb cc dd ee ff",
    };
    uint8_t uuid[16];
    char text[HWIDENT_UUID_TEXT_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        assert_int_equal(hwident_uuid_parse(spellings[i], uuid, NULL), 0);
        hwident_uuid_format(uuid, text);
        assert_string_equal(text, TEXT_LE);
    }
}

static void gives_the_offset_of_the_first_bad_character(void **state)
{
    static const struct {
        const char *text;
        size_t where;
    } rows[] = {
        {"", 0},
        {"0", 1},
        {"00112233-4455-6677-8899-aabbccddeef", 35},
        {"00112233-4455-6677-8899-aabbccddeeffa", 36},
        {"00112233-4455-6677-8899-aabbccddeegg", 34},
        {"{00112233-4455-6677-8899-aabbccddeeff", 37},
        {"00112233-4455-6677-8899-aabbccddeeff}", 36},
        {"00112233--4455-6677-8899-aabbccddeeff", 9},
        {"0-0112233445566778899aabbccddeeff", 1},
        {"(00112233-4455-6677-8899-aabbccddeeff}", 37},
        {"00112233-4455-6677-8899-aabbccddeeff)", 36},
        {"00112233-4455-6677-8899-aabbccddeeff x", 37},
        {" ", 1},
        {"uuid:uuid:" TEXT_LE, 5},
        {"0/112233-4455-6677-8899-aabbccddeeff", 1}, /* what stands beside the digits in ASCII */
        {"0:112233-4455-6677-8899-aabbccddeeff", 1},
        {"0@112233-4455-6677-8899-aabbccddeeff", 1},
        {"0G112233-4455-6677-8899-aabbccddeeff", 1},
        {"0`112233-4455-6677-8899-aabbccddeeff", 1},
        {"0g112233-4455-6677-8899-aabbccddeeff", 1},
        {"urn:uuid", 0},
        {"xrn:uuid:00112233445566778899aabbccddeeff", 0},
        {"VMware-", 7},
    };
    uint8_t uuid[16] = {7};
    size_t where;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(hwident_uuid_parse(rows[i].text, uuid, &where), HWIDENT_E_UUID_TEXT);
        assert_int_equal(where, rows[i].where);
        assert_int_equal(uuid[0], 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_decides_the_order),
        cmocka_unit_test(without_a_version_the_order_is_not_guessed),
        cmocka_unit_test(a_uuid_that_is_cut_is_absent),
        cmocka_unit_test(without_type_1_there_is_no_uuid),
        cmocka_unit_test(all_zeros_and_all_ones_are_not_present),
        cmocka_unit_test(a_table_broken_before_type_1_is_malformed_not_absent),
        cmocka_unit_test(a_table_broken_after_type_1_still_has_its_uuid),
        cmocka_unit_test(canonical_is_the_same_for_both_orders),
        cmocka_unit_test(the_smaller_order_is_canonical),
        cmocka_unit_test(reads_every_usual_spelling),
        cmocka_unit_test(gives_the_offset_of_the_first_bad_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
