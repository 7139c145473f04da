/*
 * Machine codes: the vectors and the typed codes of testdata, and what is refused before them.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "hwident.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint8_t uuid[16] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
                                 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};
#define CODE "hw1u-p6ej8d5x7fjkgwbabgnnnba62geq841n3"

/* ---- the files of testdata --------------------------------------------------------------------- */

enum { COLUMNS = 5 };

/* Calls `check` with the columns of every row behind the heading; returns how many rows. */
static size_t each_row(const char *file, void (*check)(char *columns[COLUMNS]))
{
    FILE *rows = fopen(file, "r");
    char *line = NULL;
    size_t size = 0, count = 0;

    assert_non_null(rows);
    assert_true(getline(&line, &size, rows) > 0);
    for (; getline(&line, &size, rows) > 0; count++) {
        char *columns[COLUMNS], *rest = line;

        line[strcspn(line, "\n")] = '\0';
        for (size_t i = 0; i < COLUMNS; i++)
            columns[i] = rest ? strsep(&rest, "\t") : "";
        check(columns);
    }
    free(line);
    assert_int_equal(fclose(rows), 0);
    return count;
}

static size_t read_hex(const char *text, uint8_t *bytes, size_t max)
{
    size_t size = strlen(text) / 2;

    assert_true(size <= max);
    for (size_t i = 0; i < size; i++) {
        char pair[] = {text[2 * i], text[2 * i + 1], '\0'};

        bytes[i] = (uint8_t)strtoul(pair, NULL, 16);
    }
    return size;
}

static void check_vector(char *columns[COLUMNS])
{
    uint8_t value[2048], key[HWIDENT_KEY_MAX];
    size_t size = read_hex(columns[1], value, sizeof value), key_size = 0;
    const char *secret = columns[3];
    char derived[HWIDENT_CODE_SIZE], again[HWIDENT_CODE_SIZE];

    if (strncmp(secret, "hex:", 4) == 0) {
        key_size = read_hex(secret + 4, key, sizeof key);
    } else if (strcmp(secret, "-") != 0) {
        key_size = strlen(secret);
        memcpy(key, secret, key_size);
    }
    assert_int_equal(hwident_code_derive(columns[0][0], value, size, columns[2],
                                         key_size ? key : NULL, key_size, derived),
                     HWIDENT_OK);
    assert_string_equal(derived, columns[4]);
    assert_int_equal(hwident_code_parse(derived, again, NULL), HWIDENT_OK);
    assert_string_equal(again, derived);
}

static void the_published_codes_are_derived(void **state)
{
    (void)state;
    assert_true(each_row("testdata/vectors.tsv", check_vector) >= 49);
}

static int error_named(const char *name)
{
    static const struct {
        const char *name;
        int err;
    } names[] = {
        {"label", HWIDENT_E_CODE_LABEL},
        {"length", HWIDENT_E_CODE_LENGTH},
        {"character", HWIDENT_E_CODE_CHARACTER},
        {"check", HWIDENT_E_CODE_CHECK},
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(name, names[i].name) == 0)
            return names[i].err;
    return HWIDENT_OK;
}

static void check_typed(char *columns[COLUMNS])
{
    int err = error_named(columns[2]);
    char code[HWIDENT_CODE_SIZE] = "untouched";
    size_t where = 999;

    assert_int_equal(hwident_code_parse(columns[0], code, &where), err);
    assert_string_equal(code, err ? "untouched" : columns[2]);
    if (err)
        assert_int_equal(where, strtoul(columns[1], NULL, 10));
}

static void reads_typed_codes_and_says_what_is_wrong_where(void **state)
{
    (void)state;
    assert_true(each_row("testdata/codes.tsv", check_typed) >= 40);
}

/* ---- what is refused --------------------------------------------------------------------------- */

static void refuse(int err, char profile, size_t size, const char *app, const void *key,
                   size_t key_size)
{
    static const uint8_t value[0x10000];
    char code[HWIDENT_CODE_SIZE] = "untouched";

    assert_int_equal(hwident_code_derive(profile, value, size, app, key, key_size, code), err);
    assert_string_equal(code, "untouched");
}

static void refuses_what_is_no_component(void **state)
{
    (void)state;
    refuse(HWIDENT_E_USAGE, 'x', 16, "a", NULL, 0);
    refuse(HWIDENT_E_USAGE, 'U', 16, "a", NULL, 0);
    refuse(HWIDENT_E_USAGE, '\0', 16, "a", NULL, 0);
    refuse(HWIDENT_E_USAGE, 'u', 15, "a", NULL, 0);
    refuse(HWIDENT_E_USAGE, 'u', 17, "a", NULL, 0);
    refuse(HWIDENT_E_USAGE, 's', 0x10000, "a", NULL, 0);
}

static void takes_strings_up_to_what_the_length_can_say(void **state)
{
    static const uint8_t value[0xFFFF];
    char code[HWIDENT_CODE_SIZE];

    (void)state;
    assert_int_equal(hwident_code_derive('s', value, sizeof value, "a", NULL, 0, code), 0);
    assert_int_equal(hwident_code_derive('s', NULL, 0, "a", NULL, 0, code), 0);
}

static void an_app_id_is_1_to_255_printable_characters(void **state)
{
    static const struct {
        const char *app;
        size_t where;
    } wrong[] = {
        {"", 0},    {" ", 0},   {"com example", 3}, {"a\x7F", 1}, {"caf\xC3\xA9", 3},
        {"a\n", 1}, {"a\t", 1},
    };
    char app[257];
    size_t where = 0;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(hwident_app_id_check(wrong[i].app, &where), HWIDENT_E_APP_ID);
        assert_int_equal(where, wrong[i].where);
        refuse(HWIDENT_E_APP_ID, 'u', 16, wrong[i].app, NULL, 0);
    }
    refuse(HWIDENT_E_APP_ID, 'u', 16, NULL, NULL, 0);
    memset(app, 'a', 256);
    app[256] = '\0';
    assert_int_equal(hwident_app_id_check(app, &where), HWIDENT_E_APP_ID);
    assert_int_equal(where, 255);
    app[255] = '\0';
    assert_int_equal(hwident_app_id_check(app, NULL), HWIDENT_OK);
    assert_int_equal(hwident_app_id_check("!", NULL), HWIDENT_OK);
    assert_int_equal(hwident_app_id_check("~", NULL), HWIDENT_OK);
}

static void a_key_is_1_to_64_bytes_without_a_last_zero(void **state)
{
    uint8_t key[65];

    (void)state;
    memset(key, 'k', sizeof key);
    assert_int_equal(hwident_key_check(key, 1), HWIDENT_OK);
    assert_int_equal(hwident_key_check(key, 64), HWIDENT_OK);
    assert_int_equal(hwident_key_check(NULL, 0), HWIDENT_OK);
    refuse(HWIDENT_E_KEY, 'u', 16, "a", key + 1, 0);
    refuse(HWIDENT_E_KEY, 'u', 16, "a", key, 65);
    refuse(HWIDENT_E_KEY, 'u', 16, "a", NULL, 1);
    refuse(HWIDENT_E_KEY, 'u', 16, "a", "k\0", 2);
    refuse(HWIDENT_E_KEY, 'u', 16, "a", "", 1);
    assert_int_equal(hwident_key_check("\0k", 2), HWIDENT_OK);
}

/* Bytes that are allocated. Debian 11's C library has only the old call, which counts in ints; musl
 * does not tell. */
static size_t allocated(void)
{
#ifndef __GLIBC__
    return 0;
#elif __GLIBC_PREREQ(2, 33)
    return mallinfo2().uordblks;
#else
    return (size_t)mallinfo().uordblks;
#endif
}

static void a_code_leaves_no_memory_behind(void **state)
{
    char code[HWIDENT_CODE_SIZE];
    size_t before = 0;

    (void)state;
    for (int run = 0; run < 2; run++) { /* what is freed by the first is kept for the second */
        before = allocated();
        assert_int_equal(hwident_code_derive('u', uuid, 16, "a", NULL, 0, code), HWIDENT_OK);
    }
    assert_int_equal(allocated(), before);
}

/* The linker puts it in the place of mbedTLS's (suite.mk). */
void __wrap_mbedtls_platform_zeroize(void *bytes, size_t size);
static bool wiped_key, wiped_hash;

void __wrap_mbedtls_platform_zeroize(void *bytes, size_t size)
{
    static const char salt[sizeof "hwident/1" + HWIDENT_KEY_MAX] = "hwident/1\0a secret";

    wiped_key = wiped_key || (size == sizeof salt && memcmp(bytes, salt, sizeof salt) == 0);
    wiped_hash = wiped_hash || size == 32;
    explicit_bzero(bytes, size);
}

static void the_key_and_what_is_made_of_it_are_wiped(void **state)
{
    char code[HWIDENT_CODE_SIZE];

    (void)state;
    assert_int_equal(hwident_code_derive('u', uuid, 16, "a", "a secret", 8, code), HWIDENT_OK);
    assert_true(wiped_key);
    assert_true(wiped_hash);
}

static void reads_a_code_without_asking_where(void **state)
{
    char code[HWIDENT_CODE_SIZE];

    (void)state;
    assert_int_equal(hwident_code_parse("hw2u-", code, NULL), HWIDENT_E_CODE_LABEL);
    assert_int_equal(hwident_code_derive('u', uuid, 16, "com.example.app", NULL, 0, code), 0);
    assert_string_equal(code, CODE);
}

/* The file of typed codes has no place for these. */
static void line_ends_and_tabs_separate_as_blanks_do(void **state)
{
    static const char typed[] = "\r\n\thw1u-p6ej8d5x7fjkgwba\r\n\tbgnnnba62geq841n3\r\n";
    char code[HWIDENT_CODE_SIZE];

    (void)state;
    assert_int_equal(hwident_code_parse(typed, code, NULL), HWIDENT_OK);
    assert_string_equal(code, CODE);
    assert_int_equal(hwident_code_parse("\n", code, NULL), HWIDENT_E_CODE_LABEL);
    assert_int_equal(hwident_code_parse("\x0bhw1u", code, NULL), HWIDENT_E_CODE_LABEL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_codes_are_derived),
        cmocka_unit_test(reads_typed_codes_and_says_what_is_wrong_where),
        cmocka_unit_test(line_ends_and_tabs_separate_as_blanks_do),
        cmocka_unit_test(refuses_what_is_no_component),
        cmocka_unit_test(takes_strings_up_to_what_the_length_can_say),
        cmocka_unit_test(an_app_id_is_1_to_255_printable_characters),
        cmocka_unit_test(a_key_is_1_to_64_bytes_without_a_last_zero),
        cmocka_unit_test(a_code_leaves_no_memory_behind),
        cmocka_unit_test(the_key_and_what_is_made_of_it_are_wiped),
        cmocka_unit_test(reads_a_code_without_asking_where),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
