/*
 * What hwident-prepare says: one line each on stderr, never a serial or a UUID.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_MESSAGE_H
#define HWIDENT_PREPARE_MESSAGE_H

/* The program's exit codes; a command that was executed has its own. */
enum { EXIT_FAILED = 125, EXIT_NOT_EXECUTABLE = 126, EXIT_NOT_FOUND = 127 };

/*
 * Writes "hwident-prepare: TAG: …". Bytes that are not printable ASCII come out as \xNN; text from
 * outside is formatted with OUTSIDE, which cuts it at 80 bytes. A closed stderr is no failure.
 */
#define OUTSIDE "%.80s"
void say(const char *tag, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same, and the end of the process with EXIT_FAILED. */
_Noreturn void die(const char *tag, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
