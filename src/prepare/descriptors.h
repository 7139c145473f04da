/*
 * Descriptors 0, 1 and 2.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_DESCRIPTORS_H
#define HWIDENT_PREPARE_DESCRIPTORS_H

#include <stdint.h>
#include <sys/types.h>

/* Opens those that are closed on /dev/null, so that nothing else becomes one of them. */
void descriptors_fill(void);

/*
 * Gives those that are pipes, sockets, terminals or, but for standard input, regular files to
 * `uid`, and keeps whose they were. NULL, or why not; then all are as they were.
 */
enum { DESCRIPTORS = 3 };
const char *descriptors_own(uint32_t uid, uid_t owners[DESCRIPTORS]);
void descriptors_give_back(const uid_t owners[DESCRIPTORS]);

#endif
