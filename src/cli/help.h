/*
 * What --help prints; the completions read it too.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_HELP_H
#define HWIDENT_CLI_HELP_H

#include "cli/options.h"

/* Prints the help for one command or, where it is NULL, for all of hwident. */
void help_print(const struct command *command);

#endif
