/*
 * What this process may do, by what the kernel says of it: capabilities, groups, and whether its
 * rights are more than those of whoever started it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRIVILEGE_H
#define HWIDENT_HOST_PRIVILEGE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* capabilities(7); numbers of the kernel's interface. */
enum {
    CAPABILITY_CHOWN = 0,
    CAPABILITY_DAC_OVERRIDE = 1,
    CAPABILITY_DAC_READ_SEARCH = 2,
    CAPABILITY_SETGID = 6,
    CAPABILITY_SETUID = 7,
};

/* A bit for each. */
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
 * Whether nothing may be believed that the starter could have set (environment, descriptors): real
 * and effective uid or gid differ, or AT_SECURE in a process that is not uid 0. AT_SECURE alone in
 * root says nothing: security modules set it.
 */
bool privileges_raised(void);

#endif
