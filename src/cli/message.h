/*
 * Messages on stderr: one line each, "hwident: TAG: cause; remedy".
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_MESSAGE_H
#define HWIDENT_CLI_MESSAGE_H

#include "hwident.h"

/* From now on no messages (-q). */
void message_quiet(bool quiet);

/* The error that `h` met last; `h` may be NULL. Returns `err`. */
int message_error(hwident *h, int err);

/* Something that is worth knowing and no error. */
void message_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A command line that is wrong. */
void message_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Any other error; returns `err`. */
int message_failure(int err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
