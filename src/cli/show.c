/*
 * hwident show: the inventory, as text in dmidecode's manner or as JSON.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/inventory.h"
#include "cli/message.h"
#include "cli/report.h"
#include "render/json.h"

#include <stdio.h>

/* The rule that ends the walk before the table does, explained in h->last; or 0. */
static int broken(hwident *h)
{
    struct hwident_walk walk;

    hwident_table_walk(&h->source.table, &walk);
    if (walk.error)
        handle_explain(h, NULL, walk.error);
    return walk.error;
}

static int show_text(const struct options *o, hwident *h)
{
    const struct text_options text = {.raw = o->raw};
    int err = broken(h);

    inventory_origin(&h->source, o->source.dump);
    inventory_head(&h->source, !o->selection.by_type);
    (void)inventory_structures(&h->source, &o->selection, &text);
    return err ? message_error(h, err) : HWIDENT_OK;
}

static json_t *structures(const struct options *o, const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    json_t *list = json_array();
    int result;

    while ((result = hwident_table_next(table, &s)) == 1)
        if (selection_has(&o->selection, &s))
            (void)json_array_append_new(list, json_structure(table, &s, o->raw));
    if (result == HWIDENT_E_UNTERMINATED && selection_has(&o->selection, &s)) {
        json_t *cut = json_structure(table, &s, o->raw);

        (void)json_object_set_new(cut, "truncated", json_true());
        (void)json_array_append_new(list, cut);
    }
    return list;
}

static int show_json(const struct options *o, hwident *h)
{
    int err = broken(h);
    json_t *root = report_begin(o, h, err);

    if (err)
        (void)message_error(h, err);
    (void)json_object_set_new(root, "structures", structures(o, &h->source.table));
    return report_print(root, err);
}

int command_show(const struct options *o)
{
    hwident *h = NULL;
    int err = report_open(o, &h);

    if (!err)
        err = o->json ? show_json(o, h) : show_text(o, h);
    hwident_close(h);
    return err;
}
