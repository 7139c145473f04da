/*
 * Writing a line of text into a buffer of limited size.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "smbios/line.h"

#include <string.h>

enum { ROOM = 256 };

static void numbers_have_a_base_and_as_many_digits_as_asked_for(void **state)
{
    struct line line = {0};

    (void)state;
    line_number(&line, 0);
    line_char(&line, ' ');
    line_digits(&line, 255, 16, 4);
    line_char(&line, ' ');
    line_lower(&line, 0xABCDEF, 2);
    line_char(&line, ' ');
    line_hex(&line, 10, 2);
    line_char(&line, ' ');
    line_digits_of(&line, "01", UINT64_MAX, 2, 1);
    assert_string_equal(line.text,
                        "0 00FF abcdef 0x0A "
                        "1111111111111111111111111111111111111111111111111111111111111111");
    assert_int_equal(line.used, strlen(line.text));
}

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
    line = (struct line){0};
    line_hex(&line, 0xAB, 4);
    line_lower(&line, 0xAB, 1);
    assert_string_equal(line.text, "0x00ABab");
}

static void decimals_follow_a_point(void **state)
{
    static const struct {
        int64_t value;
        unsigned decimals;
        const char *text;
    } rows[] = {
        {12345, 0, "12345"},
        {12345, 1, "1234.5"},
        {12345, 2, "123.45"},
        {12345, 3, "12.345"},
        {1234, 2, "12.34"},
        {1004, 3, "1.004"},
        {-7, 3, "-0.007"},
        {-1, 0, "-1"},
        {5, 1, "0.5"},
        {-5, 1, "-0.5"},
        {0, 0, "0"},
        {0, 1, "0.0"},
        {INT64_MIN, 0, "-9223372036854775808"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct line line = {0};

        line_decimal(&line, rows[i].value, rows[i].decimals);
        assert_string_equal(line.text, rows[i].text);
    }
}

static void bytes_that_are_not_printable_ascii_become_dots(void **state)
{
    struct line line = {0};
    uint8_t bytes[256];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)i;
    line_bytes(&line, bytes, ROOM - 1);
    assert_int_equal(line.used, ROOM - 1);
    assert_int_equal(line.text[ROOM - 1], '\0');
    for (size_t i = 0; i < ROOM - 1; i++)
        assert_int_equal(line.text[i], i >= ' ' && i <= '~' ? (int)i : '.');
    line = (struct line){0};
    line_bytes(&line, (const uint8_t *)"\x1f ~\x7f\x80", 5);
    assert_string_equal(line.text, ". ~..");
}

static void text_that_does_not_fit_is_left_out(void **state)
{
    char text[ROOM + 8];
    struct line line = {0}, other = {0};

    (void)state;
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    line_add(&line, text);
    assert_int_equal(line.used, ROOM - 1);
    assert_int_equal(strlen(line.text), ROOM - 1);
    line_add(&line, "y");
    line_char(&line, 'y');
    assert_int_equal(line.used, ROOM - 1);
    assert_int_equal(line.text[ROOM - 2], 'x');
    for (size_t i = 0; i < sizeof text; i++)
        line_char(&other, 'x');
    assert_string_equal(other.text, line.text);
    other = (struct line){0};
    for (int i = 0; i < 100; i++)
        line_hex(&other, UINT64_MAX, 16);
    assert_int_equal(other.used, ROOM - 1);
    assert_int_equal(strlen(other.text), ROOM - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_a_base_and_as_many_digits_as_asked_for),
        cmocka_unit_test(a_number_has_64_digits_at_most),
        cmocka_unit_test(decimals_follow_a_point),
        cmocka_unit_test(bytes_that_are_not_printable_ascii_become_dots),
        cmocka_unit_test(text_that_does_not_fit_is_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
