/*
 * The walker: rows of a schema against the bytes of a structure, into a sink.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_DECODE_H
#define HWIDENT_SCHEMA_DECODE_H

#include "schema/row.h"

/* The structure with the right length of its formatted area; the stated one if `as_stored`. */
struct hwident_structure schema_mended(const struct schema *schema,
                                       const struct hwident_structure *structure, bool as_stored);

/*
 * Emits every field that the structure is long enough for; a field that dmidecode does not show at
 * this length gets no label.
 */
void schema_decode(const struct schema *schema, const struct hwident_table *table,
                   const struct hwident_structure *structure, const struct sink *sink);

/* Emits one row of it, with its label whenever the field is there. */
void schema_field(const struct schema *schema, const struct field *field,
                  const struct hwident_table *table, const struct hwident_structure *structure,
                  const struct sink *sink);

/*
 * Emits `count` rows for the `size` bytes at `base` of the structure (a part that repeats); the
 * schema's lengths don't apply there.
 */
void schema_rows(const struct decoding *d, const struct field *rows, size_t count, size_t base,
                 size_t size);

#endif
