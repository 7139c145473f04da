/*
 * User specs over the bytes of passwd and group: the parts that no process can show. What each
 * spelling means is the table of tests/prepare/matrix.py.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "prepare/account.h"

#include <stdlib.h>
#include <string.h>

/* A copy on the heap without a closing zero: a byte read behind it is seen by a sanitizer. */
static struct text exact(const char *string)
{
    size_t size = strlen(string);
    char *bytes = malloc(size ? size : 1);

    assert_non_null(bytes);
    memcpy(bytes, string, size);
    return text_of(bytes, size);
}

static enum refusal resolve(const char *spec, const char *passwd, const char *group,
                            bool allow_root, struct target *target)
{
    struct text texts[] = {exact(spec), exact(passwd), exact(group)};
    enum refusal refusal = target_read(texts[0], texts[1], texts[2], allow_root, target);

    free((void *)texts[0].bytes);
    free((void *)texts[1].bytes);
    free((void *)texts[2].bytes);
    return refusal;
}

static void numbers_have_one_spelling(void **state)
{
    static const struct {
        const char *text;
        bool good;
        uint32_t number;
    } rows[] = {
        {"0", true, 0},
        {"7", true, 7},
        {"65535", true, 65535},
        {"4294967294", true, 4294967294},
        {"4294967295", false, 0},
        {"4294967296", false, 0},
        {"9999999999", false, 0},
        {"10000000000", false, 0},
        {"18446744073709551617", false, 0},
        {"", false, 0},
        {"00", false, 0},
        {"07", false, 0},
        {"+7", false, 0},
        {"-7", false, 0},
        {" 7", false, 0},
        {"7 ", false, 0},
        {"0x7", false, 0},
        {"7/", false, 0},
        {"7:", false, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = exact(rows[i].text);
        uint32_t number = 0;

        assert_int_equal(number_read(text, &number), rows[i].good);
        assert_int_equal(number, rows[i].number);
        free((void *)text.bytes);
    }
}

static void a_number_ends_with_its_bytes(void **state)
{
    uint32_t number;

    (void)state;
    assert_true(number_read(text_of("12345", 3), &number));
    assert_int_equal(number, 123);
    assert_true(number_read((struct text){"12345", 5, 1, 2}, &number));
    assert_int_equal(number, 23);
    assert_false(number_read((struct text){"12345", 5, 4, 2}, &number));
}

static void groups_are_a_sorted_set(void **state)
{
    static struct groups a, b;
    static const uint32_t ids[] = {5, 1, 4294967294, 5, 3, 1, 0};
    static const uint32_t sorted[] = {0, 1, 3, 5, 4294967294};

    (void)state;
    a.count = b.count = 0;
    for (size_t i = 0; i < 7; i++) {
        assert_true(groups_add(&a, ids[i]));
        assert_true(groups_add(&b, ids[6 - i]));
    }
    assert_int_equal(a.count, 5);
    assert_memory_equal(a.id, sorted, sizeof sorted);
    assert_true(groups_equal(&a, &b));
    assert_true(groups_have(&a, 3));
    assert_false(groups_have(&a, 2));
    assert_false(groups_have(&a, 4294967295));
    b.id[4]--;
    assert_false(groups_equal(&a, &b));
    b.count--;
    assert_false(groups_equal(&a, &b));
}

static void a_full_set_takes_no_more(void **state)
{
    static struct groups groups;

    (void)state;
    groups.count = 0;
    for (uint32_t i = 0; i < GROUPS_MAX; i++)
        assert_true(groups_add(&groups, i * 2));
    assert_false(groups_add(&groups, 1));
    assert_true(groups_add(&groups, 2));
    assert_int_equal(groups.count, GROUPS_MAX);
    assert_int_equal(groups.id[1], 2);
}

/* Each reason is told apart: the message says what to do. */
static void every_refusal_has_its_reason(void **state)
{
    static const char passwd[] = "root:x:0:0::/root:/bin/sh\napp:x:1000:1001::/home/app:/bin/sh\n"
                                 "77:x:78:78::/:/bin/sh\nbad:x:1:\n";
    static const char group[] = "app:x:1001:\n88:x:89:\nbad:x:1\n";
    static const struct {
        const char *spec;
        enum refusal refusal;
    } rows[] = {
        {"app", ACCEPTED},
        {"", REFUSED_EMPTY},
        {"app:", REFUSED_EMPTY},
        {":app", REFUSED_EMPTY},
        {"a:b:c", REFUSED_COLONS},
        {" app", REFUSED_CHARACTER},
        {"app:-app", REFUSED_CHARACTER},
        {"01000", REFUSED_NUMBER},
        {"1000:4294967295", REFUSED_NUMBER},
        {"nobody", REFUSED_USER_UNKNOWN},
        {"app:nobody", REFUSED_GROUP_UNKNOWN},
        {"bad", REFUSED_USER_LINE},
        {"app:bad", REFUSED_GROUP_LINE},
        {"77:app", REFUSED_USER_AMBIGUOUS},
        {"app:88", REFUSED_GROUP_AMBIGUOUS},
        {"4711", REFUSED_NO_GROUP},
        {"root", REFUSED_ROOT},
        {"0:1000", REFUSED_ROOT},
    };
    static struct target target;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(resolve(rows[i].spec, passwd, group, false, &target), rows[i].refusal);
        assert_true(strlen(refusal_text(rows[i].refusal)) > 0);
    }
}

static void hostile_files_end(void **state)
{
    static const char *const files[] = {"",
                                        "\n",
                                        ":",
                                        "\n\n",
                                        "app",
                                        "app:",
                                        "app:x",
                                        "app:x:1000",
                                        "app:x:1000:",
                                        ":::::::::::",
                                        "app:x:1000:1001::/:/\n\n:"};
    static struct target target;

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        for (size_t j = 0; j < sizeof files / sizeof files[0]; j++) {
            enum refusal refusal = resolve("app", files[i], files[j], true, &target);

            assert_int_equal(refusal == ACCEPTED, i == 10);
            assert_int_equal(resolve("1000:7", files[i], files[j], true, &target), ACCEPTED);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_one_spelling),
        cmocka_unit_test(a_number_ends_with_its_bytes),
        cmocka_unit_test(groups_are_a_sorted_set),
        cmocka_unit_test(a_full_set_takes_no_more),
        cmocka_unit_test(every_refusal_has_its_reason),
        cmocka_unit_test(hostile_files_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
