/*
 * Reading one file of the tables through its descriptor, within bounds and by pread only; writing.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_FILE_H
#define HWIDENT_HOST_FILE_H

#include "hwident.h"

#include <sys/stat.h>

/* The names of the two files in a folder of tables. */
#define FILE_ENTRY_POINT "smbios_entry_point"
#define FILE_TABLE       "DMI"

/* Whether the open file is on sysfs (fstatfs's magic number). */
bool file_on_sysfs(int fd);

/* Whether it is mounted read-only here. */
bool file_read_only(int fd);

/*
 * Reads up to `size` bytes from `offset` in a loop (sysfs gives a page per read; EINTR is tried
 * again) and sets `*got`, which is less only if the file ends there. HWIDENT_E_IO, errno kept.
 */
int file_read(int fd, void *buffer, size_t size, size_t offset, size_t *got);

/*
 * Reads the whole file of `st->st_size` bytes into `buffer` and checks that it ends there:
 * HWIDENT_E_CHANGED if it is shorter or longer. HWIDENT_E_IO, errno kept.
 */
int file_read_whole(int fd, const struct stat *st, void *buffer);

/* True if both describe the same, unmodified file. */
bool file_same(const struct stat *before, const struct stat *after);

/* Writes all `size` bytes, in as many calls as that takes; false with errno. */
bool file_write(int fd, const void *bytes, size_t size);

#endif
