/*
 * What all commands share.
 * SPDX-License-Identifier: MIT
 */
#include "cli/report.h"

#include "cli/command.h"
#include "cli/message.h"
#include "cli/remedy.h"
#include "library/json_command.h"
#include "library/version.h"
#include "library/visible.h"

#include <stdio.h>

static int open_with_notes(const struct options *o, hwident **h)
{
    int err = hwident_open_with(&o->open, h);
    const char *note;

    for (size_t i = 0; (note = hwident_note(*h, i)); i++)
        message_note("%s", note);
    return err;
}

int report_open(const struct options *o, hwident **h)
{
    int err = open_with_notes(o, h);

    return err ? message_error(*h, err) : HWIDENT_OK;
}

int report_open_machine(const struct options *o, hwident **h)
{
    int err = report_open(o, h);

    if (err)
        return err;
    err = hwident_check(*h);
    return err ? message_error(*h, err) : HWIDENT_OK;
}

/* Messages name the values by number, since a value may be secret: a licence can depend on it. */
static void tell(hwident *h, int operand, int err)
{
    char text[REMEDY_SIZE];

    if (operand == NO_OPERAND)
        (void)message_error(h, err);
    else
        (void)message_failure(err, "value %d: %s; %s", operand + 1, hwident_cause(h, err),
                              remedy(h, err, text));
}

const struct listener report_listener = {tell};

int report_json(const struct options *o, const struct hwident_request *request)
{
    struct page out;
    hwident *h;
    int err;

    (void)open_with_notes(o, &h);
    page_begin(&out, stdout);
    err = h ? json_command(h, o->command->name, request, &report_listener, &out)
            : json_no_memory(o->command->name, &report_listener, &out);
    page_flush(&out);
    hwident_close(h);
    return err;
}

void report_print_source(FILE *out, const hwident *h)
{
    char version[VERSION_SIZE];

    version_text(h, version);
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "SMBIOS",
            hwident_smbios_version(h) ? version : "unknown", hwident_smbios_version_from(h));
    fprintf(out, "%-*s ", LABEL_WIDTH, "Source");
    visible_print(out, hwident_source(h));
    fprintf(out, " (%s)\n", hwident_provenance_name(hwident_provenance(h)));
}
