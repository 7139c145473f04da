/*
 * Whose words the inventory is in: the newest dmidecode's, or an older one's for programs that
 * read those.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_DIALECT_H
#define HWIDENT_CLI_DIALECT_H

#include "library/inventory.h"

/* The version of dmidecode: "3.7". */
const char *dialect_version(enum dialect dialect);

/* Reads a version; false where it is none of those that are known. */
bool dialect_parse(const char *version, enum dialect *dialect);

/*
 * The dialect that is asked for: `version`, or where that is NULL by $HWIDENT_DIALECT, else the
 * newest. False after a message where it is none of those that are known.
 */
bool dialect_choose(const char *version, enum dialect *dialect);

#endif
