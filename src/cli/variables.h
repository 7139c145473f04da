/*
 * --format env: the output of summary and get as shell variables. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_VARIABLES_H
#define HWIDENT_CLI_VARIABLES_H

#include "hwident.h"

/* Prints a variable for everything in summary; what this machine lacks is empty. */
int variables_print_summary(hwident *h);

/* Prints a value by its key; NULL: empty. */
void variables_print(const char *key, const char *value);

#endif
