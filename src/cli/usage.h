/*
 * Messages about words of the command line that are unknown or out of place. They name the nearest
 * word, an example or the place to look.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_USAGE_H
#define HWIDENT_CLI_USAGE_H

#include "cli/command.h"

#include <stdbool.h>

/* `option_name` lists the names of the options: by number from 0, NULL after the last. */
void usage_unknown_option(const char *word, const char *(*option_name)(size_t n));

/* A word that is the beginning of several options. */
void usage_ambiguous_option(const char *word, const char *(*option_name)(size_t n));

/* `commands` are those that take the option. */
void usage_foreign_option(const struct command *command, const char *option, int commands);

void usage_unknown_command(const char *word);
void usage_missing_operand(const struct command *command);
void usage_unwanted_operand(const struct command *command, const char *operand);

/* False, without a message, if no type has a name like this. */
bool usage_unknown_type(const char *value);

#endif
