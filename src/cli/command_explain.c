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

static void print_places(FILE *out)
{
    const char *place;

    for (size_t n = 0; (place = hwident_place(n)); n++) {
        hwident *h = NULL;

        int err = hwident_open(place, &h);

        fprintf(out, "%-*s ", LABEL_WIDTH, n == 0 ? "Places" : "");
        if (err)
            fprintf(out, "%s: %s\n", hwident_error_tag(err), hwident_cause(h, err));
        else
            fprintf(out, "%s: %s, %s\n", place,
                    hwident_entry_point(h) ? "can be read" : "only DMI can be read",
                    hwident_provenance_name(hwident_provenance(h)));
        hwident_close(h);
    }
}

static void put_places(struct json *json)
{
    const char *place;

    json_array(json, "places");
    for (size_t n = 0; (place = hwident_place(n)); n++) {
        hwident *h = NULL;
        int err = hwident_open(place, &h);

        json_object(json, NULL);
        json_string(json, "path", place);
        json_string(json, "tag", hwident_error_tag(err));
        json_string(json, "message", err ? hwident_cause(h, err) : "");
        json_string(json, "remedy", hwident_remedy(h, err));
        json_end(json);
        hwident_close(h);
    }
    json_end(json);
}

static void put_notes(struct json *json, const hwident *h)
{
    const char *note;

    json_array(json, "notes");
    for (size_t i = 0; (note = hwident_note(h, i)); i++)
        json_string(json, NULL, note);
    json_end(json);
}

static void print_json(const struct options *o, hwident *h, int err)
{
    struct report report;

    report_begin(&report, o, h, err);
    if (hwident_table(h))
        identity_json(&report.json, "identity", hwident_table(h));
    put_notes(&report.json, h);
    put_places(&report.json);
    report_end(&report);
}

static void print_answer(FILE *out, hwident *h, int err)
{
    const struct hwident_table *table = hwident_table(h);
    char text[REMEDY_SIZE];
    const char *note;

    if (err) {
        fprintf(out, "%-*s %s: %s\n", LABEL_WIDTH, "Problem", hwident_error_tag(err),
                hwident_cause(h, err));
        fprintf(out, "%-*s %s\n", LABEL_WIDTH, "Remedy", remedy(h, err, text));
    } else {
        fprintf(out, "%-*s none\n", LABEL_WIDTH, "Problem");
    }
    for (size_t i = 0; (note = hwident_note(h, i)); i++)
        fprintf(out, "%-*s %s\n", LABEL_WIDTH, "Note", note);
    if (hwident_provenance(h) == HWIDENT_PROVENANCE_NONE)
        return;
    report_print_source(out, h);
    identity_print(out, table);
    identity_print_bindable(out, table);
}

/* What `get system-uuid` would end with, and whether the kernel's own attribute agrees. */
static int verdict(hwident *h)
{
    char uuid[HWIDENT_UUID_TEXT_SIZE];
    int err = hwident_check(h);

    return err ? err : hwident_get(h, "system-uuid", uuid, sizeof uuid);
}

/* The answer's error, unless there is no memory for its lines. */
static int print_text(const struct options *o, hwident *h, int err)
{
    struct sheet sheet;
    int failed = sheet_begin(&sheet, o->color, LABEL_WIDTH + 1);

    if (!failed) {
        print_answer(sheet.out, h, err);
        if (!o->open.tables && !o->open.dump)
            print_places(sheet.out);
        failed = sheet_end(&sheet, HWIDENT_OK);
    }
    return failed ? report_error(o, h, failed) : err;
}

int command_explain(const struct options *o)
{
    hwident *h = NULL;
    int err = hwident_open_with(&o->open, &h);

    if (!h)
        return message_error(NULL, err);
    if (!err)
        err = verdict(h);
    if (o->json)
        print_json(o, h, err);
    else
        err = print_text(o, h, err);
    hwident_close(h);
    return err;
}
