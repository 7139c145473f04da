/*
 * The picture of the machine in summary: processors, memory, slots and ports, and what is wrong
 * with the tables.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PICTURE_H
#define HWIDENT_CLI_PICTURE_H

#include "host/source.h"

#include <stdio.h>

/* Prints its lines; nothing for parts that the tables don't tell of. */
void picture_print(FILE *out, const struct hwident_table *table);

/* Prints a line where lint finds anything. */
void picture_print_findings(FILE *out, const hwident *h);

/* Prints the lines about memory: memory.c. */
void picture_print_memory(FILE *out, const struct hwident_table *table);

#endif
