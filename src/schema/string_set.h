/*
 * The strings of a structure's set, found in one pass.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_STRING_SET_H
#define HWIDENT_SCHEMA_STRING_SET_H

#include "hwident.h"

enum { REFERENCES = 255 };

struct references {
    size_t count;
    struct reference {
        const uint8_t *string;
        size_t size;       /* bytes, without the zero that ends it */
        bool used;         /* a field refers to it */
    } strings[REFERENCES]; /* string number 1 first; only `count` of them are set */
};

/* Goes through the string set once: all its strings, none of them used. */
void references_strings(const struct hwident_structure *structure, struct references *references);

#endif
