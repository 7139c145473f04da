/*
 * The private copy: new files beside the old ones, renamed over them when all are whole. What is
 * opened here goes with the exec.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/copy.h"

#include "host/file.h"
#include "host/private_copy.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/vfs.h>
#include <unistd.h>

/* linux/magic.h, which not every libc's compiler finds. */
#define TMPFS 0x01021994
#define RAMFS 0x858458F6

enum { FOLDER_MODE = 0750, FILE_MODE = 0440, PARENT_MODE = 0755, COPIES = 3 };

/* One file of the copy. The boot id comes last: without it nobody believes the others. */
struct part {
    const char *name;
    const void *bytes;
    size_t size;
    char temporary[NAME_MAX];
};

/* ---- The folder -------------------------------------------------------------------------------- */

static _Noreturn void die_folder(const char *folder, int error)
{
    const char *remedy = "use a folder that root can make";

    if (error == EROFS)
        remedy = "mount a tmpfs on /run/hwident, or copy:/dev/shm/hwident, or --grant fd";
    else if (error == ELOOP || error == ENOTDIR)
        remedy = "no part of the path may be a link or a file";
    die("COPYFAIL", "%s, %s; %s", OUTSIDE(folder), strerror(error), remedy);
}

/* Opens one part of the path, made where it is missing; a mode is as it says, the umask being 0. */
static int open_part(int parent, const char *name, bool make, mode_t mode, bool *made)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int fd = openat(parent, name, flags);

    if (fd >= 0 || errno != ENOENT || !make)
        return fd;
    *made = mkdirat(parent, name, mode) == 0;
    return *made || errno == EEXIST ? openat(parent, name, flags) : -1;
}

/*
 * Opens an absolute path without following a link. The usual folder's parents are made where they
 * are missing, another's are not.
 */
static int open_path(const char *path, bool usual, bool *made)
{
    char name[NAME_MAX + 1];
    int fd = openat(AT_FDCWD, "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC), parent;
    bool last = false;

    while (fd >= 0 && !last) {
        size_t size;

        path += strspn(path, "/");
        size = strcspn(path, "/");
        last = path[size] == '\0';
        errno = ENAMETOOLONG;
        if (size >= sizeof name)
            return -1;
        memcpy(name, path, size);
        name[size] = '\0';
        path += size;
        parent = fd;
        fd = open_part(parent, name, last || usual, last ? FOLDER_MODE : PARENT_MODE, made);
    }
    return fd;
}

/*
 * Root's folder that `gid` can search. One that was there with a mode of its own is not ours: it
 * stays as it is where everybody may search it (the files are still the group's alone).
 */
static void settle_folder(int fd, const struct stat *st, const char *folder, bool ours, gid_t gid)
{
    mode_t mode = st->st_mode & 07777;

    if (st->st_uid != 0 || (mode & (S_IWGRP | S_IWOTH)) != 0)
        die("COPYFAIL", "%s: owner %u, mode %04o: others can write there; use a folder inside it",
            OUTSIDE(folder), (unsigned)st->st_uid, (unsigned)mode);
    if (!ours && mode != FOLDER_MODE && (mode & S_IXOTH) != 0)
        return;
    if (!ours && mode != FOLDER_MODE)
        die("COPYFAIL", "%s: mode %04o, and not made for this; use a folder inside it",
            OUTSIDE(folder), (unsigned)mode);
    if ((st->st_gid != gid && fchown(fd, 0, gid) != 0) ||
        (mode != FOLDER_MODE && fchmod(fd, FOLDER_MODE) != 0))
        die_folder(folder, errno);
}

static int open_folder(const char *folder, gid_t gid)
{
    bool usual = strcmp(folder, COPY_FOLDER) == 0, made = false;
    int fd = open_path(folder, usual, &made);
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0)
        die_folder(folder, errno);
    settle_folder(fd, &st, folder, usual || made, gid);
    return fd;
}

static void tell_on_disk(int fd, const char *folder)
{
    struct statfs fs;

    if (fstatfs(fd, &fs) == 0 && (uint32_t)fs.f_type != TMPFS && (uint32_t)fs.f_type != RAMFS)
        say("ONDISK",
            "%s is not in memory: the copy outlives this boot and this container, and is refused "
            "then; mount a tmpfs there",
            OUTSIDE(folder));
}

/* ---- The files --------------------------------------------------------------------------------- */

/* The mode is right from the start; who has the descriptor may write nevertheless. */
static bool write_part(int folder, struct part *part, uint64_t random, gid_t gid)
{
    int fd;

    (void)snprintf(part->temporary, sizeof part->temporary, ".%s-%016llx", part->name,
                   (unsigned long long)random);
    fd = openat(folder, part->temporary,
                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, FILE_MODE);
    if (fd < 0) {
        part->temporary[0] = '\0';
        return false;
    }
    return file_write(fd, part->bytes, part->size) && fchown(fd, 0, gid) == 0;
}

static bool write_parts(int folder, struct part parts[COPIES], gid_t gid)
{
    uint64_t random;
    bool good = getrandom(&random, sizeof random, 0) == (ssize_t)sizeof random;
    int error;

    for (size_t i = 0; good && i < COPIES; i++)
        good = write_part(folder, &parts[i], random, gid);
    for (size_t i = 0; good && i < COPIES; i++) {
        good = renameat(folder, parts[i].temporary, folder, parts[i].name) == 0;
        if (good)
            parts[i].temporary[0] = '\0';
    }
    error = errno;
    for (size_t i = 0; i < COPIES; i++)
        if (parts[i].temporary[0])
            (void)unlinkat(folder, parts[i].temporary, 0);
    errno = error;
    return good;
}

static bool read_boot_id(char id[BOOT_ID_SIZE], size_t *size, struct diagnosis *why)
{
    int fd = openat(AT_FDCWD, BOOT_ID_OF_KERNEL, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && file_read(fd, id, BOOT_ID_SIZE, 0, size) == HWIDENT_OK && *size > 0;

    if (!good)
        diagnose_call(BOOT_ID_OF_KERNEL, fd, errno, false, why);
    return good;
}

bool copy_tables(const struct contents *contents, const char *folder, uint32_t gid,
                 struct diagnosis *why)
{
    char boot_id[BOOT_ID_SIZE];
    struct part parts[COPIES] = {
        {.name = FILE_TABLE, .bytes = contents->table, .size = contents->size[TABLE]},
        {.name = FILE_ENTRY_POINT,
         .bytes = contents->entry_point,
         .size = contents->size[ENTRY_POINT]},
        {.name = FILE_BOOT_ID, .bytes = boot_id},
    };
    mode_t umask_before;
    bool good;
    int fd;

    if (!read_boot_id(boot_id, &parts[2].size, why))
        return false;
    folder = folder ? folder : COPY_FOLDER;
    umask_before = umask(0);
    fd = open_folder(folder, gid);
    good = write_parts(fd, parts, gid);
    if (!good && errno == EROFS)
        die_folder(folder, errno);
    if (good)
        tell_on_disk(fd, folder);
    else
        diagnose_call(folder, fd, errno, true, why);
    (void)umask(umask_before);
    return good;
}
