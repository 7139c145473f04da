/*
 * The private copy of the tables.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_COPY_H
#define HWIDENT_PREPARE_COPY_H

#include "prepare/tables.h"

/*
 * Writes both files and the boot id into `folder`, for root and group `gid`.
 * False with the reason; a folder that can't be trusted or written ends the process.
 */
bool copy_tables(const struct contents *contents, const char *folder, uint32_t gid,
                 struct diagnosis *why);

#endif
