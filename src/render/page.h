/*
 * Text on its way to a stream or a buffer, passed on a page at a time: a call for each word would
 * cost more than decoding it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_PAGE_H
#define HWIDENT_RENDER_PAGE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Writes `size` bytes of the text; records in `context` if that failed. */
typedef void page_write(void *context, const char *text, size_t size);

struct page {
    page_write *write;
    void *context;
    size_t used;
    char text[4096];
};

/* Begins text for `out`. */
void page_begin(struct page *page, FILE *out);

/* Begins text for any other place. */
void page_begin_with(struct page *page, page_write *write, void *context);

/* Passes on what is buffered; also needed at the end. */
void page_flush(struct page *page);

void page_add_size(struct page *page, const char *text, size_t size);
void page_line(struct page *page, const char *text);
void page_number(struct page *page, uint64_t number);

/* Adds bytes of the firmware; those that are not printable ASCII become '.'. */
void page_bytes(struct page *page, const void *bytes, size_t size);

/* Inline, so that a word that is written in the call is copied without another one. */
static inline void page_add(struct page *page, const char *text)
{
    size_t size = strlen(text);

    if (__builtin_constant_p(size) && size <= sizeof page->text - page->used) {
        memcpy(page->text + page->used, text, size);
        page->used += size;
    } else {
        page_add_size(page, text, size);
    }
}

static inline void page_char(struct page *page, char c)
{
    if (page->used == sizeof page->text)
        page_flush(page);
    page->text[page->used++] = c;
}

#endif
