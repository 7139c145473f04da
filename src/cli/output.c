/*
 * Where what is printed goes.
 * SPDX-License-Identifier: MIT
 */
#include "cli/output.h"

#include "cli/message.h"
#include "library/words.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *target; /* NULL: standard output */
static char beside[PATH_MAX];

static int failure(int err, const char *cause)
{
    char quoted[QUOTED_SIZE];

    quote(target, quoted);
    return message_failure(err, "%s: %s; nothing was written to it", quoted, cause);
}

/* The mode that the file has, or that a new one gets. Only a regular file is replaced. */
static int file_mode(mode_t *mode)
{
    struct stat st;
    mode_t mask = umask(0);

    (void)umask(mask);
    *mode = 0666 & ~mask;
    if (lstat(target, &st) < 0)
        return errno == ENOENT ? HWIDENT_OK : failure(HWIDENT_E_OUTPUT, strerror(errno));
    if (!S_ISREG(st.st_mode))
        return failure(HWIDENT_E_NOTREG, "not a regular file");
    *mode = st.st_mode & 0777;
    return HWIDENT_OK;
}

int output_begin(const char *file)
{
    mode_t mode;
    int err, fd;

    target = file;
    if (!file)
        return HWIDENT_OK;
    err = file_mode(&mode);
    if (err)
        return err;
    if ((size_t)snprintf(beside, sizeof beside, "%s.XXXXXX", file) >= sizeof beside)
        return failure(HWIDENT_E_OUTPUT, strerror(ENAMETOOLONG));
    fd = mkostemp(beside, O_CLOEXEC);
    if (fd < 0)
        return failure(HWIDENT_E_OUTPUT, strerror(errno));
    if (fchmod(fd, mode) < 0 || dup2(fd, STDOUT_FILENO) < 0) {
        err = failure(HWIDENT_E_OUTPUT, strerror(errno));
        (void)unlink(beside);
    }
    if (fd != STDOUT_FILENO)
        (void)close(fd);
    return err;
}

/* The name of a file lasts only when its folder is on the disk too. */
static void sync_folder(void)
{
    char *slash = strrchr(beside, '/');
    int fd;

    if (slash)
        slash[1] = '\0';
    fd = open(slash ? beside : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    (void)close(fd);
}

static int replace(int err)
{
    struct stat st;

    if (fstat(STDOUT_FILENO, &st) == 0 && st.st_size == 0) {
        (void)unlink(beside);
        return err;
    }
    if (fsync(STDOUT_FILENO) < 0 || rename(beside, target) < 0) {
        err = failure(HWIDENT_E_OUTPUT, strerror(errno));
        (void)unlink(beside);
        return err;
    }
    sync_folder();
    return err;
}

int output_finish(int err)
{
    bool whole = fflush(stdout) == 0 && !ferror(stdout);

    if (whole)
        return target ? replace(err) : err;
    if (!target)
        return message_failure(HWIDENT_E_OUTPUT,
                               "standard output: %s; nothing printed can be relied on",
                               strerror(errno));
    err = failure(HWIDENT_E_OUTPUT, strerror(errno));
    (void)unlink(beside);
    return err;
}
