/*
 * Some of a structure's values, by key: for outputs that show few of them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_PICK_H
#define HWIDENT_LIBRARY_PICK_H

#include "schema/catalogue.h"

enum { PICK_SIZE = 96 };

struct pick {
    const char *key;
    bool there;           /* it has a value */
    uint64_t number;      /* of a number, a flag or an enumeration */
    int absent;           /* where it has none, why: enum hwident_error; 0: no such field */
    char text[PICK_SIZE]; /* of a string, trimmed, an enumeration or a text; cut to fit */
};

/* Fills the `count` picks with the structure's values. */
void pick(const struct hwident_table *table, const struct hwident_structure *structure,
          struct pick *picks, size_t count);

/* The same with the structure's schema, which is a vendor's. */
void pick_by(const struct schema *schema, const struct hwident_table *table,
             const struct hwident_structure *structure, struct pick *picks, size_t count);

/*
 * Fills the picks with the values of one object after another of the structure's arrays, and calls
 * `each` behind every one.
 */
void pick_members(const struct hwident_table *table, const struct hwident_structure *structure,
                  struct pick *picks, size_t count,
                  void (*each)(void *context, const struct pick *picks), void *context);

#endif
