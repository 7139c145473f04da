/*
 * Shared by the files of lint: one checks the table, the others a structure's fields and strings.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LINT_LINTER_H
#define HWIDENT_LINT_LINTER_H

#include "lint/lint.h"
#include "schema/catalogue.h"
#include "schema/references.h"
#include "smbios/line.h"

enum { HANDLES = 0x10000, TYPES = 0x100 };

struct required; /* in lint_fields.c */

struct linter {
    const struct hwident_table *table;
    const struct finding_sink *sink;
    const struct hwident_structure *structure; /* being checked; NULL: none */
    uint8_t defined[HANDLES / 8];              /* a bit for each handle that a structure has */
    uint16_t devices[HANDLES];                 /* memory devices of the array of this handle */
    uint32_t types[TYPES];                     /* number of structures of each type */
    struct references *strings;                /* of the structure, as its fields refer to them */
    uint8_t notes[REFERENCES];                 /* what is known of each; see lint_strings.c */
    const struct required *required;           /* values that the structure must have */
    size_t found;                              /* findings so far */
};

/* Sends a finding about the structure that is being checked, or about the table. */
void linter_find(struct linter *linter, enum lint_rule rule, size_t offset, const char *key,
                 const char *text);

/* Sends a finding about a value of the structure that is being checked. */
void linter_find_value(struct linter *linter, enum lint_rule rule, const struct value *value,
                       const char *text);

/* Whether the text of the next finding is needed. */
bool linter_lists(const struct linter *linter);

bool linter_has_handle(const struct linter *linter, uint16_t handle);

/* Whether the version is one for which section 6.2 requires structures and values. */
bool linter_requires(const struct linter *linter);

/* Checks all fields of the structure and its strings. */
void linter_fields(struct linter *linter, const struct schema *schema);

/* Checks a value that is a string, at `place` in the set (REFERENCES: not in it). */
void linter_string(struct linter *linter, const struct value *value, size_t place);

/* Before the first string of a structure is checked: nothing is known of any. */
void linter_strings_begin(struct linter *linter);

#endif
