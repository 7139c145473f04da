/*
 * Reading and writing one file of the tables through its descriptor.
 * SPDX-License-Identifier: MIT
 */
#include "host/file.h"

#include <errno.h>
#include <linux/magic.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

bool file_on_sysfs(int fd)
{
    struct statfs fs;

    return fstatfs(fd, &fs) == 0 && fs.f_type == SYSFS_MAGIC;
}

bool file_read_only(int fd)
{
    struct statfs fs;

    return fstatfs(fd, &fs) == 0 && (fs.f_flags & ST_RDONLY) != 0;
}

int file_read(int fd, void *buffer, size_t size, size_t offset, size_t *got)
{
    char *bytes = buffer;

    *got = 0;
    while (*got < size) {
        ssize_t n = pread(fd, bytes + *got, size - *got, (off_t)(offset + *got));

        if (n == 0)
            break;
        if (n > 0)
            *got += (size_t)n;
        else if (errno != EINTR)
            return HWIDENT_E_IO;
    }
    return HWIDENT_OK;
}

int file_read_whole(int fd, const struct stat *st, void *buffer)
{
    size_t size = (size_t)st->st_size;
    size_t got, more;
    char beyond;
    int err = file_read(fd, buffer, size, 0, &got);

    if (!err)
        err = file_read(fd, &beyond, sizeof beyond, size, &more);
    if (err)
        return err;
    return got == size && more == 0 ? HWIDENT_OK : HWIDENT_E_CHANGED;
}

bool file_same(const struct stat *before, const struct stat *after)
{
    return before->st_dev == after->st_dev && before->st_ino == after->st_ino &&
           before->st_size == after->st_size && before->st_mtim.tv_sec == after->st_mtim.tv_sec &&
           before->st_mtim.tv_nsec == after->st_mtim.tv_nsec;
}

bool file_write(int fd, const void *bytes, size_t size)
{
    const char *rest = bytes;

    while (size > 0) {
        ssize_t n = write(fd, rest, size);

        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            errno = EIO;
        if (n <= 0)
            return false;
        rest += n;
        size -= (size_t)n;
    }
    return true;
}
