/*
 * What glibc says of an option that getopt_long refuses, whichever C library we are linked with.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_GETOPT_MESSAGE_H
#define HWIDENT_CLI_GETOPT_MESSAGE_H

#include <getopt.h>

/* Prints it on stderr; to be called when getopt_long, with opterr 0, has returned '?'. */
void getopt_message(char **argv, const char *shorts, const struct option *longs);

#endif
