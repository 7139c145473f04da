/*
 * The identity of the hardware itself, for people.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PHYSICAL_H
#define HWIDENT_CLI_PHYSICAL_H

#include "hwident.h"

#include <stdio.h>

/* Prints a line if the hardware's own identity differs from that of type 1. */
void physical_print(FILE *out, const struct hwident_table *table);

#endif
