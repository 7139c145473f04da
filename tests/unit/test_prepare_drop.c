/*
 * The drop over a kernel in memory: every id is as asked for, nothing of root is left, and if a call
 * fails or lies, nothing is executed. tests/prepare/test_drop.py does the same on a real kernel.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"

#include "host/proc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define DROP(spec) "--grant", "none", "--user", (spec), "--", "app"
#define SETUID     (1ULL << 7)
#define SETGID     (1ULL << 6)
#define OTHER      (1ULL << 40)

/* Root in groups of its own, with capabilities that only the drop's own call clears. */
static void start(void)
{
    kernel_start();
    kernel.groups[0] = 4;
    kernel.groups[1] = 24;
    kernel.group_count = 2;
    kernel.capabilities[INHERITABLE] = OTHER | 1;
}

static void start_as(unsigned uid, unsigned gid, unsigned long long capabilities)
{
    kernel_start();
    for (size_t i = 0; i < 4; i++) {
        kernel.uid[i] = uid;
        kernel.gid[i] = gid;
    }
    kernel.groups[0] = gid;
    kernel.capabilities[EFFECTIVE] = kernel.capabilities[PERMITTED] = capabilities;
}

static void assert_ids(unsigned uid, unsigned gid)
{
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(kernel.uid[i], uid);
        assert_int_equal(kernel.gid[i], gid);
    }
}

static void assert_no_capability(void)
{
    for (size_t i = 0; i < KERNEL_SETS; i++)
        assert_true(kernel.capabilities[i] == 0);
}

static void every_id_the_groups_and_no_capability(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN(DROP("app")), 0);
    assert_string_equal(kernel.calls, "setgroups 44 1001\nsetresgid 1001 1001 1001\n"
                                      "setresuid 1000 1000 1000\ncapset\n"
                                      "setresuid -1 0 -1\nsetresgid -1 0 -1\n"
                                      "execve /usr/local/bin/app\nexecve /usr/bin/app\n");
    assert_ids(1000, 1001);
    assert_no_capability();
    assert_string_equal(kernel.said, "");
    assert_string_equal(kernel.left, "0 1 2 ");
}

static void root_where_allowed_keeps_its_capabilities(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--allow-root", DROP("0:0")), 0);
    assert_ids(0, 0);
    assert_int_equal(kernel.group_count, 1);
    assert_true(kernel.capabilities[EFFECTIVE] != 0);
    assert_true(kernel.capabilities[INHERITABLE] == (OTHER | 1));
    start();
    assert_refused(RUN(DROP("0:0")), "BADUSER", "0:0: this is uid 0");
}

/* Each call that fails, or gives a different answer, ends the run. */
static void a_call_that_fails_or_lies_ends_the_run(void **state)
{
    static const struct {
        const char *call;
        int nth;
        int error;
        const char *says;
    } rows[] = {
        /* Asked before anything is changed. */
        {"capget", 1, EPERM,
         "capget, Operation not permitted; a security module refuses it; allow it in its profile; "
         "nothing"},
        {"getgroups", 1, EPERM,
         "getgroups, Operation not permitted; a security module refuses it;"},
        {"setgroups", 1, EPERM,
         "setgroups, Operation not permitted; a security module refuses it;"},
        {"setresgid", 1, EPERM,
         "setresgid, Operation not permitted; a security module refuses it;"},
        {"setresuid", 1, EPERM,
         "setresuid, Operation not permitted; a security module refuses it;"},
        {"capset", 1, EPERM, "capset, Operation not permitted; a security module refuses it;"},
        {"setfsuid", 1, EPERM, "setfsuid, Operation not permitted; a security module refuses it;"},
        /* The drop. */
        {"setgroups", 2, EPERM, "setgroups, Operation not permitted; a security module refuses it"},
        {"setresgid", 2, EINVAL, "setresgid, Invalid argument; an id is not mapped in this user"},
        {"setresuid", 2, EAGAIN, "setresuid, Resource temporarily unavailable"},
        {"capset", 2, EPERM, "capset, Operation not permitted"},
        {"setgroups", 2, 0, "the supplementary groups are not the wanted ones"},
        {"setresgid", 2, 0, "the gid is not the wanted one"},
        {"setresuid", 2, 0, "the uid is not the wanted one"},
        {"capset", 2, 0, "capabilities are left"},
        {"getresuid", 2, EPERM, "the uid is not the wanted one"},
        {"getresuid", 2, 0, "the uid is not the wanted one"},
        {"setfsuid", 2, EPERM, "the uid is not the wanted one"},
        {"setfsuid", 2, 0, "the uid is not the wanted one"},
        {"getresgid", 2, EPERM, "the gid is not the wanted one"},
        {"getresgid", 2, 0, "the gid is not the wanted one"},
        {"setfsgid", 1, EPERM, "the gid is not the wanted one"},
        {"setfsgid", 1, 0, "the gid is not the wanted one"},
        {"getgroups", 2, EPERM, "the supplementary groups are not the wanted ones"},
        {"capget", 2, EPERM, "capabilities are left"},
        {"capget", 2, 0, "capabilities are left"},
        {"setresuid", 3, 0, "uid 0 could be had again"},
        {"setresgid", 3, 0, "gid 0 could be had again"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start();
        kernel_fail(rows[i].call, rows[i].nth, rows[i].error);
        assert_refused(RUN(DROP("app")), "DROPFAIL", rows[i].says);
    }
}

/* Each of the four: real, effective, saved, and the one for files. */
static void one_wrong_id_is_noticed(void **state)
{
    (void)state;
    for (size_t which = 1; which <= 4; which++) {
        start();
        kernel.wrong_uid = which;
        assert_refused(RUN(DROP("app")), "DROPFAIL", "the uid is not the wanted one");
        start();
        kernel.wrong_gid = which;
        assert_refused(RUN(DROP("app")), "DROPFAIL", "the gid is not the wanted one");
    }
}

/* Each call of the run fails once: either the drop is complete, or the exit code is 125. */
static void if_any_call_fails_nothing_is_executed_as_root(void **state)
{
    static const int errors[] = {EIO, 0};
    int calls;

    (void)state;
    start();
    assert_int_equal(RUN(DROP("app")), 0);
    calls = kernel_fail_any(0, 0);
    assert_true(calls > 20);
    for (size_t e = 0; e < 2; e++)
        for (int nth = 1; nth <= calls; nth++) {
            int code;

            start();
            kernel_fail_any(nth, errors[e]);
            code = RUN(DROP("app"));
            if (!kernel.executed) {
                assert_true(code == 125 || code == 126 || code == 127);
                continue;
            }
            assert_ids(1000, 1001);
            assert_no_capability();
            assert_int_equal(kernel.group_count, 2);
        }
}

static void gid_0_may_stay_if_it_is_the_target(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN(DROP("1000:0")), 0);
    assert_ids(1000, 0);
    assert_non_null(strstr(kernel.calls, "setgroups 0\n"));
}

static void setgroups_may_fail_if_the_groups_are_right_already(void **state)
{
    (void)state;
    kernel_start();
    kernel.groups[0] = 1001;
    kernel_fail("setgroups", 0, EPERM);
    assert_int_equal(RUN(DROP("1000:1001")), 0);
    kernel_start();
    kernel.group_count = 0; /* the primary group is not always listed */
    kernel_fail("setgroups", 0, EPERM);
    assert_int_equal(RUN(DROP("1000:1001")), 0);
    kernel_start();
    kernel.groups[0] = 1001;
    kernel.groups[1] = 4;
    kernel.group_count = 2;
    kernel_fail("setgroups", 0, EPERM);
    assert_refused(RUN(DROP("1000:1001")), "DROPFAIL", "setgroups");
}

static void a_set_of_groups_that_is_full_has_no_room_for_the_primary(void **state)
{
    (void)state;
    start();
    kernel_fail("setgroups", 0, EPERM);
    kernel.group_count = 65536;
    for (unsigned i = 0; i < 65536; i++)
        kernel.groups[i] = 2000 + i;
    assert_refused(RUN(DROP("app")), "DROPFAIL", "setgroups");
}

static void a_process_with_the_target_ids_needs_no_root(void **state)
{
    (void)state;
    start_as(1000, 1001, 0);
    kernel.capabilities[INHERITABLE] = OTHER;
    assert_int_equal(RUN(DROP("1000:1001")), 0);
    assert_no_capability();
    start_as(1000, 1001, 0);
    kernel.group_count = 0;
    assert_int_equal(RUN(DROP("1000:1001")), 0);
}

static void a_process_that_is_neither_root_nor_the_target_gets_an_error(void **state)
{
    (void)state;
    start_as(1001, 1001, OTHER | SETUID | SETGID);
    assert_refused(RUN(DROP("1000:1001")), "NOTROOT",
                   "uid 1001 (capabilities 0x100000000c0, setgroups allow) can't become 1000:1001");
    start_as(1000, 1000, 0);
    assert_refused(RUN(DROP("1000:1001")), "NOTROOT", "uid 1000 (capabilities 0x0,");
}

/* Kubernetes with fsGroup, docker run --group-add: the ids are right, and groups can't be changed. */
static void the_targets_ids_with_other_groups_run_as_they_are(void **state)
{
    (void)state;
    start_as(1000, 1001, 0);
    kernel.groups[0] = 4;
    assert_int_equal(RUN(DROP("1000:1001")), 0);
    assert_said("GROUPS", "uid 1000 stays in groups 4 instead of 1001, as it can't change them");
    assert_int_equal(kernel.groups[0], 4);
    assert_true(kernel.executed);
    start_as(1000, 1001, 0);
    kernel.groups[0] = 4;
    assert_refused(RUN("--require-groups", DROP("1000:1001")), "GROUPS",
                   "uid 1000 is in groups 4 and can't become a member of 1001; start as root");
    start_as(1000, 1001, 0);
    kernel.group_count = 0;
    assert_int_equal(RUN(DROP("app")), 0);
    assert_said("GROUPS", "in groups none instead of 44,1001, as");
    start_as(1000, 1001, 0);
    kernel.group_count = 40;
    for (unsigned i = 0; i < 40; i++)
        kernel.groups[i] = 70000 + i;
    assert_int_equal(RUN(DROP("app")), 0);
    assert_said("GROUPS", "70010,... instead of 44,1001, as");
    /* With CAP_SETGID they are changed. */
    start_as(1000, 1001, SETGID);
    kernel.groups[0] = 4;
    assert_int_equal(RUN("--require-groups", DROP("app")), 0);
    assert_string_equal(kernel.said, "");
    assert_int_equal(kernel.group_count, 2);
    assert_no_capability();
    /* Root without CAP_SETGID is refused. */
    start_as(0, 0, SETUID);
    kernel.groups[0] = 4;
    assert_refused(RUN("--allow-root", DROP("0:0")), "DROPFAIL", "capability SETGID missing");
}

static void the_message_names_the_capabilities_that_root_lacks(void **state)
{
    static const struct {
        unsigned long long left;
        const char *says;
    } rows[] = {
        {OTHER, "capability SETUID and SETGID missing, setgroups allow; add it"},
        {OTHER | SETUID, "capability SETGID missing"},
        {OTHER | SETGID, "capability SETUID missing"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start_as(0, 0, rows[i].left);
        assert_refused(RUN(DROP("app")), "DROPFAIL", rows[i].says);
        assert_string_equal(kernel.calls, "");
    }
}

/* One of the two capabilities is enough where the other id is right already. */
static void root_needs_only_the_capability_that_it_uses(void **state)
{
    (void)state;
    start_as(0, 1001, SETUID);
    kernel_fail("setgroups", 0, EPERM);
    assert_int_equal(RUN(DROP("1000:1001")), 0);
    assert_ids(1000, 1001);
    start_as(0, 1001, SETUID);
    kernel.groups[0] = 4;
    assert_refused(RUN(DROP("1000:1001")), "DROPFAIL", "capability SETGID missing");
    start_as(0, 0, SETGID);
    assert_int_equal(RUN("--allow-root", DROP("0:1001")), 0);
    assert_ids(0, 1001);
    /* A process that has the target ids lacks nothing. */
    start_as(0, 1001, 0);
    kernel_fail("setgroups", 0, EPERM);
    assert_int_equal(RUN("--allow-root", DROP("0:1001")), 0);
}

/* The list of groups comes before it, and the file is read in parts of 4095 bytes. */
static void a_filter_is_found_after_a_long_list_of_groups(void **state)
{
    static const size_t lengths[] = {3900, 7800};
    static const char end[] = "\nSeccomp:\t2\n";
    static char status[8192];

    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        for (size_t more = 0; more < 250; more++) {
            memcpy(status, "Name:\tx\nGroups:\t", 16);
            memset(status + 16, '7', lengths[i] + more);
            memcpy(status + 16 + lengths[i] + more, end, sizeof end);
            start();
            kernel_text("/proc/self/status", status);
            kernel_fail("setgroups", 0, EPERM);
            assert_refused(RUN(DROP("app")), "DROPFAIL", "a system call filter (seccomp) refuses");
            assert_int_equal(kernel.open, 5);
        }
}

static void the_message_says_what_refused_the_call(void **state)
{
    static const struct {
        const char *setgroups, *status, *says;
    } rows[] = {
        {"deny\n", "", "this user namespace denies it (/proc/self/setgroups);"},
        {"allow\n", "x\nSeccomp:\t2\n", "a system call filter (seccomp) refuses it;"},
        {"allow\n", "x\nSeccomp:\t1\n", "a system call filter (seccomp) refuses it;"},
        {"allow\n", "x\nSeccomp:\t0\n", "a security module refuses it;"},
        {"allow\n", "x\nSeccomp_filters:\t1\n", "a security module refuses it;"},
        {"allow\n", "Seccomp:\t2\n", "a security module refuses it;"}, /* the name of the program */
        {"", "", "a security module refuses it;"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start();
        kernel_text("/proc/self/setgroups", rows[i].setgroups);
        kernel_text("/proc/self/status", rows[i].status);
        kernel_fail("setgroups", 0, EPERM);
        assert_refused(RUN(DROP("app")), "DROPFAIL", rows[i].says);
        assert_int_equal(kernel.open, 5); /* with the two account files, which go with the exec */
    }
    start();
    kernel_find("/proc/self/setgroups")->st.st_mode = 0;
    kernel_fail("setgroups", 0, ENOSYS);
    assert_refused(RUN(DROP("app")), "DROPFAIL", "setgroups, Function not implemented;");
    /* The state is a word of the message for those who are not root. */
    start_as(1001, 1001, 0);
    kernel_text("/proc/self/setgroups", "longer than any of the two");
    assert_refused(RUN(DROP("app")), "NOTROOT", "setgroups longer than any)");
    start_as(1001, 1001, 0);
    kernel_find("/proc/self/setgroups")->st.st_mode = 0;
    assert_refused(RUN(DROP("app")), "NOTROOT", "setgroups unknown)");
}

/* gVisor has neither call, and will not have them. */
static void without_setfsuid_the_ids_for_files_are_read_from_proc(void **state)
{
    static const struct {
        const char *status; /* NULL: no /proc */
        const char *doubt;
    } rows[] = {
        {NULL, NULL},
        {"Name:\tx\nUid:\t1000\t1000\t1000\t1000\nGid:\t1001\t1001\t1001\t1001\n", NULL},
        {"Name:\tx\nUid:\t1000\t1000\t1000\t0\nGid:\t1001\t1001\t1001\t1001\n", "the uid"},
        {"Name:\tx\nUid:\t1000\t1000\t1000\t1000\nGid:\t1001\t1001\t1001\t0\n", "the gid"},
        {"Name:\tx\nUid:\t0\t0\t0\t1000\nGid:\t0\t0\t0\t1001\n", NULL},
        {"Name:\tx\nUid:\t0\t0\nGid:\t0\n", NULL}, /* it does not say */
        {"Name:\tx\n", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start();
        if (rows[i].status)
            kernel_text("/proc/self/status", rows[i].status);
        kernel_fail("setfsuid", 0, ENOSYS);
        kernel_fail("setfsgid", 0, ENOSYS);
        if (rows[i].doubt) {
            assert_refused(RUN(DROP("app")), "DROPFAIL", rows[i].doubt);
            continue;
        }
        assert_int_equal(RUN(DROP("app")), 0);
        assert_ids(1000, 1001);
    }
}

static void ids_that_are_not_mapped_are_found_before_any_change(void **state)
{
    static const struct {
        const char *spec, *add, *says;
    } rows[] = {
        {"3000:1001", NULL, "id 3000 is not mapped in this user namespace (/proc/self/uid_map)"},
        {"1000:3000", NULL, "id 3000 is not mapped in this user namespace (/proc/self/gid_map)"},
        {"1000:1001", "3000", "id 3000 is not mapped in this user namespace (/proc/self/gid_map)"},
        {"2999:2999", "44", NULL},
        {"2000:2000", "0", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start();
        kernel.mapped = 3000;
        kernel_text(UID_MAP,
                    "         0     100000       2000\n      2000     500000       1000\n");
        kernel_text(GID_MAP,
                    "         0     100000       2000\n      2000     500000       1000\n");
        if (rows[i].says)
            assert_refused(RUN("--add-group", rows[i].add ? rows[i].add : "44", DROP(rows[i].spec)),
                           "DROPFAIL", rows[i].says);
        else
            assert_int_equal(RUN("--add-group", rows[i].add, DROP(rows[i].spec)), 0);
        if (rows[i].says)
            assert_string_equal(kernel.calls, "");
    }
    /* A map that can't be read is not a reason to refuse. */
    start();
    kernel_text(UID_MAP, "none\n");
    assert_int_equal(RUN(DROP("app")), 0);
    start();
    kernel_text(UID_MAP, "");
    assert_int_equal(RUN(DROP("app")), 0);
}

static void no_new_privs_is_set_and_verified(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--no-new-privs", DROP("app")), 0);
    assert_true(kernel.no_new_privs);
    start();
    assert_int_equal(RUN(DROP("app")), 0);
    assert_false(kernel.no_new_privs);
    start();
    kernel_fail("prctl", 1, EINVAL);
    assert_refused(RUN("--no-new-privs", DROP("app")), "DROPFAIL", "no_new_privs could not be set");
    start();
    kernel_fail("prctl", 1, 0);
    assert_refused(RUN("--no-new-privs", DROP("app")), "DROPFAIL", "no_new_privs could not be set");
}

static void raised_privileges_are_refused(void **state)
{
    (void)state;
    start_as(1000, 1001, 0);
    kernel.uid[1] = 0;
    assert_refused(RUN(DROP("app")), "SETUID", "set-id bit or file capabilities");
    start_as(1000, 1001, 0);
    kernel.gid[1] = 0;
    assert_refused(RUN("--if-root", "app"), "SETUID", "set-id bit");
    start_as(1000, 1001, 0);
    kernel.secure = true;
    assert_refused(RUN("app"), "SETUID", "file capabilities");
    start();
    kernel.secure = true; /* security modules set it for root */
    assert_int_equal(RUN(DROP("app")), 0);
}

static void if_root_runs_the_command_without_a_change(void **state)
{
    (void)state;
    start_as(1001, 1001, OTHER);
    assert_int_equal(RUN("--if-root", "--require", "--user", "nobodyhere", "app", "x"), 0);
    assert_string_equal(kernel.command, "/usr/bin/app: app x");
    assert_ids(1001, 1001);
    assert_string_equal(kernel.environment, "PATH=/usr/local/bin:/usr/bin HOME=/root LANG=C");
    assert_false(kernel.no_new_privs);
    start_as(1001, 1001, OTHER);
    assert_int_equal(RUN("--if-root", "--no-new-privs", DROP("app")), 0);
    assert_true(kernel.no_new_privs);
    start_as(1001, 1001, OTHER);
    assert_int_equal(RUN("--if-root"), 0);
    assert_false(kernel.executed);
    start();
    assert_int_equal(RUN("--if-root", DROP("app")), 0);
    assert_ids(1000, 1001);
}

int __wrap_main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_id_the_groups_and_no_capability),
        cmocka_unit_test(root_where_allowed_keeps_its_capabilities),
        cmocka_unit_test(a_call_that_fails_or_lies_ends_the_run),
        cmocka_unit_test(one_wrong_id_is_noticed),
        cmocka_unit_test(if_any_call_fails_nothing_is_executed_as_root),
        cmocka_unit_test(gid_0_may_stay_if_it_is_the_target),
        cmocka_unit_test(setgroups_may_fail_if_the_groups_are_right_already),
        cmocka_unit_test(a_set_of_groups_that_is_full_has_no_room_for_the_primary),
        cmocka_unit_test(a_process_with_the_target_ids_needs_no_root),
        cmocka_unit_test(a_process_that_is_neither_root_nor_the_target_gets_an_error),
        cmocka_unit_test(the_targets_ids_with_other_groups_run_as_they_are),
        cmocka_unit_test(the_message_names_the_capabilities_that_root_lacks),
        cmocka_unit_test(root_needs_only_the_capability_that_it_uses),
        cmocka_unit_test(a_filter_is_found_after_a_long_list_of_groups),
        cmocka_unit_test(the_message_says_what_refused_the_call),
        cmocka_unit_test(without_setfsuid_the_ids_for_files_are_read_from_proc),
        cmocka_unit_test(ids_that_are_not_mapped_are_found_before_any_change),
        cmocka_unit_test(no_new_privs_is_set_and_verified),
        cmocka_unit_test(raised_privileges_are_refused),
        cmocka_unit_test(if_root_runs_the_command_without_a_change),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
