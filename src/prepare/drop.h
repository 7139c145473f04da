/*
 * Becoming somebody else, for good.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_DROP_H
#define HWIDENT_PREPARE_DROP_H

#include "prepare/account.h"

#include <sys/syscall.h>

/* Where ids once had 16 bits, the calls for today's have names of their own. */
#ifdef SYS_setresuid32
#define SETGROUPS SYS_setgroups32
#define SETRESGID SYS_setresgid32
#define SETRESUID SYS_setresuid32
#else
#define SETGROUPS SYS_setgroups
#define SETRESGID SYS_setresgid
#define SETRESUID SYS_setresuid
#endif

/*
 * Ends the process (NOTROOT, DROPFAIL) where it can be known now that `drop` would fail: before
 * anything is changed.
 */
void drop_check(const struct target *target);

/*
 * Becomes `target` with every id, group and capability, and asks the kernel whether it is so. Any
 * doubt ends the process. Where the process is the target already, only capabilities are dropped.
 */
void drop(const struct target *target);

/* Sets no_new_privs, or ends the process. */
void drop_new_privileges(void);

#endif
