/*
 * Where the output goes. Output for a file is kept in memory until it is complete, so that a
 * command that is killed before has not touched the folder. SPDX-License-Identifier: MIT
 */
#include "cli/output.h"

#include "cli/message.h"
#include "library/filing.h"
#include "library/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Since Linux 6.3, an administrator can forbid memory files without this flag. */
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif

static const char *target; /* the file to write in the end; NULL: standard output */
static mode_t target_mode;

static int failure(const char *file, int err, const char *cause, const char *remedy)
{
    char quoted[QUOTED_SIZE];

    quote(file, quoted);
    return message_failure(err, "%s: %s; nothing was written to it; %s", quoted, cause, remedy);
}

/* Reports errno. */
static int failed_call(const char *file)
{
    int error = errno;

    return failure(file, HWIDENT_E_OUTPUT, strerror(error), new_file_remedy(error));
}

/* The mode of the file, or the one that a new file gets. Only a regular file is replaced. */
static int file_mode(const char *file, mode_t *mode)
{
    struct stat st;
    mode_t mask = umask(0);

    (void)umask(mask);
    *mode = 0666 & ~mask;
    if (lstat(file, &st) < 0)
        return errno == ENOENT ? HWIDENT_OK : failed_call(file);
    if (S_ISDIR(st.st_mode))
        return failure(file, HWIDENT_E_NOTREG, "a folder", "name a file in it");
    if (!S_ISREG(st.st_mode))
        return failure(file, HWIDENT_E_NOTREG, "not a regular file",
                       "print to standard output and redirect that");
    *mode = st.st_mode & 0777;
    return HWIDENT_OK;
}

static int open_memory(void)
{
    int fd = memfd_create("output", MFD_CLOEXEC | MFD_NOEXEC_SEAL);

    return fd < 0 && errno == EINVAL ? memfd_create("output", MFD_CLOEXEC) : fd;
}

int output_begin(const char *file)
{
    int err, fd;

    if (!file)
        return HWIDENT_OK;
    err = file_mode(file, &target_mode);
    if (!err && !new_file_possible(file))
        err = failed_call(file);
    if (err)
        return err;
    fd = open_memory();
    if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
        err = failed_call(file);
    else
        target = file;
    if (fd >= 0 && fd != STDOUT_FILENO)
        (void)close(fd);
    return err;
}

/* What was printed: `size` bytes. */
static bool copy(int to, size_t size)
{
    char bytes[8192];
    size_t got = sizeof bytes;

    for (size_t at = 0; at < size; at += got) {
        if (file_read(STDOUT_FILENO, bytes, sizeof bytes, at, &got) || !file_write(to, bytes, got))
            return false;
        errno = EIO;
        if (got == 0)
            return false;
    }
    return true;
}

static int write_target(int err)
{
    struct new_file file;
    struct stat st;

    if (fstat(STDOUT_FILENO, &st) != 0)
        return failed_call(target);
    if (st.st_size == 0)
        return err;
    if (!new_file_begin(&file, target) ||
        !new_file_end(&file, NEW_FILE_REPLACES,
                      fchmod(file.fd, target_mode) == 0 && copy(file.fd, (size_t)st.st_size)))
        return failed_call(target);
    return err;
}

int output_finish(int err)
{
    bool whole = fflush(stdout) == 0 && !ferror(stdout);

    if (!target)
        return whole ? err
                     : message_failure(HWIDENT_E_OUTPUT,
                                       "standard output: %s; the output is incomplete: %s",
                                       strerror(errno),
                                       errno == EBADF ? "open it" : "print it where there is room");
    return whole ? write_target(err) : failed_call(target);
}
