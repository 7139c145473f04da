/*
 * Finding the command and becoming it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_EXEC_H
#define HWIDENT_PREPARE_EXEC_H

/*
 * Executes `command`, looked up in PATH as this process may see it now. Returns only where that
 * fails, with EXIT_NOT_EXECUTABLE or EXIT_NOT_FOUND and the reason said.
 */
int exec_command(char *const *command, char *const *environment);

#endif
