/*
 * JSON, written as a stream (RFC 8259).
 * SPDX-License-Identifier: MIT
 */
#include "render/json.h"

#include "render/utf8.h"

#include <string.h>

/* With a comma before it where a member came before. */
static void new_line(struct json *json, bool comma)
{
    static const char line[] = ",\n                                                ";
    size_t first = comma ? 0 : 1, end = 2 + 2 * (size_t)json->depth;

    page_add_size(json->out, line + first, (end < sizeof line ? end : sizeof line - 1) - first);
    for (size_t i = sizeof line - 1; i < end; i++)
        page_char(json->out, ' ');
}

/* Escapes a hidden character, a quote or a backslash. */
static void add_escape(struct page *out, uint32_t c)
{
    static const char short_forms[] = "b\bf\fn\nr\rt\t\"\"\\\\";

    page_char(out, '\\');
    for (const char *form = short_forms; *form; form += 2)
        if ((uint8_t)form[1] == c) {
            page_char(out, form[0]);
            return;
        }
    page_char(out, 'u');
    for (int shift = 12; shift >= 0; shift -= 4)
        page_char(out, "0123456789ABCDEF"[c >> shift & 0x0F]);
}

/*
 * Adds a well-formed character that is not plain. RFC 8259 allows DEL, C1 and direction marks
 * unescaped; escaped, they mean the same and can't affect a terminal.
 */
static void add_character(struct page *out, const uint8_t *bytes, size_t length)
{
    uint32_t point = utf8_code_point(bytes, length);

    if (length == 1 || utf8_is_hidden(point))
        add_escape(out, point);
    else
        page_add_size(out, (const char *)bytes, length);
}

/* How many bytes at the beginning need no escape. */
static size_t plain(const uint8_t *bytes, size_t size)
{
    size_t n = 0;

    while (n < size && bytes[n] >= 0x20 && bytes[n] < 0x7F && bytes[n] != '"' && bytes[n] != '\\')
        n++;
    return n;
}

static bool add_quoted(struct page *out, const uint8_t *bytes, size_t size)
{
    bool whole = true;
    size_t length;

    page_char(out, '"');
    for (size_t at = 0; at < size; at += length) {
        length = plain(bytes + at, size - at);
        if (length > 0) {
            page_add_size(out, (const char *)bytes + at, length);
            continue;
        }
        length = utf8_character(bytes + at, size - at);
        if (length == 0) {
            page_add_size(out, UTF8_REPLACEMENT, sizeof UTF8_REPLACEMENT - 1);
            whole = false;
            length = 1;
        } else {
            add_character(out, bytes + at, length);
        }
    }
    page_char(out, '"');
    return whole;
}

/* Adds a name, which never needs an escape, in quotes. */
static void add_name(struct page *out, const char *name)
{
    page_char(out, '"');
    page_add(out, name);
    page_char(out, '"');
}

/* Writes what comes before a value. */
static void begin_value(struct json *json, const char *key)
{
    if (json->depth > 0)
        new_line(json, json->filled & 1);
    json->filled |= 1;
    if (!key)
        return;
    add_name(json->out, key);
    page_add(json->out, ": ");
}

static void open_level(struct json *json, const char *key, bool array)
{
    begin_value(json, key);
    page_char(json->out, array ? '[' : '{');
    json->arrays = json->arrays << 1 | array;
    json->filled <<= 1;
    json->depth++;
}

void json_begin(struct json *json, struct page *out)
{
    *json = (struct json){.out = out};
}

void json_begin_members(struct json *json, struct page *out, unsigned depth)
{
    *json = (struct json){.out = out, .arrays = 1, .depth = depth};
}

void json_members(struct json *json, const char *members, size_t size)
{
    page_add_size(json->out, members, size);
    json->filled |= size > 0;
}

void json_object(struct json *json, const char *key)
{
    open_level(json, key, false);
}

void json_array(struct json *json, const char *key)
{
    open_level(json, key, true);
}

void json_end(struct json *json)
{
    bool array = json->arrays & 1, filled = json->filled & 1;

    json->arrays >>= 1;
    json->filled >>= 1;
    json->depth--;
    if (filled)
        new_line(json, false);
    page_char(json->out, array ? ']' : '}');
}

void json_string(struct json *json, const char *key, const char *text)
{
    if (text)
        (void)json_bytes(json, key, text, strlen(text));
    else
        json_null(json, key);
}

void json_name(struct json *json, const char *key, const char *name)
{
    begin_value(json, key);
    add_name(json->out, name);
}

bool json_bytes(struct json *json, const char *key, const void *bytes, size_t size)
{
    begin_value(json, key);
    return add_quoted(json->out, bytes, size);
}

void json_number(struct json *json, const char *key, uint64_t number)
{
    begin_value(json, key);
    page_number(json->out, number);
}

void json_signed(struct json *json, const char *key, int64_t number)
{
    begin_value(json, key);
    if (number < 0)
        page_char(json->out, '-');
    page_number(json->out, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin_value(json, key);
    page_add(json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *key)
{
    begin_value(json, key);
    page_add(json->out, "null");
}

void json_hex(struct json *json, const char *key, uint64_t number, unsigned digits)
{
    while (digits < 16 && number >> 4 * digits != 0)
        digits++;
    begin_value(json, key);
    page_add(json->out, "\"0x");
    while (digits > 0)
        page_char(json->out, "0123456789ABCDEF"[number >> 4 * --digits & 0x0F]);
    page_char(json->out, '"');
}

void json_hex_bytes(struct json *json, const char *key, const uint8_t *bytes, size_t size)
{
    begin_value(json, key);
    page_char(json->out, '"');
    for (size_t i = 0; i < size; i++) {
        page_char(json->out, "0123456789abcdef"[bytes[i] >> 4]);
        page_char(json->out, "0123456789abcdef"[bytes[i] & 0x0F]);
    }
    page_char(json->out, '"');
}
