/*
 * Descriptors 0, 1 and 2.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_DESCRIPTORS_H
#define HWIDENT_PREPARE_DESCRIPTORS_H

#include <stdint.h>

/* Opens those that are closed on /dev/null, so that nothing else becomes one of them. */
void descriptors_fill(void);

/* Gives those that are pipes, sockets, terminals or regular files to `uid`. */
void descriptors_own(uint32_t uid);

#endif
