/*
 * hwident explain: why the tables can or can't be read here, and how to fix it in one line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/message.h"
#include "cli/remedy.h"
#include "cli/report.h"
#include "library/checks.h"

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

static void print_answer(FILE *out, hwident *h, int err)
{
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
    identity_print(out, h);
    identity_print_bindable(out, h);
}

/* Returns `err`, or an error if there is no memory for the lines. */
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
    return failed ? message_error(h, failed) : err;
}

int command_explain(const struct options *o)
{
    hwident *h = NULL;
    int err;

    if (o->json)
        return report_json(o, NULL);
    err = hwident_open_with(&o->open, &h);
    if (!h)
        return message_error(NULL, err);
    if (!err)
        err = explain_check(h);
    err = print_text(o, h, err);
    hwident_close(h);
    return err;
}
