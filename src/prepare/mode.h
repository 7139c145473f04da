/*
 * Mode and owner of the kernel's two files.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_MODE_H
#define HWIDENT_PREPARE_MODE_H

#include "prepare/request.h"
#include "prepare/tables.h"

/* Whether both files are already as the grant wants them. */
bool mode_enough(const struct grant_request *request, const struct tables *tables);

/* Changes what differs. If one file can't be changed: false with the reason, both as they were. */
bool mode_change(const struct grant_request *request, const struct tables *tables,
                 struct diagnosis *why);

/* Says who can read the tables now. */
void mode_tell(const struct grant_request *request, const struct tables *tables);

/* Gives both files the mode and owner back that they were opened with; false, with a message. */
bool mode_put_back(const struct tables *tables);

/* Whether this process may give files to the grant's group; if not, `why` has the reason. */
bool mode_may_give(const struct grant_request *request, struct diagnosis *why);

#endif
