/*
 * Text on its way to a stream or a buffer.
 * SPDX-License-Identifier: MIT
 */
#include "render/page.h"

#include "smbios/line.h"

#include <string.h>

/* Write errors are not lost: the stream reports them by ferror. */
static void write_to_stream(void *context, const char *text, size_t size)
{
    (void)fwrite_unlocked(text, 1, size, context);
}

void page_begin(struct page *page, FILE *out)
{
    page_begin_with(page, write_to_stream, out);
}

void page_begin_with(struct page *page, page_write *write, void *context)
{
    page->write = write;
    page->context = context;
    page->used = 0;
}

void page_flush(struct page *page)
{
    page->write(page->context, page->text, page->used);
    page->used = 0;
}

/* Most pieces are short: to call memcpy for them takes longer than to copy them. */
static void copy(char *to, const char *from, size_t size)
{
    for (; size >= 8; to += 8, from += 8, size -= 8)
        memcpy(to, from, 8);
    if (size & 4) {
        memcpy(to, from, 4);
        to += 4;
        from += 4;
    }
    for (size &= 3; size > 0; size--)
        *to++ = *from++;
}

void page_add_size(struct page *page, const char *text, size_t size)
{
    if (size > sizeof page->text - page->used) {
        page_flush(page);
        page->write(page->context, text, size);
        return;
    }
    copy(page->text + page->used, text, size);
    page->used += size;
}

void page_number(struct page *page, uint64_t number)
{
    char digits[20]; /* of UINT64_MAX */
    size_t first = sizeof digits;

    do
        digits[--first] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    page_add_size(page, digits + first, sizeof digits - first);
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
