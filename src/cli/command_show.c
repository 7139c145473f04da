/*
 * hwident show: the inventory, as text in dmidecode's manner or as JSON.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/dialect.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/inventory.h"
#include "render/json.h"

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

/* The walk over the structures that are selected. */
struct walk {
    const struct options *options;
    const struct hwident_table *table;
    enum vendor vendor;
    struct hwident_structure structure;
    int result; /* of the last step */
};

static json_t *next_structure(void *context)
{
    struct walk *walk = context;
    const struct options *o = walk->options;

    while (walk->result == 1) {
        json_t *structure;

        walk->result = hwident_table_next(walk->table, &walk->structure);
        if (walk->result != 1 && walk->result != HWIDENT_E_UNTERMINATED)
            break;
        if (!selection_has(&o->selection, &walk->structure))
            continue;
        structure = json_structure(walk->table, walk->vendor, &walk->structure, o->raw);
        if (walk->result == HWIDENT_E_UNTERMINATED)
            (void)json_object_set_new(structure, "truncated", json_true());
        return structure;
    }
    return NULL;
}

static int show_json(const struct options *o, hwident *h)
{
    struct walk walk = {.options = o,
                        .table = hwident_table(h),
                        .vendor = schema_vendor(hwident_table(h)),
                        .result = 1};
    struct hwident_walk whole;

    hwident_table_walk(walk.table, &whole);
    if (whole.error)
        (void)message_error(h, whole.error);
    return report_print_list(report_begin(o, h, whole.error), whole.error, "structures",
                             next_structure, &walk);
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
