/*
 * HTML: text that can hold no markup, and a structure as a table of its fields.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_HTML_H
#define HWIDENT_LIBRARY_HTML_H

#include "render/page.h"
#include "schema/catalogue.h"

/* Bytes of the firmware as text or as an attribute's value; what is not UTF-8 becomes U+FFFD. */
void html_bytes(struct page *out, const void *bytes, size_t size);

/* The same for our own words. */
void html_text(struct page *out, const char *text);

/*
 * A structure to unfold: its title, type and handle, and the fields that `schema` (NULL: none is
 * known) decodes, or its bytes and strings.
 */
void html_structure(struct page *out, const struct schema *schema,
                    const struct hwident_table *table, const struct hwident_structure *structure);

#endif
