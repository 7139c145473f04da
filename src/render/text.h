/*
 * Structures as text, like dmidecode's. No structure type has code of its own here.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_TEXT_H
#define HWIDENT_RENDER_TEXT_H

#include "render/page.h"
#include "schema/catalogue.h"

struct text_options {
    bool quiet;         /* no handles, and nothing that only experts need */
    bool raw;           /* show bytes and strings, undecoded */
    bool as_stored;     /* mend no mistake, and show what means nothing in an empty slot */
    bool as_dmidecode;  /* like dmidecode, show types unknown to it undecoded */
    enum vendor vendor; /* the table's */
    enum dialect dialect;
    void (*note)(const char *text); /* gets messages about a structure; may be NULL */
};

/* Prints one structure and an empty line after it; with `quiet` some types are left out. */
void text_structure(struct page *out, const struct hwident_table *table,
                    const struct hwident_structure *structure, const struct text_options *options);

/* The two parts of that: the line about the handle; title and fields. */
void text_handle(struct page *out, const struct hwident_structure *structure);
void text_fields(struct page *out, const struct hwident_table *table,
                 const struct hwident_structure *structure, const struct text_options *options);

/*
 * Prints the value, without its label, of the first row at `offset`, as dmidecode's -s does; prints
 * nothing if the text has no such value.
 */
void text_value(struct page *out, const struct hwident_table *table,
                const struct hwident_structure *structure, size_t offset);

#endif
