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
    bool changed;         /* mode or owner of the kernel's files */
    const char *folder;   /* where readers find the tables */
    struct tables tables; /* by GRANT_FD, and only then, left open to be inherited */
};

/*
 * Does it, or says why not. What is hard, or soft and required, ends the process with nothing
 * changed.
 */
void grant(const struct grant_request *request, struct granted *granted);

/* Says what was changed and for whom: once it is known that it stays. */
void grant_tell(const struct grant_request *request, const struct granted *granted);

/* Gives the kernel's files the mode and owner that they had. Says what came of it, for a message. */
const char *grant_undo(const struct granted *granted);

#endif
