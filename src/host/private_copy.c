/*
 * Checks the folder that a pair of files was read from: that they are still in it, and whether it
 * is hwident-prepare's private copy, which only root can write to and which is of this boot.
 * SPDX-License-Identifier: MIT
 */
#include "host/private_copy.h"

#include "host/file.h"
#include "host/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Not from linux/magic.h, which has the last one only since Linux 5.7. */
#define TMPFS 0x01021994
#define RAMFS 0x858458F6
#define FUSE  0x65735546

enum copy_home copy_home(int folder)
{
    struct statfs fs;
    struct stat own, root;

    if (fstatfs(folder, &fs) != 0)
        return COPY_HOME_UNKNOWN;
    if ((uint32_t)fs.f_type == TMPFS || (uint32_t)fs.f_type == RAMFS)
        return COPY_HOME_MEMORY;
    if ((uint32_t)fs.f_type == FUSE)
        return COPY_HOME_OTHER;
    if (fstat(folder, &own) != 0 || stat("/", &root) != 0)
        return COPY_HOME_UNKNOWN;
    return own.st_dev == root.st_dev ? COPY_HOME_ROOT : COPY_HOME_OTHER;
}

/*
 * Reads the one line of a boot id, without its newline. HWIDENT_E_MISSING: there is no such file.
 * HWIDENT_E_STALE: it can't be read, or holds something else.
 */
static int read_boot_id(int folder, const char *path, char id[BOOT_ID_SIZE])
{
    int fd = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    char line[BOOT_ID_SIZE + 1];
    size_t got;
    int err;

    if (fd < 0)
        return errno == ENOENT ? HWIDENT_E_MISSING : HWIDENT_E_STALE;
    err = file_read(fd, line, sizeof line, 0, &got);
    (void)close(fd);
    if (got > 0 && line[got - 1] == '\n')
        got--;
    if (err || got != BOOT_ID_SIZE - 1)
        return HWIDENT_E_STALE;
    memcpy(id, line, got);
    id[got] = '\0';
    return HWIDENT_OK;
}

/* Sets `*copy` if the preparer left a boot id there; it must be this boot's. */
static int check_boot(struct source *source, int folder, bool *copy)
{
    char copied[BOOT_ID_SIZE], current[BOOT_ID_SIZE];
    int err = read_boot_id(folder, FILE_BOOT_ID, copied);

    *copy = err != HWIDENT_E_MISSING;
    if (!*copy)
        return HWIDENT_OK;
    if (!err)
        err = read_boot_id(AT_FDCWD, BOOT_ID_OF_KERNEL, current);
    if (err)
        return source_trouble(source, HWIDENT_E_STALE, source->path,
                              "a copy whose boot can't be compared: its " FILE_BOOT_ID
                              " or " BOOT_ID_OF_KERNEL " can't be read",
                              "mount /proc, or mount the host's tables themselves");
    if (strcmp(copied, current) != 0)
        return source_trouble(source, HWIDENT_E_STALE, source->path,
                              "a copy of another boot, perhaps of another machine",
                              "run hwident-prepare --grant copy again, into a tmpfs");
    return HWIDENT_OK;
}

static int changed(struct source *source)
{
    return source_trouble(source, HWIDENT_E_CHANGED, source->path,
                          hwident_error_text(HWIDENT_E_CHANGED), "try again");
}

/* The folder or a file in it is gone or can't be examined. */
static int call_failed(struct source *source)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return changed(source);
    diagnose_call(source->path, -1, errno, false, &source->trouble);
    return source->trouble.error;
}

/* Checks that `name` is the file that was `read`; clears `*roots` if others may write to it. */
static int check_file(struct source *source, int folder, const char *name, const struct stat *read,
                      bool *roots)
{
    struct stat st;

    if (fstatat(folder, name, &st, AT_EMPTY_PATH) != 0)
        return call_failed(source);
    if (read && !file_same(read, &st))
        return changed(source);
    if (st.st_uid != 0 || (st.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        *roots = false;
    return HWIDENT_OK;
}

/* A copy counts only on a file system that an ordinary user can't have mounted. */
static int check_home(struct source *source, int folder)
{
    enum copy_home home = copy_home(folder);

    if (home == COPY_HOME_UNKNOWN)
        return call_failed(source);
    if (home != COPY_HOME_OTHER)
        source->provenance = HWIDENT_PROVENANCE_COPY;
    return HWIDENT_OK;
}

/* The preparer renames the boot id last, so files unchanged since then are of the same boot. */
static int check_folder(struct source *source, int folder)
{
    bool roots;
    int err = check_boot(source, folder, &roots);

    if (!err)
        err = check_file(source, folder, FILE_TABLE, &source->table_status, &roots);
    if (!err && source->has_entry_point)
        err = check_file(source, folder, FILE_ENTRY_POINT, &source->entry_status, &roots);
    if (!err && roots)
        err = check_file(source, folder, FILE_BOOT_ID, NULL, &roots);
    if (!err && roots)
        err = check_file(source, folder, "", NULL, &roots);
    return err || !roots ? err : check_home(source, folder);
}

int source_check_folder(struct source *source)
{
    int folder = openat(AT_FDCWD, source->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int err;

    if (folder < 0)
        return call_failed(source);
    err = check_folder(source, folder);
    (void)close(folder);
    return err;
}
