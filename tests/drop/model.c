/*
 * An exhaustive model of the drop: over the kernel in memory every system call between main and the
 * exec gives each answer that it can, alone and in pairs, enumerated and not sampled. Whatever the
 * answers, the command is reached with the wanted ids, groups and capabilities, or not at all.
 *
 * An answer is an errno, "done" without having done it, or a different effect. It may even
 * report the expected real, effective and saved ids while the call did something else, because other
 * calls reveal that. For groups, capabilities and the ids for files only one call tells: there a lie
 * is any answer but the expected one, which could not be told from the truth.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"
#include "table_builder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { ERRNOS = 5 };
#define INHERITED (1ULL << 40)

static const struct call {
    const char *name;
    int errnos[ERRNOS];
    int effects;
} calls[] = {
    {"capget", {EPERM, EINVAL, EFAULT, ENOSYS}, 3},
    {"capset", {EPERM, EINVAL, EFAULT, ENOSYS}, 3},
    {"getgroups", {EPERM, EINVAL, EFAULT, ENOSYS}, 2},
    {"setgroups", {EPERM, EINVAL, ENOMEM, ENOSYS}, 2},
    {"getresuid", {EPERM, EFAULT, ENOSYS}, 7},
    {"getresgid", {EPERM, EFAULT, ENOSYS}, 7},
    {"setfsuid", {EPERM, ENOSYS}, 1},
    {"setfsgid", {EPERM, ENOSYS}, 1},
    {"setresuid", {EPERM, EINVAL, EAGAIN, ENOSYS}, 6},
    {"setresgid", {EPERM, EINVAL, ENOSYS}, 6},
    {"prctl", {EPERM, EINVAL, ENOSYS}, 0},
    {"open", {EACCES, EMFILE, ENOSYS}, 0}, /* not ENOENT: without /etc/group there are no groups */
    {"fstat", {EACCES, EIO, ENOMEM, ENOSYS}, 0},
    {"pread", {EIO, EINTR, EACCES, ENOSYS}, 0},
    {"mmap", {ENOMEM, EPERM, ENOSYS}, 0},
    {"poll", {EINTR, ENOMEM, ENOSYS}, 0},
    {"close", {EIO, EINTR}, 0},
    {"write", {EPIPE, EIO, ENOSPC}, 0},
    {"stat", {ENOENT, EACCES, EIO}, 0},
    {"statfs", {ENOENT, EIO}, 0},
    {"openat", {ENOENT, EACCES, EMFILE}, 0},
    {"fstatat", {ENOENT, EIO}, 0},
    {"execve", {ENOENT, EACCES, ENOEXEC, ENOMEM, EPERM}, 0},
    /* The calls that the grants make. */
    {"openat2", {ENOENT, EACCES, ELOOP, EPERM, ENOSYS}, 0},
    {"fstatfs", {EIO, ENOSYS}, 0},
    {"fchmod", {EPERM, EROFS, EIO}, 0},
    {"fchown", {EPERM, EROFS, EINVAL}, 0},
};

static const struct call *call_of(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        if (strcmp(calls[i].name, name) == 0)
            return &calls[i];
    fail_msg("the model does not know %s", name);
    return NULL;
}

/* Answer number `n` of a call: its errnos, a lie, its other effects. False after the last. */
struct answer {
    int error, effect;
};

static bool answer_of(const struct call *call, int n, struct answer *answer)
{
    int errnos = 0;

    while (errnos < ERRNOS && call->errnos[errnos])
        errnos++;
    *answer = (struct answer){0, 0};
    if (n < errnos)
        answer->error = call->errnos[n];
    else
        answer->effect = n - errnos;
    return n - errnos <= call->effects;
}

/* ---- The ids at the start and the wanted ones ------------------------------------------------ */

struct story {
    const char *name;
    const char *words[8];
    unsigned uid, gid, group; /* at the start */
    unsigned long long capabilities;
    unsigned wanted_uid, wanted_gid;
    unsigned groups[3];
    int group_count;
    bool tables;
};

#define ALL      0x1FFFFFFFFFFULL
#define SETGID   (1ULL << 6)
#define COMMAND  "--", "/usr/bin/app"
#define APP      1000, 1001, {44, 1001}, 2
#define ONE      1000, 1001, {1001}, 1
#define NO_GRANT "--grant", "none"

static const struct story stories[] = {
    {"a name", {NO_GRANT, "--user", "app", COMMAND}, 0, 0, 4, ALL, APP, false},
    {"one group", {NO_GRANT, "--user", "1000:1001", COMMAND}, 0, 0, 4, ALL, ONE, false},
    {"the target already",
     {NO_GRANT, "--user", "1000:1001", COMMAND},
     1000,
     1001,
     1001,
     0,
     ONE,
     false},
    {"its ids, and groups that it may change",
     {NO_GRANT, "--user", "1000:1001", COMMAND},
     1000,
     1001,
     4,
     SETGID,
     ONE,
     false},
    {"its ids, and groups that it may not",
     {NO_GRANT, "--user", "1000:1001", COMMAND},
     1000,
     1001,
     4,
     0,
     1000,
     1001,
     {4},
     1,
     false},
    {"somebody else", {NO_GRANT, "--user", "1000:1001", COMMAND}, 1001, 1001, 4, 0, ONE, false},
};

/* Here tables are opened up first. */
static const struct story opening[] = {
    {"chmod", {"--grant", "chmod", "--user", "app", COMMAND}, 0, 0, 4, ALL, APP, true},
    {"group", {"--grant", "group", "--user", "app", COMMAND}, 0, 0, 4, ALL, APP, true},
};

#define SYS "/sys/firmware/dmi/tables"
static const char *const files[] = {SYS "/smbios_entry_point", SYS "/DMI"};

static void add_tables(void)
{
    static const uint8_t uuid[21] = {0, 0, 0, 0, 1, 2, 3};
    static const char *const none[] = {NULL};
    static uint8_t entry_point[32];
    static struct builder table;

    if (table.size == 0) {
        build_structure(&table, 1, uuid, sizeof uuid, none);
        build_structure(&table, 127, NULL, 0, none);
        build_sm3(entry_point, 24, 3, 2, (uint32_t)table.size);
    }
    kernel_file(files[0], S_IFREG | 0400, (const char *)entry_point, 24)->magic = 0x62656572;
    kernel_file(files[1], S_IFREG | 0400, (const char *)table.bytes, table.size)->magic =
        0x62656572;
}

static void start(const struct story *story)
{
    kernel_start();
    for (size_t i = 0; i < 4; i++) {
        kernel.uid[i] = story->uid;
        kernel.gid[i] = story->gid;
    }
    kernel.groups[0] = story->group;
    kernel.capabilities[EFFECTIVE] = kernel.capabilities[PERMITTED] = story->capabilities;
    kernel.capabilities[INHERITABLE] = INHERITED; /* only the drop's own call clears it */
    kernel.live_status = true;
    if (story->tables)
        add_tables();
}

/* ---- What must hold -------------------------------------------------------------------------- */

static bool has_groups(const struct story *story)
{
    int primary = 0;

    for (int i = 0; i < kernel.group_count; i++) {
        bool found = false;

        for (int k = 0; k < story->group_count; k++)
            found = found || story->groups[k] == kernel.groups[i];
        if (!found)
            return false;
        primary += kernel.groups[i] == story->wanted_gid;
    }
    /* Engines differ in whether they list the primary group. */
    return kernel.group_count == story->group_count ||
           (primary == 0 && kernel.group_count + 1 == story->group_count);
}

static const char *wrong_identity(const struct story *story)
{
    for (size_t i = 0; i < 4; i++)
        if (kernel.uid[i] != story->wanted_uid || kernel.gid[i] != story->wanted_gid)
            return "the command has another id";
    if (!has_groups(story))
        return "the command has other groups";
    for (size_t i = 0; i < KERNEL_SETS; i++)
        if (kernel.capabilities[i] != 0)
            return "the command has capabilities";
    return NULL;
}

static const char *wrong(const struct story *story, int code)
{
    if (kernel.went_on)
        return "it went on after a call of the drop had failed";
    if (kernel.executed)
        return wrong_identity(story);
    return code == 125 || code == 126 || code == 127 ? NULL : "it ended with another code";
}

static bool tables_are_closed(void)
{
    for (size_t i = 0; i < 2; i++)
        if (kernel_find(files[i])->st.st_mode != (S_IFREG | 0400) ||
            kernel_find(files[i])->st.st_gid != 0)
            return false;
    return true;
}

/* ---- Enumeration ----------------------------------------------------------------------------- */

static unsigned long runs;

static int run(const struct story *story)
{
    const char *words[10] = {"hwident-prepare"};

    for (size_t i = 0; i < 8 && story->words[i]; i++)
        words[i + 1] = story->words[i];
    runs++;
    return kernel_run(words);
}

static void must_hold(const struct story *story, int code, const char *first, const char *second)
{
    const char *what = wrong(story, code);

    if (what)
        fail_msg("%s: %s: %s; %s: %s", story->name, first, second, what, kernel.calls);
}

static void describe(char text[80], const char *name, int nth, const struct answer *answer)
{
    (void)snprintf(text, 80, "call %d, %s, %s %d", nth, name,
                   answer->error    ? "fails with"
                   : answer->effect ? "has effect"
                                    : "lies",
                   answer->error + answer->effect);
}

/* The second answer: every answer of every later call in the run that the first answer led to. */
static void pairs(const struct story *story, int nth, const struct answer *first, const char *text)
{
    const char *trace[KERNEL_TRACE];
    const int traced = kernel.traced;
    struct answer answer;
    char second[80];

    memcpy(trace, kernel.trace, sizeof trace);
    for (int at = nth + 1; at <= traced; at++)
        for (int n = 0; answer_of(call_of(trace[at]), n, &answer); n++) {
            start(story);
            kernel_answer(0, nth, first->error, first->effect);
            kernel_answer(1, at, answer.error, answer.effect);
            describe(second, trace[at], at, &answer);
            must_hold(story, run(story), text, second);
        }
}

static void each_answer_alone_and_in_pairs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++) {
        const struct story *story = &stories[i];
        const char *trace[KERNEL_TRACE];
        int traced;

        start(story);
        must_hold(story, run(story), "nothing fails", "");
        traced = kernel.traced;
        memcpy(trace, kernel.trace, sizeof trace);
        for (int nth = 1; nth <= traced; nth++) {
            struct answer answer;
            char text[80];

            for (int n = 0; answer_of(call_of(trace[nth]), n, &answer); n++) {
                start(story);
                kernel_answer(0, nth, answer.error, answer.effect);
                describe(text, trace[nth], nth, &answer);
                must_hold(story, run(story), text, "");
                pairs(story, nth, &answer, text);
            }
        }
    }
    print_message("%lu runs\n", runs);
}

/* The last checks: of capabilities, and of becoming root again. By then nothing can be undone. */
static bool is_last_word(const char *name, const struct answer *answer)
{
    if (kernel.uid[1] == 0 || kernel.capabilities[EFFECTIVE] != 0)
        return false;
    if (strcmp(name, "capget") == 0)
        return true;
    return answer->error == 0 && (strcmp(name, "capset") == 0 || strcmp(name, "setresuid") == 0 ||
                                  strcmp(name, "setresgid") == 0);
}

/* One answer of one call: a failure leaves the tables as they were, except in the last checks. */
static void tables_are_as_before_or_the_command_runs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
        const struct story *story = &opening[i];
        const char *trace[KERNEL_TRACE];
        int traced;

        start(story);
        assert_int_equal(run(story), 0);
        assert_false(tables_are_closed());
        traced = kernel.traced;
        memcpy(trace, kernel.trace, sizeof trace);
        for (int nth = 1; nth <= traced; nth++) {
            struct answer answer;
            char text[80];

            for (int n = 0; answer_of(call_of(trace[nth]), n, &answer); n++) {
                int code;

                start(story);
                kernel_answer(0, nth, answer.error, answer.effect);
                describe(text, trace[nth], nth, &answer);
                code = run(story);
                must_hold(story, code, text, "");
                if (code == 125 && !tables_are_closed() && !is_last_word(trace[nth], &answer))
                    fail_msg("%s: %s: the tables are open: %s", story->name, text, kernel.calls);
            }
        }
    }
}

/*
 * A filter refuses a call each time, or a namespace lacks an id: then nothing is opened at all, and
 * the message names the call. A process that cannot ask for its ids may have a set-id bit.
 */
static void nothing_is_opened_where_a_call_is_always_refused(void **state)
{
    static const char *const names[] = {"setgroups", "setresgid", "setresuid", "capset",
                                        "getgroups", "capget",    "setfsuid"};
    static const char *const ids[] = {"getresuid", "getresgid"};

    (void)state;
    for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            start(&opening[i]);
            kernel_fail(names[k], 0, EPERM);
            assert_refused(run(&opening[i]), "DROPFAIL", names[k]);
            assert_null(strstr(kernel.calls, "fch"));
        }
        for (size_t k = 0; k < sizeof ids / sizeof ids[0]; k++) {
            start(&opening[i]);
            kernel_fail(ids[k], 0, EPERM);
            assert_refused(run(&opening[i]), "SETUID", "set-id bit");
            assert_null(strstr(kernel.calls, "fch"));
        }
        for (size_t k = 0; k < 2; k++) {
            start(&opening[i]);
            kernel.mapped = 1000;
            kernel_text(k == 0 ? "/proc/self/uid_map" : "/proc/self/gid_map", "0 0 1000\n");
            assert_int_equal(run(&opening[i]), 125);
            assert_null(strstr(kernel.calls, "fch"));
        }
    }
}

int __wrap_main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_opened_where_a_call_is_always_refused),
        cmocka_unit_test(tables_are_as_before_or_the_command_runs),
        cmocka_unit_test(each_answer_alone_and_in_pairs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
