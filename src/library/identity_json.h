/*
 * Identity as JSON: components, their grades, and the virtual machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_IDENTITY_JSON_H
#define HWIDENT_LIBRARY_IDENTITY_JSON_H

#include "render/json.h"

#include "hwident.h"

/* Writes all of it as the object `key`. */
void identity_json(struct json *json, const char *key, hwident *h);

/* Writes the component of `profile` as members of the open object. */
void identity_component_json(struct json *json, hwident *h, char profile);

/* Writes whether this is a virtual machine, as a member of the open object. */
void identity_virtual_json(struct json *json, hwident *h);

#endif
