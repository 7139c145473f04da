/*
 * On board devices as older tables have them (section 7.11). Two bytes are a device, so a table can
 * have millions of them, which mostly are alike: what one of them counts as is remembered.
 * SPDX-License-Identifier: MIT
 */
#include "library/overview.h"

#include "schema/string_set.h"

#include <string.h>

enum {
    ON_BOARD = 10,
    ONBOARD = 41, /* has the names of the types */
    FIRST = 0x04, /* offset of the first device: its type and the number of its text */
    SIZE = 2,
    ENABLED = 0x80,
    TYPE = 0x7F,
    KINDS = 32, /* types for which something is remembered; those without a name count as type 0 */
    TEXTS = REFERENCES + 1, /* by number; 0: there is none */
};

enum verdict { NOT_JUDGED, TELLING, SAYS_NOTHING };

struct devices {
    struct overview *overview;
    const struct name_table *types;
    const char *type[KINDS];        /* what is printed of the type's name; NULL: not known yet */
    struct references strings;      /* of the structure, as is all below */
    uint8_t verdict[TEXTS];         /* enum verdict */
    uint16_t counted[TEXTS][KINDS]; /* where in the list, plus one; 0: not known yet */
};

static const struct name_table *type_names(void)
{
    const struct schema *schema = schema_of(ONBOARD);

    for (size_t i = 0; i < schema->count; i++)
        if (strcmp(schema->fields[i].key, "device_type") == 0)
            return schema->fields[i].names;
    return NULL;
}

static const char *type_text(struct devices *d, size_t type, const char *name)
{
    if (type >= KINDS)
        return overview_telling(d->overview, name);
    if (!d->type[type])
        d->type[type] = overview_telling(d->overview, name);
    return d->type[type];
}

/* The device's text; `number` is 0 if it has none. */
static const char *device_text(struct devices *d, size_t number, char text[PICK_SIZE])
{
    struct set_string string = references_find(&d->strings, number);

    pick_string(text, string.bytes, string.size);
    if (d->verdict[number] == NOT_JUDGED)
        d->verdict[number] = *overview_telling(d->overview, text) ? TELLING : SAYS_NOTHING;
    return d->verdict[number] == TELLING ? text : "";
}

/* Counts the first device of its type and text. */
static size_t count_new(struct devices *d, size_t type, const char *name, size_t number)
{
    char text[PICK_SIZE];

    return overview_count(d->overview, LIST_ONBOARD, type_text(d, type, name), " (",
                          device_text(d, number, text), ")");
}

static void count_device(struct devices *d, uint8_t code, uint8_t number)
{
    const char *name = name_table_find(d->types, code & TYPE);
    size_t type = name ? code & TYPE : 0;
    size_t text = references_find(&d->strings, number).bytes ? number : 0;
    uint16_t *counted = type < KINDS ? &d->counted[text][type] : NULL;
    size_t place;

    if (counted && *counted) {
        overview_count_again(d->overview, LIST_ONBOARD, *counted - 1U);
        return;
    }
    place = count_new(d, type, name ? name : "", text);
    if (counted)
        *counted = (uint16_t)(place + 1);
}

/* Forgets what was remembered of the last structure's texts. */
static void begin(struct devices *d, const struct hwident_structure *s)
{
    memset(d->verdict, 0, d->strings.count + 1);
    memset(d->counted, 0, (d->strings.count + 1) * sizeof d->counted[0]);
    references_begin(&d->strings, s);
}

void overview_read_onboard(const struct hwident_table *table, struct overview *o)
{
    struct devices d = {.overview = o, .types = type_names()};
    struct hwident_structure s = HWIDENT_START;

    while (hwident_table_find(table, ON_BOARD, &s) == 1) {
        begin(&d, &s);
        for (size_t at = FIRST; at + SIZE <= s.length; at += SIZE)
            if (s.bytes[at] & ENABLED)
                count_device(&d, s.bytes[at], s.bytes[at + 1]);
    }
}
