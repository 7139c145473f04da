/*
 * The inventory as text: dmidecode's head, the structures, and what is wrong with the table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_INVENTORY_H
#define HWIDENT_CLI_INVENTORY_H

#include "cli/selection.h"
#include "host/source.h"
#include "render/text.h"

/* Prints the first lines: where the tables are from, by the name that the user gave a dump. */
void inventory_origin(struct page *out, const struct source *source, const char *dump,
                      enum dialect dialect);

/* Prints the lines about the tables; `all`: how many structures there are, too. */
void inventory_head(struct page *out, const struct source *source, bool all);

/* Prints the structures that are selected. Returns 0 or the rule that ended the walk. */
int inventory_structures(struct page *out, const struct source *source,
                         const struct selection *selection, const struct text_options *options);

/* Prints dmidecode's messages about a table that is not as its entry point says, on stderr. */
void inventory_complain(const struct source *source);

#endif
