/*
 * HTML: text in which nothing can act as markup, and a structure as a table of its fields.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_HTML_H
#define HWIDENT_LIBRARY_HTML_H

#include "render/page.h"
#include "schema/catalogue.h"

/*
 * Prints bytes of the firmware as text or an attribute's value; those that are not UTF-8 become
 * U+FFFD.
 */
void html_bytes(struct page *out, const void *bytes, size_t size);

/* The same for the program's own words. */
void html_text(struct page *out, const char *text);

/*
 * Prints a structure that can be unfolded: its title, type and handle, and the fields that `schema`
 * decodes, or (NULL: not known) its bytes and strings.
 */
void html_structure(struct page *out, const struct schema *schema,
                    const struct hwident_table *table, const struct hwident_structure *structure);

#endif
