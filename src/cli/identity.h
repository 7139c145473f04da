/*
 * The identity part of summary and explain: components, their grades, and the virtual machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_IDENTITY_H
#define HWIDENT_CLI_IDENTITY_H

#include "render/json.h"

#include "hwident.h"

#include <stdio.h>

/* Prints a line for each component and one about the virtual machine. */
void identity_print(FILE *out, const struct hwident_table *table);

/* Prints what a licence server could bind to. */
void identity_print_bindable(FILE *out, const struct hwident_table *table);

/* Writes all of it as the object `key`. */
void identity_json(struct json *json, const char *key, const struct hwident_table *table);

/* Writes what a component is, as members of the object that is open. */
void identity_component_json(struct json *json, const struct hwident_component *component);

#endif
