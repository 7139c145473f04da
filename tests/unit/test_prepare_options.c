/*
 * The preparer's command line and account files, over a kernel in memory: what each option does, and
 * what doesn't fit together.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Runs the words (up to NULL) in a fresh kernel. */
static int run(const char *const *words)
{
    kernel_start();
    return kernel_run(words);
}
#define FRESH(...) run((const char *const[]){"hwident-prepare", __VA_ARGS__, NULL})

static void help_and_version_are_printed_whole(void **state)
{
    static const char *const first[][2] = {
        {"--help", "usage: hwident-prepare [options]"},
        {"-h", "usage: hwident-prepare [options]"},
        {"--version", "hwident-prepare "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        assert_int_equal(FRESH(first[i][0]), 0);
        assert_int_equal(strncmp(kernel.output, first[i][1], strlen(first[i][1])), 0);
        assert_int_equal(kernel.output[strlen(kernel.output) - 1], '\n');
        assert_string_equal(kernel.said, "");
        kernel_start();
        kernel_fail("write", 1, ENOSPC);
        assert_int_equal(RUN(first[i][0]), 125);
    }
}

static void options_that_do_not_fit_together_are_refused(void **state)
{
    static const struct {
        const char *words[8];
        const char *says;
    } rows[] = {
        {{"--nonsense"}, "--nonsense: no such option; see --help"},
        {{"--tablesx", "/t"}, "--tablesx: no such option; did you mean --tables?"},
        {{"--tabels=/t"}, "--tabels=/t: no such option; did you mean --tables?"},
        {{"--requrie"}, "--requrie: no such option; did you mean --require?"},
        {{"--table", "/t"}, "--table: no such option"},
        {{"-x"}, "-x: no such option"},
        {{"--require=yes"}, "--require=yes: this option takes no value"},
        {{"--tables"}, "--tables: needs a value"},
        {{"--user"}, "--user: needs a value"},
        {{"--tables", "/a", "--tables", "/b"}, "--tables: given twice"},
        {{"--user=a", "--user=b"}, "--user=b: given twice"},
        {{"--grant", "chown"}, "chown: not a grant: chmod, group[:GID], copy[:DIR], fd or none"},
        {{"--grant", "groups"}, "groups: not a grant"},
        {{"--grant", "copies"}, "copies: not a grant"},
        {{"--grant", ""}, ": not a grant"},
        {{"--grant", "group:x"},
         "x: not a gid (group:, --copy-group and --add-group take a number)"},
        {{"--grant", "group:"}, "not a gid"},
        {{"--grant", "copy:relative", "--copy-group", "1"}, "relative: the copy's folder must be"},
        {{"--grant", "copy:x/y", "--copy-group", "1"}, "x/y: the copy's folder must be"},
        {{"--grant", "copy:", "--copy-group", "1"}, "the copy's folder must be"},
        {{"--grant", "copy:/", "--copy-group", "1"}, "/: the copy's folder must be"},
        {{"--grant", "copy:/a/", "--copy-group", "1"}, "/a/: the copy's folder must be"},
        {{"--grant", "copy:/a/.", "--copy-group", "1"}, "/a/.: the copy's folder must be"},
        {{"--grant", "copy:/a/..", "--copy-group", "1"}, "/a/..: the copy's folder must be"},
        {{"--grant", "copy"}, "--grant copy: needs --copy-group or --user"},
        {{"--grant", "group"}, "--grant group: needs a gid (group:GID) or --user"},
        {{"--grant", "fd"}, "--grant fd: needs a command to leave the descriptors to"},
        {{"--copy-group", "1"}, "--copy-group: only with --grant copy and without --user"},
        {{"--copy-group", "1", "--grant", "copy", "--user", "app"}, "--copy-group: only with"},
        {{"--copy-group", "x", "--grant", "copy"}, "x: not a gid"},
        {{"--add-group", "44"}, "--add-group: needs --user or --user-env"},
        {{"--add-group", "01", "--user", "app"}, "01: not a gid"},
        {{"--own-stdio"}, "--own-stdio: needs --user or --user-env"},
        {{"--user", "app", "--user-env", "X"}, "--user: not with --user-env"},
        {{"--user-env", ""}, "not a variable's name"},
        {{"--user-env", "A=B"}, "A=B: not a variable's name for --user-env"},
        {{"--restore", "app"}, "--restore: not with a command, --user, --user-env or --grant"},
        {{"--restore", "--user", "app"}, "--restore: not with"},
        {{"--restore", "--user-env", "X"}, "--restore: not with"},
        {{"--restore", "--grant", "chmod"}, "--restore: not with"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *words[10] = {"hwident-prepare"};

        memcpy(words + 1, rows[i].words, sizeof rows[i].words);
        assert_refused(run(words), "USAGE", rows[i].says);
        assert_string_equal(kernel.calls, "");
    }
}

static void a_value_is_in_the_same_word_or_the_next(void **state)
{
    (void)state;
    assert_int_equal(FRESH("--grant=none", "--user=1000:1001", "app", "-x"), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: app -x");
    assert_int_equal(kernel.uid[0], 1000);
    assert_int_equal(FRESH("--grant", "none", "--user", "1000:1001", "app"), 0);
    assert_int_equal(kernel.uid[0], 1000);
    assert_refused(FRESH("--grant=none", "--user=", "app"), "BADUSER", "\"\": empty");
}

static void nothing_after_the_first_operand_is_an_option(void **state)
{
    (void)state;
    assert_int_equal(FRESH("--grant", "none", "app", "--user", "nobodyhere"), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: app --user nobodyhere");
    assert_int_equal(FRESH("--grant", "none", "--", "app", "--", "-h"), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: app -- -h");
    assert_int_equal(FRESH("--grant", "none", "--"), 0);
    assert_false(kernel.executed);
    assert_int_equal(FRESH("--grant", "none"), 0);
    assert_false(kernel.executed);
}

static void each_option_has_its_own_effect_only(void **state)
{
    static const char *const options[] = {"--allow-root", "--require",   "--if-root",
                                          "--keep-env",   "--own-stdio", "--no-new-privs"};

    (void)state;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        kernel_start();
        kernel_open(1, kernel_file("/std", S_IFIFO | 0600, "", 0)->path);
        assert_int_equal(RUN("--grant", "none", "--user", "app", options[i], "app"), 0);
        assert_int_equal(strstr(kernel.environment, "HOME=/root") != NULL, i == 3);
        assert_int_equal(kernel_find("/std")->st.st_uid == 1000, i == 4);
        assert_int_equal(kernel.no_new_privs, i == 5);
        kernel_start();
        assert_int_equal(RUN("--grant", "none", "--user", "0:0", options[i], "app") == 0, i == 0);
    }
    assert_refused(FRESH("--grant", "none", "--user", "0:0", "--add-group", "7", "app"), "BADUSER",
                   "0:0: this is uid 0");
    kernel_start();
    assert_int_equal(RUN("--allow-root", "app"), 0); /* no tables, and not --require */
    assert_true(kernel.executed);
    kernel_start();
    for (size_t i = 0; i < 4; i++)
        kernel.uid[i] = 1001;
    assert_refused(RUN("--require", "--grant", "none", "--user", "app", "app"), "NOTROOT",
                   "uid 1001");
}

static void groups_are_added_up_to_the_limit(void **state)
{
    static char gids[65][8];
    const char *words[2 * 65 + 8] = {"hwident-prepare", "--grant", "none", "--user", "app"};
    size_t count = 5;

    (void)state;
    for (size_t i = 0; i < 65; i++) {
        (void)snprintf(gids[i], sizeof gids[i], "%u", 100 + (unsigned)i);
        words[count++] = "--add-group";
        words[count++] = gids[i];
    }
    assert_refused(run(words), "USAGE", "164: too many groups");
    words[count - 2] = NULL;
    assert_int_equal(run(words), 0);
    assert_int_equal(
        FRESH("--grant", "none", "--user", "app", "--add-group", "7", "--add-group=3", "app"), 0);
    assert_non_null(strstr(kernel.calls, "setgroups 3 7 44 1001\n"));
}

static void one_group_more_than_the_kernel_takes_is_refused(void **state)
{
    enum { ROOM = 1536 * 1024, GROUPS = 65535 };
    static char group[ROOM];
    size_t used = 0;

    (void)state;
    for (unsigned i = 0; i < GROUPS; i++)
        used += (size_t)sprintf(group + used, "g:x:%u:app\n", 2000 + i);
    for (size_t i = 0; i < 2; i++) {
        kernel_start();
        kernel_find("/etc/group")->large = group;
        kernel_find("/etc/group")->st.st_size = (off_t)used;
        if (i == 0)
            assert_refused(RUN("--grant", "none", "--user", "app", "--add-group", "7", "app"),
                           "BADUSER", "app: more than 65536 groups");
        else
            assert_int_equal(RUN("--grant", "none", "--user", "app", "--add-group", "2000", "app"),
                             0);
    }
}

static void the_user_is_taken_from_a_variable(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("RUN_USER", "app");
    assert_int_equal(RUN("--grant", "none", "--user-env", "RUN_USER", "app"), 0);
    assert_int_equal(kernel.uid[0], 1000);
    kernel_start();
    kernel_setenv("RUN_USER", "");
    assert_refused(RUN("--grant", "none", "--user-env", "RUN_USER", "app"), "BADUSER",
                   "\"\": empty, or nothing");
    assert_int_equal(FRESH("--grant", "none", "--user-env", "RUN_USER", "app"), 0);
    assert_said("NODROP", "RUN_USER is unset: the command keeps uid 0");
    assert_int_equal(kernel.uid[0], 0);
    assert_string_equal(kernel.calls, "execve /usr/local/bin/app\nexecve /usr/bin/app\n");
    assert_int_equal(FRESH("--grant", "none", "--user-env", "RUN_USER"), 0);
    assert_string_equal(kernel.said, "");
    assert_refused(FRESH("--grant", "group", "--user-env", "RUN_USER", "app"), "USAGE",
                   "--grant: RUN_USER is unset, so that there is no group; name one");
    assert_refused(FRESH("--grant", "copy", "--user-env", "RUN_USER", "app"), "USAGE",
                   "RUN_USER is unset");
}

/* ---- Account files -------------------------------------------------------------------------- */

#define BECOME "--grant", "none", "--user", "app", "app"

static void a_missing_account_file_is_an_empty_one(void **state)
{
    (void)state;
    kernel_start();
    kernel_find("/etc/passwd")->st.st_mode = 0;
    kernel_find("/etc/group")->st.st_mode = 0;
    assert_int_equal(RUN("--grant", "none", "--user", "1000:1001", "app"), 0);
    assert_int_equal(kernel.uid[0], 1000);
    kernel_start();
    kernel_find("/etc/passwd")->st.st_mode = 0;
    assert_refused(RUN(BECOME), "BADUSER", "app: no such user in /etc/passwd");
}

static void a_uid_without_a_group_is_refused_with_what_to_write(void **state)
{
    (void)state;
    assert_refused(FRESH("--grant", "none", "--user", "77", "app"), "BADUSER",
                   "77: no such uid in /etc/passwd and no group given; write 77:77\n");
}

static void an_account_file_that_is_not_ordinary_is_refused(void **state)
{
    static const off_t largest = (off_t)10 * 1024 * 1024;
    static const unsigned kinds[] = {S_IFIFO | 0644, S_IFCHR | 0666};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        kernel_start();
        kernel_find("/etc/group")->st.st_mode = kinds[i];
        assert_refused(RUN(BECOME), "BADUSER", "/etc/group: not a regular file of at most 10 MiB");
    }
    kernel_start();
    kernel_find("/etc/passwd")->st.st_size = largest + 1;
    assert_refused(RUN(BECOME), "BADUSER", "/etc/passwd: not a regular file of at most 10 MiB");
    kernel_start();
    kernel_find("/etc/passwd")->st.st_size = largest;
    kernel_fail("pread", 1, EIO);
    assert_refused(RUN(BECOME), "BADUSER", "/etc/passwd: could not be read whole");
}

static void an_account_file_that_cannot_be_read_is_refused(void **state)
{
    (void)state;
    kernel_start();
    kernel_fail("open", 1, EACCES);
    assert_refused(RUN(BECOME), "BADUSER", "/etc/passwd, Permission denied; it must be readable");
    kernel_start();
    kernel_fail("fstat", 2, EIO);
    assert_refused(RUN(BECOME), "BADUSER", "/etc/group, Input/output error; it must be readable");
    kernel_start();
    kernel_fail("mmap", 1, ENOMEM);
    assert_refused(RUN(BECOME), "MEMORY",
                   "no memory for the account files, Cannot allocate memory");
    kernel_start();
    kernel_fail("pread", 2, 0); /* it became shorter */
    assert_refused(RUN(BECOME), "BADUSER", "/etc/group: could not be read whole; try again");
}

int __wrap_main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_and_version_are_printed_whole),
        cmocka_unit_test(options_that_do_not_fit_together_are_refused),
        cmocka_unit_test(a_value_is_in_the_same_word_or_the_next),
        cmocka_unit_test(nothing_after_the_first_operand_is_an_option),
        cmocka_unit_test(each_option_has_its_own_effect_only),
        cmocka_unit_test(groups_are_added_up_to_the_limit),
        cmocka_unit_test(one_group_more_than_the_kernel_takes_is_refused),
        cmocka_unit_test(the_user_is_taken_from_a_variable),
        cmocka_unit_test(a_missing_account_file_is_an_empty_one),
        cmocka_unit_test(a_uid_without_a_group_is_refused_with_what_to_write),
        cmocka_unit_test(an_account_file_that_is_not_ordinary_is_refused),
        cmocka_unit_test(an_account_file_that_cannot_be_read_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
