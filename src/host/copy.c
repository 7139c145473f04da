/*
 * hwident-prepare's private copy: root's alone to write, and of this boot.
 * SPDX-License-Identifier: MIT
 */
#include "host/copy.h"

#include "host/file.h"
#include "host/source.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Reads the one line of a boot id, without its newline; false where it is not one. */
static bool read_boot_id(int folder, const char *path, char id[BOOT_ID_SIZE])
{
    int fd = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    char line[BOOT_ID_SIZE + 1];
    size_t got = 0;

    if (fd < 0)
        return false;
    (void)file_read(fd, line, sizeof line, 0, &got);
    (void)close(fd);
    if (got > 0 && line[got - 1] == '\n')
        got--;
    if (got != BOOT_ID_SIZE - 1)
        return false;
    memcpy(id, line, got);
    id[got] = '\0';
    return true;
}

static bool is_roots(int folder, const char *name)
{
    struct stat st;

    return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH) == 0 && st.st_uid == 0 &&
           (st.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static int check_boot(struct source *source, int folder)
{
    char copied[BOOT_ID_SIZE], current[BOOT_ID_SIZE];

    if (!read_boot_id(folder, FILE_BOOT_ID, copied))
        return HWIDENT_OK; /* no copy of the preparer's */
    if (!read_boot_id(AT_FDCWD, BOOT_ID_OF_KERNEL, current))
        return source_trouble(source, HWIDENT_E_STALE, source->path,
                              "a copy whose boot can't be compared: " BOOT_ID_OF_KERNEL
                              " can't be read",
                              "mount /proc, or mount the host's tables themselves");
    if (strcmp(copied, current) != 0)
        return source_trouble(source, HWIDENT_E_STALE, source->path,
                              "a copy of another boot, perhaps of another machine",
                              "run hwident-prepare --grant copy again, into a tmpfs");
    if (is_roots(folder, "") && is_roots(folder, FILE_TABLE) &&
        is_roots(folder, FILE_ENTRY_POINT) && is_roots(folder, FILE_BOOT_ID))
        source->provenance = PROVENANCE_COPY;
    return HWIDENT_OK;
}

int source_check_copy(struct source *source)
{
    int folder = open(source->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int err;

    if (folder < 0)
        return HWIDENT_OK;
    err = check_boot(source, folder);
    (void)close(folder);
    return err;
}
