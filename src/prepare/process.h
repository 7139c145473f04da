/*
 * Who this process is. Asks the kernel each time and remembers nothing.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_PROCESS_H
#define HWIDENT_PREPARE_PROCESS_H

#include "prepare/account.h"

#include <sys/syscall.h>

/* On architectures where ids once had 16 bits, the calls for 32 bits have other names. */
#ifdef SYS_setresuid32
#define SETGROUPS SYS_setgroups32
#define SETRESGID SYS_setresgid32
#define SETRESUID SYS_setresuid32
#else
#define SETGROUPS SYS_setgroups
#define SETRESGID SYS_setresgid
#define SETRESUID SYS_setresuid
#endif

/* As an argument: leave the id as it is. As an answer: not an id. */
static const uint32_t SAME = UINT32_MAX;

/* Whether all four ids (real, effective, saved, for files) are this one. */
bool process_uid_is(uint32_t uid);
bool process_gid_is(uint32_t gid);

/* The supplementary groups, until they are asked for again; NULL with errno. */
const struct groups *process_groups(void);

/* Whether they are the target's; the primary group may be missing, since engines differ in that. */
bool process_groups_are(const struct target *target);

/* Whether they are exactly the target's, as after a call that set them. */
bool process_groups_are_set(const struct target *target);

/* For messages: what this user namespace allows for setgroups. */
const char *process_setgroups_state(void);

#endif
