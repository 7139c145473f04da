/*
 * Standard descriptors: never missing, and the target's own where that was asked for.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/descriptors.h"

#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void descriptors_fill(void)
{
    struct pollfd standard[] = {{.fd = STDIN_FILENO}, {.fd = STDOUT_FILENO}, {.fd = STDERR_FILENO}};

    if (poll(standard, STDERR_FILENO + 1, 0) < 0)
        die("IO", "descriptors 0 to 2, %s", strerror(errno));
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        /* The lowest free number: this one. */
        if ((standard[fd].revents & POLLNVAL) != 0 && open("/dev/null", O_RDWR) != fd)
            die("IO", "descriptor %d is closed, and /dev/null, %s", fd, strerror(errno));
}

/* /dev/stdout of these kinds opens the file anew; a device such as /dev/null is everybody's. */
static bool reopened(int fd, const struct stat *st)
{
    switch (st->st_mode & S_IFMT) {
    case S_IFIFO:
    case S_IFSOCK:
    case S_IFREG:
        return true;
    case S_IFCHR:
        return isatty(fd) != 0;
    default:
        return false;
    }
}

void descriptors_own(uint32_t uid)
{
    struct stat st;

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fstat(fd, &st) != 0)
            die("DROPFAIL", "descriptor %d, %s", fd, strerror(errno));
        if (!reopened(fd, &st) || st.st_uid == uid)
            continue;
        if (fchown(fd, uid, (gid_t)-1) != 0 && errno != EPERM && errno != EROFS)
            die("DROPFAIL", "--own-stdio: descriptor %d, %s", fd, strerror(errno));
    }
}
