/*
 * Becoming somebody else, for good.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_DROP_H
#define HWIDENT_PREPARE_DROP_H

#include "prepare/account.h"

/*
 * The two halves of the drop; each asks the kernel whether it worked. NULL, or one line that says
 * why nothing may be executed. After the first half the process is still root.
 */
const char *drop_groups(const struct target *target);
const char *drop_user(const struct target *target);

/* Sets no_new_privs, or ends the process. */
void drop_new_privileges(void);

/* Why a call of the drop failed, as one line. */
const char *drop_reason(const char *call, int error);

#endif
