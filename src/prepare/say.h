/*
 * What hwident-prepare says: one line each on stderr, never a serial or a UUID.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_SAY_H
#define HWIDENT_PREPARE_SAY_H

#include "host/quote.h"

/* The program's exit codes; a command that was executed has its own. */
enum { EXIT_FAILED = 125, EXIT_NOT_EXECUTABLE = 126, EXIT_NOT_FOUND = 127 };

/* Wraps text from outside for the calls below: escapes and cuts it, see host/quote.h. */
#define OUTSIDE(text) message_quote((text), (char[QUOTED_SIZE]){0})
const char *message_quote(const char *text, char quoted[QUOTED_SIZE]);

/* Writes "hwident-prepare: TAG: …" and a newline in one call. A closed stderr is not an error. */
void say(const char *tag, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same, then ends the process with EXIT_FAILED. */
_Noreturn void die(const char *tag, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
