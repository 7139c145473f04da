/*
 * --format env: what summary and get say, as variables of a shell.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_VARIABLES_H
#define HWIDENT_CLI_VARIABLES_H

#include "hwident.h"

/* Prints all that has a name; what is not on this machine is empty. */
void variables_print_summary(hwident *h);

/* Prints the value of one key. Returns 0, or the error with which it is empty. */
int variables_print_key(hwident *h, const char *key);

#endif
