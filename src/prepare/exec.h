/*
 * Finding and executing the command.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_EXEC_H
#define HWIDENT_PREPARE_EXEC_H

/*
 * Executes `command`, looked up in PATH with the rights that this process has now. Returns only if
 * that fails, with EXIT_NOT_EXECUTABLE or EXIT_NOT_FOUND, after printing the reason.
 */
int exec_command(char *const *command, char *const *environment);

#endif
