/*
 * The picture of the machine in summary: processors, memory, slots, ports and the rest, and what is
 * wrong with the tables.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PICTURE_H
#define HWIDENT_CLI_PICTURE_H

#include "hwident.h"
#include "library/overview.h"

#include <stdio.h>

struct picture {
    FILE *out;
    size_t room;  /* characters of a line after its label */
    size_t lines; /* how many a list may take; 0: as many as it needs */
};

/*
 * Prints the lines of the picture, but none for parts that the tables don't mention.
 * HWIDENT_E_MEMORY.
 */
int picture_print(const struct picture *picture, const struct overview *overview);

/* Prints a line if lint finds anything; `entry_point` may be NULL. HWIDENT_E_MEMORY. */
int picture_print_findings(const struct picture *picture, const struct hwident_table *table,
                           const struct hwident_entry_point *entry_point);

/* Prints the lines about memory; in memory.c. HWIDENT_E_MEMORY. */
int picture_print_memory(const struct picture *picture, const struct overview_memory *memory);

/* ---- for the files of this picture ----------------------------------------------------------------- */

/* A list that is cut if it would take too many lines. */
struct listing {
    const struct picture *picture;
    size_t used;   /* characters */
    size_t listed; /* members */
    size_t left_out;
};

/* Adds a member, with a comma before it unless it is the first. */
void listing_add(struct listing *listing, const char *member);

/* Ends the line and says how many members did not fit. */
void listing_end(struct listing *listing);

#endif
