/*
 * hwident explain: why the tables can or can't be read here, and the line that fixes it.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/message.h"
#include "cli/remedy.h"
#include "cli/report.h"

#include <stdio.h>

static void print_places(void)
{
    const char *place;

    for (size_t n = 0; (place = hwident_place(n)); n++) {
        hwident *h = NULL;

        int err = hwident_open(place, &h);

        printf("%-*s ", LABEL_WIDTH, n == 0 ? "Places" : "");
        if (err)
            printf("%s: %s\n", hwident_error_tag(err), hwident_cause(h, err));
        else
            printf("%s: %s, %s\n", place,
                   hwident_entry_point(h) ? "can be read" : "only DMI can be read",
                   hwident_provenance_name(hwident_provenance(h)));
        hwident_close(h);
    }
}

static json_t *places_json(void)
{
    json_t *list = json_array();
    const char *place;

    for (size_t n = 0; (place = hwident_place(n)); n++) {
        hwident *h = NULL;

        int err = hwident_open(place, &h);

        (void)json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:s}", "path", place, "tag",
                                                    hwident_error_tag(err), "message",
                                                    err ? hwident_cause(h, err) : "", "remedy",
                                                    hwident_remedy(h, err)));
        hwident_close(h);
    }
    return list;
}

static json_t *notes_json(const hwident *h)
{
    json_t *list = json_array();

    const char *note;

    for (size_t i = 0; (note = hwident_note(h, i)); i++)
        (void)json_array_append_new(list, json_string(note));
    return list;
}

static void print_answer(hwident *h, int err)
{
    const struct hwident_table *table = hwident_table(h);
    char text[REMEDY_SIZE];
    const char *note;

    if (err) {
        printf("%-*s %s: %s\n", LABEL_WIDTH, "Problem", hwident_error_tag(err),
               hwident_cause(h, err));
        printf("%-*s %s\n", LABEL_WIDTH, "Remedy", remedy(h, err, text));
    } else {
        printf("%-*s none\n", LABEL_WIDTH, "Problem");
    }
    for (size_t i = 0; (note = hwident_note(h, i)); i++)
        printf("%-*s %s\n", LABEL_WIDTH, "Note", note);
    if (hwident_provenance(h) == HWIDENT_PROVENANCE_NONE)
        return;
    report_print_source(stdout, h);
    identity_print(stdout, table);
    identity_print_bindable(stdout, table);
}

/* What `get system-uuid` would end with, and whether the kernel's own attribute agrees. */
static int verdict(hwident *h)
{
    char uuid[HWIDENT_UUID_TEXT_SIZE];
    int err = hwident_check(h);

    return err ? err : hwident_get(h, "system-uuid", uuid, sizeof uuid);
}

int command_explain(const struct options *o)
{
    hwident *h = NULL;
    int err = hwident_open_with(&o->open, &h);

    if (!h)
        return message_error(NULL, err);
    if (!err)
        err = verdict(h);
    if (o->json) {
        json_t *root = report_begin(o, h, err);

        if (hwident_table(h))
            (void)json_object_set_new(root, "identity", identity_json(hwident_table(h)));
        (void)json_object_set_new(root, "notes", notes_json(h));
        (void)json_object_set_new(root, "places", places_json());
        (void)report_print(root, err);
    } else {
        print_answer(h, err);
        if (!o->open.tables && !o->open.dump)
            print_places();
    }
    hwident_close(h);
    return err;
}
