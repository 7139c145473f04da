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
    size_t next; /* where in the structure the first string begins that was not looked for */
    size_t count;
    struct reference {
        const uint8_t *string;
        size_t size;       /* bytes, without the zero that ends it */
        bool used;         /* a field refers to it */
    } strings[REFERENCES]; /* string number 1 first; only `count` of them are set */
};

/*@ predicate references_whole(struct references *r) =
      \valid(r) && r->count <= REFERENCES && structure_whole(r->structure) &&
      \separated(r, r->structure); */

/* Nothing is looked for yet, and none is used. */
void references_begin(struct references *references, const struct hwident_structure *structure);

/*
 * String `number`, from 1; NULL where the set has fewer. Goes on behind the last that was asked
 * for, so that a structure that asks for all its strings costs one pass through them.
 */
struct reference *references_find(struct references *references, size_t number);

/* Goes through the string set once and lists its strings, all marked as unused. */
void references_strings(const struct hwident_structure *structure, struct references *references);

#endif
