/*
 * Opening the tables up: for everybody, for a group, as a copy, by descriptors; and closing them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_GRANT_H
#define HWIDENT_PREPARE_GRANT_H

#include <stdbool.h>
#include <stdint.h>

enum grant { GRANT_CHMOD, GRANT_GROUP, GRANT_COPY, GRANT_FD, GRANT_NONE, GRANT_RESTORE };

struct grant_request {
    enum grant how;
    const char *tables; /* the folder; NULL: the usual places */
    const char *copy;   /* the copy's folder; NULL: the usual one */
    uint32_t gid;       /* who may read: GRANT_GROUP and GRANT_COPY */
    bool require;       /* what can't be done ends the process */
};

/*
 * Does it, or says why not: false. `fds` (entry point, table) are left open, to be inherited, by
 * GRANT_FD alone. What is hard, or soft and required, ends the process with nothing changed.
 */
bool grant(const struct grant_request *request, int fds[2]);

#endif
