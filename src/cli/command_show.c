/*
 * hwident show: the inventory, as text in dmidecode's manner or as JSON.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/dialect.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/inventory.h"
#include "render/json_structure.h"

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

static void put_structures(struct json *json, const struct options *o,
                           const struct hwident_table *table)
{
    const struct json_options options = {.raw = o->raw, .vendor = schema_vendor(table)};
    struct hwident_structure s = {0};
    int result = 1;

    json_array(json, "structures");
    while (result == 1) {
        result = hwident_table_next(table, &s);
        if ((result == 1 || result == HWIDENT_E_UNTERMINATED) && selection_has(&o->selection, &s))
            json_structure(json, table, &s, result != 1, &options);
    }
    json_end(json);
}

static int show_json(const struct options *o, hwident *h)
{
    struct hwident_walk whole;
    struct report report;

    hwident_table_walk(hwident_table(h), &whole);
    if (whole.error)
        (void)message_error(h, whole.error);
    report_begin(&report, o, h, whole.error);
    put_structures(&report.json, o, hwident_table(h));
    report_end(&report);
    return whole.error;
}

int command_show(const struct options *o)
{
    enum dialect dialect;
    hwident *h = NULL;
    int err;

    if (!dialect_choose(o->dialect, &dialect))
        return HWIDENT_E_USAGE;
    err = report_open(o, &h);
    if (!err)
        err = o->json ? show_json(o, h) : show_text(o, h, dialect);
    hwident_close(h);
    return err;
}
