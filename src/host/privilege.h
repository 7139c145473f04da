/*
 * What this process may do according to the kernel: capabilities, groups, and whether it has more
 * rights than whoever started it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRIVILEGE_H
#define HWIDENT_HOST_PRIVILEGE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* capabilities(7); the numbers are the kernel's. */
enum {
    CAPABILITY_CHOWN = 0,
    CAPABILITY_DAC_OVERRIDE = 1,
    CAPABILITY_DAC_READ_SEARCH = 2,
    CAPABILITY_FOWNER = 3,
    CAPABILITY_SETGID = 6,
    CAPABILITY_SETUID = 7,
};

/* One bit for each capability. */
struct capabilities {
    uint64_t effective, permitted, inheritable;
};

/* False with errno if the kernel refuses. Setting none empties the ambient set too. */
bool capabilities_get(struct capabilities *capabilities);
bool capabilities_set(const struct capabilities *capabilities);

static inline bool capability_in(uint64_t set, unsigned number)
{
    return (set >> number & 1) != 0;
}

/* Whether `gid` is the effective group or a supplementary one. */
bool privileges_in_group(gid_t gid);

/*
 * Whether nothing can be trusted that the starter may have set (environment, descriptors): real and
 * effective uid or gid differ, or AT_SECURE is set in a process that is not uid 0. For root
 * AT_SECURE alone says nothing: security modules set it.
 */
bool privileges_raised(void);

#endif
