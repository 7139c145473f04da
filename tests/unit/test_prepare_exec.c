/*
 * What the command gets, and the messages if it can't be executed, over a kernel in memory.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"
#include "prepare/say.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NONE "--grant", "none"

static void program(const char *path, unsigned mode, const char *bytes)
{
    kernel_file(path, mode, bytes, strlen(bytes));
}

static void assert_not_executed(int was, int code, const char *tag, const char *part)
{
    assert_said(tag, part);
    assert_int_equal(was, code);
    assert_false(kernel.executed);
}

/* ---- Lookup --------------------------------------------------------------------------------- */

static void a_path_is_not_searched_for(void **state)
{
    (void)state;
    kernel_start();
    assert_int_equal(RUN(NONE, "/usr/bin/app", "a", ""), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: /usr/bin/app a ");
    assert_string_equal(kernel.calls, "execve /usr/bin/app\n");
}

static void a_name_is_searched_for_in_the_path(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", "/bin:/nowhere:/usr/bin/app:/usr/bin:/sbin");
    program("/bin/app", S_IFDIR | 0755, "");
    assert_int_equal(RUN(NONE, "app"), 0);
    assert_string_equal(kernel.calls, "execve /bin/app\nexecve /nowhere/app\n"
                                      "execve /usr/bin/app/app\nexecve /usr/bin/app\n");
}

static void without_a_path_the_usual_one_is_used(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", NULL);
    assert_int_equal(RUN(NONE, "nothere"), 127);
    assert_string_equal(kernel.calls, "execve /usr/local/bin/nothere\nexecve /usr/bin/nothere\n"
                                      "execve /bin/nothere\n");
    assert_said(
        "NOTFOUND",
        "nothere: no such command in /usr/local/bin:/usr/bin:/bin; name its path, or set PATH\n");
}

static void an_empty_part_of_the_path_is_the_working_folder(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", ":/bin:");
    assert_int_equal(RUN(NONE, "nothere"), 127);
    assert_string_equal(kernel.calls, "execve nothere\nexecve /bin/nothere\nexecve nothere\n");
}

static void a_command_that_is_not_found_is_127(void **state)
{
    (void)state;
    kernel_start();
    assert_not_executed(RUN(NONE, ""), 127, "NOTFOUND",
                        "\"\": no such command, as its name is empty; name a program\n");
    assert_string_equal(kernel.calls, "");
    kernel_start();
    assert_not_executed(RUN(NONE, "/not/here"), 127, "NOTFOUND",
                        "/not/here: no such command; install it, or name another\n");
    kernel_start();
    assert_not_executed(RUN(NONE, "/usr/bin/app/x"), 127, "NOTFOUND",
                        "/x: no such command; install it");
}

/* One byte less than PATH_MAX with the closing zero is the longest that is tried. */
static void a_folder_that_makes_too_long_a_path_is_skipped(void **state)
{
    static char folder[PATH_MAX + 8];

    (void)state;
    for (int size = PATH_MAX - 8; size < PATH_MAX + 4; size++) {
        memset(folder, 'x', (size_t)size);
        folder[0] = '/';
        folder[size] = '\0';
        kernel_start();
        kernel_setenv("PATH", folder);
        assert_int_equal(RUN(NONE, "app"), 127);
        assert_int_equal(kernel.calls[0] != '\0', size + 4 < PATH_MAX);
    }
}

/* ---- What can't be executed ----------------------------------------------------------------- */

static void a_file_that_may_not_be_executed_is_126(void **state)
{
    (void)state;
    kernel_start();
    program("/opt/tool", S_IFREG | 0644, "");
    assert_not_executed(RUN(NONE, "--user", "app", "/opt/tool"), 126, "NOEXEC",
                        "/opt/tool: Permission denied (running as uid 1000, gid 1001); make it");
}

static void a_folder_is_126(void **state)
{
    (void)state;
    kernel_start();
    assert_not_executed(RUN(NONE, "/usr/bin"), 126, "NOEXEC",
                        "/usr/bin, Is a directory; name a program");
    kernel_start();
    kernel_fail("stat", 1, EIO);
    assert_not_executed(RUN(NONE, "/usr/bin"), 126, "NOEXEC",
                        "/usr/bin: Permission denied (running as uid 0, gid 0)");
}

static void a_script_without_its_first_line_is_126(void **state)
{
    (void)state;
    kernel_start();
    program("/opt/script", S_IFREG | 0755, "echo hello\n");
    kernel_fail("execve", 1, ENOEXEC);
    assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC",
                        "/opt/script, Exec format error; a script needs a #! line");
}

/* The kernel says that the script is not there where its interpreter is not. */
static void a_missing_interpreter_is_named(void **state)
{
    static const struct {
        const char *bytes;
        const char *says;
    } rows[] = {
        {"#!/no/sh\n", "its interpreter /no/sh, No such file"},
        {"#! \t/no/sh -e\n", "its interpreter /no/sh, No such file"},
        {"#!/no/sh\t-e\n", "its interpreter /no/sh, No such file"},
        {"#!/no/sh", "its interpreter /no/sh, No such file"},
        {"#!", "its interpreter \"\", No such file"},
        {"#", "its loader is missing, No such file or directory; it was built for another C"},
        {"", "its loader is missing"},
        {"\177ELF", "its loader is missing"},
        {"!#/no/sh\n", "its loader is missing"},
        {"##/no/sh\n", "its loader is missing"},
        {"!!/no/sh\n", "its loader is missing"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        kernel_start();
        program("/opt/script", S_IFREG | 0755, rows[i].bytes);
        kernel_fail("execve", 1, ENOENT);
        assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC", rows[i].says);
        assert_int_equal(kernel.open, 3);
    }
    kernel_start();
    program("/opt/script", S_IFREG | 0755, "#!/no/sh\n");
    kernel_fail("execve", 1, ENOTDIR);
    assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC",
                        "/opt/script: its interpreter /no/sh, Not a directory; install it");
    kernel_start();
    program("/opt/script", S_IFREG | 0755, "#!/no/sh\n");
    kernel_fail("execve", 1, ENOENT);
    kernel_fail("open", 1, EACCES);
    assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC",
                        "/opt/script, No such file or directory: its loader or the interpreter of "
                        "its #! line is missing, and uid 0 may not read it to tell which");
    kernel_start();
    program("/opt/script", S_IFREG | 0755, "#!/no/sh\n");
    kernel_fail("execve", 1, ENOENT);
    kernel_fail("open", 1, EIO);
    assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC", "its loader is missing");
}

static void a_long_interpreter_is_read_up_to_what_the_kernel_reads(void **state)
{
    char script[400];

    (void)state;
    memset(script, 'i', sizeof script);
    memcpy(script, "#!", 2);
    kernel_start();
    kernel_file("/opt/script", S_IFREG | 0755, script, sizeof script);
    kernel_fail("execve", 1, ENOENT);
    assert_not_executed(RUN(NONE, "/opt/script"), 126, "NOEXEC", "its interpreter iiiiiiii");
}

/* As shells do: one that may not be executed doesn't hide one that may; else it is the answer. */
static void the_search_goes_on_after_a_denied_file(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", "/a:/b:/usr/bin");
    program("/a/app", S_IFREG | 0644, "");
    assert_int_equal(RUN(NONE, "app"), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: app");
    kernel_start();
    kernel_setenv("PATH", "/a:/b:/usr/lib");
    program("/a/app", S_IFREG | 0644, "");
    program("/b/app", S_IFREG | 0644, "");
    assert_not_executed(RUN(NONE, "app"), 126, "NOEXEC", ": /a/app: Permission denied");
}

static void the_search_ends_at_a_broken_file(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", "/a:/usr/bin");
    program("/a/app", S_IFREG | 0755, "");
    kernel_fail("execve", 1, ENOEXEC);
    assert_not_executed(RUN(NONE, "app"), 126, "NOEXEC", "/a/app, Exec format error");
    assert_string_equal(kernel.calls, "execve /a/app\n");
}

/* ---- Environment ---------------------------------------------------------------------------- */

static void the_targets_home_and_name_replace_the_inherited_ones(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("USER", "root");
    kernel_setenv("HOMEWARD", "1");
    kernel_setenv("LOGNAME", "root");
    kernel_setenv("LAST", "");
    assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
    assert_string_equal(kernel.environment, "PATH=/usr/local/bin:/usr/bin LANG=C HOMEWARD=1 LAST= "
                                            "HOME=/home/app USER=app LOGNAME=app");
}

static void a_uid_without_a_passwd_line_has_no_name_and_home_is_the_root(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("USER", "root");
    assert_int_equal(RUN(NONE, "--user", "77:78", "app"), 0);
    assert_string_equal(kernel.environment, "PATH=/usr/local/bin:/usr/bin LANG=C HOME=/");
    kernel_start();
    kernel_text("/etc/passwd", "app:x:1000:1001::home:\n");
    assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
    assert_string_equal(kernel.environment,
                        "PATH=/usr/local/bin:/usr/bin LANG=C HOME=/ USER=app LOGNAME=app");
    kernel_start();
    kernel_text("/etc/passwd", "app:x:1000:1001:::\n");
    assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
    assert_non_null(strstr(kernel.environment, "HOME=/ USER=app"));
}

static void an_empty_environment_gets_only_the_targets_names(void **state)
{
    (void)state;
    kernel_start();
    kernel_setenv("PATH", NULL);
    kernel_setenv("HOME", NULL);
    kernel_setenv("LANG", NULL);
    assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
    assert_string_equal(kernel.environment, "HOME=/home/app USER=app LOGNAME=app");
}

static void keep_env_leaves_the_environment_unchanged(void **state)
{
    (void)state;
    kernel_start();
    assert_int_equal(RUN(NONE, "--keep-env", "--user", "app", "app"), 0);
    assert_string_equal(kernel.environment, "PATH=/usr/local/bin:/usr/bin HOME=/root LANG=C");
    kernel_start();
    assert_int_equal(RUN(NONE, "app"), 0);
    assert_string_equal(kernel.environment, "PATH=/usr/local/bin:/usr/bin HOME=/root LANG=C");
}

static void no_memory_for_the_environment_ends_it(void **state)
{
    (void)state;
    kernel_start();
    kernel_fail("mmap", 2, ENOMEM);
    assert_refused(RUN(NONE, "--user", "app", "app"), "MEMORY",
                   "no memory for the environment; allow");
}

/* ---- Descriptors ---------------------------------------------------------------------------- */

static void closed_standard_descriptors_are_filled(void **state)
{
    (void)state;
    for (int closed = 0; closed < 8; closed++) {
        kernel_start();
        for (int fd = 0; fd < 3; fd++)
            if ((closed >> fd & 1) != 0)
                kernel_close(fd);
        assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
        assert_string_equal(kernel.left, "0 1 2 ");
    }
    kernel_start();
    kernel_close(1);
    kernel_fail("open", 1, ENOENT);
    assert_refused(RUN(NONE, "app"), "IO", "descriptor 1 is closed, and /dev/null, No such file");
    kernel_start();
    kernel_fail("poll", 1, ENOMEM);
    assert_refused(RUN(NONE, "app"), "IO", "descriptors 0 to 2, Cannot allocate memory");
}

static void own_stdio_gives_files_that_a_service_opens_again(void **state)
{
    static const struct {
        unsigned type;
        bool terminal, given;
    } rows[] = {
        {S_IFIFO, false, true},  {S_IFSOCK, false, true}, {S_IFREG, false, true},
        {S_IFCHR, true, true},   {S_IFCHR, false, false}, {S_IFDIR, false, false},
        {S_IFBLK, false, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int fd = 0; fd < 3; fd++) {
            bool given;

            kernel_start();
            kernel_file("/std", rows[i].type | 0600, "", 0)->terminal = rows[i].terminal;
            kernel_find("/std")->st.st_gid = 55;
            kernel_open(fd, "/std");
            assert_int_equal(RUN(NONE, "--user", "app", "--own-stdio", "app"), 0);
            /* A file that is only read from keeps its owner. */
            given = rows[i].given && !(fd == 0 && rows[i].type == S_IFREG);
            assert_int_equal(kernel_find("/std")->st.st_uid, given ? 1000 : 0);
            assert_int_equal(kernel_find("/std")->st.st_gid, 55);
        }
    kernel_start();
    kernel_open(1, kernel_file("/std", S_IFIFO | 0600, "", 0)->path);
    assert_int_equal(RUN(NONE, "--user", "app", "app"), 0);
    assert_int_equal(kernel_find("/std")->st.st_uid, 0);
}

static void own_stdio_leaves_files_that_the_target_owns(void **state)
{
    (void)state;
    kernel_start();
    kernel_file("/std", S_IFIFO | 0600, "", 0)->st.st_uid = 1000;
    kernel_open(2, "/std");
    assert_int_equal(RUN(NONE, "--user", "app", "--own-stdio", "app"), 0);
    assert_null(strstr(kernel.calls, "fchown"));
}

static void own_stdio_tolerates_a_refusal_but_no_other_failure(void **state)
{
    static const int soft[] = {EPERM, EROFS};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        kernel_start();
        kernel_open(1, kernel_file("/std", S_IFIFO | 0600, "", 0)->path);
        kernel_fail("fchown", 1, soft[i]);
        assert_int_equal(RUN(NONE, "--user", "app", "--own-stdio", "app"), 0);
    }
    kernel_start();
    kernel_open(1, kernel_file("/std", S_IFIFO | 0600, "", 0)->path);
    kernel_fail("fchown", 1, EIO);
    assert_refused(RUN(NONE, "--user", "app", "--own-stdio", "app"), "DROPFAIL",
                   "--own-stdio: descriptor 1, Input/output error");
    kernel_start();
    kernel_fail("fstat", 5, EIO);
    assert_refused(RUN(NONE, "--user", "app", "--own-stdio", "app"), "DROPFAIL",
                   "descriptor 2, Input/output error");
}

/* ---- Messages ------------------------------------------------------------------------------- */

static void a_message_is_written_again_after_a_signal(void **state)
{
    (void)state;
    kernel_start();
    kernel_fail("write", 1, EINTR);
    assert_refused(RUN("--nonsense"), "USAGE", "--nonsense: no such option");
    kernel_start();
    kernel_fail("write", 0, EPIPE); /* a closed standard error is no failure of its own */
    assert_int_equal(RUN(NONE, "--user-env", "X", "app"), 0);
    assert_true(kernel.executed);
    assert_false(kernel.sigpipe_ignored);
}

static void text_from_outside_is_escaped_and_a_line_is_cut(void **state)
{
    char name[2000];

    (void)state;
    kernel_start();
    assert_refused(RUN(NONE, "--user", "a\n\x1b[2Jb", "app"), "BADUSER", "a\\x0a\\x1b[2Jb: ");
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    kernel_start();
    assert_refused(RUN(NONE, "--user", name, "app"), "BADUSER", "nnn...: ");
}

static void a_line_is_cut_before_its_newline(void **state)
{
    static char long_text[4000];

    (void)state;
    memset(long_text, 't', sizeof long_text - 1);
    for (size_t size = 1490; size < 1530; size++) {
        kernel_start();
        long_text[size] = '\0';
        say("TAG", "%s", long_text);
        long_text[size] = 't';
        assert_int_equal(kernel.said[strlen(kernel.said) - 1], '\n');
        assert_int_equal(strlen(kernel.said), size < 1512 ? 23 + size : 1535);
    }
}

int __wrap_main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_not_searched_for),
        cmocka_unit_test(a_name_is_searched_for_in_the_path),
        cmocka_unit_test(without_a_path_the_usual_one_is_used),
        cmocka_unit_test(an_empty_part_of_the_path_is_the_working_folder),
        cmocka_unit_test(a_command_that_is_not_found_is_127),
        cmocka_unit_test(a_folder_that_makes_too_long_a_path_is_skipped),
        cmocka_unit_test(a_file_that_may_not_be_executed_is_126),
        cmocka_unit_test(a_folder_is_126),
        cmocka_unit_test(a_script_without_its_first_line_is_126),
        cmocka_unit_test(a_missing_interpreter_is_named),
        cmocka_unit_test(a_long_interpreter_is_read_up_to_what_the_kernel_reads),
        cmocka_unit_test(the_search_goes_on_after_a_denied_file),
        cmocka_unit_test(the_search_ends_at_a_broken_file),
        cmocka_unit_test(the_targets_home_and_name_replace_the_inherited_ones),
        cmocka_unit_test(a_uid_without_a_passwd_line_has_no_name_and_home_is_the_root),
        cmocka_unit_test(an_empty_environment_gets_only_the_targets_names),
        cmocka_unit_test(keep_env_leaves_the_environment_unchanged),
        cmocka_unit_test(no_memory_for_the_environment_ends_it),
        cmocka_unit_test(closed_standard_descriptors_are_filled),
        cmocka_unit_test(own_stdio_gives_files_that_a_service_opens_again),
        cmocka_unit_test(own_stdio_leaves_files_that_the_target_owns),
        cmocka_unit_test(own_stdio_tolerates_a_refusal_but_no_other_failure),
        cmocka_unit_test(a_message_is_written_again_after_a_signal),
        cmocka_unit_test(a_line_is_cut_before_its_newline),
        cmocka_unit_test(text_from_outside_is_escaped_and_a_line_is_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
