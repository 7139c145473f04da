/*
 * Structures as JSON. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#include "render/json.h"

#include "render/snake.h"
#include "render/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_LEVELS = 8 };

/* An array or object that is open. */
struct level {
    json_t *container; /* owned by the one below */
    const char *key;   /* of what was put into it last; NULL: an array */
};

struct json {
    json_t *absent, *raw_hex;
    struct level levels[MAX_LEVELS];
    size_t open;
};

const char *json_reason(int err)
{
    switch (err) {
    case HWIDENT_E_SHORT:
        return "too_short";
    case HWIDENT_E_HEADER_CUT:
    case HWIDENT_E_LENGTH:
    case HWIDENT_E_UNTERMINATED:
        return "broken_table";
    case HWIDENT_E_NOT_SPECIFIED:
        return "not_specified";
    case HWIDENT_E_BAD_INDEX:
        return "bad_index";
    case HWIDENT_E_UUID_ZERO:
        return "all_zero";
    case HWIDENT_E_UUID_ONES:
        return "all_ones";
    case HWIDENT_E_NO_STRUCTURE:
        return "none";
    case HWIDENT_E_VERSION:
        return "version_unknown";
    case HWIDENT_E_BOUND:
        return "too_large";
    default:
        return "unknown";
    }
}

/* Names what was put last: "devices.0.description". */
static void name_last(const struct json *json, struct line *path)
{
    for (size_t i = 0; i < json->open; i++) {
        const struct level *level = &json->levels[i];

        if (i > 0)
            line_char(path, '.');
        if (level->key)
            line_add(path, level->key);
        else
            line_number(path, json_array_size(level->container) - 1);
    }
}

/* Says something about what was put last. */
static void note_last(const struct json *json, json_t *notes, json_t *note)
{
    struct line path = {0};

    name_last(json, &path);
    (void)json_object_set_new_nocheck(notes, path.text, note);
}

/* Puts the value into what is open. */
static void put(struct json *json, const char *key, json_t *value)
{
    struct level *level = &json->levels[json->open - 1];

    level->key = key;
    if (json_is_array(level->container))
        (void)json_array_append_new(level->container, value);
    else if (key)
        (void)json_object_set_new_nocheck(level->container, key, value);
    else
        json_decref(value);
}

static void open_level(struct json *json, const char *key, json_t *container)
{
    if (json->open == MAX_LEVELS) {
        json_decref(container);
        return;
    }
    put(json, key, container);
    json->levels[json->open++] = (struct level){.container = container};
}

static void close_level(struct json *json)
{
    if (json->open > 1)
        json->open--;
}

static json_t *hex_number(uint64_t number, unsigned width)
{
    struct line line = {0};

    line_hex(&line, number, 2 * width);
    return json_string_nocheck(line.text);
}

static json_t *hex_bytes(const uint8_t *bytes, size_t size)
{
    static const char digits[] = "0123456789abcdef";
    char *text = malloc(2 * size + 1);
    json_t *value;

    if (!text)
        return NULL;
    for (size_t i = 0; i < size; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 0x0F];
    }
    value = json_stringn_nocheck(text, 2 * size);
    free(text);
    return value;
}

/* Bytes that are no text become U+FFFD in the string and stand in full in raw_hex. */
static void put_string(struct json *json, const char *key, const uint8_t *bytes, size_t size)
{
    char *text = malloc(size * UTF8_REPLACEMENT_SIZE + 1);
    bool whole = text ? utf8_repair(bytes, size, text) : false;

    put(json, key, text ? json_string_nocheck(text) : json_null());
    if (text && !whole)
        note_last(json, json->raw_hex, hex_bytes(bytes, size));
    free(text);
}

static void put_absent(struct json *json, const char *key, int err)
{
    put(json, key, json_null());
    note_last(json, json->absent, json_string_nocheck(json_reason(err)));
}

/* JSON's libraries count up to INT64_MAX at most; what is above it no machine has. */
static void put_number(struct json *json, const struct value *value)
{
    if (value->number > INT64_MAX)
        put_absent(json, value->key, HWIDENT_E_BOUND);
    else
        put(json, value->key, json_integer((json_int_t)value->number));
}

static void put_enum(struct json *json, const struct value *value)
{
    json_t *object = json_object();
    json_t *name = value->name ? json_string_nocheck(value->name) : json_null();

    (void)json_object_set_new_nocheck(object, "code", json_integer((json_int_t)value->number));
    (void)json_object_set_new_nocheck(object, "name", name);
    put(json, value->key, object);
}

static void put_name(struct json *json, const struct value *value)
{
    char name[SNAKE_SIZE];

    snake(value->name, name);
    put(json, value->key, json_string_nocheck(name));
}

static void take(void *context, const struct value *value)
{
    struct json *json = context;

    switch (value->kind) {
    case VALUE_NUMBER:
        put_number(json, value);
        break;
    case VALUE_SIGNED:
        put(json, value->key, json_integer((json_int_t)value->number));
        break;
    case VALUE_HEX:
        put(json, value->key, hex_number(value->number, value->width));
        break;
    case VALUE_FLAG:
        put(json, value->key, json_boolean(value->number != 0));
        break;
    case VALUE_ENUM:
        put_enum(json, value);
        break;
    case VALUE_NAME:
        put_name(json, value);
        break;
    case VALUE_STRING:
        put_string(json, value->key, value->bytes, value->size);
        break;
    case VALUE_TEXT:
        put(json, value->key, json_string_nocheck(value->text));
        break;
    case VALUE_BYTES:
        put(json, value->key, hex_bytes(value->bytes, value->size));
        break;
    case VALUE_ABSENT:
        put_absent(json, value->key, value->absent);
        break;
    case VALUE_REMARK:
        break;
    case VALUE_ARRAY_BEGIN:
        open_level(json, value->key, json_array());
        break;
    case VALUE_OBJECT_BEGIN:
        open_level(json, value->key, json_object());
        break;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        close_level(json);
        break;
    }
}

static void put_strings(struct json *json, const struct hwident_structure *s)
{
    const char *string;
    size_t length;

    open_level(json, "strings", json_array());
    for (uint8_t i = 1; hwident_structure_string(s, i, &string, &length) == HWIDENT_OK; i++) {
        put_string(json, NULL, (const uint8_t *)string, length);
        if (i == UINT8_MAX)
            break;
    }
    close_level(json);
}

static const char *name_of(const struct schema *schema, uint8_t type, char name[SNAKE_SIZE])
{
    if (!schema)
        return type >= 128 ? "oem_specific" : "unknown";
    snake(schema->title, name);
    return name;
}

json_t *json_structure(const struct hwident_table *table, enum vendor vendor,
                       const struct hwident_structure *s, bool raw)
{
    const struct schema *schema = schema_find(s, vendor);
    struct json json = {.absent = json_object(), .raw_hex = json_object()};
    const struct sink sink = {take, &json};
    json_t *fields = json_object(), *data = NULL;
    json_t *root;
    char name[SNAKE_SIZE];

    json.levels[json.open++] = (struct level){.container = fields};
    if (schema)
        schema_decode(schema, table, s, &sink);
    if (!schema || raw) {
        data = json_object();
        json.levels[0].container = data;
        put(&json, "data_hex", hex_bytes(s->bytes, s->length));
        put_strings(&json, s);
    }
    root = json_pack("{s:i, s:s, s:o, s:i, s:o}", "type", s->type, "name",
                     name_of(schema, s->type, name), "handle", hex_number(s->handle, 2), "length",
                     s->length, "fields", fields);
    (void)json_object_update(root, data);
    (void)json_object_set_new(root, "absent", json.absent);
    (void)json_object_set_new(root, "raw_hex", json.raw_hex);
    json_decref(data);
    return root;
}
