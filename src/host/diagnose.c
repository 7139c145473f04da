/*
 * Why the tables can't be read or opened up. Runs only after a failure.
 * SPDX-License-Identifier: MIT
 */
#include "host/diagnose.h"

#include "host/file.h"
#include "host/kernel_places.h"
#include "host/privilege.h"
#include "host/proc.h"
#include "host/quote.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum place_kind { PLACE_MISSING, PLACE_OTHER, PLACE_SYSFS };

static enum place_kind kind_of(const char *path)
{
    struct statfs fs;

    if (statfs(path, &fs) != 0)
        return PLACE_MISSING;
    return fs.f_type == SYSFS_MAGIC ? PLACE_SYSFS : PLACE_OTHER;
}

/* True if the folder has no subfolder; /sys/firmware of a machine that booted always has some. */
static bool is_empty(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && st.st_nlink <= 2;
}

/* Whether `folder` is …/firmware/dmi/tables; if so, `sys` gets the path of its /sys. */
static bool split_sys(const char *folder, char *sys, size_t size)
{
    size_t length = strlen(folder);
    size_t tail = strlen(TABLES_IN_SYS);

    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (length <= tail || length - tail >= size)
        return false;
    if (strncmp(folder + length - tail, TABLES_IN_SYS, tail) != 0)
        return false;
    memcpy(sys, folder, length - tail);
    sys[length - tail] = '\0';
    return true;
}

static void say(struct diagnosis *d, int error, const char *path, const char *cause,
                const char *remedy)
{
    char quoted[QUOTED_SIZE];

    quote(path, quoted);
    d->error = error;
    (void)snprintf(d->cause, sizeof d->cause, "%s: %.300s", quoted, cause);
    (void)snprintf(d->remedy, sizeof d->remedy, "%s", remedy);
}

/* The path `sys``tail`, in a buffer that has room for both. */
static const char *below(const char *sys, const char *tail, char path[PATH_MAX])
{
    (void)snprintf(path, PATH_MAX, "%s%s", sys, tail);
    return path;
}

static void no_tables(const char *sys, struct diagnosis *d)
{
    char path[PATH_MAX];

    say(d, HWIDENT_E_NODMI, below(sys, TABLES_IN_SYS, path),
        "not there: the kernel found no SMBIOS tables on this machine",
        "give the virtual machine SMBIOS tables, or read a dump");
}

static void masked(const char *sys, const char *tail, const char *cause, struct diagnosis *d)
{
    char path[PATH_MAX];

    say(d, HWIDENT_E_MASKED, below(sys, tail, path), cause,
        "mount the host's folder beside the mask: " KERNEL_TABLES_MOUNT);
}

/* Only the host's …/sys/firmware is mounted, or no sysfs at all. */
static void diagnose_without_sys(const char *sys, struct diagnosis *d)
{
    char path[PATH_MAX];

    if (kind_of(below(sys, "/firmware", path)) == PLACE_SYSFS && !is_empty(path))
        no_tables(sys, d);
    else if (kind_of(sys) == PLACE_MISSING && strcmp(sys, "/sys") != 0)
        say(d, HWIDENT_E_MISSING, sys, "nothing is mounted here",
            "mount the host's folder: " KERNEL_TABLES_MOUNT);
    else
        say(d, HWIDENT_E_NOSYS, sys, "not sysfs, so the kernel's tables are not below it",
            "mount the host's folder: " KERNEL_TABLES_MOUNT);
}

/*
 * Engines mask /sys/firmware but not /sys/class/dmi, which the kernel makes if it finds SMBIOS. If
 * /sys/class/dmi is missing too, the machine has no tables, and mounting them can't help.
 */
static void diagnose_sys(const char *sys, struct diagnosis *d)
{
    char path[PATH_MAX];
    enum place_kind firmware = kind_of(below(sys, "/firmware", path));
    bool hidden = firmware != PLACE_SYSFS || is_empty(path);
    enum place_kind dmi = kind_of(below(sys, "/firmware/dmi", path));
    bool class_dmi = kind_of(below(sys, "/class/dmi", path)) != PLACE_MISSING;
    bool none = !class_dmi && (hidden || dmi != PLACE_OTHER);

    if (!none && hidden)
        masked(sys, "/firmware",
               firmware == PLACE_MISSING ? "not there, as container engines hide it"
                                         : "empty or not sysfs: the container engine masks it",
               d);
    else if (!none && dmi != PLACE_SYSFS)
        masked(sys, "/firmware/dmi",
               class_dmi ? "hidden, though the kernel has SMBIOS tables (/sys/class/dmi is there)"
                         : "not sysfs: the container engine masks it",
               d);
    else
        no_tables(sys, d);
}

void diagnose_missing(const char *folder, struct diagnosis *d)
{
    char sys[PATH_MAX - 64];

    if (split_sys(folder, sys, sizeof sys) && kind_of(sys) == PLACE_SYSFS)
        diagnose_sys(sys, d);
    else if (split_sys(folder, sys, sizeof sys))
        diagnose_without_sys(sys, d);
    else
        say(d, HWIDENT_E_MISSING, folder,
            kind_of(folder) == PLACE_MISSING ? "no such folder with smbios_entry_point and DMI"
                                             : "smbios_entry_point and DMI are not both in it",
            "name the folder that the host's " KERNEL_TABLES " is mounted at");
}

/* Highest: permission; then a machine without SMBIOS; then tables that are hidden. */
static int rank(int error)
{
    switch (hwident_error_exit(error)) {
    case 4:
        return 3;
    case 3:
        return 2;
    case 6:
        return 1;
    default:
        return 0;
    }
}

void diagnose_keep_nearest(struct diagnosis *nearest, const struct diagnosis *d)
{
    if (nearest->error == HWIDENT_OK || rank(d->error) > rank(nearest->error))
        *nearest = *d;
}

/* ---- who this process is, from /proc if it is mounted -------------------------------------- */

/* Whether uids here differ from the host's: from uid_map or, without /proc, from the owner seen. */
static bool in_user_namespace(const struct stat *st)
{
    return !proc_uids_of_host(geteuid() != 0 || st->st_uid != 65534);
}

static bool has_capability(unsigned capability)
{
    struct capabilities own;

    return capabilities_get(&own) && capability_in(own.effective, capability);
}

/*
 * Whether owner and mode let this process read; if they do, a refusal has a different reason.
 * Capabilities in a user namespace don't apply to the host's files.
 */
static bool mode_allows_reading(const struct stat *st)
{
    if (!in_user_namespace(st) &&
        (has_capability(CAPABILITY_DAC_OVERRIDE) || has_capability(CAPABILITY_DAC_READ_SEARCH)))
        return true;
    if (geteuid() == st->st_uid)
        return (st->st_mode & S_IRUSR) != 0;
    if (privileges_in_group(st->st_gid))
        return (st->st_mode & S_IRGRP) != 0;
    return (st->st_mode & S_IROTH) != 0;
}

/* ---- a call that failed ------------------------------------------------------------------------ */

static void refused_by_module(const char *path, struct diagnosis *d)
{
    say(d, HWIDENT_E_LSM, path,
        "permission denied although owner and mode allow it: a "
        "security module (AppArmor, SELinux) refuses",
        "allow it in the container's profile, or let hwident-prepare copy the tables at the "
        "host (--grant copy)");
}

static void refused_reading(const char *path, const struct stat *st, struct diagnosis *d)
{
    char cause[128];

    (void)snprintf(cause, sizeof cause, "permission denied: owner %u:%u, mode %04o, read as uid %u",
                   (unsigned)st->st_uid, (unsigned)st->st_gid, (unsigned)(st->st_mode & 07777),
                   (unsigned)geteuid());
    if (mode_allows_reading(st))
        refused_by_module(path, d);
    else if (in_user_namespace(st))
        say(d, HWIDENT_E_USERNS, path, cause,
            "the host's root owns this file: run chmod a+r (or hwident-prepare) on the host");
    else
        say(d, HWIDENT_E_PERMISSION, path, cause,
            "run hwident-prepare as root before privileges are dropped, or chmod a+r both files");
}

static void refused_writing(const char *path, const struct stat *st, int os_error,
                            struct diagnosis *d)
{
    if (in_user_namespace(st))
        say(d, HWIDENT_E_USERNS, path,
            "the host's root owns this file, and this root is a different one",
            "run hwident-prepare on the host, or without a user namespace");
    else if (os_error == EPERM && st->st_uid == 0 && proc_filtered())
        say(d, HWIDENT_E_SECCOMP, path, "a seccomp filter refuses the call",
            "allow fchmod and fchown in the seccomp profile, or use --grant fd");
    else if (os_error == EPERM && !has_capability(CAPABILITY_CHOWN))
        say(d, HWIDENT_E_NOCAP, path, "CAP_CHOWN is missing",
            "add the capability CHOWN, or use --grant chmod or fd");
    else
        say(d, HWIDENT_E_LSM, path, "refused although owner and mode allow it: a security module",
            "allow it in the container's profile, or use --grant fd");
}

/* Whether `os_error` means "not allowed": fchown fails with EINVAL if an id is not mapped. */
static bool is_refusal(int os_error, bool writing, const struct stat *st)
{
    if (os_error == EINVAL)
        return writing && st && in_user_namespace(st);
    return os_error == EACCES || os_error == EPERM;
}

/* Whether this process may search the file's folder, and so every folder above it. */
static bool folder_can_be_searched(const char *path)
{
    char folder[PATH_MAX];
    const char *name = strrchr(path, '/');
    int n = name ? (int)(name - path) : 0;

    return n < (int)sizeof folder && snprintf(folder, sizeof folder, "%.*s/", n, path) > 0 &&
           faccessat(AT_FDCWD, folder, X_OK, AT_EACCESS) == 0;
}

void diagnose_call(const char *path, int fd, int os_error, bool writing, struct diagnosis *d)
{
    struct stat st;
    bool known = (fd >= 0 ? fstat(fd, &st) : stat(path, &st)) == 0;

    if (os_error == EROFS)
        say(d, HWIDENT_E_READONLY, path, "mounted read-only",
            "mount it without :ro, or use --grant copy or fd, which work there");
    else if (os_error == ENOENT || os_error == ENOTDIR)
        say(d, HWIDENT_E_MISSING, path, strerror(os_error),
            "name the folder that the host's " KERNEL_TABLES " is mounted at");
    else if (!is_refusal(os_error, writing, known ? &st : NULL))
        say(d, HWIDENT_E_IO, path, strerror(os_error), "try again; the kernel's log may tell more");
    else if (!known && folder_can_be_searched(path))
        refused_by_module(path, d);
    else if (!known)
        say(d, HWIDENT_E_PERMISSION, path, "permission denied: a folder above it can't be searched",
            "let this user search (x) every folder on the path");
    else if (writing)
        refused_writing(path, &st, os_error, d);
    else
        refused_reading(path, &st, d);
}
