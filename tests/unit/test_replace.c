/*
 * What redaction is made of: characters of the same kind, and one value for another.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

#include "redact/kinds.h"
#include "redact/replace.h"

#include <ctype.h>

/* A class of characters that C knows. */
static const struct {
    const char *name;
    int (*holds)(int c);
} classes[] = {{"digit", isdigit}, {"upper", isupper}, {"lower", islower}};

static const uint8_t one_key[REDACT_KEY_SIZE] = "one", another_key[REDACT_KEY_SIZE] = "another";

static void a_character_becomes_a_different_one_of_its_kind(void **state)
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

static void a_byte_becomes_a_different_one_with_digits_of_the_same_kind(void **state)
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

static void small_numbers_are_equally_likely(void **state)
{
    enum { ROUNDS = 32000, LIMIT = 25 };
    struct kinds kinds;
    int seen[LIMIT] = {0};

    (void)state;
    kinds_begin(&kinds, one_key);
    for (int i = 0; i < ROUNDS; i++)
        seen[kinds_random(&kinds, LIMIT)]++;
    for (int n = 0; n < LIMIT; n++)
        assert_in_range(seen[n], ROUNDS / LIMIT * 8 / 10, ROUNDS / LIMIT * 12 / 10);
    kinds_end(&kinds);
}

/* The product by adding and doubling. */
static uint64_t slow_times(uint64_t a, uint64_t b)
{
    uint64_t sum = 0;

    for (; b > 0; b >>= 1) {
        sum = b & 1 ? (sum + a) % MODULO : sum;
        a = 2 * a % MODULO;
    }
    return sum;
}

static void products_are_right_in_one_piece_and_in_several(void **state)
{
    static const uint64_t edges[] = {0, 1, 2, MODULO - 1, MODULO - 2, MODULO / 2, MODULO / 2 + 1};
    const size_t count = sizeof edges / sizeof edges[0];
    uint64_t number = 1;

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        uint64_t a = i < count * count ? edges[i / count] : number % MODULO, b;

        number = number * 6364136223846793005 + 1442695040888963407;
        b = i < count * count ? edges[i % count] : number % MODULO;
        assert_true(modulo_times(a, b) == slow_times(a, b));
        assert_true(modulo_times_by_pieces(a, b) == slow_times(a, b));
        assert_true(modulo_minus(a, b) == (a + MODULO - b) % MODULO);
    }
}

static void a_piece_has_the_same_hash_wherever_it_is(void **state)
{
    static struct window w, alone;
    struct powers powers;
    uint8_t bytes[WINDOW_ROOM];
    uint64_t hash;

    (void)state;
    powers_begin(&powers, 0x123456789ABCDEF);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(i % 251);
    window_read(&alone, &powers, true, (const uint8_t *)"abCDef", 6);
    window_sum(&alone, 6);
    hash = window_hash(&alone, 1, 5);
    window_read(&w, &powers, true, bytes, sizeof bytes);
    for (size_t i = 0; i < 8 * sizeof bytes; i++) {
        const uint8_t *here = window_bytes(&w);

        if (i % 7 != 0) { /* some places are passed without a look */
            window_sum(&w, 10);
            assert_int_equal(memcmp(here + 3, "bcde", 4) == 0, window_hash(&w, 3, 7) == hash);
        }
        window_skip(&w, 1);
        if (window_size(&w) < 100)
            window_add(&w, bytes, window_room(&w) / 2);
    }
}

static struct builder b;
static struct hwident_table table;
static struct replacements all;

static void begin(void)
{
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    replacements_begin(&all, &table, 0x10001);
}

/* All were added. */
static void ready(void)
{
    assert_int_equal(replacements_ready(&all), HWIDENT_OK);
}

static bool recurs(const char *text)
{
    struct window w;

    window_read(&w, &all.texts.powers, true, (const uint8_t *)text, strlen(text));
    return replacements_recur(&all, &w);
}

/* Replaces with `chosen`, the new bytes in the order in which the old ones were added. */
static void apply(const char *chosen)
{
    memcpy(all.chosen, chosen, all.chosen_count);
    assert_int_equal(replacements_apply(&all, b.bytes, &table), HWIDENT_OK);
}

static void end(void)
{
    replacements_end(&all);
    b = (struct builder){0};
}

static void a_string_is_replaced_everywhere_in_the_case_that_it_has_there(void **state)
{
    const char *const strings[] = {"AB12", "xxab12xx", "aB1", "AB12AB12", NULL};

    (void)state;
    build_structure(&b, 11, "\4AB12", 5, strings);
    begin();
    assert_int_equal(replacements_text(&all, 5, 4, false), HWIDENT_OK);
    assert_int_equal(replacements_text(&all, 9, 4, false), HWIDENT_OK); /* the same */
    ready();
    assert_int_equal(all.chosen_count, 4);
    assert_true(recurs("..aB12"));
    assert_false(recurs("..aB13"));
    apply("QZ77");
    assert_memory_equal(b.bytes + 5, "QZ77QZ77\0xxqz77xx\0aB1\0QZ77QZ77\0\0", 33);
    end();
}

static void overlapping_strings_are_replaced_completely(void **state)
{
    const char *const strings[] = {"abcd", "abcdef", "cdefgh", "yabcdefghy", NULL};

    (void)state;
    build_structure(&b, 11, "\4", 1, strings);
    begin();
    assert_int_equal(replacements_text(&all, 5, 4, false), HWIDENT_OK);
    assert_int_equal(replacements_text(&all, 10, 6, false), HWIDENT_OK);
    assert_int_equal(replacements_text(&all, 17, 6, false), HWIDENT_OK);
    ready();
    apply("1234567890mnopqr");
    assert_memory_equal(b.bytes + 5, "1234\000567890\0mnopqr\0y567890qry\0\0", 32);
    end();
}

static void bytes_are_replaced_as_they_are_and_as_digits(void **state)
{
    const char *const strings[] = {"12ab34cd", "12-AB-34:cd", "12 ab  34 cd", "12ab34c", NULL};

    (void)state;
    build_structure(&b, 11, "\4\x12\xAB\x34\xCD", 5, strings);
    begin();
    assert_int_equal(replacements_number(&all, 5, 4, false, false), HWIDENT_OK);
    ready();
    apply("\x56\xEF\x78\xBA");
    assert_memory_equal(b.bytes + 5, "\x56\xEF\x78\xBA", 4);
    assert_memory_equal(b.bytes + 9, "56ef78ba\00056-EF-78:ba\00012 ab  34 cd\00012ab34c\0\0", 43);
    end();
}

static void a_uuid_is_replaced_in_both_byte_orders(void **state)
{
    const char *const strings[] = {"00112233-4455-6677-8899-aabbccddeeff",
                                   "33221100-5544-7766-8899-aabbccddeeff", NULL};
    static const uint8_t old[] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
                                  0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};
    static const char new[] = "abcdefghijklmnop";

    (void)state;
    build_structure(&b, 11, old, sizeof old, strings);
    begin();
    assert_int_equal(replacements_number(&all, 4, sizeof old, true, false), HWIDENT_OK);
    assert_int_equal(replacements_number(&all, 4, sizeof old, true, false), HWIDENT_OK);
    ready();
    assert_int_equal(all.chosen_count, sizeof old);
    apply(new);
    assert_memory_equal(b.bytes + 4, new, sizeof old);
    assert_string_equal((char *)b.bytes + 20, "61626364-6566-6768-696a-6b6c6d6e6f70");
    assert_string_equal((char *)b.bytes + 57, "64636261-6665-6867-696a-6b6c6d6e6f70");
    end();
}

static void a_header_is_not_replaced(void **state)
{
    (void)state;
    build_structure(&b, 0x0B, "\0", 1, NULL);
    begin();
    assert_int_equal(replacements_text(&all, 0, 4, false), HWIDENT_OK);
    assert_int_equal(replacements_number(&all, 0, 4, false, false), HWIDENT_OK);
    assert_int_equal(replacements_spot(&all, 0, 4, false, false), HWIDENT_OK);
    ready();
    apply("xxxxxxxxxxxx");
    assert_memory_equal(b.bytes, "\x0B\x05\0\0", 4);
    end();
}

static void bytes_after_the_last_whole_structure_are_replaced_too(void **state)
{
    size_t at;

    (void)state;
    build_structure(&b, 1, "\0", 1, NULL);
    build_bytes(&b, "\2\x04\0\0AB12", 8); /* a string set that does not end */
    begin();
    at = b.size - 4;
    assert_int_equal(replacements_text(&all, at, 4, false), HWIDENT_OK);
    ready();
    apply("QZ77");
    assert_memory_equal(b.bytes + at - 4, "\2\x04\0\0QZ77", 8);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_becomes_a_different_one_of_its_kind),
        cmocka_unit_test(a_byte_becomes_a_different_one_with_digits_of_the_same_kind),
        cmocka_unit_test(replacements_depend_on_the_key_and_their_number_alone),
        cmocka_unit_test(small_numbers_are_equally_likely),
        cmocka_unit_test(products_are_right_in_one_piece_and_in_several),
        cmocka_unit_test(a_piece_has_the_same_hash_wherever_it_is),
        cmocka_unit_test(a_string_is_replaced_everywhere_in_the_case_that_it_has_there),
        cmocka_unit_test(bytes_are_replaced_as_they_are_and_as_digits),
        cmocka_unit_test(overlapping_strings_are_replaced_completely),
        cmocka_unit_test(a_uuid_is_replaced_in_both_byte_orders),
        cmocka_unit_test(a_header_is_not_replaced),
        cmocka_unit_test(bytes_after_the_last_whole_structure_are_replaced_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
