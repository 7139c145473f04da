/*
 * One structure decoded: as text, and as a short record of the values that JSON is made of.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_TESTS_SCHEMA_VALUES_H
#define HWIDENT_TESTS_SCHEMA_VALUES_H

#include "cmocka_all.h"
#include "table_builder.h"

#include "render/text.h"
#include "schema/types.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define BYTES(...) (const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__})

struct built {
    struct builder builder;
    struct hwident_table table;
    struct hwident_structure structure;
};

/* What the byte at `at` of a structure is to be. */
static inline uint8_t fill_zeros(size_t at)
{
    (void)at;
    return 0;
}

static inline uint8_t fill_ones(size_t at)
{
    (void)at;
    return 0xFF;
}

/* One structure of `type` with the strings A to E; `data` follows the header. */
static inline void build_one(struct built *one, uint8_t type, const void *data, size_t size,
                             uint32_t version)
{
    static const char *const strings[] = {"A", "B", "C", "D", "E", NULL};

    memset(one, 0, sizeof *one);
    build_structure(&one->builder, type, data, size, strings);
    one->table = build_table(&one->builder, version);
    assert_int_equal(hwident_table_next(&one->table, &one->structure), 1);
}

/* The text without the line of the handle and the empty line at the end; to be freed. */
static inline char *text_of(const struct built *one, const struct text_options *options)
{
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    struct page page;

    assert_non_null(out);
    page_begin(&page, out);
    text_structure(&page, &one->table, &one->structure, options);
    page_flush(&page);
    fclose(out);
    if (length > 0)
        text[length - 1] = '\0';
    if (!options->quiet)
        memmove(text, strchr(text, '\n') + 1, length - strcspn(text, "\n") - 1);
    return text;
}

static inline void assert_text_as(const struct text_options *options, uint32_t version,
                                  const char *expected, uint8_t type, const void *data, size_t size)
{
    struct built one;
    char *text;

    build_one(&one, type, data, size, version);
    text = text_of(&one, options);
    assert_string_equal(text, expected);
    free(text);
}

static inline void assert_text_of(uint32_t version, const char *expected, uint8_t type,
                                  const void *data, size_t size)
{
    assert_text_as(&(const struct text_options){0}, version, expected, type, data, size);
}

static inline void assert_text(const char *expected, uint8_t type, const void *data, size_t size)
{
    assert_text_of(HWIDENT_SMBIOS(3, 3), expected, type, data, size);
}

static inline void record_bytes(FILE *out, const struct value *value)
{
    for (size_t i = 0; i < value->size; i++)
        fprintf(out, "%02x", value->bytes[i]);
    putc(' ', out);
}

static inline void record_string(FILE *out, const struct value *value)
{
    putc('\'', out);
    for (size_t i = 0; i < value->size; i++)
        putc(value->bytes[i] != 0 ? value->bytes[i] : '.', out);
    fputs("' ", out);
}

static inline void record_scalar(FILE *out, const struct value *value)
{
    if (value->kind == VALUE_HEX)
        fprintf(out, "0x%0*" PRIX64 " ", 2 * value->width, value->number);
    else if (value->kind == VALUE_SIGNED)
        fprintf(out, "%" PRId64 " ", (int64_t)value->number);
    else if (value->kind == VALUE_STRING)
        record_string(out, value);
    else if (value->kind == VALUE_TEXT)
        fprintf(out, "%s ", value->text);
    else if (value->kind == VALUE_BYTES)
        record_bytes(out, value);
    else if (value->kind == VALUE_NAME)
        fprintf(out, "<%s> ", value->name);
    else if (value->kind == VALUE_ABSENT)
        fputs("- ", out);
    else
        fprintf(out, "%" PRIu64 " ", value->number);
}

/* key=value, arrays in [], objects in {}, absent values as -. */
static inline void record(void *context, const struct value *value)
{
    FILE *out = context;

    if (value->kind == VALUE_ARRAY_END || value->kind == VALUE_OBJECT_END) {
        fputs(value->kind == VALUE_ARRAY_END ? "] " : "} ", out);
        return;
    }
    if (value->kind == VALUE_REMARK)
        return;
    if (value->key)
        fprintf(out, "%s=", value->key);
    if (value->kind == VALUE_ARRAY_BEGIN || value->kind == VALUE_OBJECT_BEGIN)
        fputs(value->kind == VALUE_ARRAY_BEGIN ? "[ " : "{ ", out);
    else
        record_scalar(out, value);
}

/* What a vendor's structure holds in a table of this version; to be freed. */
static inline char *values_of(enum vendor vendor, uint32_t version, uint8_t type, const void *data,
                              size_t size)
{
    struct built one;
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const struct sink sink = {.take = record, .context = out};

    assert_non_null(out);
    build_one(&one, type, data, size, version);
    schema_decode(schema_find(&one.structure, vendor), &one.table, &one.structure, &sink);
    fclose(out);
    return text;
}

/* Whether `expected` is among the values that a vendor's structure has. */
static inline void assert_values_of(enum vendor vendor, const char *expected, uint8_t type,
                                    const void *data, size_t size)
{
    char *text = values_of(vendor, HWIDENT_SMBIOS(3, 3), type, data, size);

    if (!strstr(text, expected))
        assert_string_equal(text, expected);
    free(text);
}

static inline void assert_values(const char *expected, uint8_t type, const void *data, size_t size)
{
    assert_values_of(VENDOR_OTHER, expected, type, data, size);
}

#endif
