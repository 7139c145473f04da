/*
 * Where what is printed goes: standard output, or a file that is there whole or not at all.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_OUTPUT_H
#define HWIDENT_CLI_OUTPUT_H

/*
 * From now on standard output is in memory, and replaces `file` in output_finish; NULL: it stays what
 * it is. Returns 0 or, after a message, the error; then it stays what it is, too.
 */
int output_begin(const char *file);

/*
 * Sees that all that was printed is written; output is complete or an error. A file is replaced
 * only by something that was printed. Returns `err`, or after a message HWIDENT_E_OUTPUT.
 */
int output_finish(int err);

#endif
