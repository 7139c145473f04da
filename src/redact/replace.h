/*
 * Redaction: the one pass over a table that replaces everything that was collected.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REPLACE_H
#define HWIDENT_REDACT_REPLACE_H

#include "redact/secrets.h"

/* A value that is replaced in its place and nowhere else. */
struct spot {
    uint32_t at;
    uint8_t size;
    bool is_text;
    bool plain; /* as a secret's */
};

/* Everything that is replaced in a table. */
struct replacements {
    struct secrets texts, numbers; /* numbers are also found as hexadecimal digits */
    struct spot *spots;
    size_t spot_count, spot_room;
    uint8_t *chosen; /* the replacements: texts', numbers', and those of the spots in their order */
    size_t chosen_count, spots_chosen; /* where the spots' begin */
};

/* The number `base` is to be random: no table can then be made to be searched wrongly. */
void replacements_begin(struct replacements *all, const struct hwident_table *table, uint64_t base);
void replacements_end(struct replacements *all);

/* Add the value at offset `at` of the table. `plain`: as a secret's. HWIDENT_E_MEMORY. */
int replacements_text(struct replacements *all, size_t at, size_t size, bool plain);
int replacements_number(struct replacements *all, size_t at, size_t size, bool uuid, bool plain);
int replacements_spot(struct replacements *all, size_t at, size_t size, bool is_text, bool plain);

/* Call it once, after all have been added: makes room for what is chosen. HWIDENT_E_MEMORY. */
int replacements_ready(struct replacements *all);

/* Whether the text contains one of the texts to be replaced. The window is used up. */
bool replacements_recur(const struct replacements *all, struct window *text);

/*
 * Replaces them all: texts in either case, each character in the case that it has in its place;
 * numbers also as digits with '-', ':', ' ' or nothing between two bytes. Where several match in
 * one place, the longest counts; where they overlap, the one that begins first. Every byte that is
 * part of a match is replaced, except in structures' headers. Replacements have a byte 00 only where
 * the originals have one. HWIDENT_E_MEMORY: nothing was replaced.
 */
int replacements_apply(const struct replacements *all, uint8_t *bytes,
                       const struct hwident_table *table);

#endif
