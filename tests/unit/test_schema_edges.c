/*
 * Values at which a field's meaning changes that no table in testdata has, and the limits of the
 * engine.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

static char *text_with(uint32_t version, enum dialect dialect, uint8_t type, const void *data,
                       size_t size)
{
    struct built one;

    build_one(&one, type, data, size, version);
    return text_of(&one, &(const struct text_options){.dialect = dialect});
}

static bool text_holds(const char *part, enum dialect dialect, uint8_t type, const void *data,
                       size_t size)
{
    char *text = text_with(HWIDENT_SMBIOS(3, 3), dialect, type, data, size);
    const bool holds = strstr(text, part) != NULL;

    free(text);
    return holds;
}

#define assert_text_holds(part, ...) assert_true(text_holds(part, DIALECT_3_7, __VA_ARGS__))

/* ---- The engine ------------------------------------------------------------------------------- */

/* A row of a type that there is not, with more names than a number has bits. */
static void a_field_of_bits_has_64_at_most(void **state)
{
    static const char *const names[70] = {[63] = "last", [64] = "none", [69] = "none"};
    const struct field row = {4, 8, FIELD_BITS, "Bits", "bits", NAMES(names)};
    const struct schema schema = {200, "Bits", &row, 1};
    static const uint8_t data[8] = {1, [7] = 0x80}, zeros[8] = {0};
    struct built one;
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const struct sink sink = {.take = record, .context = out};

    (void)state;
    build_one(&one, 200, data, sizeof data, 0);
    schema_decode(&schema, &one.table, &one.structure, &sink);
    build_one(&one, 200, zeros, sizeof zeros, 0);
    schema_decode(&schema, &one.table, &one.structure, &sink);
    fclose(out);
    assert_string_equal(text, "bits=[ <last> ] bits=[ ] ");
    free(text);
}

static void a_field_of_bytes_is_whole_or_not_there(void **state)
{
    static const struct field row = {4, 8, FIELD_BYTES, "Bytes", "bytes"};
    struct built one;
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const struct sink sink = {.take = record, .context = out};
    struct decoding d = {.sink = &sink, .field = &row};

    (void)state;
    build_one(&one, 200, "\1\2\3", 3, 0);
    d.table = &one.table;
    d.structure = &one.structure;
    d.end = one.structure.length;
    emit_bytes(&d, 4, 4, NULL);
    emit_bytes(&d, 4, 3, NULL);
    fclose(out);
    assert_string_equal(text, "bytes=010203 ");
    free(text);
}

static void a_part_beyond_the_end_has_no_rows(void **state)
{
    static const struct field row = {0, 1, FIELD_NUMBER, "Number", "number"};
    struct built one;
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const struct sink sink = {.take = record, .context = out};
    struct decoding d = {.sink = &sink, .field = &row, .schema = schema_of(1)};

    (void)state;
    build_one(&one, 200, "\1\2\3", 3, 0);
    d.table = &one.table;
    d.structure = &one.structure;
    d.end = one.structure.length;
    schema_rows(&d, &row, 1, 6, 1);
    schema_rows(&d, &row, 1, 6, 2);
    schema_rows(&d, &row, 1, 6, SIZE_MAX);
    schema_rows(&d, &row, 1, 7, 0);
    fclose(out);
    assert_string_equal(text, "number=3 ");
    free(text);
}

/* ---- Firmware and board (sections 7.1, 7.4) ----------------------------------------------------- */

/* 7.1: FF at 0x09 and the word at 0x18: its upper two bits are the unit. */
static void a_rom_of_16_mib_and_more_is_in_the_word(void **state)
{
    static const struct {
        uint8_t low, high;
        const char *size;
    } rows[] = {
        {0x20, 0x00, "firmware_rom_size_bytes=33554432 "},
        {0x20, 0x40, "firmware_rom_size_bytes=34359738368 "},
        {0x20, 0x80, "firmware_rom_size_bytes=- "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint8_t data[0x1A - 4] = {[0x09 - 4] = 0xFF};

        data[0x18 - 4] = rows[i].low;
        data[0x19 - 4] = rows[i].high;
        assert_values(rows[i].size, 0, data, sizeof data);
        assert_values("firmware_rom_size_bytes=16777216 ", 0, data, 0x18 - 4);
        assert_text_holds("\tROM Size: 16 MiB\n", 0, data, 0x18 - 4);
    }
}

static void an_element_that_is_there_as_often_as_it_may_has_one_number(void **state)
{
    uint8_t data[0x18 - 4] = {0};

    (void)state;
    data[0x13 - 4] = 1;
    data[0x14 - 4] = 3;
    data[0x15 - 4] = 0x91;
    data[0x16 - 4] = data[0x17 - 4] = 2;
    assert_text_holds("\tContained Elements: 1\n\t\tMemory Device (2)\n", 3, data, sizeof data);
    assert_false(text_holds("Contained", DIALECT_3_7, 3, data, sizeof data - 1));
    assert_values("contained_elements=[ { structure_type=17 minimum=2 maximum=2 } ] ", 3, data,
                  sizeof data);
    data[0x15 - 4] = 3;
    assert_values("contained_elements=[ { board_type=3 minimum=2 maximum=2 } ] ", 3, data,
                  sizeof data);
    data[0x15 - 4] = 0x91;
    data[0x16 - 4] = 1;
    assert_text_holds("\tContained Elements: 1\n\t\tMemory Device (1-2)\n", 3, data, sizeof data);
}

/* ---- Memory (sections 7.17, 7.18) --------------------------------------------------------------- */

static void a_capacity_of_2_tib_and_more_is_in_the_long_field(void **state)
{
    uint8_t data[0x17 - 4] = {0};

    (void)state;
    data[0x0A - 4] = 0x80;
    data[0x14 - 4] = 4; /* of eight bytes, in bytes */
    assert_values("maximum_capacity_bytes=4398046511104 ", 16, data, sizeof data);
    assert_values("maximum_capacity_bytes=- ", 16, data, 0x0F - 4);
    data[0x07 - 4] = 1;
    assert_values("maximum_capacity_bytes=2199023256576 ", 16, data, sizeof data);
}

/* 7.20: FFFFFFFF: see the eight bytes at 0x0F and 0x17. */
static void an_address_beyond_4_tib_has_16_digits(void **state)
{
    uint8_t data[0x1F - 4] = {0xFF, 0xFF, 0xFF, 0xFF};

    (void)state;
    data[0x13 - 4] = 1;
    data[0x1B - 4] = 2;
    assert_text_holds("\tStarting Address: 0x0000000100000000\n", 19, data, sizeof data);
    assert_text_holds("\tEnding Address: 0x0000000200000000\n", 19, data, sizeof data);
}

/* 7.20: FFFFFFFF as the end says so of both, and holds only with the same start. */
static void a_range_whose_end_alone_is_elsewhere_has_no_size(void **state)
{
    uint8_t data[0x1F - 4] = {0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF};

    (void)state;
    assert_text_holds("\tRange Size: Invalid\n", 19, data, sizeof data);
    data[4] = 0xFE;
    assert_text_holds("\tRange Size: 4095 GiB\n", 19, data, sizeof data);
}

static void a_slot_of_unknown_size_counts_as_full(void **state)
{
    struct built one;

    (void)state;
    build_one(&one, 17, "123456789", 9, 0);
    assert_true(schema_of(17)->full(&one.structure));
    build_one(&one, 17, "12345678\0\0", 10, 0);
    assert_false(schema_of(17)->full(&one.structure));
    build_one(&one, 17, "12345678\0\1", 10, 0);
    assert_true(schema_of(17)->full(&one.structure));
}

/* ---- Slots, and the TPM (sections 7.10, 7.44) --------------------------------------------------- */

/* What came with SMBIOS 3.3 and later, and M.2 and MXM, had no number there. */
static void dmidecode_3_6_numbers_fewer_slots(void **state)
{
    static const struct {
        uint8_t type;
        bool now, then;
    } rows[] = {
        {0x06, true, true},  {0x13, true, true}, {0x14, true, false}, {0x17, true, false},
        {0x1F, true, true},  {0x23, true, true}, {0x24, true, false}, {0x28, true, false},
        {0xA5, true, true},  {0xB6, true, true}, {0xB8, true, true},  {0xC4, true, true},
        {0xC6, true, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint8_t data[] = {1, rows[i].type, 3, 4, 4, 3, 0, 0};

        assert_int_equal(text_holds("\tID: 3\n", DIALECT_3_7, 9, data, sizeof data), rows[i].now);
        assert_int_equal(text_holds("\tID: 3\n", DIALECT_3_6, 9, data, sizeof data), rows[i].then);
    }
}

/* Where only DMI could be read. */
static void without_a_version_a_host_interface_is_read_as_the_latest(void **state)
{
    static const uint8_t data[] = {0x40, 9, 3, 0xEC, 0x10, 0x68, 0x81, 0x70, 0x74, 0x68, 0x34, 0};
    char *none = text_with(0, DIALECT_3_7, 42, data, sizeof data);
    char *todays = text_with(HWIDENT_SMBIOS(3, 2), DIALECT_3_7, 42, data, sizeof data);
    char *old = text_with(HWIDENT_SMBIOS(3, 1), DIALECT_3_7, 42, data, sizeof data);

    (void)state;
    assert_string_equal(none, todays);
    assert_string_not_equal(none, old);
    free(none);
    free(todays);
    free(old);
}

static void a_tpms_firmware_is_as_its_major_version_says(void **state)
{
    uint8_t data[0x1F - 4] = {0};

    (void)state;
    data[0x0A - 4] = 5;
    data[0x0B - 4] = 1;
    data[0x0C - 4] = 7;
    data[0x0D - 4] = 2;
    data[0x0E - 4] = 1;
    for (uint8_t major = 0; major < 4; major++) {
        static const char *const firmware[] = {"-", "7.2", "519.261", "-"};
        char expected[64];

        data[0x08 - 4] = major;
        (void)snprintf(expected, sizeof expected, "firmware_version=%s ", firmware[major]);
        assert_values(expected, 43, data, sizeof data);
    }
}

/* ---- Vendors ------------------------------------------------------------------------------------- */

static void only_crus_signature_has_an_address_in_the_text(void **state)
{
    const struct schema *cru = NULL;
    struct built one;

    (void)state;
    for (size_t i = 0; !cru; i++)
        if (schema_of_vendor(VENDOR_HP_G6, i)->type == 212)
            cru = schema_of_vendor(VENDOR_HP_G6, i);
    build_one(&one, 212, "$CRU", 4, 0);
    assert_true(cru->full(&one.structure));
    build_one(&one, 212, "$CRV", 4, 0);
    assert_false(cru->full(&one.structure));
    build_one(&one, 212, "$CR", 3, 0);
    assert_false(cru->full(&one.structure));
}

/* ---- Processors (section 7.5) ----------------------------------------------------------------- */

/* Family, ID and nothing else. */
static void assert_signature(uint8_t family, uint32_t low, const char *values)
{
    uint8_t data[0x1A - 4] = {0};

    data[0x06 - 4] = family;
    for (size_t i = 0; i < 4; i++)
        data[0x08 - 4 + i] = (uint8_t)(low >> 8 * i);
    assert_values(values, 4, data, sizeof data);
}

static void amd_extends_family_15_only(void **state)
{
    (void)state;
    assert_signature(0x83, 0x00800F82, "signature={ family=23 model=8 stepping=2 } ");
    assert_signature(0x83, 0x00810F82, "signature={ family=23 model=24 stepping=2 } ");
    assert_signature(0x83, 0x008106A2, "signature={ family=6 model=10 stepping=2 } ");
    assert_signature(0xB3, 0x000306F2, "signature={ type=0 family=6 model=63 stepping=2 } ");
}

/* Where the family says that the ID is an ARM's register, and it is zero. */
static void a_flag_without_a_name_is_not_shown(void **state)
{
    uint8_t data[0x1A - 4] = {0};

    (void)state;
    data[0x06 - 4] = 0xB3;
    data[0x0D - 4] = 0x04; /* bit 10 */
    assert_text_holds("\tFlags: None\n", 4, data, sizeof data);
    data[0x0C - 4] = 0x01;
    assert_text_holds("\tFlags:\n\t\tFPU (Floating-point unit on-chip)\n\tVersion", 4, data,
                      sizeof data);
}

static void a_voltage_of_zero_has_no_line(void **state)
{
    uint8_t data[0x1A - 4] = {0};

    (void)state;
    data[0x12 - 4] = 1;
    assert_false(text_holds("Voltage:", DIALECT_3_7, 4, data, sizeof data));
    assert_true(text_holds("\tVoltage: Unknown\n", DIALECT_3_6, 4, data, sizeof data));
    data[0x11 - 4] = 0x8C;
    assert_text_holds("\tVoltage: 1.2 V\n", 4, data, sizeof data);
}

static void a_midr_of_zero_is_absent(void **state)
{
    uint8_t data[0x2A - 4] = {0};

    (void)state;
    data[0x06 - 4] = 0xFE;
    data[0x28 - 4] = 0x00;
    data[0x29 - 4] = 0x01;
    data[0x0C - 4] = 0x41;
    assert_values("processor_id=0000000041000000 processor_version=", 4, data, sizeof data);
    data[0x0B - 4] = 0x41;
    assert_values("signature={ implementor=65 ", 4, data, sizeof data);
}

/* ---- Lists that need no label ------------------------------------------------------------------ */

static void a_list_that_dmidecode_shows_later_is_there_without_a_label(void **state)
{
    (void)state;
    assert_values("memory_devices=[ ", 37, BYTES(1, 2, 1, 3, 4, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_of_bits_has_64_at_most),
        cmocka_unit_test(a_field_of_bytes_is_whole_or_not_there),
        cmocka_unit_test(a_part_beyond_the_end_has_no_rows),
        cmocka_unit_test(a_rom_of_16_mib_and_more_is_in_the_word),
        cmocka_unit_test(an_element_that_is_there_as_often_as_it_may_has_one_number),
        cmocka_unit_test(a_capacity_of_2_tib_and_more_is_in_the_long_field),
        cmocka_unit_test(an_address_beyond_4_tib_has_16_digits),
        cmocka_unit_test(a_range_whose_end_alone_is_elsewhere_has_no_size),
        cmocka_unit_test(a_slot_of_unknown_size_counts_as_full),
        cmocka_unit_test(dmidecode_3_6_numbers_fewer_slots),
        cmocka_unit_test(without_a_version_a_host_interface_is_read_as_the_latest),
        cmocka_unit_test(a_tpms_firmware_is_as_its_major_version_says),
        cmocka_unit_test(only_crus_signature_has_an_address_in_the_text),
        cmocka_unit_test(amd_extends_family_15_only),
        cmocka_unit_test(a_flag_without_a_name_is_not_shown),
        cmocka_unit_test(a_voltage_of_zero_has_no_line),
        cmocka_unit_test(a_midr_of_zero_is_absent),
        cmocka_unit_test(a_list_that_dmidecode_shows_later_is_there_without_a_label),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
