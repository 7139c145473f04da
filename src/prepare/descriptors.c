/*
 * Standard descriptors: makes sure they are open, and gives them to the target on request.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/descriptors.h"

#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void descriptors_fill(void)
{
    struct pollfd standard[] = {{.fd = STDIN_FILENO}, {.fd = STDOUT_FILENO}, {.fd = STDERR_FILENO}};

    if (poll(standard, STDERR_FILENO + 1, 0) < 0)
        die("IO", "descriptors 0 to 2, %s", strerror(errno));
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        /* open returns the lowest free number, which is `fd`. */
        if ((standard[fd].revents & POLLNVAL) != 0 && open("/dev/null", O_RDWR) != fd)
            die("IO", "descriptor %d is closed, and /dev/null, %s", fd, strerror(errno));
}

/*
 * Opening /dev/stdout opens files of these kinds again, with a permission check; a device such as
 * /dev/null is everybody's. A file that is only read from is not given to the command.
 */
static bool reopened(int fd, const struct stat *st)
{
    switch (st->st_mode & S_IFMT) {
    case S_IFIFO:
    case S_IFSOCK:
        return true;
    case S_IFREG:
        return fd != STDIN_FILENO;
    case S_IFCHR:
        return isatty(fd) != 0;
    default:
        return false;
    }
}

static bool own(int fd, uint32_t uid, uid_t *owner)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return false;
    if (!reopened(fd, &st) || st.st_uid == uid)
        return true;
    if (fchown(fd, uid, (gid_t)-1) != 0)
        return errno == EPERM || errno == EROFS;
    *owner = st.st_uid;
    return true;
}

const char *descriptors_own(uint32_t uid, uid_t owners[DESCRIPTORS])
{
    static char why[80];

    for (int fd = 0; fd < DESCRIPTORS; fd++)
        owners[fd] = (uid_t)-1;
    for (int fd = 0; fd < DESCRIPTORS; fd++)
        if (!own(fd, uid, &owners[fd])) {
            (void)snprintf(why, sizeof why, "--own-stdio: descriptor %d, %s", fd, strerror(errno));
            descriptors_give_back(owners);
            return why;
        }
    return NULL;
}

void descriptors_give_back(const uid_t owners[DESCRIPTORS])
{
    for (int fd = 0; fd < DESCRIPTORS; fd++)
        if (owners[fd] != (uid_t)-1 && fchown(fd, owners[fd], (gid_t)-1) != 0)
            say("GRANTFAIL", "descriptor %d stays the user's, %s; give it back by hand", fd,
                strerror(errno));
}
