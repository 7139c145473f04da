/*
 * JSON, written as a stream: each call writes a value at once and keeps nothing. Each level is
 * indented by two spaces. This file knows nothing about SMBIOS. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_JSON_H
#define HWIDENT_RENDER_JSON_H

#include "render/page.h"

#include <stdbool.h>
#include <stdint.h>

/* The innermost open level has the lowest bit; there are at most 64 levels. */
struct json {
    struct page *out;
    uint64_t arrays; /* a bit for each level: it is an array */
    uint64_t filled; /* a bit for each level: it has a member */
    unsigned depth;
};

/* Begins a value on `out`, which the caller flushes at the end. */
void json_begin(struct json *json, struct page *out);

/* Begins the members of an array at depth `depth`, which json_members inserts later. */
void json_begin_members(struct json *json, struct page *out, unsigned depth);
/* Writes members that were made earlier into an array that is still empty; `size` 0: none. */
void json_members(struct json *json, const char *members, size_t size);

/*
 * In all of these functions `key` is NULL in an array and for the outermost value. A key needs no
 * escape.
 */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
/* Ends the innermost object or array. */
void json_end(struct json *json);

/* Writes a string that needs no escape, since it is a name of this program's. */
void json_name(struct json *json, const char *key, const char *name);
/* Bytes that are not UTF-8 become U+FFFD. NULL as `text` becomes null. */
void json_string(struct json *json, const char *key, const char *text);
/* The same for `size` bytes; a zero byte becomes U+FFFD too. Returns whether all bytes were kept. */
bool json_bytes(struct json *json, const char *key, const void *bytes, size_t size);

void json_number(struct json *json, const char *key, uint64_t number);
void json_signed(struct json *json, const char *key, int64_t number);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

/* Writes a string: "0x" and at least `digits` capital digits; `digits` is at most 16. */
void json_hex(struct json *json, const char *key, uint64_t number, unsigned digits);
/* Writes a string: two lower-case digits for each byte. */
void json_hex_bytes(struct json *json, const char *key, const uint8_t *bytes, size_t size);

#endif
