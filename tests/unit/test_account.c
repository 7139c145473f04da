/*
 * User specs over the bytes of passwd and group: the parts that can't be seen in a process. What each
 * spelling means is the table of tests/prepare/matrix.py.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "prepare/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A copy on the heap without a closing zero: a sanitizer notices a byte read after it. */
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

static void groups_are_sorted_and_each_occurs_once(void **state)
{
    static struct groups groups;
    static const uint32_t ids[] = {5, 1, 4294967294, 5, 3, 1, 0};
    static const uint32_t sorted[] = {0, 1, 3, 5, 4294967294};

    (void)state;
    groups.count = 0;
    for (size_t i = 0; i < 7; i++)
        assert_true(groups_add(&groups, ids[i]));
    assert_int_equal(groups.count, 5);
    assert_memory_equal(groups.id, sorted, sizeof sorted);
    assert_true(groups_have(&groups, 3));
    assert_false(groups_have(&groups, 2));
    assert_false(groups_have(&groups, 4294967295));
}

static struct groups set_of(const uint32_t *ids, size_t count)
{
    static struct groups groups;

    groups.count = 0;
    for (size_t i = 0; i < count; i++)
        (void)groups_add(&groups, ids[i]);
    return groups;
}

/* The primary group, 9 here, may be in the list in force or not. */
static void a_list_of_groups_may_lack_the_primary_group(void **state)
{
    static struct target target;
    static struct groups now;
    static const struct {
        uint32_t ids[4];
        size_t count;
        bool same;
    } rows[] = {
        {{4, 9, 24}, 3, true},  {{4, 24}, 2, true},  {{4, 9}, 2, false},
        {{4, 9, 25}, 3, false}, {{4, 25}, 2, false}, {{4, 9, 24, 25}, 4, false},
        {{3, 4, 24}, 3, false}, {{9}, 1, false},     {{0}, 0, false},
    };

    (void)state;
    target.gid = 9;
    target.groups = set_of(rows[0].ids, rows[0].count);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        now = set_of(rows[i].ids, rows[i].count);
        assert_int_equal(target_has_groups(&target, &now), rows[i].same);
    }
    target.groups = set_of(&target.gid, 1);
    now.count = 0;
    assert_true(target_has_groups(&target, &now));
}

/* What an earlier set left there. */
static void a_set_is_zero_after_its_count(void **state)
{
    static struct groups groups;

    (void)state;
    groups.count = 1;
    groups.id[0] = 5;
    groups.id[1] = 7;
    assert_false(groups_have(&groups, 7));
    assert_true(groups_add(&groups, 7));
    assert_int_equal(groups.count, 2);
    assert_true(groups_have(&groups, 7));
}

static void nothing_is_added_to_a_full_set(void **state)
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

/* The reasons differ, so that the message can say what to do. */
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
        {"bpp", REFUSED_USER_UNKNOWN},
        {"apq", REFUSED_USER_UNKNOWN},
        {"app:bpp", REFUSED_GROUP_UNKNOWN},
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

/* For a missing group the caller adds it, as that names the uid. */
static void a_refusal_says_what_to_do(void **state)
{
    (void)state;
    for (enum refusal refusal = REFUSED_EMPTY; refusal <= REFUSED_GROUPS; refusal++)
        assert_true((strstr(refusal_text(refusal), "; ") != NULL) == (refusal != REFUSED_NO_GROUP));
}

/* ---- What comes out ----------------------------------------------------------------------------- */

#define PASSWD                                                                                     \
    "root:x:0:0::/root:/bin/sh\napp:x:1000:1001:App:/home/app:/bin/sh\n88:x:88:89::/:\n"           \
    "late:x:1000:7::/late:\n"
#define GROUP                                                                                      \
    "root:x:0:\napp:x:1001:\nvideo:x:44:app\naudio:x:29:other,app\nnot:x:30:apple,ap,xapp,bpp\n"   \
    "99:x:99:app,\n"

static void each_spelling_names_one_target(void **state)
{
    static const struct {
        const char *spec;
        uint32_t uid, gid, groups[5];
        size_t count;
        const char *name, *home;
    } rows[] = {
        {"app", 1000, 1001, {29, 44, 99, 1001}, 4, "app", "/home/app"},
        {"1000", 1000, 1001, {29, 44, 99, 1001}, 4, "app", "/home/app"},
        {"app:video", 1000, 44, {44}, 1, "app", "/home/app"},
        {"app:44", 1000, 44, {44}, 1, "app", "/home/app"},
        {"1000:video", 1000, 44, {44}, 1, "app", "/home/app"},
        {"app:12345", 1000, 12345, {12345}, 1, "app", "/home/app"},
        {"88", 88, 89, {89}, 1, "88", "/"},
        {"88:99", 88, 99, {99}, 1, "88", "/"},
        {"late", 1000, 7, {7}, 1, "late", "/late"},
        {"5000:5000", 5000, 5000, {5000}, 1, "", ""},
        {"4294967294:4294967294", 4294967294, 4294967294, {4294967294}, 1, "", ""},
        {"root", 0, 0, {0}, 1, "root", "/root"},
        {"0:0", 0, 0, {0}, 1, "root", "/root"},
    };
    static struct target target;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct text spec = text_of(rows[i].spec, strlen(rows[i].spec));

        memset(&target, 0xEE, sizeof target);
        assert_int_equal(target_read(spec, text_of(PASSWD, strlen(PASSWD)),
                                     text_of(GROUP, strlen(GROUP)), true, &target),
                         ACCEPTED);
        assert_int_equal(target.uid, rows[i].uid);
        assert_int_equal(target.gid, rows[i].gid);
        assert_int_equal(target.groups.count, rows[i].count);
        assert_memory_equal(target.groups.id, rows[i].groups, 4 * rows[i].count);
        assert_int_equal(target.name.size, strlen(rows[i].name));
        assert_int_equal(target.home.size, strlen(rows[i].home));
        if (target.name.size > 0)
            assert_memory_equal(target.name.bytes + target.name.start, rows[i].name,
                                target.name.size);
        if (target.home.size > 0)
            assert_memory_equal(target.home.bytes + target.home.start, rows[i].home,
                                target.home.size);
        assert_int_equal(target.name.bytes == NULL, rows[i].name[0] == '\0');
    }
}

static void a_refused_spec_leaves_no_target(void **state)
{
    static struct target target;

    (void)state;
    memset(&target, 0xEE, sizeof target);
    assert_int_equal(resolve("a:b:c", PASSWD, GROUP, true, &target), REFUSED_COLONS);
    assert_int_equal(target.uid, 0);
    assert_int_equal(target.gid, 0);
    assert_int_equal(target.groups.count, 0);
    assert_null(target.name.bytes);
    assert_null(target.home.bytes);
}

static void signs_blanks_and_control_bytes_are_refused(void **state)
{
    static const struct {
        const char *spec;
        enum refusal refusal;
    } rows[] = {
        {"+app", REFUSED_CHARACTER},     {"-app", REFUSED_CHARACTER},
        {"a pp", REFUSED_CHARACTER},     {"app\t", REFUSED_CHARACTER},
        {"app\x7f", REFUSED_CHARACTER},  {"app\n", REFUSED_CHARACTER},
        {"app:+7", REFUSED_CHARACTER},   {"!", REFUSED_USER_UNKNOWN},
        {"a+", REFUSED_USER_UNKNOWN},    {"a-b", REFUSED_USER_UNKNOWN},
        {"~\x80", REFUSED_USER_UNKNOWN},
    };
    static struct target target;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(resolve(rows[i].spec, PASSWD, GROUP, true, &target), rows[i].refusal);
}

/* A number whose own line is another's is nobody; root only where it was written and allowed. */
static void a_malformed_line_names_no_user(void **state)
{
    static const char *const lines[] = {
        "app:x:1000:1001::/:\r",
        "app:x:1000:1001::/",
        "app:x:1000:1001::/::",
        "app:x::1001::/:",
        "app:x:1000:::/:",
        "app:x:1000:x::/:",
        "app:x:01000:1001::/:",
        "app:x:+0:1001::/:",
        "app",
        "app:",
    };
    static struct target target;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        assert_int_equal(resolve("app", lines[i], GROUP, true, &target), REFUSED_USER_LINE);
        assert_int_equal(resolve("1000", lines[i], GROUP, true, &target), REFUSED_NO_GROUP);
    }
    assert_int_equal(resolve("1000", ":x:1000:1001::/:", GROUP, true, &target), REFUSED_NO_GROUP);
    assert_int_equal(target_read(text_of("app", 3), text_of("app:x:1000:1:c\0c:/:", 20),
                                 text_of("", 0), true, &target),
                     REFUSED_USER_LINE);
}

/* One byte less than 1 MiB is the longest line that is read. */
static void a_line_is_shorter_than_a_mebibyte(void **state)
{
    enum { LIMIT = 1024 * 1024 };
    static const char head[] = "app:x:1000:1001:";
    static char line[LIMIT];
    static struct target target;

    (void)state;
    memset(line, 'c', sizeof line);
    memcpy(line, head, sizeof head - 1);
    memcpy(line + LIMIT - 3, ":/:", 3);
    assert_int_equal(
        target_read(text_of("app", 3), text_of(line, LIMIT), text_of("", 0), true, &target),
        REFUSED_USER_LINE);
    memcpy(line + LIMIT - 4, ":/:", 3);
    assert_int_equal(
        target_read(text_of("app", 3), text_of(line, LIMIT - 1), text_of("", 0), true, &target),
        ACCEPTED);
}

static void a_file_may_end_without_a_newline(void **state)
{
    static struct target target;

    (void)state;
    assert_int_equal(resolve("z", PASSWD "z", GROUP, true, &target), REFUSED_USER_LINE);
    assert_int_equal(resolve("z", "z:x:26:27::/:", "a:x:28:y,z", true, &target), ACCEPTED);
    assert_int_equal(target.groups.count, 2);
}

static void more_groups_than_the_kernel_takes_are_refused(void **state)
{
    enum { ROOM = 1536 * 1024 };
    static char group[ROOM];
    static struct target target;
    size_t used = 0;

    (void)state;
    for (unsigned i = 0; i < GROUPS_MAX; i++)
        used += (size_t)sprintf(group + used, "g:x:%u:app\n", 2000 + i);
    assert_int_equal(target_read(text_of("app", 3), text_of(PASSWD, strlen(PASSWD)),
                                 text_of(group, used), true, &target),
                     REFUSED_GROUPS); /* with the primary group it is one too many */
    used += (size_t)sprintf(group + used, "g:x:7:app\n");
    assert_int_equal(target_read(text_of("app", 3), text_of(PASSWD, strlen(PASSWD)),
                                 text_of(group, used), true, &target),
                     REFUSED_GROUPS);
    /* Also if it is one of those already in the list. */
    assert_int_equal(target_read(text_of("app", 3), text_of("app:x:1000:2000::/:\n", 20),
                                 text_of(group, used), true, &target),
                     REFUSED_GROUPS);
    assert_int_equal(target_read(text_of("late", 4), text_of(PASSWD, strlen(PASSWD)),
                                 text_of(group, used), true, &target),
                     ACCEPTED);
}

static void reading_hostile_files_ends(void **state)
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
        cmocka_unit_test(groups_are_sorted_and_each_occurs_once),
        cmocka_unit_test(a_list_of_groups_may_lack_the_primary_group),
        cmocka_unit_test(a_set_is_zero_after_its_count),
        cmocka_unit_test(nothing_is_added_to_a_full_set),
        cmocka_unit_test(every_refusal_has_its_reason),
        cmocka_unit_test(a_refusal_says_what_to_do),
        cmocka_unit_test(each_spelling_names_one_target),
        cmocka_unit_test(a_refused_spec_leaves_no_target),
        cmocka_unit_test(signs_blanks_and_control_bytes_are_refused),
        cmocka_unit_test(a_malformed_line_names_no_user),
        cmocka_unit_test(a_line_is_shorter_than_a_mebibyte),
        cmocka_unit_test(a_file_may_end_without_a_newline),
        cmocka_unit_test(more_groups_than_the_kernel_takes_are_refused),
        cmocka_unit_test(reading_hostile_files_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
