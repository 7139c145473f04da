/*
 * The overview for programs.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_OVERVIEW_JSON_H
#define HWIDENT_LIBRARY_OVERVIEW_JSON_H

#include "library/overview.h"
#include "render/json.h"

/* Writes its members into the open object: "processors", "memory" and so on. */
void overview_json(struct json *json, const struct overview *overview);

#endif
