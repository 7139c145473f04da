/*
 * hwident explain: why the tables can or can't be read here, and the line that fixes it.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
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

    puts("Places:");
    for (size_t n = 0; (place = source_place(n)); n++) {
        hwident *h = NULL;

        look_at(place, &h);
        if (h && h->source.provenance != PROVENANCE_NONE)
            printf("  %s: %s, %s\n", place,
                   h->source.has_entry_point ? "can be read" : "only DMI can be read",
                   provenance_name(h->source.provenance));
        else if (h)
            printf("  %s: %s\n", h->last.cause, hwident_error_tag(h->last.error));
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

static void print_answer(hwident *h, int err)
{
    char version[16];

    if (h->source.provenance != PROVENANCE_NONE) {
        report_version(&h->source, version);
        printf("Read from: %s (%s)\n", h->source.path, provenance_name(h->source.provenance));
        printf("SMBIOS version: %s (%s)\n", h->source.table.version ? version : "unknown",
               report_version_from(&h->source));
    }
    if (err) {
        (void)hwident_why(h, err);
        printf("Problem: %s: %s\nRemedy: %s\n", hwident_error_tag(err), h->last.cause,
               h->last.remedy);
    } else {
        puts("Problem: none");
    }
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
    if (!err)
        err = verdict(h);
    if (o->json) {
        json_t *root = report_begin(o, h, err);

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
