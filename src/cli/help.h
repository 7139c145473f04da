/*
 * The text of --help, which the completions read too. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_HELP_H
#define HWIDENT_CLI_HELP_H

#include "cli/options.h"

/* Prints the help for one command or, if it is NULL, for all of hwident. */
void help_print(const struct command *command);

#endif
