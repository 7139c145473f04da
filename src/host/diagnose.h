/*
 * Why the tables can't be read or opened up: one diagnosis for all programs.
 * Asks by statfs, stat and /proc; lists no folder; reads no table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_DIAGNOSE_H
#define HWIDENT_HOST_DIAGNOSE_H

#include "hwident.h"

struct diagnosis {
    int error;        /* enum hwident_error; its tag and exit code follow from it */
    char cause[800];  /* what was found, one line: "/sys/…/DMI: mode 0400, owner 0:0, …" */
    char remedy[200]; /* what to do, one line */
};

/* Nothing is wrong so far. The texts are long: clearing all of them costs more than a read. */
static inline void diagnosis_begin(struct diagnosis *d)
{
    d->error = HWIDENT_OK;
    d->cause[0] = d->remedy[0] = '\0';
}

/*
 * Why `folder` holds no tables: HWIDENT_E_NOSYS, HWIDENT_E_MASKED or HWIDENT_E_NODMI for a folder
 * below a /sys that is there (…/sys/firmware/dmi/tables), HWIDENT_E_MISSING for any other.
 */
void diagnose_missing(const char *folder, struct diagnosis *d);

/* Keeps the one of two reasons that is nearer to an answer; `nearest->error` is 0 at first. */
void diagnose_keep_nearest(struct diagnosis *nearest, const struct diagnosis *d);

/*
 * Why a call on the file `path` failed with `os_error`: HWIDENT_E_PERMISSION, HWIDENT_E_LSM,
 * HWIDENT_E_USERNS, HWIDENT_E_SECCOMP, HWIDENT_E_READONLY, HWIDENT_E_NOCAP, HWIDENT_E_MISSING,
 * HWIDENT_E_NOTREG or, for any other errno, HWIDENT_E_IO. `fd` is the open file, or -1 to look at
 * `path` instead. `writing`: the call would have changed mode or owner.
 */
void diagnose_call(const char *path, int fd, int os_error, bool writing, struct diagnosis *d);

#endif
