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

/*
 * Most pieces are short: to call memcpy for them takes longer than to copy them. The last bytes are
 * copied as a whole word, some of them for the second time.
 */
static void copy(char *to, const char *from, size_t size)
{
    if (size >= 8) {
        for (size_t i = 0; i + 8 < size; i += 8)
            memcpy(to + i, from + i, 8);
        memcpy(to + size - 8, from + size - 8, 8);
    } else if (size >= 4) {
        memcpy(to, from, 4);
        memcpy(to + size - 4, from + size - 4, 4);
    } else {
        for (size_t i = 0; i < size; i++)
            to[i] = from[i];
    }
}

/*
 * Passes on what is buffered, and the text after it. Rarely needed; inline it would make each call of
 * page_add_size save registers.
 */
__attribute__((noinline)) static void pass_on(struct page *page, const char *text, size_t size)
{
    page_flush(page);
    page->write(page->context, text, size);
}

void page_add_size(struct page *page, const char *text, size_t size)
{
    if (size > sizeof page->text - page->used) {
        pass_on(page, text, size);
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

    while (size > 0) {
        size_t room = sizeof page->text - page->used, part = size < room ? size : room;
        char *to = page->text + page->used;

        for (size_t i = 0; i < part; i++)
            to[i] = line_printable(text[i]);
        page->used += part;
        text += part;
        size -= part;
        if (size > 0)
            page_flush(page);
    }
}
