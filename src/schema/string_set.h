/*
 * The strings of a structure's set, each looked for once.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_STRING_SET_H
#define HWIDENT_SCHEMA_STRING_SET_H

#include "smbios/structure.h"

enum { REFERENCES = 255 };

struct references {
    const struct hwident_structure *structure;
    size_t count;
    uint32_t begins[REFERENCES + 1]; /* in the structure; after the last: where to go on */
    bool used[REFERENCES];           /* a field refers to it */
};

/* A string of the set, without the zero that ends it. */
struct set_string {
    const uint8_t *bytes;
    size_t size;
};

/*@ predicate references_whole(struct references *r) =
      \valid(r) && r->count <= REFERENCES && structure_whole(r->structure) &&
      \separated(r, r->structure); */

/* Nothing is looked for yet, and none is used. The structure must outlive the references. */
void references_begin(struct references *references, const struct hwident_structure *structure);

/*
 * String `number`, from 1; its bytes are NULL where the set has fewer. Goes on after the last that
 * was asked for, so that a structure that asks for all its strings costs one pass through them.
 */
struct set_string references_find(struct references *references, size_t number);

/* Goes through the string set once and lists its strings, all marked as unused. */
void references_strings(const struct hwident_structure *structure, struct references *references);

#endif
