/*
 * Structures as JSON. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_JSON_STRUCTURE_H
#define HWIDENT_RENDER_JSON_STRUCTURE_H

#include "render/json.h"
#include "schema/catalogue.h"

struct json_options {
    bool raw;           /* show data and strings of every structure */
    enum vendor vendor; /* the table's */
};

/*
 * Writes one structure as a member of an array: type, name, handle, length, its fields, why fields
 * are absent, and in hex the bytes that are not text. If its type has no schema, its data and
 * strings are written. `truncated`: its strings do not end in the table.
 */
void json_structure(struct json *json, const struct hwident_table *table,
                    const struct hwident_structure *structure, bool truncated,
                    const struct json_options *options);

/* One word for why there is no value; `err` is the error of reading it. Static. */
const char *json_reason(int err);

#endif
