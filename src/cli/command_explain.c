/*
 * hwident explain: why the tables can or can't be read here, and the line that fixes it.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/message.h"
#include "cli/report.h"
#include "host/product_uuid.h"

#include <stdio.h>

/* One place as a reader of this very process finds it. */
static void look_at(const char *place, hwident **h)
{
    (void)handle_open(&(struct source_options){.tables = place}, h);
}

static void print_places(void)
{
    const char *place;

    for (size_t n = 0; (place = source_place(n)); n++) {
        hwident *h = NULL;

        look_at(place, &h);
        printf("%-*s ", LABEL_WIDTH, n == 0 ? "Places" : "");
        if (h && h->source.provenance != PROVENANCE_NONE)
            printf("%s: %s, %s\n", place,
                   h->source.has_entry_point ? "can be read" : "only DMI can be read",
                   provenance_name(h->source.provenance));
        else if (h)
            printf("%s: %s\n", hwident_error_tag(h->last.error), h->last.cause);
        hwident_close(h);
    }
}

static json_t *places_json(void)
{
    json_t *list = json_array();
    const char *place;

    for (size_t n = 0; (place = source_place(n)); n++) {
        hwident *h = NULL;

        look_at(place, &h);
        if (h)
            (void)json_array_append_new(list,
                                        json_pack("{s:s, s:s, s:s, s:s}", "path", place, "tag",
                                                  hwident_error_tag(h->last.error), "message",
                                                  h->last.cause, "remedy", h->last.remedy));
        hwident_close(h);
    }
    return list;
}

static json_t *notes_json(const hwident *h)
{
    json_t *list = json_array();

    for (size_t i = 0; i < h->source.notes; i++)
        (void)json_array_append_new(list, json_string(h->source.note[i]));
    return list;
}

static void print_answer(hwident *h, int err)
{
    if (err) {
        (void)hwident_why(h, err);
        printf("%-*s %s: %s\n", LABEL_WIDTH, "Problem", hwident_error_tag(err), h->last.cause);
        printf("%-*s %s\n", LABEL_WIDTH, "Remedy", h->last.remedy);
    } else {
        printf("%-*s none\n", LABEL_WIDTH, "Problem");
    }
    for (size_t i = 0; i < h->source.notes; i++)
        printf("%-*s %s\n", LABEL_WIDTH, "Note", h->source.note[i]);
    if (h->source.provenance == PROVENANCE_NONE)
        return;
    report_print_source(stdout, &h->source);
    identity_print(stdout, &h->source.table);
    identity_print_bindable(stdout, &h->source.table);
}

/* What `get system-uuid` would end with, and whether the kernel's own attribute agrees. */
static int verdict(hwident *h)
{
    char uuid[HWIDENT_UUID_TEXT_SIZE];
    int err = product_uuid_check(&h->source, &h->last);

    return err ? err : hwident_get(h, "system-uuid", uuid, sizeof uuid);
}

int command_explain(const struct options *o)
{
    hwident *h = NULL;
    int err = handle_open(&o->source, &h);

    if (!h)
        return message_error(NULL, err);
    if (!err && o->redact) {
        err = report_redact(h);
        if (err) /* then nothing of the tables is shown */
            h->source.provenance = PROVENANCE_NONE;
    }
    if (!err)
        err = verdict(h);
    if (o->json) {
        json_t *root = report_begin(o, h, err);

        if (h->source.provenance != PROVENANCE_NONE)
            (void)json_object_set_new(root, "identity", identity_json(&h->source.table));
        (void)json_object_set_new(root, "notes", notes_json(h));
        (void)json_object_set_new(root, "places", places_json());
        (void)report_print(root, err);
    } else {
        print_answer(h, err);
        if (!o->source.tables && !o->source.dump)
            print_places();
    }
    hwident_close(h);
    return err;
}
