/*
 * Structures as JSON. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_JSON_H
#define HWIDENT_RENDER_JSON_H

#include "schema/decode.h"

#include <jansson.h>

/*
 * One structure: type, name, handle, length, its fields, why fields are absent, and in hex the
 * bytes that are no text. A type without a schema has its data and strings. `raw`: all have.
 * `vendor` is the table's. NULL without memory.
 */
json_t *json_structure(const struct hwident_table *table, enum vendor vendor,
                       const struct hwident_structure *structure, bool raw);

/* In one word why there is no value; `err` is what reading it gave. Static. */
const char *json_reason(int err);

#endif
