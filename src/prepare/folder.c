/*
 * A folder that holds anything but a copy is refused: giving it to a group would show that group
 * what is in it. All descriptors opened here are close-on-exec.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/folder.h"

#include "host/file.h"
#include "host/private_copy.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FOLDER_MODE = 0750, PARENT_MODE = 0755 };

/* How long one run waits for another: 20 times 50 milliseconds. */
enum { LOCK_TRIES = 20, LOCK_WAIT = 50 };

/* Readers ignore a copy that has no boot id, so it is written last. */
const char *const folder_names[FOLDER_NAMES] = {FILE_TABLE, FILE_ENTRY_POINT, FILE_BOOT_ID};

void folder_temporary(const char *name, unsigned long long random, char temporary[NAME_MAX])
{
    (void)snprintf(temporary, NAME_MAX, ".%s-%016llx", name, random);
}

void folder_die(const char *path, int error)
{
    const char *remedy = "use a folder that root can make";

    if (error == EROFS)
        remedy = "mount a tmpfs on /run/hwident, or copy:/dev/shm/hwident, or --grant fd";
    else if (error == ELOOP || error == ENOTDIR)
        remedy = "no part of the path may be a link or a file";
    die("COPYFAIL", "%s, %s; %s", OUTSIDE(path), strerror(error), remedy);
}

/* ---- The path -------------------------------------------------------------------------------- */

/* Opens one component of the path, made if `make` is set and it is missing. The umask is 0. */
static int open_part(int parent, const char *name, bool make, mode_t mode, bool *made)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int fd = openat(parent, name, flags);

    if (fd >= 0 || errno != ENOENT || !make)
        return fd;
    *made = mkdirat(parent, name, mode) == 0;
    return *made || errno == EEXIST ? openat(parent, name, flags) : -1;
}

/* Whoever owns the usual folder's parent could replace the folder. */
static void check_parent(int fd, const char *path)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        folder_die(path, errno);
    if (st.st_uid == 0 && ((st.st_mode & (S_IWGRP | S_IWOTH)) == 0 || (st.st_mode & S_ISVTX) != 0))
        return;
    die("COPYFAIL", "the folder above %s: owner %u, mode %04o: others can write there; remove it",
        OUTSIDE(path), (unsigned)st.st_uid, (unsigned)(st.st_mode & 07777));
}

/*
 * Opens an absolute path without following a link. Missing parents are made for the usual folder
 * only.
 */
static int open_path(const char *whole, bool usual, bool *made)
{
    char name[NAME_MAX + 1];
    const char *path = whole;
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
        if (last && usual && !*made)
            check_parent(parent, whole);
        *made = false;
        fd = open_part(parent, name, last || usual, last ? FOLDER_MODE : PARENT_MODE, made);
    }
    return fd;
}

/* ---- What is in it --------------------------------------------------------------------------- */

/* The kernel's struct linux_dirent64, which no header declares. */
struct entry {
    uint64_t inode;
    int64_t offset;
    unsigned short size;
    unsigned char type;
    char name[];
};

static bool is_temporary(const char *entry, const char *name)
{
    size_t size = strlen(name);

    return entry[0] == '.' && strncmp(entry + 1, name, size) == 0 && entry[1 + size] == '-' &&
           strlen(entry + 2 + size) == 16 && strspn(entry + 2 + size, "0123456789abcdef") == 16;
}

/* Checks one name; removes what a killed run left if no other run can be at work. */
static void check_entry(int fd, const char *path, const char *entry, bool alone)
{
    if (strcmp(entry, ".") == 0 || strcmp(entry, "..") == 0)
        return;
    for (size_t i = 0; i < FOLDER_NAMES; i++) {
        if (strcmp(entry, folder_names[i]) == 0)
            return;
        if (is_temporary(entry, folder_names[i])) {
            if (alone && unlinkat(fd, entry, 0) != 0)
                folder_die(path, errno);
            return;
        }
    }
    die("COPYFAIL", "%s: holds %s, so it was not made for this; use a folder inside it",
        OUTSIDE(path), OUTSIDE(entry));
}

static void check_entries(int fd, const char *path, bool alone)
{
    _Alignas(struct entry) char bytes[2048];
    long size;

    while ((size = syscall(SYS_getdents64, fd, bytes, sizeof bytes)) > 0)
        for (long at = 0; at < size;) {
            const struct entry *entry = (const void *)(bytes + at);

            check_entry(fd, path, entry->name, alone);
            at += entry->size;
        }
    if (size < 0)
        folder_die(path, errno);
}

/*
 * One run at a time, so that a temporary file is known to be left over. The group can take this
 * lock too, so the wait is short; without the lock nothing is removed.
 */
static bool lock(int fd)
{
    int tries = 0;

    while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK || ++tries > LOCK_TRIES)
            return false;
        (void)poll(NULL, 0, LOCK_WAIT);
    }
    return true;
}

/* ---- Its owner ------------------------------------------------------------------------------- */

static void check_owner(const struct stat *st, const char *path)
{
    mode_t mode = st->st_mode & 07777;

    if (st->st_uid != 0 || (mode & (S_IWGRP | S_IWOTH)) != 0)
        die("COPYFAIL", "%s: owner %u, mode %04o: others can write there; use a folder inside it",
            OUTSIDE(path), (unsigned)st->st_uid, (unsigned)mode);
}

/*
 * Gives the folder to `gid`. An existing folder with a different mode stays as it is if everybody
 * may search it: only the group can read the files in it.
 */
static void give(int fd, const struct stat *st, const char *path, bool ours, gid_t gid)
{
    mode_t mode = st->st_mode & 07777;

    if (!ours && mode != FOLDER_MODE && (mode & S_IXOTH) != 0)
        return;
    if (!ours && mode != FOLDER_MODE)
        die("COPYFAIL", "%s: mode %04o, and not made for this; use a folder inside it",
            OUTSIDE(path), (unsigned)mode);
    if ((st->st_gid != gid && fchown(fd, 0, gid) != 0) ||
        (mode != FOLDER_MODE && fchmod(fd, FOLDER_MODE) != 0))
        folder_die(path, errno);
    if (st->st_gid != 0 && st->st_gid != gid)
        say("TAKEN",
            "%s: readable by group %u now and no longer by group %u; name a folder for each with "
            "copy:DIR",
            OUTSIDE(path), (unsigned)gid, (unsigned)st->st_gid);
}

int folder_open(const char *path, gid_t gid)
{
    bool usual = strcmp(path, COPY_FOLDER) == 0, made = false, alone;
    int fd = open_path(path, usual, &made);
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0)
        folder_die(path, errno);
    check_owner(&st, path);
    alone = lock(fd);
    if (!made)
        check_entries(fd, path, alone);
    give(fd, &st, path, usual || made, gid);
    return fd;
}
