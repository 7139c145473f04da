/*
 * The command line of dmidecode, which the program understands if it is called by that name.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_DMIDECODE_H
#define HWIDENT_CLI_DMIDECODE_H

#include <stdbool.h>

/* Runs as dmidecode and returns its exit code: 0, 1 (no tables) or 2 (the command line). */
int dmidecode_main(int argc, char **argv);

/* Whether the program was called as dmidecode. */
bool dmidecode_is_name(const char *argv0);

#endif
