/*
 * The identity of the hardware itself, for people.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PHYSICAL_H
#define HWIDENT_CLI_PHYSICAL_H

#include "hwident.h"

#include <stdio.h>

/* Prints a line where the hardware's identity is another than type 1's. */
void physical_print(FILE *out, const struct hwident_table *table);

#endif
