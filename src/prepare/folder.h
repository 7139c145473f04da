/*
 * The folder of the private copy.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_FOLDER_H
#define HWIDENT_PREPARE_FOLDER_H

#include <limits.h>
#include <sys/types.h>

/* The copy's files are written under names of this form beside the old ones. */
enum { FOLDER_NAMES = 3 };
extern const char *const folder_names[FOLDER_NAMES];
void folder_temporary(const char *name, unsigned long long random, char temporary[NAME_MAX]);

/*
 * Opens the folder for root and `gid`, makes it if it is missing, and removes what a killed run
 * left in it. Ends the process, with the folder unchanged, if it can't be trusted or holds anything
 * but a copy. The umask must be 0.
 */
int folder_open(const char *path, gid_t gid);

/* Ends the process because the folder can't be used. */
_Noreturn void folder_die(const char *path, int error);

#endif
