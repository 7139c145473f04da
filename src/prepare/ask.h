/*
 * Finds out before anything is changed whether the drop will work.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_ASK_H
#define HWIDENT_PREPARE_ASK_H

#include "prepare/account.h"

/*
 * Ends the process (NOTROOT, DROPFAIL) if it is known already that the drop to `target` would fail.
 * A process that is not root, has the target's ids and can't change its groups keeps them: `target`
 * takes over the current groups, with a note; with `require_groups` that ends the process too.
 */
void ask_drop(struct target *target, bool require_groups);

#endif
