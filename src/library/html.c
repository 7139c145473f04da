/*
 * HTML.
 * SPDX-License-Identifier: MIT
 */
#include "library/html.h"

#include "render/json_structure.h"
#include "render/utf8.h"

#include <string.h>

/* ---- text ------------------------------------------------------------------------------------------- */

/* The text that stands for a byte with a meaning in HTML; NULL: it has none. */
static const char *reference(uint8_t byte)
{
    switch (byte) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/*
 * The text that replaces the character of `length` bytes; NULL: it is written as it is. Length 0:
 * the byte is not part of well-formed UTF-8.
 */
static const char *escape(const uint8_t *character, size_t length)
{
    if (length == 0 || utf8_is_hidden(utf8_code_point(character, length)))
        return UTF8_REPLACEMENT;
    return reference(*character);
}

/* How many bytes from the first on are written as they are: most of a text. */
static size_t plain_length(const uint8_t *bytes, size_t size)
{
    size_t length = 0;

    while (length < size && bytes[length] >= 0x20 && bytes[length] < 0x7F &&
           !reference(bytes[length]))
        length++;
    return length;
}

/* Writes the first character, which may be no plain one; returns its length. */
static size_t character(struct page *out, const uint8_t *at, size_t size)
{
    size_t length = utf8_character(at, size);
    const char *escaped = escape(at, length);

    length = length > 0 ? length : 1;
    if (escaped)
        page_add(out, escaped);
    else
        page_add_size(out, (const char *)at, length);
    return length;
}

void html_bytes(struct page *out, const void *bytes, size_t size)
{
    const uint8_t *at = bytes;

    for (size_t length; size > 0; at += length, size -= length) {
        length = plain_length(at, size);
        if (length > 0)
            page_add_size(out, (const char *)at, length);
        else
            length = character(out, at, size);
    }
}

void html_text(struct page *out, const char *text)
{
    html_bytes(out, text, strlen(text));
}

static void hex(struct page *out, const uint8_t *bytes, size_t size)
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < size; i++) {
        page_char(out, digits[bytes[i] >> 4]);
        page_char(out, digits[bytes[i] & 0xF]);
    }
}

/* ---- fields ----------------------------------------------------------------------------------------- */

/* Prints "size_bytes" as "size bytes", for a field without a label in dmidecode. */
static void words_of(struct page *out, const char *key)
{
    for (; *key; key++)
        if (*key == '_')
            page_char(out, ' ');
        else
            page_char(out, *key);
}

static void number(struct page *out, const struct value *value)
{
    if (value->kind == VALUE_SIGNED && (int64_t)value->number < 0) {
        page_char(out, '-');
        page_number(out, 0 - value->number);
    } else if (value->kind == VALUE_HEX) {
        struct line line = {0};

        line_hex(&line, value->number, 2U * value->width);
        page_add(out, line.text);
    } else {
        page_number(out, value->number);
    }
}

/* Prints the field's content without dmidecode's formatting. */
static void plain_value(struct page *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NUMBER:
    case VALUE_SIGNED:
    case VALUE_HEX:
        number(out, value);
        break;
    case VALUE_FLAG:
        page_add(out, value->number ? "yes" : "no");
        break;
    case VALUE_ENUM:
        html_text(out, value->name ? value->name : "not in the specification");
        break;
    case VALUE_BYTES:
        hex(out, value->bytes, value->size);
        break;
    default:
        break;
    }
}

static void value_text(struct page *out, const struct value *value)
{
    if (value->kind == VALUE_STRING)
        html_bytes(out, value->bytes, value->size);
    else if (value->kind == VALUE_NAME)
        html_text(out, value->name);
    else if (value->kind == VALUE_ABSENT)
        words_of(out, json_reason(value->absent));
    else if (value->text && *value->text)
        html_text(out, value->text);
    else
        plain_value(out, value);
}

static void begin_row(struct page *out, const struct value *value)
{
    page_add(out, "<tr><th>");
    if (value->label && *value->label)
        html_text(out, value->label);
    else if (value->key)
        words_of(out, value->key);
    page_add(out, value->kind == VALUE_ABSENT ? "</th><td class=absent" : "</th><td");
    if (value->key) {
        page_add(out, " data-key=\"");
        html_text(out, value->key);
        page_char(out, '"');
    }
    if (value->kind == VALUE_NUMBER || value->kind == VALUE_SIGNED || value->kind == VALUE_HEX ||
        value->kind == VALUE_ENUM || value->kind == VALUE_BYTES) {
        page_add(out, " data-value=\"");
        if (value->kind == VALUE_BYTES)
            hex(out, value->bytes, value->size);
        else
            number(out, value);
        page_char(out, '"');
    }
    page_char(out, '>');
}

static void take(void *context, const struct value *value)
{
    struct page *out = context;

    switch (value->kind) {
    case VALUE_REMARK:
        break;
    case VALUE_ARRAY_BEGIN:
    case VALUE_OBJECT_BEGIN:
        begin_row(out, value);
        page_add(out, "<table>");
        break;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        page_add(out, "</table></td></tr>\n");
        break;
    default:
        begin_row(out, value);
        value_text(out, value);
        page_add(out, "</td></tr>\n");
        break;
    }
}

/* ---- structures ------------------------------------------------------------------------------------- */

static void undecoded(struct page *out, const struct hwident_structure *s)
{
    struct references set;

    references_strings(s, &set);
    page_add(out, "<tr><th>data</th><td data-key=\"data_hex\">");
    hex(out, s->bytes, s->length);
    page_add(out, "</td></tr>\n");
    for (size_t i = 0; i < set.count; i++) {
        struct set_string string = references_find(&set, i + 1);

        page_add(out, "<tr><th>string</th><td>");
        html_bytes(out, string.bytes, string.size);
        page_add(out, "</td></tr>\n");
    }
}

void html_structure(struct page *out, const struct schema *schema,
                    const struct hwident_table *table, const struct hwident_structure *s)
{
    struct sink sink = {.take = take, .context = out};
    struct line handle = {0};

    line_hex(&handle, s->handle, 4);
    page_add(out, "<details class=structure><summary>");
    html_text(out, schema ? schema->title : s->type >= 128 ? "OEM-specific" : "Unknown type");
    page_add(out, " <small>type ");
    page_number(out, s->type);
    page_add(out, ", handle ");
    page_add(out, handle.text);
    page_add(out, "</small></summary>\n<table>\n");
    if (schema)
        schema_decode(schema, table, s, &sink);
    else
        undecoded(out, s);
    page_add(out, "</table></details>\n");
}
