/*
 * What the renderers make of bytes and words: UTF-8, names and pages.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"

#include "render/page.h"
#include "render/snake.h"
#include "render/utf8.h"

#include <stdlib.h>
#include <string.h>

#define BAD "\xEF\xBF\xBD"

static const struct {
    const char *bytes, *text;
} repairs[] = {
    {"plain", "plain"},
    {"", ""},
    {"na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x98\x80", "na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x98\x80"},
    {"a\xFF"
     "b",
     "a" BAD "b"},
    {"\x80", BAD},                         /* begins nothing */
    {"\xC3", BAD},                         /* cut */
    {"\xE2\x82", BAD BAD},                 /* cut */
    {"\xC0\xAF", BAD BAD},                 /* too long for a slash */
    {"\xE0\x80\xAF", BAD BAD BAD},         /* too long */
    {"\xE0\x9F\xBF", BAD BAD BAD},         /* the last that is too long */
    {"\xE0\xA0\x80", "\xE0\xA0\x80"},      /* the first that is not */
    {"\xED\x9F\xBF", "\xED\x9F\xBF"},      /* the last before the surrogates */
    {"\xED\xA0\x80", BAD BAD BAD},         /* a surrogate */
    {"\xF0\x8F\xBF\xBF", BAD BAD BAD BAD}, /* too long */
    {"\xF0\x90\x80\x80", "\xF0\x90\x80\x80"},
    {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"}, /* U+10FFFF */
    {"\xF4\x90\x80\x80", BAD BAD BAD BAD},    /* beyond it */
    {"\xE2\x28\xA1", BAD "(" BAD},            /* no second byte */
    {"\xE2\x82\x28", BAD BAD "("},            /* no third byte */
};

static void bytes_that_are_not_utf_8_are_replaced(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof repairs / sizeof repairs[0]; i++) {
        const char *bytes = repairs[i].bytes;
        size_t size = strlen(bytes);
        char text[64] = "";

        for (size_t at = 0, length; at < size; at += length ? length : 1) {
            length = utf8_character((const uint8_t *)bytes + at, size - at);
            strncat(text, length ? bytes + at : UTF8_REPLACEMENT, length ? length : 3);
        }
        assert_string_equal(text, repairs[i].text);
        assert_int_equal(utf8_is_whole((const uint8_t *)bytes, size),
                         strcmp(bytes, repairs[i].text) == 0);
    }
}

static const struct {
    const char *words, *name;
} names[] = {
    {"ISA is supported", "isa_is_supported"},
    {"3.3 V is provided", "3_3_v_is_provided"},
    {"FPU (Floating-point unit on-chip)", "fpu"},
    {"  Wake-up  Type ", "wake_up_type"},
    {"(odd)", "odd"},
    {"", ""},
};

static void words_become_snake_case_names(void **state)
{
    char name[SNAKE_SIZE], longest[2 * SNAKE_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snake(names[i].words, name);
        assert_string_equal(name, names[i].name);
    }
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    snake(longest, name);
    assert_true(strlen(name) < SNAKE_SIZE);
}

/* All that is written comes out in order, wherever the pages end. */
static void a_page_loses_nothing(void **state)
{
    static char word[sizeof(((struct page *)NULL)->text) + 10];

    (void)state;
    memset(word, 'w', sizeof word - 1);
    for (size_t before = 0; before < sizeof word; before++) {
        struct page page;
        char *text;
        size_t size;
        FILE *out = open_memstream(&text, &size);

        assert_non_null(out);
        page_begin(&page, out);
        for (size_t i = 0; i < before; i++)
            page_char(&page, '-');
        page_add(&page, "one");
        page_line(&page, before % 2 ? "two" : word);
        page_bytes(&page, "\x1F ~\x7F\xFF", 5);
        page_flush(&page);
        assert_int_equal(fclose(out), 0);
        assert_int_equal(strspn(text, "-"), before);
        assert_memory_equal(text + before, "one", 3);
        assert_int_equal(strspn(text + before + 3, "two"), before % 2 ? 3 : sizeof word - 1);
        assert_string_equal(strchr(text, '\n'), "\n. ~..");
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_that_are_not_utf_8_are_replaced),
        cmocka_unit_test(words_become_snake_case_names),
        cmocka_unit_test(a_page_loses_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
