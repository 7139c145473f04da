/*
 * Where the output goes: to standard output, or to a file that is written whole or not at all.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_OUTPUT_H
#define HWIDENT_CLI_OUTPUT_H

/*
 * Collects standard output in memory from now on; output_finish then replaces `file` by it. If
 * `file` is NULL, standard output is not changed. Returns 0, or an error after a message; then
 * standard output is not changed either.
 */
int output_begin(const char *file);

/*
 * Makes sure that the whole output is written; if it is not, that is an error. A file is only
 * replaced if something was printed. Returns `err`, or HWIDENT_E_OUTPUT after a message.
 */
int output_finish(int err);

#endif
