/*
 * The identity of the hardware itself.
 * SPDX-License-Identifier: MIT
 */
#include "cli/physical.h"

#include "cli/report.h"
#include "library/pick.h"

#include <string.h>

enum { SYSTEM = 1, PHYSICAL = 226 }; /* types; the second one is HPE's */
enum { SERIAL, UUID_TEXT, PICKS };

struct physical {
    struct pick own[PICKS], given[PICKS];
    bool differs;
};

/* False where the firmware keeps none. */
static bool read(const struct hwident_table *table, struct physical *p)
{
    struct hwident_structure s = {0}, system = {0};
    const struct schema *schema;

    *p = (struct physical){.own = {{"physical_serial_number"}, {"physical_uuid"}},
                           .given = {{"serial_number"}, {"uuid"}}};
    if (hwident_table_find(table, PHYSICAL, &s) != 1 ||
        hwident_table_find(table, SYSTEM, &system) != 1)
        return false;
    schema = schema_find(&s, schema_vendor(table));
    if (!schema)
        return false;
    pick_by(schema, table, &s, p->own, PICKS);
    pick(table, &system, p->given, PICKS);
    for (size_t i = 0; i < PICKS; i++)
        p->differs =
            p->differs || (p->own[i].there && strcmp(p->own[i].text, p->given[i].text) != 0);
    return p->own[SERIAL].there || p->own[UUID_TEXT].there;
}

void physical_print(FILE *out, const struct hwident_table *table)
{
    struct physical p;

    if (!read(table, &p) || !p.differs)
        return;
    fprintf(out, "%-*s %s%s%s (the hardware's own; type 1 holds those of a profile)\n", LABEL_WIDTH,
            "Physical", p.own[SERIAL].text,
            p.own[SERIAL].there && p.own[UUID_TEXT].there ? ", " : "", p.own[UUID_TEXT].text);
}

static const char *text_of(const struct pick *p)
{
    return p->there ? p->text : NULL;
}

void physical_json(struct json *json, const char *key, const struct hwident_table *table)
{
    struct physical p;

    if (!read(table, &p))
        return;
    json_object(json, key);
    json_string(json, "serial_number", text_of(&p.own[SERIAL]));
    json_string(json, "uuid", text_of(&p.own[UUID_TEXT]));
    json_bool(json, "differs", p.differs);
    json_end(json);
}
