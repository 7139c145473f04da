/*
 * What all commands share.
 * SPDX-License-Identifier: MIT
 */
#include "cli/report.h"

#include "cli/command.h"
#include "cli/message.h"
#include "library/version.h"

#include <stdio.h>

int report_open(const struct options *o, hwident **h)
{
    int err = hwident_open_with(&o->open, h);
    const char *note;

    for (size_t i = 0; (note = hwident_note(*h, i)); i++)
        message_note("%s", note);
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_open_machine(const struct options *o, hwident **h)
{
    int err = report_open(o, h);

    if (err)
        return err;
    err = hwident_check(*h);
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_error(const struct options *o, hwident *h, int err)
{
    (void)message_error(h, err);
    if (o->json) {
        struct report report;

        report_begin(&report, o, h, err);
        report_end(&report);
    }
    return err;
}

void report_print_source(FILE *out, const hwident *h)
{
    char version[VERSION_SIZE];

    version_text(h, version);
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "SMBIOS",
            hwident_smbios_version(h) ? version : "unknown", hwident_smbios_version_from(h));
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "Source", hwident_source(h),
            hwident_provenance_name(hwident_provenance(h)));
}

static void put_error(struct json *json, hwident *h, int err)
{
    if (err == HWIDENT_OK) {
        json_null(json, "error");
        return;
    }
    json_object(json, "error");
    json_signed(json, "code", hwident_error_exit(err));
    json_string(json, "tag", hwident_error_tag(err));
    json_string(json, "message", hwident_cause(h, err));
    json_string(json, "remedy", h ? hwident_remedy(h, err) : "");
    json_end(json);
}

static void put_source(struct json *json, const hwident *h)
{
    char version[VERSION_SIZE];

    if (hwident_provenance(h) == HWIDENT_PROVENANCE_NONE) {
        json_null(json, "source");
        return;
    }
    version_text(h, version);
    json_object(json, "source");
    json_string(json, "path", hwident_source(h));
    json_string(json, "provenance", hwident_provenance_name(hwident_provenance(h)));
    json_string(json, "smbios_version", hwident_smbios_version(h) ? version : NULL);
    json_string(json, "version_from", hwident_smbios_version_from(h));
    json_end(json);
}

void report_begin(struct report *report, const struct options *o, hwident *h, int err)
{
    page_begin(&report->out, stdout);
    json_begin(&report->json, &report->out);
    json_object(&report->json, NULL);
    json_string(&report->json, "schema", "hwident-json/1");
    json_string(&report->json, "command", o->command->name);
    put_error(&report->json, h, err);
    put_source(&report->json, h);
}

void report_end(struct report *report)
{
    json_end(&report->json);
    page_char(&report->out, '\n');
    page_flush(&report->out);
}
