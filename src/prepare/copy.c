/*
 * The private copy: new files beside the old ones, renamed over them once all are complete. All
 * descriptors opened here are close-on-exec.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/copy.h"

#include "host/file.h"
#include "host/private_copy.h"
#include "host/undisturbed.h"
#include "prepare/folder.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { FILE_MODE = 0440 };

/* One file of the copy. */
struct part {
    const void *bytes;
    size_t size;
    char temporary[NAME_MAX];
};

static void tell_on_disk(int fd, const char *folder)
{
    enum copy_home home = copy_home(fd);

    if (home == COPY_HOME_ROOT)
        say("ONDISK",
            "%s is not in memory: the copy outlives this boot and this container, and is refused "
            "then; mount a tmpfs there",
            OUTSIDE(folder));
    if (home == COPY_HOME_OTHER || home == COPY_HOME_UNKNOWN)
        say("ONDISK",
            "%s is neither in memory nor on the file system of /: readers don't take the copy for "
            "root's; mount a tmpfs there",
            OUTSIDE(folder));
}

/* ---- The files ------------------------------------------------------------------------------- */

/* Created with the final mode: an open descriptor can be written to whatever the mode is. */
static bool write_part(int folder, struct part *part, gid_t gid)
{
    int fd = openat(folder, part->temporary,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, FILE_MODE);
    if (fd < 0) {
        part->temporary[0] = '\0';
        return false;
    }
    return file_write(fd, part->bytes, part->size) && fchown(fd, 0, gid) == 0;
}

static bool write_parts(int folder, struct part parts[FOLDER_NAMES], gid_t gid)
{
    uint64_t random;
    bool good = getrandom(&random, sizeof random, 0) == (ssize_t)sizeof random;
    int error;

    for (size_t i = 0; good && i < FOLDER_NAMES; i++) {
        folder_temporary(folder_names[i], random, parts[i].temporary);
        good = write_part(folder, &parts[i], gid);
    }
    for (size_t i = 0; good && i < FOLDER_NAMES; i++) {
        good = renameat(folder, parts[i].temporary, folder, folder_names[i]) == 0;
        if (good)
            parts[i].temporary[0] = '\0';
    }
    error = errno;
    for (size_t i = 0; i < FOLDER_NAMES; i++)
        if (parts[i].temporary[0])
            (void)unlinkat(folder, parts[i].temporary, 0);
    errno = error;
    return good;
}

static bool read_boot_id(char id[BOOT_ID_SIZE], size_t *size, struct diagnosis *why)
{
    int fd = openat(AT_FDCWD, BOOT_ID_OF_KERNEL, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    bool good = fd >= 0 && file_read(fd, id, BOOT_ID_SIZE, 0, size) == HWIDENT_OK && *size > 0;

    if (!good)
        diagnose_call(BOOT_ID_OF_KERNEL, fd, errno, false, why);
    if (!good && why->error == HWIDENT_E_MISSING)
        (void)snprintf(why->remedy, sizeof why->remedy,
                       "mount /proc: a copy names the boot that it is of");
    return good;
}

bool copy_tables(const struct contents *contents, const char *folder, uint32_t gid,
                 struct diagnosis *why)
{
    char boot_id[BOOT_ID_SIZE];
    struct part parts[FOLDER_NAMES] = {
        {.bytes = contents->table, .size = contents->size[TABLE]},
        {.bytes = contents->entry_point, .size = contents->size[ENTRY_POINT]},
        {.bytes = boot_id},
    };
    mode_t umask_before;
    sigset_t signals;
    int fd, error;
    bool good;

    if (!read_boot_id(boot_id, &parts[2].size, why))
        return false;
    umask_before = umask(0);
    fd = folder_open(folder, gid);
    undisturbed_begin(&signals);
    good = write_parts(fd, parts, gid);
    error = good ? 0 : errno;
    undisturbed_end(&signals, error);
    errno = error;
    if (!good && errno == EROFS)
        folder_die(folder, errno);
    if (good)
        tell_on_disk(fd, folder);
    else
        diagnose_call(folder, fd, errno, true, why);
    (void)umask(umask_before);
    return good;
}
