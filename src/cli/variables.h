/*
 * --format env: what summary and get say, as variables of a shell.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_VARIABLES_H
#define HWIDENT_CLI_VARIABLES_H

#include "hwident.h"

/* Prints all that has a name; what is not on this machine is empty. */
int variables_print_summary(hwident *h);

/* Prints a value by its key; NULL: empty. */
void variables_print(const char *key, const char *value);

#endif
