/*
 * Opening the tables up: for everybody, for a group, as a copy, by descriptors; and closing them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_GRANT_H
#define HWIDENT_PREPARE_GRANT_H

#include "prepare/request.h"
#include "prepare/tables.h"

/* What came of it. */
struct granted {
    bool done;
    bool changed;         /* mode or owner of the kernel's files was changed */
    const char *folder;   /* where readers find the tables */
    struct tables tables; /* left open to be inherited only by GRANT_FD */
};

/*
 * Opens the tables up, or says why not. A hard failure, or a soft one if `require` is set, ends the
 * process with nothing changed.
 */
void grant(const struct grant_request *request, struct granted *granted);

/* Says what was changed and for whom. Call it once the change is known to last. */
void grant_tell(const struct grant_request *request, const struct granted *granted);

/* Gives the kernel's files their old mode and owner back. Returns the result for a message. */
const char *grant_undo(const struct granted *granted);

#endif
