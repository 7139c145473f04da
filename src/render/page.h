/*
 * Text on its way to a stream, handed over a page at a time: a call of stdio for each word would
 * cost more than decoding it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_PAGE_H
#define HWIDENT_RENDER_PAGE_H

#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct page {
    FILE *out;
    size_t used;
    char text[4096];
};

static inline void page_begin(struct page *page, FILE *out)
{
    page->out = out;
    page->used = 0;
}

/* Also at the end: until then `out` has not got everything. */
static inline void page_flush(struct page *page)
{
    (void)fwrite_unlocked(page->text, 1, page->used, page->out);
    page->used = 0;
}

static inline void page_char(struct page *page, char c)
{
    if (page->used == sizeof page->text)
        page_flush(page);
    page->text[page->used++] = c;
}

static inline void page_put(struct page *page, const char *text, size_t size)
{
    if (size > sizeof page->text - page->used) {
        page_flush(page);
        (void)fwrite_unlocked(text, 1, size, page->out);
        return;
    }
    memcpy(page->text + page->used, text, size);
    page->used += size;
}

static inline void page_add(struct page *page, const char *text)
{
    page_put(page, text, strlen(text));
}

static inline void page_line(struct page *page, const char *text)
{
    page_add(page, text);
    page_char(page, '\n');
}

/* Bytes of the firmware; what is not printable ASCII becomes '.'. */
static inline void page_bytes(struct page *page, const void *bytes, size_t size)
{
    const char *text = bytes;

    for (size_t i = 0; i < size; i++)
        if (text[i] >= 0x20 && text[i] < 0x7F)
            page_char(page, text[i]);
        else
            page_char(page, '.');
}

#endif
