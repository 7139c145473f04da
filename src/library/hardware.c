/*
 * The identity of the hardware itself.
 * SPDX-License-Identifier: MIT
 */
#include "library/hardware.h"

#include <string.h>

enum { SYSTEM = 1, PHYSICAL = 226 }; /* types; the second one is HPE's */

bool hardware_read(const struct hwident_table *table, struct hardware *p)
{
    struct hwident_structure s = {0}, system = {0};
    const struct schema *schema;

    *p = (struct hardware){.own = {{"physical_serial_number"}, {"physical_uuid"}},
                           .given = {{"serial_number"}, {"uuid"}}};
    if (hwident_table_find(table, PHYSICAL, &s) != 1 ||
        hwident_table_find(table, SYSTEM, &system) != 1)
        return false;
    schema = schema_find(&s, schema_vendor(table));
    if (!schema)
        return false;
    pick_by(schema, table, &s, p->own, HARDWARE_PICKS);
    pick(table, &system, p->given, HARDWARE_PICKS);
    for (size_t i = 0; i < HARDWARE_PICKS; i++)
        p->differs =
            p->differs || (p->own[i].there && strcmp(p->own[i].text, p->given[i].text) != 0);
    return p->own[HARDWARE_SERIAL].there || p->own[HARDWARE_UUID].there;
}

static const char *text_of(const struct pick *p)
{
    return p->there ? p->text : NULL;
}

void hardware_json(struct json *json, const char *key, const struct hwident_table *table)
{
    struct hardware p;

    if (!hardware_read(table, &p))
        return;
    json_object(json, key);
    json_string(json, "serial_number", text_of(&p.own[HARDWARE_SERIAL]));
    json_string(json, "uuid", text_of(&p.own[HARDWARE_UUID]));
    json_bool(json, "differs", p.differs);
    json_end(json);
}
