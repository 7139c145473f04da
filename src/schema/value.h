/*
 * The stream of values that every output is made of: what a decoded field is, and where it goes.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_VALUE_H
#define HWIDENT_SCHEMA_VALUE_H

#include "hwident.h"

enum value_kind {
    VALUE_NUMBER,      /* `number`, in the base unit that the key names */
    VALUE_SIGNED,      /* (int64_t)`number` */
    VALUE_HEX,         /* `number` as 0x and `width` bytes */
    VALUE_FLAG,        /* `number` is 0 or 1 */
    VALUE_ENUM,        /* code `number` and its `name` (NULL: not in the specification) */
    VALUE_NAME,        /* `name`: the meaning of one bit that is set in a bit field */
    VALUE_STRING,      /* `size` bytes of the firmware at `bytes`, whatever they are */
    VALUE_TEXT,        /* our own words: `text` */
    VALUE_BYTES,       /* `size` bytes at `bytes` that are not text */
    VALUE_ABSENT,      /* the field is there but has no value; `absent` says why */
    VALUE_REMARK,      /* only for readers: not a value of its own */
    VALUE_ARRAY_BEGIN, /* its members, without keys, follow up to VALUE_ARRAY_END */
    VALUE_ARRAY_END,
    VALUE_OBJECT_BEGIN, /* its fields follow up to VALUE_OBJECT_END */
    VALUE_OBJECT_END,
};

struct value {
    enum value_kind kind;
    int absent;        /* enum hwident_error */
    uint16_t flags;    /* the row's */
    uint8_t width;     /* bytes of a VALUE_HEX */
    uint8_t span;      /* the field's size in bytes; 0: the value is a part of a row's */
    size_t offset;     /* the field's in the structure */
    const char *label; /* dmidecode's; NULL: it prints none */
    const char *key;   /* snake_case after the specification's name; NULL in an array */
    const char *text;  /* as dmidecode prints it; NULL: a VALUE_STRING's bytes, or nothing */
    const char *name;
    const uint8_t *bytes;
    size_t size;
    uint64_t number;
};

/* The dmidecode version whose words labels and text use. */
enum dialect { DIALECT_3_7, DIALECT_3_6 };

struct field;

/* Where values go. What `value` points to is valid only during the call. */
struct sink {
    void (*take)(void *context, const struct value *value);
    void *context;
    enum dialect dialect;
    bool (*wants)(void *context, const struct field *row); /* rows to decode; NULL: all */
    bool as_stored; /* dmidecode's --no-quirks: mend no mistake, and cut no empty slot short */
    /* Rows that the text has no line for are left out. */
    bool shown_only;
    /*
     * Lists without what only readers need: headings, remarks, labels with a number. And one string
     * that the set lacks stands for all of a list that it lacks.
     */
    bool brief;
};

#endif
