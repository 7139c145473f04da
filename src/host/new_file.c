/*
 * A file that is there whole or not at all.
 * SPDX-License-Identifier: MIT
 */
#include "host/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The folder of the path's last component: "." or the path up to it. */
static void folder_of(const char *path, char folder[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) + 1 : 0;

    if (size >= PATH_MAX)
        size = 0;
    memcpy(folder, path, size);
    (void)snprintf(folder + size, PATH_MAX - size, "%s", size == 0 ? "." : "");
}

bool new_file_possible(const char *path)
{
    char folder[PATH_MAX];

    errno = ENOENT;
    folder_of(path, folder);
    return *path && faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}

const char *new_file_remedy(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return "name a file in a folder that is there, or make the folder first";
    case EACCES:
    case EPERM:
    case EROFS:
        return "name a file in a folder that this user can write to";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "make room, or name a file where there is some";
    default:
        return "name a different file";
    }
}

bool new_file_begin(struct new_file *file, const char *path)
{
    int error;

    if (!new_file_possible(path))
        return false;
    file->path = path;
    if ((size_t)snprintf(file->beside, sizeof file->beside, "%s.XXXXXX", path) >=
        sizeof file->beside) {
        errno = ENAMETOOLONG;
        return false;
    }
    undisturbed_begin(&file->signals);
    file->fd = mkostemp(file->beside, O_CLOEXEC);
    if (file->fd >= 0)
        return true;
    error = errno;
    undisturbed_end(&file->signals, error);
    errno = error;
    return false;
}

/* NFS and 9p don't support RENAME_NOREPLACE, and vfat has no links. */
static bool rename_alone(const char *from, const char *to)
{
    if (syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if ((errno != EINVAL && errno != ENOSYS) || link(from, to) != 0)
        return false;
    (void)unlink(from);
    return true;
}

/* A file's name survives a loss of power only once its folder is on the disk too. */
static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    int fd;

    folder_of(path, folder);
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    (void)close(fd);
}

static bool give_name(const struct new_file *file, enum new_file_place place)
{
    if (place == NEW_FILE_ALONE)
        return rename_alone(file->beside, file->path);
    return rename(file->beside, file->path) == 0;
}

bool new_file_end(struct new_file *file, enum new_file_place place, bool whole)
{
    bool good = whole && fsync(file->fd) == 0;
    int error = errno;

    if (close(file->fd) != 0 && good) {
        good = false;
        error = errno;
    }
    if (good) {
        good = give_name(file, place);
        error = errno;
    }
    if (good)
        sync_folder(file->path);
    else
        (void)unlink(file->beside);
    undisturbed_end(&file->signals, good ? 0 : error);
    errno = error;
    return good;
}
