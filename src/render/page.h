/*
 * Text on its way to a stream, handed over a page at a time: a call of stdio for each word would
 * cost more than decoding it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_PAGE_H
#define HWIDENT_RENDER_PAGE_H

#include <stddef.h>
#include <stdio.h>

struct page {
    FILE *out;
    size_t used;
    char text[4096];
};

void page_begin(struct page *page, FILE *out);

/* Also at the end: until then `out` has not got everything. */
void page_flush(struct page *page);

void page_add(struct page *page, const char *text);
void page_line(struct page *page, const char *text);

/* Bytes of the firmware; what is not printable ASCII becomes '.'. */
void page_bytes(struct page *page, const void *bytes, size_t size);

static inline void page_char(struct page *page, char c)
{
    if (page->used == sizeof page->text)
        page_flush(page);
    page->text[page->used++] = c;
}

#endif
