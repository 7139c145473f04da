/*
 * Values as variables of a shell.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_SHELL_H
#define HWIDENT_CLI_SHELL_H

#include <stdio.h>

/*
 * Prints HWIDENT_<words>='value' and a newline; `words` in capitals, with '_' for everything but
 * letters and digits. Every POSIX shell reads it back as the bytes of `value`, whatever they are.
 */
void shell_variable(FILE *out, const char *words, const char *value);

#endif
