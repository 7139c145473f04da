/*
 * The inventory as text: dmidecode's first lines, the structures, and what is wrong with the table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_INVENTORY_H
#define HWIDENT_LIBRARY_INVENTORY_H

#include "library/selection.h"
#include "render/text.h"

/* Prints the first line: the version of dmidecode. */
void inventory_program(struct page *out, const char *version);

/*
 * Prints the first lines: the version of dmidecode and where the tables come from. `dump` is the
 * name under which the user gave a dump (NULL: not a dump).
 */
void inventory_origin(struct page *out, const hwident *h, const char *dump, const char *version);

/* Prints the lines about the tables; with `all` also how many structures there are. */
void inventory_head(struct page *out, const hwident *h, bool all);

/* Prints the structures that are selected. Returns 0 or the rule that ended the walk. */
int inventory_structures(struct page *out, const hwident *h, const struct selection *selection,
                         const struct text_options *options);

/*
 * Prints dmidecode's messages, on stderr, about a table that differs from what its entry point
 * says.
 */
void inventory_complain(const hwident *h);

#endif
