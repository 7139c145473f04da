/*
 * What is asked before anything is changed: whether the drop will work.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_ASK_H
#define HWIDENT_PREPARE_ASK_H

#include "prepare/account.h"

/*
 * Ends the process (NOTROOT, DROPFAIL) if it can be known now that the drop to `target` would
 * fail. Not root, with the target's ids and no capability to change groups: the groups in force
 * become the target's, with a note; with `require_groups` that ends the process too.
 */
void ask_drop(struct target *target, bool require_groups);

#endif
