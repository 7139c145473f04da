/*
 * Which structures are asked for: by type (-t) or by handle (-H).
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_SELECTION_H
#define HWIDENT_LIBRARY_SELECTION_H

#include "hwident.h"

struct selection {
    bool by_type, by_handle; /* neither: all */
    bool types[256];
    uint16_t handle;
};

enum selection_result { SELECTION_OK, SELECTION_KEYWORD, SELECTION_NUMBER };

/*
 * Adds types: a keyword of dmidecode, or numbers of any base with commas or spaces between them (or
 * no number at all) and, with `ranges`, 4-7. SELECTION_KEYWORD: it is neither, and *text is the
 * part that is wrong. SELECTION_NUMBER: *bad is a number over 255.
 */
enum selection_result selection_add(struct selection *selection, const char **text, bool ranges,
                                    unsigned long *bad);

/* Sets the handle, a number of any base up to 0xFFFF; false if it is not a handle. */
bool selection_set_handle(struct selection *selection, const char *text);

/* Keyword number `n` of the types, counted from 0; NULL after the last. */
const char *selection_keyword(size_t n);

bool selection_has(const struct selection *selection, const struct hwident_structure *structure);

#endif
