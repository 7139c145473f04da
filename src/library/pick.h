/*
 * Some of a structure's values, by key, for outputs that show only a few. SPDX-License-Identifier:
 * MIT
 */
#ifndef HWIDENT_LIBRARY_PICK_H
#define HWIDENT_LIBRARY_PICK_H

#include "schema/catalogue.h"

enum { PICK_SIZE = 96 };

struct pick {
    const char *key;
    bool there;           /* it has a value */
    uint64_t number;      /* of a number, a flag or an enumeration */
    int absent;           /* why it has no value: enum hwident_error; 0: no such field */
    char text[PICK_SIZE]; /* of a string (trimmed), enumeration or text; cut to fit */
};

/* Fills the `count` picks with the structure's values. */
void pick(const struct hwident_table *table, const struct hwident_structure *structure,
          struct pick *picks, size_t count);

/* The same with the structure's schema, if that is a vendor's. */
void pick_by(const struct schema *schema, const struct hwident_table *table,
             const struct hwident_structure *structure, struct pick *picks, size_t count);

/* Stores a string as a pick's text: without the spaces around it, and cut to fit. */
void pick_string(char text[PICK_SIZE], const uint8_t *bytes, size_t size);

#endif
