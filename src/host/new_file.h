/*
 * A file that is there whole or not at all. It is written under another name beside its own, and gets
 * its own when all of it is on the disk. Signals wait for that long, so that one that ends the process
 * leaves nothing behind: only SIGKILL and loss of power can leave the file with the other name.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_NEW_FILE_H
#define HWIDENT_HOST_NEW_FILE_H

#include "host/undisturbed.h"

#include <limits.h>
#include <stdbool.h>

struct new_file {
    int fd; /* to write to; mode 0600 */
    const char *path;
    char beside[PATH_MAX]; /* the temporary name */
    sigset_t signals;      /* that were blocked before */
};

/* What may be at the path when the file gets its name. */
enum new_file_place {
    NEW_FILE_ALONE,   /* nothing, else EEXIST */
    NEW_FILE_REPLACES /* an older file */
};

/* Do nothing slow between the two calls. False with errno: new_file_end isn't called then. */
bool new_file_begin(struct new_file *file, const char *path);

/* Names the file if it is `whole`, else removes it and keeps errno. False with errno: removed. */
bool new_file_end(struct new_file *file, enum new_file_place place, bool whole);

/* Whether a file can be made at `path`, as far as that is known before; false with errno. */
bool new_file_possible(const char *path);

/* What helps if a file can't be written because of `error`, an errno. */
const char *new_file_remedy(int error);

#endif
