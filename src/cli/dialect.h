/*
 * Which version of dmidecode the inventory is worded like: the newest, or an older one for programs
 * that parse its output. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_DIALECT_H
#define HWIDENT_CLI_DIALECT_H

#include "library/inventory.h"

/* The version of dmidecode: "3.7". */
const char *dialect_version(enum dialect dialect);

/* Parses a version; false if it is not a known one. */
bool dialect_parse(const char *version, enum dialect *dialect);

/*
 * Chooses the dialect: `version` or, if that is NULL, $HWIDENT_DIALECT, else the newest. If it is
 * not a known one, prints a message and returns false.
 */
bool dialect_choose(const char *version, enum dialect *dialect);

#endif
