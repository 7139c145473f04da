/*
 * Text that is made completely before any of it is printed. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_DRAFT_H
#define HWIDENT_CLI_DRAFT_H

#include <stdbool.h>
#include <stdio.h>

struct draft {
    FILE *out;  /* where the text is printed to */
    char *text; /* after draft_end; to be freed in either case */
    size_t size, room;
    bool lost; /* there was no memory for all of it */
};

/* After HWIDENT_E_MEMORY, draft_end must not be called. */
int draft_begin(struct draft *draft);

/* Closes it. The text ends with a zero. HWIDENT_E_MEMORY if it is not complete. */
int draft_end(struct draft *draft);

#endif
