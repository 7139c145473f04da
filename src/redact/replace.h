/*
 * For redaction: the one pass over a table that replaces all that was collected.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REPLACE_H
#define HWIDENT_REDACT_REPLACE_H

#include "redact/secrets.h"

/* A value that is replaced where it stands and nowhere else. */
struct spot {
    uint32_t at, new, size;
    bool is_text;
};

/* All that is replaced in a table. */
struct replacements {
    struct secrets texts, numbers; /* numbers also as hexadecimal digits */
    struct spot *spots;
    size_t spot_count, spot_room;
    uint8_t *chosen; /* what stands in their places */
    size_t chosen_count, chosen_room;
};

int replacements_begin(struct replacements *all, const struct hwident_table *table);
void replacements_end(struct replacements *all);

/* Add a value at `at` of the table, if it is not there yet. HWIDENT_E_MEMORY. */
int replacements_text(struct replacements *all, size_t at, size_t size);
int replacements_number(struct replacements *all, size_t at, size_t size, bool uuid);
int replacements_spot(struct replacements *all, size_t at, size_t size, bool is_text);

/* Whether the text has one of the texts in it. */
bool replacements_recur(const struct replacements *all, const uint8_t *text, size_t size);

/*
 * Replaces them: texts in either case, each character in the case that it has there; numbers also
 * as digits with '-', ':', ' ' or nothing between two bytes. Of several in one place the longest
 * counts, and no byte that is part of one stays, but for structures' headers. HWIDENT_E_MEMORY:
 * nothing was replaced.
 */
int replacements_apply(const struct replacements *all, uint8_t *bytes,
                       const struct hwident_table *table);

#endif
