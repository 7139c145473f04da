/*
 * The identity of the hardware itself, where the firmware keeps it beside one that it was given:
 * HPE's Virtual Connect and its like put serial number and UUID of a profile into type 1.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PHYSICAL_H
#define HWIDENT_CLI_PHYSICAL_H

#include "render/json.h"

#include "hwident.h"

#include <stdio.h>

/* Prints a line where the hardware's identity is another than type 1's. */
void physical_print(FILE *out, const struct hwident_table *table);

/* Writes serial number, UUID and whether they differ from type 1's as the object `key`, if known. */
void physical_json(struct json *json, const char *key, const struct hwident_table *table);

#endif
