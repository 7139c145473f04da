/*
 * What redaction is made of: characters of the same kind, and one value for another.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

#include "redact/replace.h"

#include <ctype.h>

/* A class of characters that C knows. */
static const struct {
    const char *name;
    int (*holds)(int c);
} classes[] = {{"digit", isdigit}, {"upper", isupper}, {"lower", islower}};

static const uint8_t one_key[REDACT_KEY_SIZE] = "one", another_key[REDACT_KEY_SIZE] = "another";

static void a_character_becomes_another_of_its_kind(void **state)
{
    struct kinds kinds;

    (void)state;
    kinds_begin(&kinds, one_key);
    for (int round = 0; round < 50; round++)
        for (int c = 0; c < 0x80; c++) {
            uint8_t other = kinds_character(&kinds, (uint8_t)c);

            for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
                assert_int_equal(!classes[i].holds(c), !classes[i].holds(other));
            assert_true(isalnum(c) ? other != c : other == c);
        }
    for (int c = 0x80; c <= 0xFF; c++)
        assert_int_equal(kinds_character(&kinds, (uint8_t)c), 'x');
}

static void a_byte_becomes_another_with_digits_of_the_same_kind(void **state)
{
    struct kinds kinds;

    (void)state;
    kinds_begin(&kinds, one_key);
    assert_int_equal(kinds_byte(&kinds, 0x00), 0x00);
    assert_int_equal(kinds_byte(&kinds, 0xFF), 0xFF);
    for (int round = 0; round < 50; round++)
        for (int byte = 1; byte < 0xFF; byte++) {
            uint8_t other = kinds_byte(&kinds, (uint8_t)byte);

            assert_int_not_equal(other, byte);
            assert_int_not_equal(other, 0);
            assert_int_equal(byte >> 4 < 10, other >> 4 < 10);
            assert_int_equal((byte & 0xF) < 10, (other & 0xF) < 10);
        }
}

static void replacements_depend_on_the_key_and_their_number_alone(void **state)
{
    struct kinds a, b, c;
    int same = 0;

    (void)state;
    kinds_begin(&a, one_key);
    kinds_begin(&b, one_key);
    kinds_begin(&c, another_key);
    for (int i = 0; i < 1000; i++) {
        unsigned number = kinds_random(&a, 1000);

        assert_int_equal(number, kinds_random(&b, 1000));
        same += number == kinds_random(&c, 1000);
    }
    assert_true(same < 20);
    kinds_end(&a);
    kinds_begin(&b, (const uint8_t[REDACT_KEY_SIZE]){0});
    kinds_end(&b);
    assert_memory_equal(&a, &b, sizeof a); /* nothing of the key stays behind */
}

static struct secret secret_of(const char *old, const char *new)
{
    struct secret secret = {.size = strlen(old)};

    memcpy(secret.old, old, secret.size);
    memcpy(secret.new, new, secret.size);
    return secret;
}

static void begin(struct replaceable *in, struct builder *b)
{
    struct hwident_table table = build_table(b, HWIDENT_SMBIOS(2, 8));

    replace_begin(in, b->bytes, &table);
}

static void a_string_is_replaced_wherever_it_stands_in_the_case_it_has_there(void **state)
{
    const char *const strings[] = {"AB12", "xxab12xx", "aB1", "AB12AB12", NULL};
    const struct secret secret = secret_of("AB12", "QZ77");
    struct replaceable in;
    struct builder b = {0};

    (void)state;
    build_structure(&b, 11, "\4AB12", 5, strings);
    begin(&in, &b);
    assert_true(replace_finds(&in, secret.old, secret.size));
    replace_string(&in, &secret);
    assert_false(replace_finds(&in, secret.old, secret.size));
    assert_memory_equal(b.bytes + 5, "QZ77QZ77\0xxqz77xx\0aB1\0QZ77QZ77\0\0", 33);
}

static void bytes_are_replaced_as_they_are_and_as_digits(void **state)
{
    const char *const strings[] = {"12ab34cd", "12-AB-34:cd", "12 ab  34 cd", "12ab34c", NULL};
    const struct secret secret = secret_of("\x12\xAB\x34\xCD", "\x56\xEF\x78\xBA");
    struct replaceable in;
    struct builder b = {0};

    (void)state;
    build_structure(&b, 11, "\4\x12\xAB\x34\xCD", 5, strings);
    begin(&in, &b);
    replace_bytes(&in, &secret);
    assert_memory_equal(b.bytes + 5, "\x56\xEF\x78\xBA", 4);
    assert_memory_equal(b.bytes + 9, "56ef78ba\00056-EF-78:ba\00012 ab  34 cd\00012ab34c\0\0", 43);
}

static void a_header_stays(void **state)
{
    const struct secret secret = secret_of("\x0B\x05", "\x7F\x01");
    struct replaceable in;
    struct builder b = {0};

    (void)state;
    build_structure(&b, 0x0B, "\0", 1, NULL);
    begin(&in, &b);
    replace_string(&in, &secret);
    replace_bytes(&in, &secret);
    assert_memory_equal(b.bytes, "\x0B\x05\0\0", 4);
}

static void what_stands_behind_the_last_whole_structure_is_replaced_too(void **state)
{
    const struct secret secret = secret_of("AB12", "QZ77");
    struct replaceable in;
    struct builder b = {0};

    (void)state;
    build_structure(&b, 1, "\0", 1, NULL);
    build_bytes(&b, "\2\x04\0\0AB12", 8); /* a string set that does not end */
    begin(&in, &b);
    replace_string(&in, &secret);
    assert_memory_equal(b.bytes + b.size - 8, "\2\x04\0\0QZ77", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_becomes_another_of_its_kind),
        cmocka_unit_test(a_byte_becomes_another_with_digits_of_the_same_kind),
        cmocka_unit_test(replacements_depend_on_the_key_and_their_number_alone),
        cmocka_unit_test(a_string_is_replaced_wherever_it_stands_in_the_case_it_has_there),
        cmocka_unit_test(bytes_are_replaced_as_they_are_and_as_digits),
        cmocka_unit_test(a_header_stays),
        cmocka_unit_test(what_stands_behind_the_last_whole_structure_is_replaced_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
