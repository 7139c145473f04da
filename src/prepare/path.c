/*
 * openat2 if the kernel has it; else one component at a time.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * linux/openat2.h under names of our own: some C libraries declare struct open_how and RESOLVE_...,
 * others lack even the call's number, which is the same on all architectures but Alpha.
 */
struct how {
    uint64_t flags, mode, resolve;
};
enum { NO_SYMLINKS = 4 };
#ifdef SYS_openat2
enum { OPENAT2 = SYS_openat2 };
#else
enum { OPENAT2 = 437 };
#endif

/* Opens one component. For a link in place of a folder the kernel says ENOTDIR, not ELOOP. */
static int open_component(int folder, const char *name, int flags)
{
    struct stat st;
    int fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);

    if (fd < 0 && errno == ENOTDIR) {
        bool link = fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode);

        errno = link ? ELOOP : ENOTDIR;
    }
    return fd;
}

static int open_by_components(const char *path, int flags)
{
    char name[NAME_MAX + 1];
    int fd = open(*path == '/' ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);

    path += strspn(path, "/");
    while (fd >= 0) {
        size_t size = strcspn(path, "/");
        const char *next = path + size + strspn(path + size, "/");
        bool last = path[size] == '\0';
        int folder = fd, error = ENAMETOOLONG;

        fd = -1;
        if (size < sizeof name) {
            memcpy(name, path, size);
            name[size] = '\0';
            fd = open_component(folder, name, last ? flags : O_PATH | O_DIRECTORY);
            error = errno;
        }
        close(folder);
        errno = error;
        if (last)
            break;
        path = next;
    }
    return fd;
}

int path_open(const char *path, int flags)
{
    struct how how = {.flags = (uint64_t)(flags | O_CLOEXEC), .resolve = NO_SYMLINKS};
    int fd = (int)syscall(OPENAT2, AT_FDCWD, path, &how, sizeof how);

    /* Old kernels lack openat2, and old seccomp filters deny it. */
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return open_by_components(path, flags);
    return fd;
}
