/*
 * Where a field's meaning turns: the edges that no table in testdata has, and the ends of what the
 * engine's helpers can hold.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

/* ---- The engine ------------------------------------------------------------------------------- */

static void a_number_has_64_digits_at_most(void **state)
{
    struct line line = {0};

    (void)state;
    line_digits(&line, 7, 10, 100);
    assert_int_equal(line.used, 64);
    assert_string_equal(line.text + 62, "07");
    line = (struct line){0};
    line_digits(&line, 0, 10, 0);
    assert_string_equal(line.text, "0");
    line = (struct line){0};
    line_digits(&line, 10, 10, 1);
    assert_string_equal(line.text, "10");
}

static void decimals_stand_behind_a_point(void **state)
{
    static const struct {
        int64_t value;
        unsigned decimals;
        const char *text;
    } rows[] = {
        {0, 0, "0"},
        {-1, 0, "-1"},
        {5, 1, "0.5"},
        {-5, 1, "-0.5"},
        {1234, 2, "12.34"},
        {1004, 3, "1.004"},
        {INT64_MIN, 0, "-9223372036854775808"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct line line = {0};

        line_decimal(&line, rows[i].value, rows[i].decimals);
        assert_string_equal(line.text, rows[i].text);
    }
}

static void bytes_in_a_line_are_printable(void **state)
{
    struct line line = {0};

    (void)state;
    line_bytes(&line, (const uint8_t *)"\x1f ~\x7f\x80", 5);
    assert_string_equal(line.text, ". ~..");
    line = (struct line){0};
    line_hex(&line, 0xAB, 4);
    line_lower(&line, 0xAB, 1);
    assert_string_equal(line.text, "0x00ABab");
}

/* A row of a type that there is not, with more names than a number has bits. */
static void a_field_of_bits_has_64_at_most(void **state)
{
    static const char *const names[70] = {[63] = "last", [64] = "none", [69] = "none"};
    const struct field row = {4, 8, FIELD_BITS, "Bits", "bits", NAMES(names)};
    const struct schema schema = {200, "Bits", &row, 1};
    static const uint8_t data[8] = {[7] = 0x80};
    struct built one;
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const struct sink sink = {.take = record, .context = out};

    (void)state;
    build_one(&one, 200, data, sizeof data, 0);
    schema_decode(&schema, &one.table, &one.structure, &sink);
    fclose(out);
    assert_string_equal(text, "bits=[ <last> ] ");
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
static void a_midr_of_zero_is_none(void **state)
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
        cmocka_unit_test(a_number_has_64_digits_at_most),
        cmocka_unit_test(decimals_stand_behind_a_point),
        cmocka_unit_test(bytes_in_a_line_are_printable),
        cmocka_unit_test(a_field_of_bits_has_64_at_most),
        cmocka_unit_test(a_field_of_bytes_is_whole_or_not_there),
        cmocka_unit_test(amd_extends_family_15_only),
        cmocka_unit_test(a_midr_of_zero_is_none),
        cmocka_unit_test(a_list_that_dmidecode_shows_later_is_there_without_a_label),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
