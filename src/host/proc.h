/*
 * What /proc says about this process. Without /proc nothing fails: the answer is "unknown".
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PROC_H
#define HWIDENT_HOST_PROC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads a small file into `text`, as a string; false if it can't be read or is empty. */
bool proc_read(const char *path, char *text, size_t size);

/* Whether a system call filter is in force (seccomp). */
bool proc_filtered(void);

/*
 * The fourth number, the one for files, of the line `name` ("Uid" or "Gid") of /proc/self/status.
 * False if that is unknown.
 */
bool proc_file_id(const char *name, uint32_t *id);

/* Whether uids here are the host's; `unknown` if /proc does not say. */
bool proc_uids_of_host(bool unknown);

/* The first of the ids that uid_map or gid_map (`path`) doesn't map; NULL if none, or unknown. */
const uint32_t *proc_unmapped(const char *path, const uint32_t *ids, size_t count);
#define UID_MAP "/proc/self/uid_map"
#define GID_MAP "/proc/self/gid_map"

#endif
