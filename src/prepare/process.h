/*
 * What the kernel says of this process: its capabilities and its groups.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_PROCESS_H
#define HWIDENT_PREPARE_PROCESS_H

#include "prepare/account.h"

/* capabilities(7); numbers of the kernel's interface. */
enum { CAPABILITY_CHOWN = 0, CAPABILITY_SETGID = 6, CAPABILITY_SETUID = 7 };

/* A bit for each. */
struct capabilities {
    uint64_t effective, permitted, inheritable;
};

/* False with errno where the kernel refuses. Clearing empties the ambient set too. */
bool capabilities_get(struct capabilities *capabilities);
bool capabilities_clear(void);

static inline bool capability_in(uint64_t set, unsigned number)
{
    return (set >> number & 1) != 0;
}

/* The supplementary groups. */
bool groups_get(struct groups *groups);

#endif
