/*
 * Structures as text, in dmidecode's manner. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_TEXT_H
#define HWIDENT_RENDER_TEXT_H

#include "render/page.h"
#include "schema/catalogue.h"

struct text_options {
    bool quiet;         /* no handles, nothing that is only of use to experts */
    bool raw;           /* bytes and strings, undecoded */
    bool as_dmidecode;  /* types that dmidecode does not know as it shows them: undecoded */
    enum vendor vendor; /* the table's */
    enum dialect dialect;
    void (*note)(const char *text); /* takes messages about a structure; NULL: nobody does */
};

/* Prints one structure and the empty line behind it; under `quiet` some types are left out. */
void text_structure(struct page *out, const struct hwident_table *table,
                    const struct hwident_structure *structure, const struct text_options *options);

/* The parts of it: the line about the handle, and title and fields. */
void text_handle(struct page *out, const struct hwident_structure *structure);
void text_fields(struct page *out, const struct hwident_table *table,
                 const struct hwident_structure *structure, const struct text_options *options);

/*
 * Prints the value, without its label, of the first row at `offset`, as dmidecode's -s does;
 * nothing where the text has none.
 */
void text_value(struct page *out, const struct hwident_table *table,
                const struct hwident_structure *structure, size_t offset);

#endif
