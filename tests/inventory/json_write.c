/*
 * Writes the JSON that the lines of its input ask for: a kind, a key ("-": none) and a value; bytes
 * are in hex after a point.
 * SPDX-License-Identifier: MIT
 */
#include "render/json.h"

#include <stdlib.h>
#include <string.h>

/* Longer than a page. */
static uint8_t bytes[20000];
static char word[2 * sizeof bytes + 2];

/* The bytes that `word` has in hex, followed by a zero. */
static size_t read_bytes(void)
{
    size_t size = strlen(word) / 2;

    for (size_t i = 0; i < size; i++) {
        const char digits[] = {word[1 + 2 * i], word[2 + 2 * i], '\0'};

        bytes[i] = (uint8_t)strtoul(digits, NULL, 16);
    }
    bytes[size] = '\0';
    return size;
}

static int write_value(struct json *json, const char *kind, const char *key)
{
    uint64_t number = strtoull(word, NULL, 10);

    if (strcmp(kind, "object") == 0)
        json_object(json, key);
    else if (strcmp(kind, "array") == 0)
        json_array(json, key);
    else if (strcmp(kind, "end") == 0)
        json_end(json);
    else if (strcmp(kind, "text") == 0)
        json_string(json, key, read_bytes() ? (const char *)bytes : "");
    else if (strcmp(kind, "name") == 0)
        json_name(json, key, word);
    else if (strcmp(kind, "bytes") == 0)
        (void)json_bytes(json, key, bytes, read_bytes());
    else if (strcmp(kind, "number") == 0)
        json_number(json, key, number);
    else if (strcmp(kind, "signed") == 0)
        json_signed(json, key, strtoll(word, NULL, 10));
    else if (strcmp(kind, "bool") == 0)
        json_bool(json, key, number != 0);
    else if (strcmp(kind, "null") == 0)
        json_string(json, key, NULL);
    else if (strcmp(kind, "hex") == 0)
        json_hex(json, key, number, 4);
    else if (strcmp(kind, "hex_bytes") == 0)
        json_hex_bytes(json, key, bytes, read_bytes());
    else
        return 1;
    return 0;
}

int main(void)
{
    char kind[16], key[256];
    struct page out;
    struct json json;
    int err = 0;

    page_begin(&out, stdout);
    json_begin(&json, &out);
    while (!err && scanf("%15s %255s %40001s", kind, key, word) == 3)
        err = write_value(&json, kind, strcmp(key, "-") == 0 ? NULL : key);
    page_flush(&out);
    return err;
}
