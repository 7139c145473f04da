/*
 * Values by name: which are absent and why, and how strings are changed for output.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "smbios/keyword.h"
#include "table_builder.h"

enum { LENGTH = 0x40 };

/* One structure of `type`, `length` bytes long, zeros but for one byte; with one string. */
static struct hwident_table one(struct builder *b, uint8_t type, uint8_t length, size_t at,
                                uint8_t byte, const char *string)
{
    const char *const strings[] = {string, NULL};
    uint8_t data[LENGTH] = {0};

    if (at >= 4)
        data[at - 4] = byte;
    memset(b, 0, sizeof *b);
    build_structure(b, type, data, length - 4U, strings);
    return build_table(b, HWIDENT_SMBIOS(3, 0));
}

static void assert_get(const struct hwident_table *table, const char *keyword, const char *expected)
{
    char text[64];

    assert_int_equal(hwident_table_get(table, keyword, HWIDENT_UUID_SPEC, text, sizeof text, NULL),
                     HWIDENT_OK);
    assert_string_equal(text, expected);
}

static void assert_none(const struct hwident_table *table, const char *keyword, int error)
{
    char text[64];

    assert_int_equal(hwident_table_get(table, keyword, HWIDENT_UUID_SPEC, text, sizeof text, NULL),
                     error);
}

static void an_unknown_keyword_is_an_error(void **state)
{
    static struct builder b;
    const struct hwident_table table = one(&b, 1, 8, 4, 1, "A");

    (void)state;
    assert_none(&table, "system-nonsense", HWIDENT_E_KEYWORD);
    assert_none(&table, "", HWIDENT_E_KEYWORD);
    assert_null(hwident_keyword(26));
    assert_non_null(hwident_keyword(25));
    assert_null(hwident_keyword_sysfs(26));
    assert_null(hwident_keyword_sysfs(25)); /* the kernel has nothing of processors */
}

static void a_structure_that_is_not_there_has_no_value(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 1, 8, 4, 1, "A");

    (void)state;
    assert_get(&table, "system-manufacturer", "A");
    assert_none(&table, "bios-vendor", HWIDENT_E_NO_STRUCTURE);
    table.size -= 1;
    assert_none(&table, "system-manufacturer", HWIDENT_E_UNTERMINATED);
}

static void a_buffer_holds_the_text_and_its_zero(void **state)
{
    static struct builder b;
    const struct hwident_table table = one(&b, 1, 8, 4, 1, "Machine");
    char text[9] = "xxxxxxxx";

    (void)state;
    assert_int_equal(hwident_table_get(&table, "sys_vendor", HWIDENT_UUID_SPEC, text, 7, NULL),
                     HWIDENT_E_BUFFER);
    assert_string_equal(text, "xxxxxxxx");
    assert_int_equal(hwident_table_get(&table, "sys_vendor", HWIDENT_UUID_SPEC, text, 8, NULL),
                     HWIDENT_OK);
    assert_string_equal(text, "Machine");
    assert_int_equal(hwident_table_get(&table, "sys_vendor", HWIDENT_UUID_SPEC, text, 0, NULL),
                     HWIDENT_E_BUFFER);
}

static void bytes_that_are_not_printable_become_dots(void **state)
{
    static struct builder b;
    const struct hwident_table table = one(&b, 1, 8, 4, 1, "\x01\x1f !~\x7f\x80\xff");

    (void)state;
    assert_get(&table, "system-manufacturer", ".. !~...");
}

static void a_release_has_two_bytes_that_are_not_ff(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 0, 0x18, 0x15, 7, "A");

    (void)state;
    assert_get(&table, "bios-revision", "0.7");
    assert_get(&table, "firmware-revision", "0.0");
    table = one(&b, 0, 0x18, 0x14, 0xFF, "A");
    assert_none(&table, "bios-revision", HWIDENT_E_UNKNOWN_VALUE);
    table = one(&b, 0, 0x18, 0x15, 0xFF, "A");
    assert_none(&table, "bios-revision", HWIDENT_E_UNKNOWN_VALUE);
    table = one(&b, 0, 0x18, 0x15, 0xFE, "A");
    assert_get(&table, "bios-revision", "0.254");
    table = one(&b, 0, 0x15, 0, 0, "A");
    assert_none(&table, "bios-revision", HWIDENT_E_SHORT);
    table = one(&b, 0, 0x14, 0, 0, "A");
    assert_none(&table, "bios-revision", HWIDENT_E_SHORT);
}

static void a_chassis_type_is_seven_bits(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 3, 6, 5, 0x83, "A");

    (void)state;
    assert_get(&table, "chassis-type", "Desktop");
    assert_get(&table, "chassis_type", "3");
    table = one(&b, 3, 6, 5, 0x7F, "A");
    assert_none(&table, "chassis-type", HWIDENT_E_UNKNOWN_VALUE);
    assert_get(&table, "chassis_type", "127");
    table = one(&b, 3, 5, 4, 1, "A");
    assert_none(&table, "chassis-type", HWIDENT_E_SHORT);
}

static void a_frequency_of_zero_is_unknown(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 4, 0x18, 0x17, 1, "A");

    (void)state;
    assert_get(&table, "processor-frequency", "256 MHz");
    table = one(&b, 4, 0x18, 0x16, 1, "A");
    assert_get(&table, "processor-frequency", "1 MHz");
    table = one(&b, 4, 0x18, 0, 0, "A");
    assert_none(&table, "processor-frequency", HWIDENT_E_UNKNOWN_VALUE);
    table = one(&b, 4, 0x17, 0x16, 1, "A");
    assert_none(&table, "processor-frequency", HWIDENT_E_SHORT);
}

static void a_uuids_order_is_the_callers_or_the_versions(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 1, 0x19, 8, 0xAB, "A");
    char text[64];

    (void)state;
    assert_get(&table, "system-uuid", "000000ab-0000-0000-0000-000000000000");
    table.version = HWIDENT_SMBIOS(2, 6);
    assert_get(&table, "system-uuid", "000000ab-0000-0000-0000-000000000000");
    table.version = HWIDENT_SMBIOS(2, 5);
    assert_get(&table, "system-uuid", "ab000000-0000-0000-0000-000000000000");
    assert_int_equal(hwident_table_get(&table, "product_uuid", HWIDENT_UUID_LE, text, 37, NULL),
                     HWIDENT_OK);
    assert_string_equal(text, "000000ab-0000-0000-0000-000000000000");
    table.version = 0;
    assert_none(&table, "system-uuid", HWIDENT_E_VERSION);
    assert_int_equal(hwident_table_get(&table, "product_uuid", HWIDENT_UUID_BE, text, 37, NULL),
                     HWIDENT_OK);
    assert_string_equal(text, "ab000000-0000-0000-0000-000000000000");
}

/* ---- Processor families (section 7.5.2) -------------------------------------------------------- */

static void code_be_depends_on_the_manufacturer(void **state)
{
    static const struct {
        const char *manufacturer;
        const char *family;
    } rows[] = {
        {"Intel", "Core 2"},       {"Genuine INTEL(R)", "Core 2"},
        {"INtelligent", "Core 2"}, {"AMD", "K7"},
        {"Advanced amd", "K7"},    {"@MD [ntel", "Core 2 or K7"},
        {"inte", "Core 2 or K7"},  {"am", "Core 2 or K7"},
        {"VIA", "Core 2 or K7"},
    };
    static struct builder b;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct hwident_table table = one(&b, 4, 8, 7, 1, rows[i].manufacturer);

        b.bytes[6] = 0xBE;
        assert_get(&table, "processor-family", rows[i].family);
        b.bytes[7] = 0;
        assert_get(&table, "processor-family", "Core 2 or K7");
    }
}

static void code_fe_says_that_the_word_has_it(void **state)
{
    static struct builder b;
    struct hwident_table table = one(&b, 4, 0x2A, 0x29, 1, "A");

    (void)state;
    b.bytes[6] = 0xFE;
    assert_get(&table, "processor-family", "ARMv7"); /* 0x100 */
    b.bytes[6] = 0x02;
    assert_get(&table, "processor-family", "Unknown");
    table = one(&b, 4, 0x29, 0x28, 1, "A");
    b.bytes[6] = 0xFE; /* which is not there */
    assert_none(&table, "processor-family", HWIDENT_E_UNKNOWN_VALUE);
    table = one(&b, 4, 6, 5, 1, "A");
    assert_none(&table, "processor-family", HWIDENT_E_SHORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_keyword_is_an_error),
        cmocka_unit_test(a_structure_that_is_not_there_has_no_value),
        cmocka_unit_test(a_buffer_holds_the_text_and_its_zero),
        cmocka_unit_test(bytes_that_are_not_printable_become_dots),
        cmocka_unit_test(a_release_has_two_bytes_that_are_not_ff),
        cmocka_unit_test(a_chassis_type_is_seven_bits),
        cmocka_unit_test(a_frequency_of_zero_is_unknown),
        cmocka_unit_test(a_uuids_order_is_the_callers_or_the_versions),
        cmocka_unit_test(code_be_depends_on_the_manufacturer),
        cmocka_unit_test(code_fe_says_that_the_word_has_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
