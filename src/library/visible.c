/*
 * File names in text for people.
 * SPDX-License-Identifier: MIT
 */
#include "library/visible.h"

#include "render/utf8.h"

#include <string.h>

static void add_hex(struct page *page, const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        page_add(page, "\\x");
        page_char(page, "0123456789abcdef"[bytes[i] >> 4]);
        page_char(page, "0123456789abcdef"[bytes[i] & 0x0F]);
    }
}

void page_visible(struct page *page, const char *text)
{
    const uint8_t *at = (const uint8_t *)text;

    for (size_t size = strlen(text), length; size > 0; at += length, size -= length) {
        length = utf8_character(at, size);
        if (length == 0)
            add_hex(page, at, length = 1);
        else if (utf8_is_hidden(utf8_code_point(at, length)))
            add_hex(page, at, length);
        else
            page_add_size(page, (const char *)at, length);
    }
}

void visible_print(FILE *out, const char *text)
{
    struct page page;

    page_begin(&page, out);
    page_visible(&page, text);
    page_flush(&page);
}
