/*
 * Text on its way to a stream.
 * SPDX-License-Identifier: MIT
 */
#include "render/page.h"

#include "smbios/line.h"

#include <string.h>

void page_begin(struct page *page, FILE *out)
{
    page->out = out;
    page->used = 0;
}

void page_flush(struct page *page)
{
    (void)fwrite_unlocked(page->text, 1, page->used, page->out);
    page->used = 0;
}

void page_add(struct page *page, const char *text)
{
    size_t size = strlen(text);

    if (size > sizeof page->text - page->used) {
        page_flush(page);
        (void)fwrite_unlocked(text, 1, size, page->out);
        return;
    }
    memcpy(page->text + page->used, text, size);
    page->used += size;
}

void page_line(struct page *page, const char *text)
{
    page_add(page, text);
    page_char(page, '\n');
}

void page_bytes(struct page *page, const void *bytes, size_t size)
{
    const uint8_t *text = bytes;

    for (size_t i = 0; i < size; i++)
        page_char(page, line_printable(text[i]));
}
