/*
 * Structures as JSON. No structure type has code of its own here. SPDX-License-Identifier: MIT
 */
#include "render/json_structure.h"

#include "render/snake.h"
#include "render/utf8.h"
#include "schema/references.h"

#include <string.h>

static const char STRINGS[] = "strings"; /* also the key of the field in type 11 */

enum { MAX_LEVELS = 16 }; /* rows nest three deep */

/*
 * A structure is decoded once in each pass, so that nothing has to be remembered. The last two
 * passes only happen if the first one found members for them.
 */
enum pass { PASS_FIELDS, PASS_ABSENT, PASS_RAW_HEX };

enum { MAX_ROWS = 128 }; /* the rows after them are decoded in each pass */

/* An array or object that is open. */
struct level {
    const char *key; /* of its last member; NULL in an array, whose members have numbers */
    size_t members;
    bool array;
};

struct structure {
    struct json *json;
    const struct hwident_structure *is;
    const struct schema *schema; /* NULL: unknown */
    bool undecoded;              /* its data and all its strings are shown */
    bool in_strings;             /* these strings are the last value */
    enum pass pass;
    bool has_absent, has_raw_hex;
    size_t row;              /* of the schema's, that is being decoded */
    uint8_t again[MAX_ROWS]; /* a bit for each pass that has members of the row */
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

/* The name of the last value: "devices.0.description". `path` is room for one of several parts. */
static const char *name_last(const struct structure *s, struct line *path)
{
    if (s->open == 1)
        return s->levels[0].key;
    *path = (struct line){0};
    for (size_t i = 0; i < s->open; i++) {
        const struct level *level = &s->levels[i];

        if (i > 0)
            line_char(path, '.');
        if (level->key)
            line_add(path, level->key);
        else
            line_number(path, level->members - 1);
    }
    return path->text;
}

static void mark_row(struct structure *s, enum pass pass)
{
    if (s->row < MAX_ROWS)
        s->again[s->row] |= (uint8_t)(1 << pass);
}

/* After the first pass only the rows that it marked; rows of a part that repeats belong to one. */
static bool wants(void *context, const struct field *row)
{
    struct structure *s = context;

    if (row < s->schema->fields || row >= s->schema->fields + s->schema->count)
        return true;
    s->row = (size_t)(row - s->schema->fields);
    return s->pass == PASS_FIELDS || s->row >= MAX_ROWS || s->again[s->row] >> s->pass & 1;
}

/* Counts a value. Returns whether JSON can show it: in an object it needs a key. */
static bool place(struct structure *s, const char *key)
{
    struct level *level = &s->levels[s->open - 1];

    level->key = key;
    level->members++;
    return key || level->array;
}

static void open_level(struct structure *s, const char *key, bool array)
{
    (void)place(s, key);
    s->levels[s->open++] = (struct level){.array = array};
    if (s->pass != PASS_FIELDS)
        return;
    if (array)
        json_array(s->json, key);
    else
        json_object(s->json, key);
}

static void close_level(struct structure *s)
{
    s->open--;
    if (s->pass == PASS_FIELDS)
        json_end(s->json);
}

/* Whether the last value is also among the undecoded strings, under the same name. */
static bool is_repeated(const struct structure *s)
{
    const char *key = s->levels[0].key;

    return s->undecoded && !s->in_strings && key && strcmp(key, STRINGS) == 0;
}

/* Bytes that are not text become U+FFFD in the string and are given in full in raw_hex. */
static void take_string(struct structure *s, const char *key, const uint8_t *bytes, size_t size)
{
    if (s->pass == PASS_FIELDS) {
        if (!json_bytes(s->json, key, bytes, size)) {
            s->has_raw_hex = true;
            mark_row(s, PASS_RAW_HEX);
        }
    } else if (s->pass == PASS_RAW_HEX && !utf8_is_whole(bytes, size) && !is_repeated(s)) {
        struct line path;

        json_hex_bytes(s->json, name_last(s, &path), bytes, size);
    }
}

static void take_absent(struct structure *s, const char *key, int err)
{
    s->has_absent = true;
    mark_row(s, PASS_ABSENT);
    if (s->pass == PASS_FIELDS) {
        json_null(s->json, key);
    } else if (s->pass == PASS_ABSENT) {
        struct line path;

        json_name(s->json, name_last(s, &path), json_reason(err));
    }
}

static void put_enum(struct json *json, const struct value *value)
{
    json_object(json, value->key);
    json_number(json, "code", value->number);
    json_string(json, "name", value->name);
    json_end(json);
}

static void put_name(struct json *json, const struct value *value)
{
    char name[SNAKE_SIZE];

    snake(value->name, name);
    json_name(json, value->key, name);
}

/* Writes a value that is not absent. */
static void put(struct json *json, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NUMBER:
        json_number(json, value->key, value->number);
        break;
    case VALUE_SIGNED:
        json_signed(json, value->key, (int64_t)value->number);
        break;
    case VALUE_HEX:
        json_hex(json, value->key, value->number, 2 * value->width);
        break;
    case VALUE_FLAG:
        json_bool(json, value->key, value->number != 0);
        break;
    case VALUE_ENUM:
        put_enum(json, value);
        break;
    case VALUE_NAME:
        put_name(json, value);
        break;
    case VALUE_TEXT:
        json_string(json, value->key, value->text);
        break;
    case VALUE_BYTES:
        json_hex_bytes(json, value->key, value->bytes, value->size);
        break;
    default:
        break;
    }
}

/* Every JSON parser can be expected to read numbers up to INT64_MAX; no real value is larger. */
static bool is_too_large(const struct value *value)
{
    return value->kind == VALUE_NUMBER && value->number > INT64_MAX;
}

static void take_value(struct structure *s, const struct value *value)
{
    if (!place(s, value->key))
        return;
    if (value->kind == VALUE_ABSENT)
        take_absent(s, value->key, value->absent);
    else if (is_too_large(value))
        take_absent(s, value->key, HWIDENT_E_BOUND);
    else if (value->kind == VALUE_STRING)
        take_string(s, value->key, value->bytes, value->size);
    else if (s->pass == PASS_FIELDS)
        put(s->json, value);
}

static void take(void *context, const struct value *value)
{
    struct structure *s = context;

    switch (value->kind) {
    case VALUE_REMARK:
        break;
    case VALUE_ARRAY_BEGIN:
    case VALUE_OBJECT_BEGIN:
        open_level(s, value->key, value->kind == VALUE_ARRAY_BEGIN);
        break;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        close_level(s);
        break;
    default:
        take_value(s, value);
        break;
    }
}

static void take_strings(struct structure *s)
{
    struct references set;

    references_strings(s->is, &set);
    s->in_strings = true;
    open_level(s, STRINGS, true);
    for (size_t i = 0; i < set.count; i++) {
        struct set_string string = references_find(&set, i + 1);

        (void)place(s, NULL);
        take_string(s, NULL, string.bytes, string.size);
    }
    close_level(s);
    s->in_strings = false;
}

static void put_head(const struct structure *s)
{
    const char *name = s->is->type >= 128 ? "oem_specific" : "unknown";
    char title[SNAKE_SIZE];

    if (s->schema) {
        snake(s->schema->title, title);
        name = title;
    }
    json_number(s->json, "type", s->is->type);
    json_name(s->json, "name", name);
    json_hex(s->json, "handle", s->is->handle, 4);
    json_number(s->json, "length", s->is->length);
}

static void decode(struct structure *s, const struct hwident_table *table, enum pass pass)
{
    const struct sink sink = {.take = take, .context = s, .wants = wants};

    s->pass = pass;
    if (s->schema)
        schema_decode(s->schema, table, s->is, &sink);
}

void json_structure(struct json *json, const struct hwident_table *table,
                    const struct hwident_structure *structure, bool truncated,
                    const struct json_options *options)
{
    struct structure s = {.json = json,
                          .is = structure,
                          .schema = schema_find(structure, options->vendor),
                          .open = 1};

    s.undecoded = !s.schema || options->raw;
    json_object(json, NULL);
    put_head(&s);
    json_object(json, "fields");
    decode(&s, table, PASS_FIELDS);
    json_end(json);
    if (s.undecoded) {
        json_hex_bytes(json, "data_hex", structure->bytes, structure->length);
        take_strings(&s);
    }
    json_object(json, "absent");
    if (s.has_absent)
        decode(&s, table, PASS_ABSENT);
    json_end(json);
    json_object(json, "raw_hex");
    if (s.has_raw_hex) {
        decode(&s, table, PASS_RAW_HEX);
        if (s.undecoded)
            take_strings(&s);
    }
    json_end(json);
    if (truncated)
        json_bool(json, "truncated", true);
    json_end(json);
}
