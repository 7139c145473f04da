/*
 * Words that people type in place of ours: "uuid", "ram", "mem". SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_NEAR_H
#define HWIDENT_CLI_NEAR_H

/* The command, key or type that is probably meant by an unknown word; NULL if there is none. */
const char *near_command(const char *word);
const char *near_key(const char *word);
const char *near_type(const char *word);

#endif
