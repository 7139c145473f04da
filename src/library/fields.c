/*
 * Every field of a structure, for programs: the catalogue's values in the form that hwident.h
 * promises.
 * SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include "schema/catalogue.h"
#include "smbios/line.h"

enum { MAX_LEVELS = 32, PROGRAM_SKIPS = -1 };

struct visit {
    hwident_visit *call;
    void *context;
    char *room; /* for a string's text; large enough for any string of the table */
    int result; /* of the last visit */
    uint32_t depth;
    uint32_t arrays; /* a bit for each level that is an array: its members have no keys */
};

/* The kinds that programs see; all others are only for the text. */
static const int kinds[] = {
    [VALUE_NUMBER] = HWIDENT_NUMBER,
    [VALUE_SIGNED] = HWIDENT_SIGNED,
    [VALUE_HEX] = HWIDENT_HEX,
    [VALUE_FLAG] = HWIDENT_FLAG,
    [VALUE_ENUM] = HWIDENT_ENUM,
    [VALUE_NAME] = HWIDENT_NAME,
    [VALUE_STRING] = HWIDENT_STRING,
    [VALUE_TEXT] = HWIDENT_TEXT,
    [VALUE_BYTES] = HWIDENT_BYTES,
    [VALUE_ABSENT] = HWIDENT_ABSENT,
    [VALUE_REMARK] = PROGRAM_SKIPS,
    [VALUE_ARRAY_BEGIN] = HWIDENT_ARRAY,
    [VALUE_ARRAY_END] = HWIDENT_ARRAY_END,
    [VALUE_OBJECT_BEGIN] = HWIDENT_OBJECT,
    [VALUE_OBJECT_END] = HWIDENT_OBJECT_END,
};

const char *hwident_type_name(uint8_t type)
{
    const struct schema *schema = schema_of(type);

    return schema ? schema->title : NULL;
}

static bool in_array(const struct visit *visit)
{
    return visit->depth > 0 && (visit->arrays >> (visit->depth - 1) & 1) != 0;
}

static bool is_end(int kind)
{
    return kind == HWIDENT_ARRAY_END || kind == HWIDENT_OBJECT_END;
}

static bool has_members(int kind)
{
    return kind == HWIDENT_ARRAY || kind == HWIDENT_OBJECT;
}

/* The value as the text shows it. */
static const char *text_of(const struct visit *visit, const struct value *value)
{
    if (value->text)
        return value->text;
    if (value->kind == VALUE_NAME)
        return value->name;
    if (value->kind != VALUE_STRING)
        return "";
    for (size_t i = 0; i < value->size; i++)
        visit->room[i] = line_printable(value->bytes[i]);
    visit->room[value->size] = '\0';
    return visit->room;
}

static void open_level(struct visit *visit, int kind)
{
    uint32_t bit = (uint32_t)1 << visit->depth;

    visit->arrays = kind == HWIDENT_ARRAY ? visit->arrays | bit : visit->arrays & ~bit;
    visit->depth++;
}

static void take(void *context, const struct value *value)
{
    struct visit *visit = context;
    int kind = kinds[value->kind];
    const struct hwident_field field = {
        .size = sizeof field,
        .kind = (uint32_t)kind,
        .depth = visit->depth - is_end(kind),
        .key = is_end(kind) || in_array(visit) ? NULL : value->key,
        .label = is_end(kind) ? NULL : value->label,
        .text = is_end(kind) ? "" : text_of(visit, value),
        .name = value->name,
        .bytes = value->bytes,
        .bytes_size = value->size,
        .number = value->number,
        .width = value->width,
        .absent = value->absent,
    };

    if (kind == PROGRAM_SKIPS || visit->depth == MAX_LEVELS)
        return;
    if (is_end(kind))
        visit->depth--;
    if (visit->result == 0 && (field.key || is_end(kind) || in_array(visit)))
        visit->result = visit->call(visit->context, &field);
    if (has_members(kind))
        open_level(visit, kind);
}

static enum vendor vendor_of(hwident *h)
{
    if (!h->vendor_known)
        h->vendor = schema_vendor(&h->source.table);
    h->vendor_known = true;
    return h->vendor;
}

int hwident_fields(hwident *h, const struct hwident_structure *structure, hwident_visit *call,
                   void *context)
{
    struct visit visit = {.call = call, .context = context};
    const struct sink sink = {take, &visit, DIALECT_3_7};
    const struct schema *schema;
    size_t size;
    int err;

    if (!h || !structure || !call)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    schema = schema_find(structure, vendor_of(h));
    if (!schema)
        return HWIDENT_OK;
    visit.room = handle_room(h, &size);
    if (!visit.room)
        return handle_explain(h, NULL, HWIDENT_E_MEMORY);
    schema_decode(schema, &h->source.table, structure, &sink);
    return visit.result;
}
