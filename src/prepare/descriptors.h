/*
 * Descriptors 0, 1 and 2.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_DESCRIPTORS_H
#define HWIDENT_PREPARE_DESCRIPTORS_H

#include <stdint.h>
#include <sys/types.h>

/* Opens /dev/null on those that are closed, so that no other file gets their numbers. */
void descriptors_fill(void);

/*
 * Gives those that are pipes, sockets, terminals or (except for standard input) regular files to
 * `uid`, and records the previous owners. NULL, or the reason; then all are as before.
 */
enum { DESCRIPTORS = 3 };
const char *descriptors_own(uint32_t uid, uid_t owners[DESCRIPTORS]);
void descriptors_give_back(const uid_t owners[DESCRIPTORS]);

#endif
