/*
 * JSON, written as a stream: each call writes a value, and nothing of it is kept. Two spaces for
 * each level. Knows nothing of SMBIOS.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_JSON_H
#define HWIDENT_RENDER_JSON_H

#include "render/page.h"

#include <stdbool.h>
#include <stdint.h>

/* The innermost open level has the lowest bit; there are at most 64 levels. */
struct json {
    struct page *out;
    uint64_t arrays; /* levels that are an array */
    uint64_t filled; /* levels that have a member */
    unsigned depth;
};

/* A value for `out`, which the caller flushes after it. */
void json_begin(struct json *json, struct page *out);

/* Members of an array that is open `depth` levels deep, which json_members takes later. */
void json_begin_members(struct json *json, struct page *out, unsigned depth);
/* Writes into an array with no member yet those that were written before; `size` 0: none. */
void json_members(struct json *json, const char *members, size_t size);

/* In all of these `key` is NULL in an array and for the outermost value. */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
/* Ends the innermost object or array. */
void json_end(struct json *json);

/* Bytes that are not UTF-8 become U+FFFD. A `text` of NULL is null. */
void json_string(struct json *json, const char *key, const char *text);
/* The same for `size` bytes; a zero byte becomes U+FFFD too. Returns whether all bytes were kept. */
bool json_bytes(struct json *json, const char *key, const void *bytes, size_t size);

void json_number(struct json *json, const char *key, uint64_t number);
void json_signed(struct json *json, const char *key, int64_t number);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

/* A string: "0x" and at least `digits` capital digits, at most 16. */
void json_hex(struct json *json, const char *key, uint64_t number, unsigned digits);
/* A string: two small digits for each byte. */
void json_hex_bytes(struct json *json, const char *key, const uint8_t *bytes, size_t size);

#endif
