/*
 * hwident summary: what this machine is, and where that is known from.
 * SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/metrics.h"
#include "cli/physical.h"
#include "cli/picture.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/variables.h"
#include "identity/serial.h"
#include "library/overview_json.h"
#include "library/placeholder.h"
#include "render/json_structure.h"
#include "smbios/keyword.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- for people --------------------------------------------------------------------------------- */

enum {
    PIPE_WIDTH = 100, /* of lines with columns, where there is no terminal */
    LIST_LINES = 3,   /* of the terminal, which a list may take without --full */
};

#define DIM   "\033[2m"
#define PLAIN "\033[0m"

/* Each line: its label and the keywords whose values stand on it. */
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

/* Values on one line, comma between; a dash where the firmware tells none of them. */
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

static int print_lines(const struct sheet *sheet, const struct options *o, hwident *h)
{
    const struct picture picture = {
        .out = sheet->out,
        .room = (sheet->width ? sheet->width : PIPE_WIDTH) - LABEL_WIDTH - 1,
        .lines = sheet->width && !o->full ? LIST_LINES : 0,
    };
    struct overview overview;
    int err = overview_read(hwident_table(h), &overview);

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        print_line(sheet, h, &rows[i]);
    physical_print(sheet->out, hwident_table(h));
    picture_print(&picture, &overview);
    identity_print(sheet->out, hwident_table(h));
    report_print_source(sheet->out, h);
    picture_print_findings(&picture, hwident_table(h), hwident_entry_point(h));
    if (o->label)
        putc('\n', sheet->out);
    overview_free(&overview);
    return err;
}

static int print_text(const struct options *o, hwident *h)
{
    struct sheet sheet;
    int err = sheet_begin(&sheet, o->color, LABEL_WIDTH + 1);

    if (!err)
        err = sheet_end(&sheet, print_lines(&sheet, o, h));
    return err ? report_error(o, h, err) : HWIDENT_OK;
}

/* ---- for programs ------------------------------------------------------------------------------ */

/* The object that a keyword's value belongs to, by structure type. */
static const char *const groups[] = {"bios", "system", "base_board", "chassis"};

/* "system-serial-number" in its group is "serial_number". */
static void member_name(const struct keyword *k, char name[64])
{
    const char *tail = strchr(k->name, '-') + 1;

    /* firmware-revision, the one keyword that does not begin with its structure's name. */
    (void)snprintf(name, 64, "%s", strncmp(k->name, "firmware-", 9) == 0 ? k->name : tail);
    for (char *c = name; *c; c++)
        if (*c == '-')
            *c = '_';
}

/*
 * Writes its value, or (`absent`) in one word why it has none; nothing if the structure has no such
 * field. Returns whether it is there without a value.
 */
static bool put_value(struct json *json, hwident *h, const struct keyword *k, bool absent)
{
    const char *value;
    char name[64];
    int err = hwident_value(h, k->name, &value);

    if (err == HWIDENT_E_SHORT || err == HWIDENT_E_NO_STRUCTURE)
        return false;
    member_name(k, name);
    if (!absent)
        json_string(json, name, err ? NULL : value);
    else if (err)
        json_string(json, name, json_reason(err));
    return err != HWIDENT_OK;
}

static bool put_values(struct json *json, hwident *h, uint8_t type, bool absent)
{
    const char *name;
    bool any = false;

    for (size_t n = 0; (name = hwident_keyword(n)); n++) {
        const struct keyword *k = keyword_find(name);

        if (k->type == type && put_value(json, h, k, absent))
            any = true;
    }
    return any;
}

static void put_group(struct json *json, hwident *h, uint8_t type)
{
    json_object(json, groups[type]);
    if (put_values(json, h, type, false)) {
        json_object(json, "absent");
        (void)put_values(json, h, type, true);
        json_end(json);
    }
    json_end(json);
}

static int print_json(const struct options *o, hwident *h)
{
    struct report report;
    struct json *json = &report.json;
    struct overview overview;
    int err = overview_read(hwident_table(h), &overview);

    if (err) {
        overview_free(&overview);
        return report_error(o, h, err);
    }
    report_begin(&report, o, h, HWIDENT_OK);
    for (uint8_t type = 0; type < sizeof groups / sizeof groups[0]; type++)
        put_group(json, h, type);
    physical_json(json, "physical", hwident_table(h));
    overview_json(json, &overview);
    identity_json(json, "identity", hwident_table(h));
    report_end(&report);
    overview_free(&overview);
    return HWIDENT_OK;
}

/* ---- both ---------------------------------------------------------------------------------------- */

/* Tables that break before system information, or that lack it, describe no machine. */
static int check(hwident *h)
{
    struct hwident_structure s = {0};
    const char *value;
    int result;

    /* From here on, values are absent for the firmware's reasons only. */
    if (hwident_value(h, hwident_keyword(0), &value) == HWIDENT_E_MEMORY)
        return HWIDENT_E_MEMORY;
    result = hwident_table_find(hwident_table(h), 1, &s);
    if (result == 1)
        return hwident_check(h);
    result = result < 0 ? result : HWIDENT_E_NO_TYPE_1;
    return result;
}

/* With an app id its codes too: in one file, so that none is left of a machine that has none. */
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

    if (!err)
        err = report_open(o, &h);
    if (!err) {
        err = check(h);
        if (err)
            (void)report_error(o, h, err);
        else if (o->json)
            err = print_json(o, h);
        else if (o->format == FORMAT_ENV)
            variables_print_summary(h);
        else if (o->format == FORMAT_PROMETHEUS)
            print_metrics(o, h);
        else
            err = print_text(o, h);
    }
    hwident_close(h);
    return err;
}
