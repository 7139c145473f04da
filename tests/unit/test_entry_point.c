/*
 * The entry point: anchors, lengths, checksums, versions (section 5.2).
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

static void reads_sm_of_every_length_in_the_field(void **state)
{
    (void)state;
    for (uint8_t length = 0x1E; length <= 0x20; length++) {
        struct hwident_entry_point ep;
        uint8_t bytes[32];

        build_sm(bytes, length, 2, 8, 0x1234, 77);
        assert_int_equal(hwident_entry_point_parse(bytes, length, &ep), 0);
        assert_int_equal(ep.anchor, HWIDENT_ANCHOR_SM);
        assert_int_equal(ep.version, HWIDENT_SMBIOS(2, 8));
        assert_int_equal(ep.table_length, 0x1234);
        assert_int_equal(ep.structure_count, 77);
        assert_int_equal(ep.table_address, 32);
    }
}

static void reads_sm3_of_every_length(void **state)
{
    (void)state;
    for (uint8_t length = 0x18; length <= 0x20; length++) {
        struct hwident_entry_point ep;
        uint8_t bytes[32];

        build_sm3(bytes, length, 3, 9, 0x01000000);
        assert_int_equal(hwident_entry_point_parse(bytes, length, &ep), 0);
        assert_int_equal(ep.anchor, HWIDENT_ANCHOR_SM3);
        assert_int_equal(ep.version, HWIDENT_SMBIOS(3, 9));
        assert_int_equal(ep.table_length, 0x01000000);
        assert_int_equal(ep.structure_count, 0);
    }
}

static void reads_a_lone_dmi_with_its_version_in_bcd(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    build_dmi(bytes, 0x23, 500, 12);
    assert_int_equal(hwident_entry_point_parse(bytes, 15, &ep), 0);
    assert_int_equal(ep.anchor, HWIDENT_ANCHOR_DMI);
    assert_int_equal(ep.version, HWIDENT_SMBIOS(2, 3));
    assert_int_equal(ep.table_length, 500);
    assert_int_equal(ep.structure_count, 12);
    assert_int_equal(hwident_entry_point_parse(bytes, 14, &ep), HWIDENT_E_ENTRY_LENGTH);
}

/* No two bytes of the fields are the same, none is 0. */
static void reads_each_field_at_its_offset(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    build_sm(bytes, 0x1F, 2, 8, 0xA2A1, 0xC2C1);
    memcpy(bytes + 0x08, "\x91\x92\x93", 3);
    memcpy(bytes + 0x18, "\xB1\xB2\xB3\xB4", 4);
    build_checksum(bytes + 0x10, 0x0F, 0x05);
    build_checksum(bytes, 0x1F, 0x04);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
    assert_int_equal(ep.structure_max, 0x9291);
    assert_int_equal(ep.table_length, 0xA2A1);
    assert_int_equal(ep.table_address, 0xB4B3B2B1);
    assert_int_equal(ep.structure_count, 0xC2C1);
    assert_int_equal(ep.length, 0x1F);

    build_sm3(bytes, 0x18, 3, 9, 0xA4A3A2A1);
    bytes[0x09] = 0x90; /* the docrev */
    memcpy(bytes + 0x10, "\xB1\xB2\xB3\xB4\xB5\xB6\xB7\xB8", 8);
    build_checksum(bytes, 0x18, 0x05);
    assert_int_equal(hwident_entry_point_parse(bytes, 0x18, &ep), 0);
    assert_int_equal(ep.version, HWIDENT_SMBIOS(3, 9) | 0x90);
    assert_int_equal(ep.structure_max, 0);
    assert_int_equal(ep.table_length, 0xA4A3A2A1);
    assert_true(ep.table_address == 0xB8B7B6B5B4B3B2B1);
    assert_int_equal(ep.length, 0x18);

    build_dmi(bytes, 0x23, 500, 12);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
    assert_int_equal(ep.length, 0x0F);
}

static void ignores_bytes_after_the_length(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    build_sm(bytes, 0x1E, 2, 8, 100, 3);
    bytes[0x1F] = 0x11;
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
    build_sm3(bytes, 0x18, 3, 0, 100);
    memset(bytes + 0x18, 0x11, 8);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
    build_dmi(bytes, 0x23, 500, 12);
    memset(bytes + 0x0F, 0x11, 17);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
}

static void refuses_bytes_without_an_anchor(void **state)
{
    static const struct hwident_entry_point nothing = {0};
    struct hwident_entry_point ep;

    (void)state;
    memset(&ep, 0xEE, sizeof ep);
    assert_int_equal(hwident_entry_point_parse("_XM_", 4, &ep), HWIDENT_E_ANCHOR);
    assert_int_equal(ep.anchor, nothing.anchor);
    assert_int_equal(ep.length, nothing.length);
    assert_int_equal(ep.version, nothing.version);
}

static void refuses_lengths_out_of_range(void **state)
{
    static const uint8_t sm_lengths[] = {0x00, 0x1D, 0x21, 0xFF};
    static const uint8_t sm3_lengths[] = {0x00, 0x17, 0x21, 0xFF};
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    for (size_t i = 0; i < sizeof sm_lengths; i++) {
        build_sm(bytes, 0x1F, 2, 8, 100, 3);
        bytes[0x05] = sm_lengths[i];
        build_checksum(bytes, 0x1F, 0x04);
        assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), HWIDENT_E_ENTRY_LENGTH);
    }
    for (size_t i = 0; i < sizeof sm3_lengths; i++) {
        build_sm3(bytes, 0x18, 3, 0, 100);
        bytes[0x06] = sm3_lengths[i];
        build_checksum(bytes, 0x18, 0x05);
        assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), HWIDENT_E_ENTRY_LENGTH);
    }
}

static void refuses_every_cut_and_reads_nothing_after_it(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    build_sm(bytes, 0x1F, 2, 8, 100, 3);
    for (size_t size = 0; size < 0x1F; size++)
        assert_true(hwident_entry_point_parse(bytes, size, &ep) < 0);
    build_sm3(bytes, 0x18, 3, 0, 100);
    for (size_t size = 0; size < 0x18; size++)
        assert_true(hwident_entry_point_parse(bytes, size, &ep) < 0);
    assert_int_equal(hwident_entry_point_parse(bytes, 0, &ep), HWIDENT_E_ANCHOR);
}

static void refuses_any_wrong_byte_under_the_checksum(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    for (size_t at = 0; at < 0x1F; at++) {
        build_sm(bytes, 0x1F, 2, 8, 100, 3);
        bytes[at] ^= 0x40;
        assert_true(hwident_entry_point_parse(bytes, 32, &ep) < 0);
    }
    build_sm3(bytes, 0x18, 3, 0, 100);
    bytes[0x17]++;
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), HWIDENT_E_CHECKSUM);
}

static void checks_the_dmi_part_by_itself(void **state)
{
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    build_sm(bytes, 0x1F, 2, 8, 100, 3);
    bytes[0x1C]++; /* the whole still adds up, the part does not */
    bytes[0x0B]--;
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), HWIDENT_E_CHECKSUM);
    build_sm(bytes, 0x1F, 2, 8, 100, 3);
    bytes[0x10] = '-';
    build_checksum(bytes, 0x1F, 0x04);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), HWIDENT_E_ANCHOR);
}

static void repairs_the_versions_that_kernels_repair(void **state)
{
    static const struct {
        uint8_t minor;
        uint32_t version;
    } rows[] = {
        {31, HWIDENT_SMBIOS(2, 3)},  {33, HWIDENT_SMBIOS(2, 3)}, {51, HWIDENT_SMBIOS(2, 6)},
        {32, HWIDENT_SMBIOS(2, 32)}, {6, HWIDENT_SMBIOS(2, 6)},
    };
    struct hwident_entry_point ep;
    uint8_t bytes[32];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        build_sm(bytes, 0x1F, 2, rows[i].minor, 100, 3);
        assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
        assert_int_equal(ep.version, rows[i].version);
        assert_int_equal(ep.version_stated, HWIDENT_SMBIOS(2, rows[i].minor));
    }
    build_sm3(bytes, 0x18, 2, 51, 100);
    assert_int_equal(hwident_entry_point_parse(bytes, 32, &ep), 0);
    assert_int_equal(ep.version, HWIDENT_SMBIOS(2, 51));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_sm_of_every_length_in_the_field),
        cmocka_unit_test(reads_sm3_of_every_length),
        cmocka_unit_test(reads_a_lone_dmi_with_its_version_in_bcd),
        cmocka_unit_test(reads_each_field_at_its_offset),
        cmocka_unit_test(ignores_bytes_after_the_length),
        cmocka_unit_test(refuses_bytes_without_an_anchor),
        cmocka_unit_test(refuses_lengths_out_of_range),
        cmocka_unit_test(refuses_every_cut_and_reads_nothing_after_it),
        cmocka_unit_test(refuses_any_wrong_byte_under_the_checksum),
        cmocka_unit_test(checks_the_dmi_part_by_itself),
        cmocka_unit_test(repairs_the_versions_that_kernels_repair),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
