/*
 * The inventory as text: dmidecode's head, the structures, and what is wrong with the table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_INVENTORY_H
#define HWIDENT_LIBRARY_INVENTORY_H

#include "library/selection.h"
#include "render/text.h"

/* Prints the first line: the version of dmidecode. */
void inventory_program(struct page *out, const char *version);

/*
 * Prints the first lines: the version of dmidecode, and where the tables are from, by the name that
 * the user gave a dump (NULL: it is not one).
 */
void inventory_origin(struct page *out, const hwident *h, const char *dump, const char *version);

/* Prints the lines about the tables; `all`: how many structures there are, too. */
void inventory_head(struct page *out, const hwident *h, bool all);

/* Prints the structures that are selected. Returns 0 or the rule that ended the walk. */
int inventory_structures(struct page *out, const hwident *h, const struct selection *selection,
                         const struct text_options *options);

/* Prints dmidecode's messages about a table that is not as its entry point says, on stderr. */
void inventory_complain(const hwident *h);

#endif
