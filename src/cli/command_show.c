/*
 * hwident show: the inventory, as text like dmidecode's or as JSON. SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/dialect.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/inventory.h"

#include <stdio.h>

static int show_text(const struct options *o, hwident *h, enum dialect dialect)
{
    const struct text_options text = {
        .raw = o->raw, .vendor = schema_vendor(hwident_table(h)), .dialect = dialect};
    struct page out;
    int err;

    page_begin(&out, stdout);
    inventory_origin(&out, h, o->open.dump, dialect_version(dialect));
    inventory_head(&out, h, !o->selection.by_type);
    err = inventory_structures(&out, h, &o->selection, &text);
    page_flush(&out);
    return err ? message_error(h, err) : HWIDENT_OK;
}

static int show_json(const struct options *o)
{
    const struct selection *selection = &o->selection;
    uint8_t types[sizeof selection->types];
    struct hwident_request request = {.size = sizeof request, .raw = o->raw};

    for (size_t type = 0; type < sizeof selection->types; type++)
        if (selection->types[type])
            types[request.type_count++] = (uint8_t)type;
    request.types = selection->by_type ? types : NULL;
    request.handles = selection->by_handle ? &selection->handle : NULL;
    request.handle_count = selection->by_handle;
    return report_json(o, &request);
}

int command_show(const struct options *o)
{
    enum dialect dialect;
    hwident *h = NULL;
    int err;

    if (!dialect_choose(o->dialect, &dialect))
        return HWIDENT_E_USAGE;
    if (o->json)
        return show_json(o);
    err = report_open(o, &h);
    if (!err)
        err = show_text(o, h, dialect);
    hwident_close(h);
    return err;
}
