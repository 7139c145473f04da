/*
 * The message that glibc prints about an option that getopt_long refuses, with any C library.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_GETOPT_MESSAGE_H
#define HWIDENT_CLI_GETOPT_MESSAGE_H

#include <getopt.h>

/* Prints it on stderr; to be called when getopt_long, with opterr 0, has returned '?'. */
void getopt_message(char **argv, const char *shorts, const struct option *longs);

#endif
