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

json_t *physical_json(const struct hwident_table *table)
{
    struct physical p;

    if (!read(table, &p))
        return NULL;
    return json_pack("{s:s?, s:s?, s:b}", "serial_number",
                     p.own[SERIAL].there ? p.own[SERIAL].text : NULL, "uuid",
                     p.own[UUID_TEXT].there ? p.own[UUID_TEXT].text : NULL, "differs", p.differs);
}
