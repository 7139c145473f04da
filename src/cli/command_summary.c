/*
 * hwident summary: which machine this is, and where that was read from. SPDX-License-Identifier:
 * MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/message.h"
#include "cli/metrics.h"
#include "cli/physical.h"
#include "cli/picture.h"
#include "cli/report.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/variables.h"
#include "library/checks.h"
#include "library/overview.h"
#include "library/placeholder.h"
#include "library/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- for people --------------------------------------------------------------------------------- */

enum {
    PIPE_WIDTH = 100, /* of lines with columns, without a terminal */
    LIST_LINES = 3,   /* lines that a list may take without --full */
};

#define DIM   "\033[2m"
#define PLAIN "\033[0m"

/* Each line: its label and the keywords whose values it shows. */
static const struct row {
    const char *label;
    const char *keys[4];
} rows[] = {
    {"System", {"system-manufacturer", "system-product-name", "system-version"}},
    {"Serial", {"system-serial-number"}},
    {"UUID", {"system-uuid"}},
    {"Board", {"baseboard-manufacturer", "baseboard-product-name", "baseboard-version"}},
    {"Chassis", {"chassis-manufacturer", "chassis-type", "chassis-version"}},
    {"BIOS", {"bios-vendor", "bios-version", "bios-release-date"}},
};

/* The system UUID has its own rules, and the chassis type is not a string of the firmware. */
static bool says_nothing(hwident *h, const char *key, const char *value, size_t size)
{
    const struct hwident_component *c;

    if (strcmp(key, "system-uuid") == 0)
        return hwident_component(h, 'u', &c) == HWIDENT_OK && c->grade == HWIDENT_GRADE_PLACEHOLDER;
    return strcmp(key, "chassis-type") != 0 && is_placeholder(value, size);
}

static void print_value(const struct sheet *sheet, hwident *h, const char *key, const char *value,
                        size_t size)
{
    if (says_nothing(h, key, value, size))
        fprintf(sheet->out, "%s%.*s (placeholder)%s", sheet->color ? DIM : "", (int)size, value,
                sheet->color ? PLAIN : "");
    else
        fprintf(sheet->out, "%.*s", (int)size, value);
}

/*
 * Prints the values on one line, separated by commas; a dash if the firmware states none of them.
 */
static void print_line(const struct sheet *sheet, hwident *h, const struct row *row)
{
    const char *before = "";
    int err = HWIDENT_OK;

    fprintf(sheet->out, "%-*s ", LABEL_WIDTH, row->label);
    for (const char *const *key = row->keys; *key; key++) {
        const char *value;
        size_t size;

        err = hwident_value(h, *key, &value);
        size = strlen(value);
        value = (const char *)text_trim(value, &size);
        if (size == 0)
            continue;
        fputs(before, sheet->out);
        print_value(sheet, h, *key, value, size);
        before = ", ";
    }
    if (err == HWIDENT_E_VERSION)
        fputs("its byte order is not known: `hwident explain` tells what helps", sheet->out);
    else if (!*before)
        putc('-', sheet->out);
    putc('\n', sheet->out);
}

int summary_lines(const struct sheet *sheet, const struct options *o, hwident *h,
                  const struct overview *overview)
{
    const struct picture picture = {
        .out = sheet->out,
        .room = (sheet->width ? sheet->width : PIPE_WIDTH) - LABEL_WIDTH - 1,
        .lines = sheet->width && !o->full ? LIST_LINES : 0,
    };
    int err;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        print_line(sheet, h, &rows[i]);
    physical_print(sheet->out, hwident_table(h));
    err = picture_print(&picture, overview);
    identity_print(sheet->out, h);
    report_print_source(sheet->out, h);
    if (!err)
        err = picture_print_findings(&picture, hwident_table(h), hwident_entry_point(h));
    if (o->label)
        putc('\n', sheet->out);
    return err;
}

static int print_text(const struct options *o, hwident *h)
{
    struct overview overview;
    struct sheet sheet;
    int err = overview_read(hwident_table(h), &overview);

    if (!err)
        err = sheet_begin(&sheet, o->color, LABEL_WIDTH + 1);
    if (!err) {
        err = summary_lines(&sheet, o, h, &overview);
        err = sheet_end(&sheet, err);
    }
    overview_free(&overview);
    return err ? message_error(h, err) : HWIDENT_OK;
}

/* ---- all of it ------------------------------------------------------------------------------------ */

/*
 * With an app id its codes too, in the same file: if the machine has none, no old ones stay behind.
 */
static void print_metrics(const struct options *o, hwident *h)
{
    metrics_print(h, o->with_ids);
    if (o->app)
        metrics_print_codes(h, o->app);
}

int command_summary(const struct options *o)
{
    hwident *h = NULL;
    int err = binding_check_app(o->app);

    if (err)
        return err;
    if (o->json)
        return report_json(o, NULL);
    err = report_open(o, &h);
    if (!err) {
        err = summary_check(h);
        if (err)
            (void)message_error(h, err);
        else if (o->format == FORMAT_ENV)
            err = variables_print_summary(h);
        else if (o->format == FORMAT_PROMETHEUS)
            print_metrics(o, h);
        else
            err = print_text(o, h);
    }
    hwident_close(h);
    return err;
}
