/*
 * What is to be opened up, and for whom.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_REQUEST_H
#define HWIDENT_PREPARE_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

enum grant { GRANT_CHMOD, GRANT_GROUP, GRANT_COPY, GRANT_FD, GRANT_NONE, GRANT_RESTORE };

struct grant_request {
    enum grant how;
    const char *tables; /* the folder; NULL: the usual places */
    const char *copy;   /* the copy's folder; NULL: the usual one */
    uint32_t gid;       /* who may read: GRANT_GROUP and GRANT_COPY */
    bool require;       /* a grant that can't be made ends the process */
};

#endif
