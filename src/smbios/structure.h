/*
 * What the decoder may rely on of a table and of a structure that the walk found (ACSL).
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_STRUCTURE_H
#define HWIDENT_SMBIOS_STRUCTURE_H

#include "hwident.h"

#include "smbios/bytes.h"

/*@ predicate table_whole(struct hwident_table *t) =
      \valid_read(t) && readable(t->bytes, t->size) && t->size < SIZE_MAX;

    predicate structure_whole(struct hwident_structure *s) =
      \valid_read(s) && readable(s->bytes, s->size) && readable(s->bytes, s->length);

    predicate structure_inside(struct hwident_structure *s, struct hwident_table *t) =
      s->bytes == t->bytes + s->offset && s->offset + s->size <= t->size &&
      4 <= s->length <= s->size; */

#endif
