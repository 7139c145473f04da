/*
 * Messages on stderr: one line each, "hwident: TAG: cause; remedy".
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_MESSAGE_H
#define HWIDENT_CLI_MESSAGE_H

#include "hwident.h"

/* With true, no more messages are printed (-q). */
void message_quiet(bool quiet);

/* Prints the last error of `h`, which may be NULL. Returns `err`. */
int message_error(hwident *h, int err);

/* Prints something worth knowing that is not an error. */
void message_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints what is wrong with the command line. */
void message_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints any other error and returns `err`. */
int message_failure(int err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
