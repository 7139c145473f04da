/*
 * Opening a path that may not contain a symbolic link, neither at the end nor in the middle.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_PATH_H
#define HWIDENT_PREPARE_PATH_H

/* Like open without O_CREAT; close-on-exec. -1 with errno; ELOOP: there is a link. */
int path_open(const char *path, int flags);

#endif
