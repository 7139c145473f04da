/*
 * Some of a structure's values, by key.
 * SPDX-License-Identifier: MIT
 */
#include "library/pick.h"

#include <string.h>

struct picker {
    struct pick *picks;
    size_t count;
    unsigned depth;      /* arrays and objects that are open: their members are not picked */
    const char *row_key; /* of the row that is decoded; NULL: it can have any keys */
    struct pick *row_pick;
};

void pick_string(char text[PICK_SIZE], const uint8_t *bytes, size_t size)
{
    while (size > 0 && bytes[0] == ' ') {
        bytes++;
        size--;
    }
    while (size > 0 && bytes[size - 1] == ' ')
        size--;
    if (size > PICK_SIZE - 1)
        size = PICK_SIZE - 1;
    for (size_t i = 0; i < size; i++)
        text[i] = line_printable(bytes[i]);
    text[size] = '\0';
}

static void put_text(struct pick *p, const char *text)
{
    size_t size = 0;

    for (; text && text[size] && size < PICK_SIZE - 1; size++)
        p->text[size] = text[size];
    p->text[size] = '\0';
}

static void put(struct pick *p, const struct value *value)
{
    p->there = value->kind != VALUE_ABSENT;
    p->absent = value->kind == VALUE_ABSENT ? value->absent : 0;
    p->number = value->number;
    if (value->kind == VALUE_STRING)
        pick_string(p->text, value->bytes, value->size);
    else if (value->kind == VALUE_ENUM)
        put_text(p, value->name);
    else if (value->kind == VALUE_TEXT)
        put_text(p, value->text);
}

static void forget_one(struct pick *p)
{
    p->there = false;
    p->number = 0;
    p->absent = 0;
    p->text[0] = '\0';
}

static void forget(struct picker *picker)
{
    for (size_t i = 0; i < picker->count; i++)
        forget_one(&picker->picks[i]);
}

/* The pick with the key, or NULL. */
static struct pick *find(const struct picker *picker, const char *key)
{
    for (size_t i = 0; i < picker->count; i++)
        if (picker->picks[i].key == key || strcmp(picker->picks[i].key, key) == 0)
            return &picker->picks[i];
    return NULL;
}

static struct pick *find_of(const struct picker *picker, const struct value *value)
{
    if (!value->key || picker->depth > 0)
        return NULL;
    return value->key == picker->row_key ? picker->row_pick : find(picker, value->key);
}

static void take(void *context, const struct value *value)
{
    struct picker *picker = context;
    struct pick *p;

    switch (value->kind) {
    case VALUE_ARRAY_BEGIN:
    case VALUE_OBJECT_BEGIN:
        picker->depth++;
        return;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        picker->depth--;
        return;
    default:
        break;
    }
    p = find_of(picker, value);
    if (p)
        put(p, value);
}

/*
 * A row has values with its own key; only a row with a function can have other keys. The rows of a
 * list's members are not needed.
 */
static bool wants(void *context, const struct field *row)
{
    struct picker *picker = context;

    if (picker->depth > 0)
        return false;
    picker->row_key = row->kind == FIELD_CUSTOM ? NULL : row->key;
    picker->row_pick = picker->row_key ? find(picker, row->key) : NULL;
    return row->kind == FIELD_CUSTOM || picker->row_pick;
}

void pick_by(const struct schema *schema, const struct hwident_table *table,
             const struct hwident_structure *structure, struct pick *picks, size_t count)
{
    struct picker picker = {.picks = picks, .count = count};
    const struct sink sink = {.take = take, .context = &picker, .wants = wants, .brief = true};

    forget(&picker);
    if (schema)
        schema_decode(schema, table, structure, &sink);
}

void pick(const struct hwident_table *table, const struct hwident_structure *structure,
          struct pick *picks, size_t count)
{
    pick_by(schema_of(structure->type), table, structure, picks, count);
}
