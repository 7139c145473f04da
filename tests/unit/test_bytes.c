/*
 * The functions that read the table, up to its last byte and after it.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "smbios/bytes.h"

static const uint8_t bytes[] = {0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89};
enum { SIZE = sizeof bytes };

static void a_byte_after_the_end_is_0(void **state)
{
    (void)state;
    assert_int_equal(bytes_u8(bytes, SIZE, 0), 0x81);
    assert_int_equal(bytes_u8(bytes, SIZE, SIZE - 1), 0x89);
    assert_int_equal(bytes_u8(bytes, SIZE, SIZE), 0);
    assert_int_equal(bytes_u8(bytes, SIZE - 1, SIZE - 1), 0);
    assert_int_equal(bytes_u8(bytes, SIZE, SIZE_MAX), 0);
    assert_int_equal(bytes_u8(bytes, 0, 0), 0);
}

static void a_width_fits_up_to_the_last_byte(void **state)
{
    (void)state;
    assert_true(bytes_hold(4, 0, 4));
    assert_true(bytes_hold(4, 3, 1));
    assert_true(bytes_hold(4, 4, 0));
    assert_false(bytes_hold(4, 0, 5));
    assert_false(bytes_hold(4, 3, 2));
    assert_false(bytes_hold(4, 4, 1));
    assert_false(bytes_hold(4, 5, 0));
    assert_false(bytes_hold(4, 2, SIZE_MAX));
    assert_false(bytes_hold(4, SIZE_MAX, 2));
}

static void a_number_is_little_endian_and_whole_or_0(void **state)
{
    (void)state;
    assert_int_equal(bytes_le(bytes, SIZE, 1, 1), 0x82);
    assert_int_equal(bytes_le(bytes, SIZE, 1, 3), 0x848382);
    assert_true(bytes_le(bytes, SIZE, 0, 8) == 0x8887868584838281);
    assert_true(bytes_le(bytes, SIZE, 1, 8) == 0x8988878685848382);
    assert_int_equal(bytes_le(bytes, SIZE, 2, 8), 0);
    assert_int_equal(bytes_le(bytes, SIZE, SIZE, 1), 0);
}

static void a_text_is_found_only_if_all_of_it_is_there(void **state)
{
    static const uint8_t text[] = {'a', 'b', 'a', 'b', 'c'};

    (void)state;
    assert_true(bytes_are(text, sizeof text, 0, "ab"));
    assert_true(bytes_are(text, sizeof text, 2, "abc"));
    assert_false(bytes_are(text, sizeof text, 0, "abc"));
    assert_false(bytes_are(text, sizeof text - 1, 2, "abc"));
    assert_false(bytes_are(text, sizeof text, 1, "ab"));
    assert_true(bytes_contain(text, sizeof text, "abc"));
    assert_true(bytes_contain(text, sizeof text, "c"));
    assert_false(bytes_contain(text, sizeof text - 1, "abc"));
    assert_false(bytes_contain(text, sizeof text, "ac"));
    assert_false(bytes_contain(text, 0, "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byte_after_the_end_is_0),
        cmocka_unit_test(a_width_fits_up_to_the_last_byte),
        cmocka_unit_test(a_number_is_little_endian_and_whole_or_0),
        cmocka_unit_test(a_text_is_found_only_if_all_of_it_is_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
