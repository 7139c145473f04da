/*
 * Words that people type for others: "uuid", "ram", "mem".
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_NEAR_H
#define HWIDENT_CLI_NEAR_H

/* What is meant by a word that is no command, no key or no type; NULL where that is not known. */
const char *near_command(const char *word);
const char *near_key(const char *word);
const char *near_type(const char *word);

#endif
