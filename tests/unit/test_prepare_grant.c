/*
 * What is opened up, what never is, and the messages, over a kernel in memory. For a real
 * sysfs see tests/vm/stories/prepare-*.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"
#include "table_builder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define SYS    "/sys/firmware/dmi/tables"
#define HOST   "/host" SYS
#define ROOTFS "/rootfs/sys/firmware/dmi/tables"
#define EP     "/smbios_entry_point"
#define DMI    "/DMI"

enum { SYSFS = 0x62656572, DISK = 0xEF53 };

static uint8_t entry_point[32];
static struct builder table;

/* Two structures: type 1 and one of `padding` bytes of strings before it, so that it stands late. */
static void build(size_t padding)
{
    static char string[4500];
    const char *const strings[] = {string, NULL};
    const char *const none[] = {NULL};
    static const uint8_t uuid[21] = {0, 0, 0, 0, 1, 2, 3};

    memset(&table, 0, sizeof table);
    memset(string, 'x', sizeof string);
    string[padding] = '\0';
    build_structure(&table, 11, "\1", 1, padding ? strings : none);
    build_structure(&table, 1, uuid, sizeof uuid, none);
    build_structure(&table, 127, NULL, 0, none);
    build_sm3(entry_point, 24, 3, 2, (uint32_t)table.size);
}

static void add_tables(const char *folder)
{
    char path[200];

    (void)snprintf(path, sizeof path, "%s" EP, folder);
    kernel_file(path, S_IFREG | 0400, (const char *)entry_point, 24)->magic = SYSFS;
    (void)snprintf(path, sizeof path, "%s" DMI, folder);
    kernel_file(path, S_IFREG | 0400, (const char *)table.bytes, table.size)->magic = SYSFS;
    kernel_find(path)->page = 4096;
}

/* A booted machine: sysfs at /sys, with or without tables in it. */
static void start_without(void)
{
    kernel_start();
    build(0);
    kernel_file("/sys/firmware/acpi/x", S_IFREG | 0444, "", 0);
    kernel_find("/sys")->magic = kernel_find("/sys/firmware")->magic = SYSFS;
}

static void start(void)
{
    start_without();
    add_tables(SYS);
}

/* Both files of `folder` as mode, uid and gid. */
static void assert_states(const char *folder, unsigned mode, unsigned gid)
{
    static const char *const names[] = {EP, DMI};
    char path[200];

    for (size_t i = 0; i < 2; i++) {
        const struct kernel_file *file;

        (void)snprintf(path, sizeof path, "%s%s", folder, names[i]);
        file = kernel_find(path);
        assert_int_equal(file->st.st_mode, S_IFREG | mode);
        assert_int_equal(file->st.st_uid, 0);
        assert_int_equal(file->st.st_gid, gid);
    }
}

/* A warning, and the command runs; with --require exit code 125. */
#define assert_soft_and_hard(prepare, tag, part, ...)                                              \
    do {                                                                                           \
        prepare;                                                                                   \
        assert_int_equal(RUN(__VA_ARGS__, "app"), 0);                                              \
        assert_true(kernel.executed);                                                              \
        assert_said(tag, part);                                                                    \
        prepare;                                                                                   \
        assert_refused(RUN("--require", __VA_ARGS__, "app"), tag, part);                           \
    } while (0)

/* ---- chmod, group, restore ------------------------------------------------------------------ */

static void chmod_opens_both_files_to_everybody(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("app"), 0);
    assert_string_equal(kernel.calls, "fchmod " SYS EP " 0444\nfchmod " SYS DMI " 0444\n"
                                      "execve /usr/local/bin/app\nexecve /usr/bin/app\n");
    assert_said("OPENED",
                SYS DMI " and its entry point are readable by everybody now, on the host "
                        "and in every container, until reboot; --grant copy and --grant fd");
    assert_string_equal(kernel.left, "0 1 2 ");
}

static void chmod_adds_bits_and_removes_none(void **state)
{
    (void)state;
    start();
    kernel_find(SYS DMI)->st.st_mode = S_IFREG | 0621;
    assert_int_equal(RUN("--grant", "chmod"), 0);
    assert_int_equal(kernel_find(SYS DMI)->st.st_mode, S_IFREG | 0665);
    assert_int_equal(kernel_find(SYS EP)->st.st_mode, S_IFREG | 0444);
}

static void files_that_are_open_enough_are_left_without_a_message(void **state)
{
    static const struct {
        const char *grant;
        unsigned mode, gid;
    } rows[] = {{"--grant=chmod", 0444, 0}, {"--grant=group:7", 0440, 7}, {"--restore", 0400, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (size_t open = 0; open < 4; open++) {
            static const char *const names[] = {SYS EP, SYS DMI};

            start();
            for (size_t k = 0; k < 2; k++) {
                kernel_find(names[k])->st.st_mode =
                    S_IFREG | ((open >> k & 1) ? rows[i].mode : 0600);
                kernel_find(names[k])->st.st_gid = (open >> k & 1) ? rows[i].gid : 8;
            }
            assert_int_equal(RUN(rows[i].grant), 0);
            for (size_t k = 0; k < 2; k++)
                assert_int_equal(strstr(kernel.calls, names[k]) == NULL, open >> k & 1);
            assert_int_equal(kernel.said[0] == '\0', open == 3 || i == 2);
        }
}

static void group_opens_to_the_targets_group_alone(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--grant", "group", "--user", "app", "app"), 0);
    assert_states(SYS, 0440, 1001);
    assert_said("OPENED", "are readable by group 1001 now, on the host");
    start();
    kernel_find(SYS DMI)->st.st_gid = 44;
    assert_int_equal(RUN("--grant", "group:1001"), 0);
    assert_said("OPENED", "readable by group 1001 now and no longer by group 44, on the host");
    start();
    kernel_find(SYS DMI)->st.st_gid = 44;
    assert_int_equal(RUN("--grant", "group:44"), 0);
    assert_said("OPENED", "readable by group 44 now, on the host");
    start();
    kernel_find(SYS DMI)->st.st_gid = 44;
    assert_int_equal(RUN("app"), 0);
    assert_said("OPENED", "readable by everybody now, on the host");
}

static void group_takes_the_files_from_another_owner(void **state)
{
    static const char *const names[] = {SYS EP, SYS DMI};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        start();
        kernel_find(names[i])->st.st_uid = 5;
        kernel_find(names[i])->st.st_gid = 44;
        kernel_find(names[i])->st.st_mode = S_IFREG | 0440;
        assert_int_equal(RUN("--grant", "group:44"), 0);
        assert_states(SYS, 0440, 44);
    }
}

static void the_group_must_be_one_of_the_targets(void **state)
{
    (void)state;
    start();
    assert_refused(RUN("--grant", "group:45", "--user", "app", "app"), "BADUSER",
                   "app is not in group 45, which could read the tables; add --add-group 45");
    assert_states(SYS, 0400, 0);
    start();
    assert_int_equal(RUN("--grant", "group:45", "--add-group", "45", "--user", "app", "app"), 0);
    assert_states(SYS, 0440, 45);
    start();
    assert_int_equal(RUN("--grant", "group:44", "--user", "app", "app"), 0);
    assert_states(SYS, 0440, 44);
    start();
    kernel_setenv("RUN_USER", "app");
    assert_int_equal(RUN("--grant", "group", "--user-env", "RUN_USER", "app"), 0);
    assert_states(SYS, 0440, 1001);
}

static void restore_closes_them_again(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--grant", "group:44"), 0);
    kernel.said[0] = '\0';
    assert_int_equal(RUN("--restore"), 0);
    assert_states(SYS, 0400, 0);
    assert_string_equal(kernel.said, "");
    start();
    kernel_find(SYS EP)->st.st_mode = kernel_find(SYS DMI)->st.st_mode = S_IFREG | 0401;
    assert_int_equal(RUN("--restore"), 0);
    assert_states(SYS, 0400, 0);
    start_without();
    assert_refused(RUN("--restore"), "NODMI", "the kernel found no SMBIOS tables");
}

/* ---- When a change fails -------------------------------------------------------------------- */

static void fails_second_chmod(void)
{
    start();
    kernel_fail("fchmod", 2, EIO);
}

static void a_failed_second_change_undoes_the_first(void **state)
{
    (void)state;
    assert_soft_and_hard(fails_second_chmod(), "GRANTFAIL", SYS DMI ": Input/output error",
                         "--grant", "chmod");
    assert_states(SYS, 0400, 0);
    fails_second_chmod();
    kernel_find(SYS EP)->st.st_mode = S_IFREG | 0401;
    assert_int_equal(RUN("--require"), 125);
    assert_int_equal(kernel_find(SYS EP)->st.st_mode, S_IFREG | 0401);
}

static void lies(void)
{
    start();
    kernel_fail("fchmod", 0, 0);
}

static void a_change_that_only_reports_success_is_noticed(void **state)
{
    (void)state;
    lies();
    assert_int_equal(RUN("--grant", "chmod", "app"), 0);
    assert_true(kernel.executed);
    assert_non_null(strstr(kernel.said, "hwident-prepare: LSM: " SYS EP ": refused although"));
    lies();
    assert_int_equal(RUN("--grant", "chmod", "--require", "app"), 125);
    assert_false(kernel.executed);
    start();
    kernel_fail("fchown", 0, 0);
    assert_int_equal(RUN("--grant", "group:44", "--require"), 125);
    start();
    kernel_fail("fstat", 3, EIO); /* it is not known whether it was done */
    assert_refused(RUN("--require", "app"), "GRANTFAIL", SYS EP ": Input/output error");
    assert_states(SYS, 0400, 0);
}

static void a_file_that_cannot_be_restored_is_reported(void **state)
{
    (void)state;
    start();
    kernel_find(SYS EP)->st.st_gid = 3;
    kernel_fail("fchmod", 2, EIO);
    kernel_fail("fchmod", 3, EROFS);
    assert_int_equal(RUN("--require", "app"), 125);
    assert_non_null(strstr(kernel.said, "hwident-prepare: GRANTFAIL: " SYS EP
                                        " could not be put back, Read-only file system; set mode "
                                        "0400 and owner 0:3 by hand\n"));
    start();
    kernel_fail("fchmod", 2, EIO);
    kernel_fail("fstat", 5, EIO);
    assert_int_equal(RUN("--require", "app"), 125);
    assert_non_null(strstr(kernel.said, "could not be put back, Input/output error"));
}

/* ---- A drop that fails ------------------------------------------------------------------------ */

static void expect_as_before(const char *grant, const char *call, int nth, int error,
                             const char *says)
{
    start();
    kernel_find(SYS DMI)->st.st_mode = S_IFREG | 0600; /* whatever it was */
    kernel_fail(call, nth, error);
    assert_refused(RUN("--grant", grant, "--user", "app", "app"), "DROPFAIL", says);
    assert_int_equal(kernel_find(SYS DMI)->st.st_mode, S_IFREG | 0600);
    assert_int_equal(kernel_find(SYS EP)->st.st_mode, S_IFREG | 0400);
    assert_int_equal(kernel_find(SYS DMI)->st.st_gid, 0);
    assert_int_equal(kernel_find(SYS EP)->st.st_gid, 0);
}

static void tables_are_closed_again_if_the_drop_fails(void **state)
{
    static const char *const grants[] = {"chmod", "group"};
    static const char *const asked[] = {"setgroups", "setresgid", "setresuid",
                                        "capset",    "getgroups", "capget"};
    static const struct {
        const char *call;
        int nth, error;
    } rows[] = {
        {"setgroups", 2, EPERM}, {"setgroups", 2, 0},     {"setresgid", 2, EPERM},
        {"setresgid", 2, 0},     {"getresgid", 2, EPERM}, {"setfsgid", 1, EPERM},
        {"getgroups", 2, EPERM}, {"setresuid", 2, EPERM}, {"setresuid", 2, 0},
        {"getresuid", 2, EPERM}, {"setfsuid", 2, EPERM},  {"capset", 3, EPERM},
        {"capset", 3, 0},
    };

    (void)state;
    for (size_t g = 0; g < 2; g++) {
        for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
            expect_as_before(grants[g], asked[i], 0, EPERM, "nothing was changed");
            assert_string_equal(kernel.calls, "");
        }
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
            expect_as_before(grants[g], rows[i].call, rows[i].nth, rows[i].error,
                             "; the tables have their mode and owner back");
    }
    /* A filter that no test call reveals, when nothing of root is left. */
    start();
    kernel_fail("capget", 2, EPERM);
    assert_int_equal(RUN("--user", "app", "app"), 125);
    assert_non_null(
        strstr(kernel.said, "; the tables stay open: on the host run hwident-prepare "));
    assert_false(kernel.executed);
    /* What was open enough before was not opened by this run. */
    start();
    kernel_find(SYS DMI)->st.st_mode = kernel_find(SYS EP)->st.st_mode = S_IFREG | 0444;
    kernel_fail("setresuid", 2, EPERM);
    assert_refused(RUN("--user", "app", "app"), "DROPFAIL",
                   "a security module refuses it; allow it in its profile\n");
    start();
    kernel_fail("mmap", 3, ENOMEM);
    assert_refused(RUN("--user", "app", "app"), "MEMORY",
                   "the tables have their mode and owner back");
    assert_states(SYS, 0400, 0);
}

static void seccomp(void)
{
    start();
    kernel_text("/proc/self/status", "Name:\tx\nSeccomp:\t2\n");
    kernel_fail("fchmod", 1, EPERM);
}

static void a_refused_change_names_what_refused_it(void **state)
{
    (void)state;
    assert_soft_and_hard(seccomp(), "SECCOMP", "a seccomp filter refuses the call", "--grant",
                         "chmod");
    start();
    kernel.capabilities[EFFECTIVE] &= ~1ULL; /* CHOWN */
    kernel_fail("fchown", 1, EPERM);
    assert_refused(RUN("--grant", "group:44", "--require"), "NOCAP",
                   "the capability CHOWN is missing, and root is not in the group; add it, or use "
                   "--grant chmod or fd");
    start();
    kernel.capabilities[EFFECTIVE] &= ~1ULL;
    kernel.groups[0] = 44;
    kernel_fail("fchown", 1, EPERM);
    assert_refused(RUN("--grant", "group:44", "--require"), "NOCAP",
                   SYS EP ": CAP_CHOWN is missing");
    start();
    kernel_fail("fchown", 1, EPERM);
    assert_refused(RUN("--grant", "group:44", "--require"), "LSM", "a security module");
    start();
    kernel.capabilities[EFFECTIVE] = 0;
    kernel.uid[0] = kernel.uid[1] = kernel.uid[2] = 1000;
    kernel_find(SYS EP)->st.st_mode = kernel_find(SYS DMI)->st.st_mode = S_IFREG | 0440;
    kernel_fail("fchmod", 1, EPERM);
    assert_refused(RUN("--require"), "NOTROOT",
                   "only root can give the tables to a group; start as root");
}

/* ---- Which tables --------------------------------------------------------------------------- */

static void the_first_suitable_place_is_taken(void **state)
{
    static const char *const places[] = {ROOTFS, HOST, SYS};

    (void)state;
    for (size_t first = 0; first < 3; first++) {
        start_without();
        for (size_t i = first; i < 3; i++)
            add_tables(places[i]);
        assert_int_equal(RUN("--require"), 0);
        for (size_t i = first; i < 3; i++)
            assert_states(places[i], i == first ? 0444 : 0400, 0);
    }
}

static void a_place_that_is_not_there_costs_one_call(void **state)
{
    int calls;

    (void)state;
    start();
    assert_int_equal(RUN("--require", "--tables", SYS), 0);
    calls = kernel_fail_any(0, 0);
    start();
    assert_int_equal(RUN("--require"), 0);
    assert_int_equal(kernel_fail_any(0, 0), calls + 2);
}

static void a_place_without_a_file_does_not_hide_the_next(void **state)
{
    (void)state;
    start();
    add_tables(ROOTFS);
    kernel_find(ROOTFS DMI)->st.st_mode = 0;
    assert_int_equal(RUN("--require"), 0);
    assert_states(SYS, 0444, 0);
    assert_int_equal(kernel_find(ROOTFS EP)->st.st_mode, S_IFREG | 0400);
}

/* 0 to 2 and the two files of the place that was taken. */
static void the_files_of_a_rejected_place_are_closed(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--require"), 0);
    assert_int_equal(kernel.open, 5);
    start();
    add_tables(ROOTFS);
    add_tables(HOST);
    kernel_find(ROOTFS DMI)->read_only = true;
    kernel_find(HOST DMI)->st.st_mode = 0;
    assert_int_equal(RUN("--require"), 0);
    assert_int_equal(kernel.open, 5);
}

static void a_read_only_place_is_skipped_and_named(void **state)
{
    (void)state;
    start();
    add_tables(ROOTFS);
    kernel_find(ROOTFS DMI)->read_only = true;
    assert_int_equal(RUN("--require"), 0);
    assert_states(SYS, 0444, 0);
    start();
    kernel_find(SYS DMI)->read_only = true;
    assert_refused(RUN("--require"), "READONLY",
                   SYS DMI ": mounted read-only; mount it without :ro, or use --grant copy or fd");
    start();
    kernel_find(SYS DMI)->read_only = true;
    kernel_find(SYS DMI)->st.st_mode = S_IFREG | 0401;
    assert_int_equal(RUN("--require", "--grant", "fd", "app"), 0);
    start();
    kernel_find(SYS DMI)->read_only = true;
    kernel_find(SYS DMI)->st.st_mode = kernel_find(SYS EP)->st.st_mode = S_IFREG | 0444;
    assert_int_equal(RUN("--require"), 0);
    start();
    kernel_find(SYS DMI)->read_only = true;
    kernel_fail("fstatvfs", 1, EIO); /* not known to be: the change will tell */
    assert_refused(RUN("--require"), "READONLY", SYS DMI);
}

/* A refusal says more than files that are not the kernel's, and these say more than no files. */
static void of_several_reasons_the_most_useful_is_reported(void **state)
{
    (void)state;
    start_without();
    add_tables(ROOTFS);
    kernel_find(ROOTFS EP)->magic = DISK;
    assert_refused(RUN("--require"), "NOTSYSFS",
                   ROOTFS EP ": not a file of sysfs; only the kernel's own files are opened up");
    start_without();
    add_tables(ROOTFS);
    add_tables(HOST);
    kernel_find(ROOTFS EP)->magic = DISK;
    kernel_find(HOST DMI)->read_only = true;
    assert_refused(RUN("--require"), "READONLY", HOST);
    start_without();
    add_tables(ROOTFS);
    add_tables(HOST);
    kernel_find(HOST EP)->magic = DISK;
    kernel_find(ROOTFS DMI)->read_only = true;
    assert_refused(RUN("--require"), "READONLY", ROOTFS);
    start_without();
    add_tables(ROOTFS);
    add_tables(HOST);
    kernel_find(ROOTFS EP)->magic = kernel_find(HOST EP)->magic = DISK;
    assert_refused(RUN("--require"), "NOTSYSFS", ROOTFS);
}

static void without_tables_the_last_place_gives_the_reason(void **state)
{
    (void)state;
    assert_soft_and_hard(start_without(), "NODMI", SYS ": not there: the kernel found no SMBIOS",
                         "--grant", "chmod");
    kernel_start();
    assert_refused(RUN("--require"), "NOSYS", "/sys: not sysfs");
    start_without();
    kernel.uid[0] = kernel.uid[1] = kernel.uid[2] = 1000; /* root could do no more */
    assert_refused(RUN("--require"), "NODMI", SYS);
    start_without();
    assert_refused(RUN("--require", "--tables", "/t"), "MISSING", "/t: no such folder with");
    start();
    assert_refused(RUN("--require", "--tables", "/t"), "MISSING", "/t: no such folder with");
    assert_states(SYS, 0400, 0);
}

/*
 * Engines mask /sys/firmware and leave /sys/class. If that has no dmi, there is nothing under the
 * mask, and where the host's /sys/firmware is mounted somewhere it shows that.
 */
static void a_machine_without_smbios_comes_before_a_mask(void **state)
{
    (void)state;
    start_without();
    kernel_find("/sys/firmware")->magic = DISK;
    assert_refused(RUN("--require"), "NODMI", SYS ": not there: the kernel found no SMBIOS");
    start_without();
    kernel_find("/sys/firmware")->st.st_nlink = 2;
    assert_refused(RUN("--require"), "NODMI", SYS);
    start_without();
    kernel_find("/sys/firmware")->magic = DISK;
    kernel_file("/sys/class/dmi", S_IFDIR | 0755, "", 0);
    assert_refused(RUN("--require"), "MASKED", "/sys/firmware: empty or not sysfs");
    start_without();
    kernel_file("/sys/firmware/dmi", S_IFDIR | 0755, "", 0)->magic = DISK;
    assert_refused(RUN("--require"), "MASKED", "/sys/firmware/dmi: not sysfs");
    /* Another place shows it. */
    start_without();
    kernel_find("/sys/firmware")->magic = DISK;
    kernel_file("/sys/class/dmi", S_IFDIR | 0755, "", 0);
    kernel_file("/rootfs/sys/firmware/acpi", S_IFDIR | 0755, "", 0);
    kernel_find("/rootfs/sys/firmware")->magic = SYSFS;
    assert_refused(RUN("--require"), "NODMI", ROOTFS ": not there");
    kernel_start();
    kernel_file("/host/sys/firmware/acpi", S_IFDIR | 0755, "", 0);
    kernel_find("/host/sys/firmware")->magic = SYSFS;
    assert_refused(RUN("--require"), "NODMI", HOST ": not there");
    /* Only /sys/firmware is mounted, with all of its folders. */
    start_without();
    kernel_find("/sys/firmware")->magic = DISK;
    add_tables(ROOTFS);
    kernel_find("/rootfs/sys/firmware")->magic = SYSFS;
    assert_int_equal(RUN("--require"), 0);
    assert_states(ROOTFS, 0444, 0);
    kernel_start();
    kernel_file("/rootfs/sys/firmware/acpi", S_IFDIR | 0755, "", 0);
    kernel_find("/rootfs/sys/firmware")->magic = SYSFS;
    assert_refused(RUN("--require", "--tables", ROOTFS), "NODMI", ROOTFS ": not there");
}

static void a_named_folder_is_the_only_one(void **state)
{
    (void)state;
    start();
    add_tables("/t");
    assert_int_equal(RUN("--require", "--tables", "/t"), 0);
    assert_states("/t", 0444, 0);
    assert_states(SYS, 0400, 0);
    start();
    add_tables("/t");
    kernel_find("/t" EP)->magic = DISK;
    assert_refused(RUN("--require", "--tables", "/t"), "NOTSYSFS", "/t" EP);
    start();
    add_tables("/here/t");
    assert_int_equal(RUN("--require", "--tables", "t"), 0);
}

/* ---- What is no pair of tables ---------------------------------------------------------------- */

static void a_link_on_the_path_ends_it(void **state)
{
    (void)state;
    start();
    kernel_file("/link", S_IFLNK | 0777, SYS, strlen(SYS));
    assert_refused(RUN("--tables", "/link", "app"), "SYMLINK",
                   "/link" EP ": a symbolic link on the path; name the folder itself");
    start();
    kernel_find(SYS DMI)->st.st_mode = S_IFLNK | 0777;
    assert_refused(RUN("--tables", SYS, "app"), "SYMLINK", SYS DMI);
    assert_int_equal(kernel_find(SYS EP)->st.st_mode, S_IFREG | 0400);
}

static void a_special_file_ends_the_grant(void **state)
{
    static const unsigned kinds[] = {S_IFIFO, S_IFCHR, S_IFBLK, S_IFDIR, S_IFSOCK};
    static const char *const names[] = {SYS EP, SYS DMI};

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        for (size_t k = 0; k < 2; k++) {
            start();
            kernel_find(names[k])->st.st_mode = kinds[i] | 0400;
            assert_refused(RUN("--tables", SYS, "app"), "NOTREG",
                           "not a regular file; mount the kernel's tables");
            assert_string_equal(kernel.calls, "");
        }
}

/* The place was not named, so the next one is tried. Other kinds of file are not an accident. */
static void a_link_or_folder_at_a_usual_place_is_skipped(void **state)
{
    static const struct {
        const char *file, *tag, *says;
        unsigned kind;
    } rows[] = {
        {ROOTFS EP, "SYMLINK", ROOTFS EP ": a symbolic link on the path; passed over", S_IFLNK},
        {ROOTFS DMI, "NOTREG", ROOTFS DMI ": not a regular file; passed over", S_IFDIR},
        {"/rootfs", "SYMLINK", ROOTFS EP ": a symbolic link on the path; passed over", S_IFLNK},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start();
        add_tables(ROOTFS);
        kernel_find(rows[i].file)->st.st_mode = rows[i].kind | 0755;
        assert_int_equal(RUN("--require", "--grant", "fd", "app"), 0);
        assert_said(rows[i].tag, rows[i].says);
        assert_non_null(strstr(kernel.environment, "HWIDENT_FDS=3,4"));
    }
    start();
    add_tables(ROOTFS);
    kernel_find(ROOTFS DMI)->st.st_mode = S_IFIFO | 0400;
    assert_refused(RUN("app"), "NOTREG", ROOTFS DMI ": not a regular file; mount");
}

/* ---- An inherited HWIDENT_TABLES --------------------------------------------------------------- */

static void start_inheriting(const char *folder)
{
    start();
    kernel_setenv("HWIDENT_TABLES", folder);
}

static void an_inherited_folder_is_searched_first(void **state)
{
    (void)state;
    start_inheriting("/t");
    add_tables("/t");
    assert_int_equal(RUN("--require", "app"), 0);
    assert_states("/t", 0444, 0);
    assert_states(SYS, 0400, 0);
    assert_non_null(strstr(kernel.environment, "HWIDENT_TABLES=/t"));
    /* It is only skipped: the usual places are tried next. */
    start_inheriting("/nowhere");
    assert_int_equal(RUN("--require", "app"), 0);
    assert_states(SYS, 0444, 0);
    start_inheriting("/t");
    kernel_file("/t", S_IFLNK | 0777, "/", 1);
    assert_int_equal(RUN("--require", "--grant", "fd", "app"), 0);
    assert_said("SYMLINK", "/t" EP ": a symbolic link on the path; passed over");
    start_inheriting("/t");
    add_tables("/t");
    kernel_find("/t" DMI)->st.st_mode = S_IFIFO | 0400;
    assert_int_equal(RUN("--require", "--grant", "fd", "app"), 0);
    assert_said("NOTREG", "/t" DMI ": not a regular file; passed over");
    /* An empty value is no folder, and not the root folder. */
    start_inheriting("");
    add_tables("");
    assert_int_equal(RUN("--require", "app"), 0);
    assert_states(SYS, 0444, 0);
    /* --tables is what was asked for. */
    start_inheriting("/t");
    add_tables("/t");
    assert_int_equal(RUN("--require", "--tables", SYS, "app"), 0);
    assert_states("/t", 0400, 0);
    assert_states(SYS, 0444, 0);
}

static void the_grant_of_this_run_wins_over_an_inherited_folder(void **state)
{
    (void)state;
    start_inheriting("/old");
    assert_int_equal(RUN("--grant", "fd", "app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_TABLES"));
    assert_non_null(strstr(kernel.environment, "HWIDENT_FDS=3,4"));
    start_inheriting("/old");
    assert_int_equal(RUN("app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_TABLES"));
    start_inheriting("/old");
    assert_int_equal(RUN("--grant", "group:7", "app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_TABLES"));
    start_inheriting(SYS);
    assert_int_equal(RUN("--grant", "fd", "app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_TABLES"));
    /* Nothing was granted: it is passed on. */
    start_without();
    kernel_setenv("HWIDENT_TABLES", "/old");
    assert_int_equal(RUN("app"), 0);
    assert_non_null(strstr(kernel.environment, "HWIDENT_TABLES=/old"));
    start_inheriting("/old");
    assert_int_equal(RUN("--grant", "none", "app"), 0);
    assert_non_null(strstr(kernel.environment, "HWIDENT_TABLES=/old"));
}

static void a_file_that_cannot_be_opened_is_diagnosed(void **state)
{
    (void)state;
    start();
    kernel_fail("openat2", 3, EACCES);
    assert_refused(RUN("--require", "app"), "LSM", SYS EP);
    start();
    kernel_find(SYS EP)->st.st_mode = 0;
    kernel_file(SYS EP "/x", S_IFREG, "", 0);
    kernel_find(SYS)->st.st_mode = S_IFREG; /* a file in the folder's place */
    assert_refused(RUN("--require", "app"), "MASKED", "/sys/firmware/dmi");
    start();
    kernel_fail("fstat", 1, EIO);
    assert_refused(RUN("--require", "app"), "GRANTFAIL", SYS EP ": Input/output error");
    start();
    kernel_fail("pread", 1, EACCES);
    assert_refused(RUN("--require", "app"), "LSM",
                   SYS EP ": permission denied although owner and mode allow it");
    start();
    kernel.uid[0] = kernel.uid[1] = kernel.uid[2] = 1000;
    kernel.gid[0] = kernel.gid[1] = kernel.gid[2] = 1000;
    kernel.groups[0] = 1000;
    kernel.capabilities[EFFECTIVE] = 0;
    kernel_fail("openat2", 3, EACCES);
    assert_refused(RUN("--require", "app"), "NOTROOT", "permission denied: owner 0:0, mode 0400");
}

static void a_path_that_is_too_long_is_diagnosed(void **state)
{
    static char path[5000];

    (void)state;
    memset(path, 'p', 4096 - strlen(EP));
    path[0] = '/';
    start();
    assert_refused(RUN("--require", "--tables", path, "app"), "GRANTFAIL", "File name too long");
    path[4096 - strlen(EP) - 1] = '\0';
    start();
    assert_refused(RUN("--require", "--tables", path, "app"), "MISSING", "no such folder");
}

static void both_files_must_be_on_one_device(void **state)
{
    (void)state;
    start();
    kernel_find(SYS DMI)->st.st_dev = 9;
    assert_refused(RUN("--require", "app"), "NOTSYSFS",
                   SYS DMI ": not a file of sysfs; mount both files from one sysfs");
    start();
    kernel_fail("fstatfs", 1, EIO);
    assert_refused(RUN("--require", "app"), "NOTSYSFS", SYS EP);
}

static void files_that_are_not_smbios_tables_are_left_alone(void **state)
{
    static const struct {
        const char *file;
        int size;  /* 0: as it is, -1: empty */
        size_t at; /* this byte becomes another */
        uint8_t byte;
        const char *says;
    } rows[] = {
        {SYS EP, -1, 0, '_', "the file is empty"},
        {SYS EP, 33, 0, '_', "the entry point's length is out of range"},
        {SYS EP, 0, 0, 'x', "no anchor"},
        {SYS EP, 0, 5, 0, "the entry point's checksum is wrong"},
        {SYS DMI, -1, 0, 11, "the file is empty"},
        {SYS DMI, 0, 1, 3, "a structure's length does not fit"},
        {SYS DMI, 0, 7, 2, "no system information (type 1) in the table"},
        {SYS DMI, 4000, 0, 11, "larger than SMBIOS tables can be"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct kernel_file *file;

        start();
        file = kernel_find(rows[i].file);
        file->bytes[rows[i].at] = (char)rows[i].byte;
        if (rows[i].size != 0)
            file->st.st_size = rows[i].size < 0 ? 0 : rows[i].size;
        assert_refused(RUN("--require", "app"), "BADTABLE", rows[i].says);
        assert_said("BADTABLE", "; not valid SMBIOS tables; nothing was changed\n");
        assert_string_equal(kernel.calls, "");
    }
}

static void start_with_entry_point(void (*build_it)(uint8_t ep[32]), size_t size)
{
    start();
    build_it(entry_point);
    kernel_file(SYS EP, S_IFREG | 0400, (const char *)entry_point, size);
}

static void largest_sm3(uint8_t ep[32])
{
    build_sm3(ep, 24, 3, 2, UINT32_MAX);
}

static void longest_sm3(uint8_t ep[32])
{
    build_sm3(ep, 32, 3, 2, UINT32_MAX);
}

static void largest_sm(uint8_t ep[32])
{
    build_sm(ep, 31, 2, 8, 0xFFFF, 3);
}

/* The largest that this knows: later versions may add to its 24 bytes. */
static void an_entry_point_may_have_32_bytes(void **state)
{
    (void)state;
    start_with_entry_point(longest_sm3, 32);
    assert_int_equal(RUN("--require"), 0);
}

/* Section 5.2: 16 bits of length; the 64-bit entry point's are bounded by what the kernel takes. */
static void a_table_is_as_long_as_its_entry_point_allows(void **state)
{
    (void)state;
    start_with_entry_point(largest_sm3, 24);
    kernel_find(SYS DMI)->st.st_size = HWIDENT_TABLE_MAX_64;
    assert_int_equal(RUN("--require"), 0);
    start_with_entry_point(largest_sm3, 24);
    kernel_find(SYS DMI)->st.st_size = HWIDENT_TABLE_MAX_64 + 1;
    assert_refused(RUN("--require"), "BADTABLE", SYS DMI);
    start_with_entry_point(largest_sm, 31);
    kernel_find(SYS DMI)->st.st_size = 0xFFFF;
    assert_int_equal(RUN("--require"), 0);
    start_with_entry_point(largest_sm, 31);
    kernel_find(SYS DMI)->st.st_size = 0x10000;
    assert_refused(RUN("--require"), "BADTABLE", SYS DMI);
}

/* One page, then as much again, until the system information is whole. */
static void no_more_is_read_than_is_needed(void **state)
{
    enum { PAGE = 4096, ENDS_WITH_THE_PAGE = PAGE - 34 };

    (void)state;
    start();
    kernel_fail("pread", 4, EIO); /* two for the entry point, one for the table */
    assert_int_equal(RUN("--require"), 0);
    start_without();
    build(ENDS_WITH_THE_PAGE);
    add_tables(SYS);
    kernel_fail("pread", 4, EIO);
    assert_int_equal(RUN("--require"), 0);
    start_without();
    build(ENDS_WITH_THE_PAGE + 1);
    build_sm3(entry_point, 24, 3, 2, 3 * PAGE);
    add_tables(SYS);
    kernel_find(SYS DMI)->st.st_size = (off_t)3 * PAGE;
    kernel_fail("pread", 5, EIO);
    assert_int_equal(RUN("--require"), 0);
    start_without();
    build(4090);
    add_tables(SYS);
    assert_int_equal(RUN("--require"), 0);
    start_without();
    build(4090);
    add_tables(SYS);
    kernel_fail("pread", 4, EIO);
    assert_refused(RUN("--require"), "GRANTFAIL", SYS DMI ": Input/output error");
}

static void a_file_that_changes_while_it_is_read_is_refused(void **state)
{
    (void)state;
    start();
    kernel_fail("pread", 2, 0); /* the table's first bytes: there are none any more */
    kernel_find(SYS EP)->st.st_size = 24;
    assert_int_equal(RUN("--require"), 0); /* that was the end of the entry point */
    start();
    kernel_fail("pread", 1, 0);
    assert_refused(RUN("--require"), "BADTABLE", SYS EP);
    start();
    kernel_fail("pread", 3, 0);
    assert_refused(RUN("--require"), "BADTABLE", SYS DMI);
    start();
    kernel_fail("pread", 1, EIO);
    assert_refused(RUN("--require"), "GRANTFAIL", SYS EP);
    start();
    kernel_fail("mmap", 1, ENOMEM);
    assert_refused(RUN("--require"), "GRANTFAIL", SYS DMI ": Cannot allocate memory");
}

/* ---- Paths without openat2 -------------------------------------------------------------------- */

static void start_old(int error)
{
    start();
    kernel_fail("openat2", 0, error);
}

static void without_openat2_a_path_is_opened_folder_by_folder(void **state)
{
    static const int errors[] = {ENOSYS, EPERM};
    static const char *const same[] = {SYS, "//sys///firmware/dmi/tables", SYS "/",
                                       "/sys/./firmware/dmi/tables"};

    (void)state;
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < sizeof same / sizeof same[0]; k++) {
            start_old(errors[i]);
            assert_int_equal(RUN("--require", "--tables", same[k], "app"), 0);
            assert_string_equal(kernel.left, "0 1 2 ");
            assert_int_equal(kernel.open, 5); /* the folders on the way are closed */
            assert_states(SYS, 0444, 0);
        }
    start_old(ENOSYS);
    add_tables("/here/t");
    assert_int_equal(RUN("--require", "--tables", "t", "app"), 0);
    assert_states("/here/t", 0444, 0);
    start();
    kernel_fail("openat2", 0, EINVAL);
    assert_refused(RUN("--require", "--tables", SYS, "app"), "GRANTFAIL", "Invalid argument");
}

static void without_openat2_links_are_refused_too(void **state)
{
    (void)state;
    start_old(ENOSYS);
    kernel_file("/a/link", S_IFLNK | 0777, "/sys", 4);
    assert_refused(RUN("--tables", "/a/link/firmware/dmi/tables", "app"), "SYMLINK", "/a/link");
    start_old(ENOSYS);
    kernel_find(SYS DMI)->st.st_mode = S_IFLNK | 0777;
    assert_refused(RUN("--tables", SYS, "app"), "SYMLINK", SYS DMI);
    start_old(ENOSYS);
    kernel_text("/a/file", "");
    assert_refused(RUN("--require", "--tables", "/a/file", "app"), "MISSING", "/a/file");
    start_old(ENOSYS);
    kernel_file("/a/link", S_IFLNK | 0777, "/sys", 4);
    kernel_fail("fstatat", 1, EIO);
    assert_refused(RUN("--require", "--tables", "/a/link", "app"), "MISSING", "/a/link");
    start_old(ENOSYS);
    kernel_fail("open", 1, EACCES);
    assert_refused(RUN("--require", "--tables", "/a", "app"), "GRANTFAIL",
                   "/a/smbios_entry_point: permission denied: a folder above it");
}

static void without_openat2_a_refusal_is_reported_too(void **state)
{
    (void)state;
    start_old(ENOSYS);
    kernel_fail("openat", 1, EACCES);
    assert_refused(RUN("--require", "--tables", SYS, "app"), "LSM", SYS EP);
}

static void without_openat2_names_have_at_most_255_bytes(void **state)
{
    static char path[300] = "/";

    (void)state;
    memset(path + 1, 'n', 256);
    start_old(ENOSYS);
    assert_refused(RUN("--require", "--tables", path, "app"), "GRANTFAIL", "File name too long");
    path[256] = '\0';
    start_old(ENOSYS);
    assert_refused(RUN("--require", "--tables", path, "app"), "MISSING", "no such folder");
}

/* ---- fd ---------------------------------------------------------------------------------------- */

static void fd_leaves_the_descriptors_and_changes_nothing(void **state)
{
    (void)state;
    start();
    assert_int_equal(RUN("--grant", "fd", "--user", "app", "app"), 0);
    assert_string_equal(kernel.left, "0 1 2 5 6 ");
    assert_non_null(strstr(kernel.environment, " HWIDENT_FDS=5,6"));
    assert_non_null(strstr(kernel.environment, " USER=app "));
    assert_states(SYS, 0400, 0);
    assert_string_equal(kernel.said, "");
    start();
    kernel_setenv("HWIDENT_FDS", "8,9");
    assert_int_equal(RUN("--grant", "fd", "app"), 0);
    assert_string_equal(kernel.environment,
                        "PATH=/usr/local/bin:/usr/bin HOME=/root LANG=C HWIDENT_FDS=3,4");
    start_without();
    assert_int_equal(RUN("--grant", "fd", "app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_FDS"));
    assert_string_equal(kernel.left, "0 1 2 ");
    start();
    kernel_fail("fcntl", 2, EIO);
    assert_refused(RUN("--grant", "fd", "app"), "GRANTFAIL", "descriptor 4, Input/output error");
}

/* ---- copy -------------------------------------------------------------------------------------- */

#define BOOT_ID "01234567-89ab-cdef-0123-456789abcdef\n"
#define COPY    "/run/hwident/tables"

static void start_copy(void)
{
    start();
    kernel_text("/proc/sys/kernel/random/boot_id", BOOT_ID);
    kernel_file("/run/x", S_IFREG, "", 0);
}

static void assert_file(const char *path, const void *bytes, size_t size, unsigned gid)
{
    const struct kernel_file *file = kernel_find(path);

    assert_non_null(file);
    assert_int_equal(file->st.st_size, size);
    assert_memory_equal(file->bytes, bytes, size);
    assert_int_equal(file->st.st_mode, S_IFREG | 0440);
    assert_int_equal(file->st.st_uid, 0);
    assert_int_equal(file->st.st_gid, gid);
}

static void assert_copied(const char *folder, unsigned gid)
{
    char path[3][512];

    (void)snprintf(path[0], sizeof path[0], "%s" DMI, folder);
    (void)snprintf(path[1], sizeof path[1], "%s" EP, folder);
    (void)snprintf(path[2], sizeof path[2], "%s/boot_id", folder);
    assert_file(path[0], table.bytes, table.size, gid);
    assert_file(path[1], entry_point, 24, gid);
    assert_file(path[2], BOOT_ID, strlen(BOOT_ID), gid);
}

static void the_copy_is_for_the_targets_group_and_the_tables_stay_closed(void **state)
{
    (void)state;
    start_copy();
    assert_int_equal(RUN("--grant", "copy", "--user", "app", "app"), 0);
    assert_copied(COPY, 1001);
    assert_states(SYS, 0400, 0);
    assert_int_equal(kernel_find("/run/hwident")->st.st_mode, S_IFDIR | 0755);
    assert_int_equal(kernel_find("/run/hwident")->st.st_gid, 0);
    assert_int_equal(kernel_find(COPY)->st.st_mode, S_IFDIR | 0750);
    assert_int_equal(kernel_find(COPY)->st.st_uid, 0);
    assert_int_equal(kernel_find(COPY)->st.st_gid, 1001);
    assert_string_equal(kernel.said, "");
    assert_string_equal(kernel.left, "0 1 2 ");
    assert_int_equal(kernel.mask, 022);
    assert_non_null(strstr(kernel.environment, " HWIDENT_TABLES=" COPY));
    /* The boot id is written last: readers ignore a copy that has none. */
    assert_non_null(
        strstr(kernel.calls, "rename " COPY DMI "\nrename " COPY EP "\nrename " COPY "/boot_id\n"));
}

static void the_command_is_told_a_copys_folder_other_than_the_usual(void **state)
{
    (void)state;
    start_copy();
    kernel_file("/srv/x", S_IFREG, "", 0);
    kernel_setenv("HWIDENT_TABLES", "/elsewhere");
    assert_int_equal(RUN("--grant", "copy:/srv//id", "--copy-group", "7", "app"), 0);
    assert_copied("/srv/id", 7);
    assert_string_equal(kernel.environment,
                        "PATH=/usr/local/bin:/usr/bin HOME=/root LANG=C HWIDENT_TABLES=/srv//id");
    start_copy();
    kernel_file("/srv/x", S_IFREG, "", 0);
    kernel_fail("getrandom", 1, EAGAIN);
    assert_int_equal(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), 0);
    assert_null(strstr(kernel.environment, "HWIDENT_TABLES"));
}

static void parents_are_made_only_for_the_usual_folder(void **state)
{
    (void)state;
    start_copy();
    assert_refused(RUN("--grant", "copy:/no/id", "--copy-group", "7", "app"), "COPYFAIL",
                   "/no/id, No such file or directory; use a folder that root can make");
    start_copy();
    kernel_fail("mkdirat", 1, EROFS);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7", "app"), "COPYFAIL",
                   COPY ", Read-only file system; mount a tmpfs on /run/hwident, or copy:/dev/shm");
    start_copy();
    kernel_file("/run/hwident", S_IFLNK | 0777, "/", 1);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7", "app"), "COPYFAIL",
                   COPY ", Not a directory; no part of the path may be a link or a file");
    start_copy();
    kernel_fail("openat", 1, ELOOP);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7", "app"), "COPYFAIL",
                   "; no part of the path may be a link or a file");
    start_copy();
    kernel_fail("open", 2, EMFILE);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7", "app"), "COPYFAIL",
                   "Too many open files");
}

static void a_folder_that_appears_meanwhile_is_used(void **state)
{
    (void)state;
    start_copy();
    kernel_text(COPY "/boot_id", "old");
    kernel_fail("openat", 3, ENOENT); /* it was not there yet */
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
}

static void a_copys_names_are_255_bytes_long(void **state)
{
    static char grant[300] = "copy:/";

    (void)state;
    memset(grant + 6, 'n', 256);
    start_copy();
    kernel_fail("pread", 4, EINTR); /* an earlier errno is not the reason */
    assert_refused(RUN("--grant", grant, "--copy-group", "7", "app"), "COPYFAIL",
                   "File name too long");
    grant[6 + 255] = '\0';
    start_copy();
    assert_int_equal(RUN("--grant", grant, "--copy-group", "7"), 0);
    assert_copied(grant + 5, 7);
}

static void a_folder_that_others_can_write_is_refused(void **state)
{
    static const unsigned modes[] = {0775, 0757, 0770, 0702};

    (void)state;
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        start_copy();
        kernel_file("/srv/id", S_IFDIR | modes[i], "", 0);
        assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), "COPYFAIL",
                       "others can write there; use a folder inside it");
    }
    start_copy();
    kernel_file("/srv/id", S_IFDIR | 0755, "", 0)->st.st_uid = 5;
    assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), "COPYFAIL",
                   "/srv/id: owner 5, mode 0755: others can write there");
}

static void a_folder_that_was_there_keeps_its_mode(void **state)
{
    static const struct {
        unsigned mode;
        bool taken;
    } rows[] = {{0755, true}, {0711, true}, {0700, false}, {0740, false}, {0710, false}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start_copy();
        kernel_file("/srv/id", S_IFDIR | rows[i].mode, "", 0);
        if (rows[i].taken) {
            assert_int_equal(RUN("--grant", "copy:/srv/id", "--copy-group", "7"), 0);
            assert_copied("/srv/id", 7);
        } else {
            assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7"), "COPYFAIL",
                           "and not made for this; use a folder inside it");
        }
        assert_int_equal(kernel_find("/srv/id")->st.st_mode, S_IFDIR | rows[i].mode);
        assert_int_equal(kernel_find("/srv/id")->st.st_gid, 0);
    }
    start_copy();
    kernel_file("/srv/id", S_IFDIR | 0750, "", 0);
    assert_int_equal(RUN("--grant", "copy:/srv/id", "--copy-group", "7"), 0);
    assert_int_equal(kernel_find("/srv/id")->st.st_gid, 7); /* of an earlier run */
}

static void the_usual_folder_is_put_right(void **state)
{
    (void)state;
    start_copy();
    kernel_file(COPY, S_IFDIR | 0700, "", 0);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_int_equal(kernel_find(COPY)->st.st_mode, S_IFDIR | 0750);
    assert_int_equal(kernel_find(COPY)->st.st_gid, 7);
    start_copy();
    kernel_file(COPY, S_IFDIR | 0750, "", 0)->st.st_gid = 7;
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_null(strstr(kernel.calls, "fchown " COPY " "));
    assert_null(strstr(kernel.calls, "fchmod"));
    start_copy();
    kernel_fail("fchown", 1, EROFS);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "mount a tmpfs");
    start_copy();
    kernel_file(COPY, S_IFDIR | 0700, "", 0);
    kernel_fail("fchmod", 1, EIO);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "Input/output error");
    start_copy();
    kernel_fail("fstat", 3, EIO);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "Input/output error");
}

/* New files that were written next to the old ones are removed, and the old ones stay. */
static void a_copy_that_fails_leaves_what_was_there(void **state)
{
    static const struct {
        const char *call;
        int nth, error;
    } rows[] = {
        {"getrandom", 1, EAGAIN}, {"openat", 4, ENOSPC}, {"openat", 6, ENOSPC},
        {"write", 1, ENOSPC},     {"write", 3, ENOSPC},  {"write", 2, 0},
        {"fchown", 2, EIO},       {"renameat", 1, EIO},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start_copy();
        kernel_file(COPY, S_IFDIR | 0750, "", 0);
        kernel_text(COPY DMI, "old");
        kernel_fail(rows[i].call, rows[i].nth, rows[i].error);
        assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
        assert_int_not_equal(kernel.said[0], '\0');
        assert_memory_equal(kernel_find(COPY DMI)->bytes, "old", 3);
        assert_null(kernel_find(COPY "/.DMI-a5a5a5a5a5a5a5a5"));
        assert_null(kernel_find(COPY "/.smbios_entry_point-a5a5a5a5a5a5a5a5"));
        assert_null(kernel_find(COPY "/.boot_id-a5a5a5a5a5a5a5a5"));
        assert_null(kernel_find(COPY "/boot_id"));
        assert_int_equal(kernel.mask, 022);
    }
    start_copy();
    kernel_fail("write", 1, ENOSPC);
    kernel_fail("unlinkat", 0, EIO); /* the first failure is reported */
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "GRANTFAIL",
                   COPY ": No space left on device");
    start_copy();
    kernel_fail("fchown", 2, EPERM);
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "LSM",
                   COPY ": refused although owner and mode allow it");
    start_copy();
    kernel_file(COPY, S_IFDIR | 0750, "", 0);
    kernel_fail("openat", 5, EROFS);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "mount a tmpfs");
}

/* Root's private folder, or one that a user renamed to where the copy goes. */
static void a_folder_with_other_files_stays_as_it_is(void **state)
{
    static const char *const names[] = {"secret",
                                        ".hidden",
                                        "DMI.old",
                                        ".DMI",
                                        ".DMI-",
                                        ".DMI-a5a5a5a5a5a5a5a",
                                        ".DMI-a5a5a5a5a5a5a5a5a",
                                        ".DMI-a5a5a5a5a5a5a5a.",
                                        ".DMI_a5a5a5a5a5a5a5a5",
                                        "DMI-a5a5a5a5a5a5a5a5",
                                        ".DMX-a5a5a5a5a5a5a5a5"};
    static const unsigned modes[] = {0750, 0755, 0700};
    static const char *const folders[][2] = {{"/srv/id", "copy:/srv/id"}, {COPY, "copy"}};
    char path[200];

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        for (size_t k = 0; k < 3; k++)
            for (size_t f = 0; f < 2; f++) {
                start_copy();
                kernel_file(folders[f][0], S_IFDIR | modes[k], "", 0);
                (void)snprintf(path, sizeof path, "%s/%s", folders[f][0], names[i]);
                kernel_text(path, "theirs");
                (void)snprintf(path, sizeof path, "holds %s, so it was not made for this; use a f",
                               names[i]);
                assert_refused(RUN("--grant", folders[f][1], "--copy-group", "7", "app"),
                               "COPYFAIL", path);
                assert_string_equal(kernel.calls, "");
            }
    /* The name comes from outside; so many names do not fit into one call. */
    start_copy();
    kernel_file("/srv/id", S_IFDIR | 0750, "", 0);
    kernel_text("/srv/id/a\nb", "");
    assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), "COPYFAIL",
                   "holds a\\x0ab, so");
    start_copy();
    for (unsigned i = 0; i < 30; i++) {
        (void)snprintf(path, sizeof path, "/srv/id/%s-%016x", i < 29 ? ".smbios_entry_point" : "l",
                       i);
        kernel_text(path, "");
    }
    assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), "COPYFAIL",
                   "holds l-");
    start_copy();
    kernel_file("/srv/id", S_IFDIR | 0750, "", 0);
    kernel_fail("getdents64", 1, EIO);
    assert_refused(RUN("--grant", "copy:/srv/id", "--copy-group", "7", "app"), "COPYFAIL",
                   "/srv/id, Input/output error");
}

static void start_after_a_killed_run(void)
{
    start_copy();
    kernel_file(COPY, S_IFDIR | 0750, "", 0)->st.st_gid = 7;
    kernel_text(COPY "/.DMI-0123456789abcdef", "half");
    kernel_text(COPY "/.smbios_entry_point-0123456789abcdef", "");
    kernel_text(COPY "/.boot_id-0123456789abcdef", "");
}

static void the_leftovers_of_a_killed_run_are_removed(void **state)
{
    (void)state;
    start_after_a_killed_run();
    kernel_text(COPY DMI, "old");
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
    assert_null(kernel_find(COPY "/.DMI-0123456789abcdef"));
    assert_null(kernel_find(COPY "/.smbios_entry_point-0123456789abcdef"));
    assert_null(kernel_find(COPY "/.boot_id-0123456789abcdef"));
    assert_int_equal(kernel.waited, 0);
    start_after_a_killed_run();
    kernel_fail("unlinkat", 1, EIO);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "Input/output error");
}

/* Another run is at work: it ends within a second, or somebody of the group holds the lock. */
static void the_files_of_a_run_in_progress_are_not_removed(void **state)
{
    (void)state;
    start_after_a_killed_run();
    kernel_fail("flock", 1, EWOULDBLOCK);
    kernel_fail("flock", 2, EWOULDBLOCK);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_int_equal(kernel.waited, 100);
    assert_null(kernel_find(COPY "/.DMI-0123456789abcdef"));
    start_after_a_killed_run();
    kernel_fail("flock", 0, EWOULDBLOCK);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_int_equal(kernel.waited, 1000);
    assert_copied(COPY, 7);
    assert_non_null(kernel_find(COPY "/.DMI-0123456789abcdef"));
    start_after_a_killed_run();
    kernel_fail("flock", 0, ENOLCK);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_int_equal(kernel.waited, 0);
    assert_non_null(kernel_find(COPY "/.DMI-0123456789abcdef"));
    start_after_a_killed_run();
    kernel_text(COPY "/.DMI-a5a5a5a5a5a5a5a5", "theirs");
    kernel_fail("flock", 0, ENOLCK);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_non_null(strstr(kernel.said, "File exists"));
    assert_memory_equal(kernel_find(COPY "/.DMI-a5a5a5a5a5a5a5a5")->bytes, "theirs", 6);
}

static void the_folder_above_must_be_roots_too(void **state)
{
    static const struct {
        unsigned mode, owner;
        bool good;
    } rows[] = {{0755, 0, true},  {01777, 0, true},  {0777, 0, false}, {0775, 0, false},
                {0755, 5, false}, {01777, 5, false}, {0700, 0, true}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start_copy();
        kernel_file("/run/hwident", S_IFDIR | rows[i].mode, "", 0)->st.st_uid = rows[i].owner;
        if (rows[i].good) {
            assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
            assert_copied(COPY, 7);
        } else {
            assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL",
                           "the folder above " COPY ": owner ");
            assert_string_equal(kernel.calls, "");
        }
    }
    start_copy();
    kernel_file("/run/hwident", S_IFDIR | 0755, "", 0);
    kernel_fail("fstat", 3, EIO);
    assert_refused(RUN("--grant", "copy", "--copy-group", "7"), "COPYFAIL", "Input/output error");
}

static void a_folder_taken_from_a_different_group_is_reported(void **state)
{
    (void)state;
    start_copy();
    kernel_file(COPY, S_IFDIR | 0750, "", 0)->st.st_gid = 44;
    kernel_text(COPY "/boot_id", "old");
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_said("TAKEN", COPY ": readable by group 7 now and no longer by group 44;");
    assert_copied(COPY, 7);
}

static void writing_goes_on_after_a_signal_and_a_short_write(void **state)
{
    (void)state;
    start_copy();
    kernel_fail("write", 2, EINTR);
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
    start_copy();
    kernel.write_at_most = 7;
    assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
}

static void a_copy_on_disk_is_made_and_reported(void **state)
{
    static const struct {
        uint32_t magic;
        bool said;
    } rows[] = {{0x01021994, false}, {0x858458F6, false}, {DISK, true}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        start_copy();
        kernel_file(COPY, S_IFDIR | 0750, "", 0)->magic = rows[i].magic;
        assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
        assert_copied(COPY, 7);
        if (rows[i].said)
            assert_said("ONDISK", COPY " is not in memory: the copy outlives this boot");
        else
            assert_string_equal(kernel.said, "");
    }
    static const struct {
        const char *call;
        int nth;
    } odd[] = {{"fstatfs", 2}, {"stat", 1}};

    for (size_t i = 0; i < 4; i++) {
        start_copy();
        kernel_file(COPY, S_IFDIR | 0750, "", 0)->magic = i < 3 ? DISK : 0x65735546; /* FUSE */
        if (i < 2)
            kernel_fail(odd[i].call, odd[i].nth, EIO);
        if (i == 2)
            kernel_find(COPY)->st.st_dev = 5;
        assert_int_equal(RUN("--grant", "copy", "--copy-group", "7"), 0);
        assert_said("ONDISK", COPY " is neither in memory nor on the file system of /");
    }
}

static void without_a_boot_id_there_is_no_copy(void **state)
{
    (void)state;
    start();
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "MISSING", "boot_id");
    assert_string_equal(kernel.calls, "");
    start_copy();
    kernel_find("/proc/sys/kernel/random/boot_id")->st.st_size = 0;
    assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 125);
    start_copy();
    kernel_fail("pread", 5, EIO);
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "GRANTFAIL",
                   "boot_id");
    start_copy();
    kernel_find("/proc/sys/kernel/random/boot_id")->st.st_size = 1;
    assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 0);
    start_copy();
    kernel_fail("open", 1, EACCES);
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "LSM",
                   "boot_id: permission denied although owner and mode allow it");
}

static void a_copy_belongs_to_root_whoever_makes_it(void **state)
{
    (void)state;
    start_copy();
    kernel_file(COPY, S_IFDIR | 0750, "", 0);
    kernel.uid[0] = kernel.uid[1] = kernel.uid[2] = 1000; /* with CHOWN and what else it takes */
    assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
}

/* All of it is read, and then that it ends there is checked. */
static void copy_takes_the_whole_table(void **state)
{
    (void)state;
    start_without();
    build(4090);
    add_tables(SYS);
    kernel_text("/proc/sys/kernel/random/boot_id", BOOT_ID);
    assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 0);
    assert_copied(COPY, 7);
    start_copy();
    kernel_find(SYS DMI)->more = 1;
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "BADTABLE", SYS DMI);
    start_copy();
    kernel_fail("pread", 4, EIO);
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "GRANTFAIL", SYS DMI);
}

static void without_the_right_to_give_files_away_there_is_no_copy(void **state)
{
    (void)state;
    start_copy();
    kernel.capabilities[EFFECTIVE] &= ~1ULL; /* CHOWN */
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "NOCAP",
                   "the capability CHOWN is missing, and root is not in the group");
    assert_string_equal(kernel.calls, "");
    for (int own = 0; own < 2; own++) { /* its own group, or one that it is in */
        start_copy();
        kernel.capabilities[EFFECTIVE] &= ~1ULL;
        kernel.gid[1] = kernel.gid[0] = kernel.gid[2] = own ? 7 : 0;
        kernel.groups[0] = own ? 0 : 7;
        assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 0);
    }
    start_copy();
    kernel.capabilities[EFFECTIVE] = 0;
    kernel.uid[0] = kernel.uid[1] = kernel.uid[2] = 1000;
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "NOTROOT",
                   "only root can give the tables to a group; start as root, or --if-root");
    start_copy();
    kernel.capabilities[EFFECTIVE] &= ~1ULL;
    kernel_fail("getgroups", 1, EIO);
    assert_refused(RUN("--require", "--grant", "copy", "--copy-group", "7"), "NOCAP", "CHOWN");
    start_copy();
    kernel_fail("capget", 1, EIO); /* then the call itself will tell */
    assert_int_equal(RUN("--require", "--grant", "copy", "--copy-group", "7"), 0);
}

int __wrap_main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chmod_opens_both_files_to_everybody),
        cmocka_unit_test(chmod_adds_bits_and_removes_none),
        cmocka_unit_test(files_that_are_open_enough_are_left_without_a_message),
        cmocka_unit_test(group_opens_to_the_targets_group_alone),
        cmocka_unit_test(group_takes_the_files_from_another_owner),
        cmocka_unit_test(the_group_must_be_one_of_the_targets),
        cmocka_unit_test(restore_closes_them_again),
        cmocka_unit_test(a_failed_second_change_undoes_the_first),
        cmocka_unit_test(a_change_that_only_reports_success_is_noticed),
        cmocka_unit_test(a_file_that_cannot_be_restored_is_reported),
        cmocka_unit_test(tables_are_closed_again_if_the_drop_fails),
        cmocka_unit_test(a_refused_change_names_what_refused_it),
        cmocka_unit_test(the_first_suitable_place_is_taken),
        cmocka_unit_test(a_place_that_is_not_there_costs_one_call),
        cmocka_unit_test(a_place_without_a_file_does_not_hide_the_next),
        cmocka_unit_test(the_files_of_a_rejected_place_are_closed),
        cmocka_unit_test(a_read_only_place_is_skipped_and_named),
        cmocka_unit_test(of_several_reasons_the_most_useful_is_reported),
        cmocka_unit_test(without_tables_the_last_place_gives_the_reason),
        cmocka_unit_test(a_machine_without_smbios_comes_before_a_mask),
        cmocka_unit_test(a_named_folder_is_the_only_one),
        cmocka_unit_test(a_link_on_the_path_ends_it),
        cmocka_unit_test(a_special_file_ends_the_grant),
        cmocka_unit_test(a_link_or_folder_at_a_usual_place_is_skipped),
        cmocka_unit_test(an_inherited_folder_is_searched_first),
        cmocka_unit_test(the_grant_of_this_run_wins_over_an_inherited_folder),
        cmocka_unit_test(a_file_that_cannot_be_opened_is_diagnosed),
        cmocka_unit_test(a_path_that_is_too_long_is_diagnosed),
        cmocka_unit_test(both_files_must_be_on_one_device),
        cmocka_unit_test(files_that_are_not_smbios_tables_are_left_alone),
        cmocka_unit_test(an_entry_point_may_have_32_bytes),
        cmocka_unit_test(a_table_is_as_long_as_its_entry_point_allows),
        cmocka_unit_test(no_more_is_read_than_is_needed),
        cmocka_unit_test(a_file_that_changes_while_it_is_read_is_refused),
        cmocka_unit_test(without_openat2_a_path_is_opened_folder_by_folder),
        cmocka_unit_test(without_openat2_links_are_refused_too),
        cmocka_unit_test(without_openat2_a_refusal_is_reported_too),
        cmocka_unit_test(without_openat2_names_have_at_most_255_bytes),
        cmocka_unit_test(fd_leaves_the_descriptors_and_changes_nothing),
        cmocka_unit_test(the_copy_is_for_the_targets_group_and_the_tables_stay_closed),
        cmocka_unit_test(the_command_is_told_a_copys_folder_other_than_the_usual),
        cmocka_unit_test(parents_are_made_only_for_the_usual_folder),
        cmocka_unit_test(a_folder_that_appears_meanwhile_is_used),
        cmocka_unit_test(a_copys_names_are_255_bytes_long),
        cmocka_unit_test(a_folder_that_others_can_write_is_refused),
        cmocka_unit_test(a_folder_that_was_there_keeps_its_mode),
        cmocka_unit_test(the_usual_folder_is_put_right),
        cmocka_unit_test(a_copy_that_fails_leaves_what_was_there),
        cmocka_unit_test(a_folder_with_other_files_stays_as_it_is),
        cmocka_unit_test(the_leftovers_of_a_killed_run_are_removed),
        cmocka_unit_test(the_files_of_a_run_in_progress_are_not_removed),
        cmocka_unit_test(the_folder_above_must_be_roots_too),
        cmocka_unit_test(a_folder_taken_from_a_different_group_is_reported),
        cmocka_unit_test(writing_goes_on_after_a_signal_and_a_short_write),
        cmocka_unit_test(a_copy_on_disk_is_made_and_reported),
        cmocka_unit_test(without_a_boot_id_there_is_no_copy),
        cmocka_unit_test(a_copy_belongs_to_root_whoever_makes_it),
        cmocka_unit_test(copy_takes_the_whole_table),
        cmocka_unit_test(without_the_right_to_give_files_away_there_is_no_copy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
