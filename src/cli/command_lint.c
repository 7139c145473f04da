/*
 * hwident lint: what the firmware got wrong against the specification.
 * SPDX-License-Identifier: MIT
 */
#include "lint/lint.h"

#include "cli/command.h"
#include "cli/report.h"

#include <stdio.h>
#include <string.h>

enum { LISTED = 10000 }; /* more say nothing more, and a table can be made that has millions */

struct findings {
    size_t count;
    struct json *json;   /* NULL: they are printed */
    struct sheet *sheet; /* on this */
};

enum { TEXT_INDENT = 8 };

/* On a terminal that is too narrow for one line the text gets one of its own. */
static void print(const struct sheet *sheet, const struct finding *finding, const char *section)
{
    char structure[32] = "table", head[120];
    size_t text = strlen(finding->text) + (finding->key ? strlen(finding->key) + 2 : 0);
    int used;

    if (finding->structure)
        (void)snprintf(structure, sizeof structure, "type %u, handle 0x%04X",
                       (unsigned)finding->structure->type, (unsigned)finding->structure->handle);
    used = snprintf(head, sizeof head, "0x%04zX  %-24s  %-18s  %-5s", finding->offset, structure,
                    lint_rule_name(finding->rule), section);
    fprintf(sheet->out, "%s%s%s%s%s\n", head,
            sheet->width > 0 && (size_t)used + 2 + text > sheet->width ? "\n        " : "  ",
            finding->key ? finding->key : "", finding->key ? ": " : "", finding->text);
}

static void put(struct json *json, const struct finding *finding, const char *section)
{
    json_object(json, NULL);
    json_number(json, "offset", finding->offset);
    if (finding->structure) {
        json_number(json, "type", finding->structure->type);
        json_hex(json, "handle", finding->structure->handle, 4);
    } else {
        json_null(json, "type");
        json_null(json, "handle");
    }
    json_string(json, "field", finding->key);
    json_string(json, "rule", lint_rule_name(finding->rule));
    json_string(json, "section", section);
    json_string(json, "text", finding->text);
    json_end(json);
}

static void take(void *context, const struct finding *finding)
{
    struct findings *findings = context;
    char section[LINT_SECTION_SIZE];

    if (++findings->count > LISTED)
        return;
    lint_section(finding, section);
    if (findings->json)
        put(findings->json, finding, section);
    else
        print(findings->sheet, finding, section);
}

static void count(void *context, const struct finding *finding)
{
    size_t *found = context;

    (void)finding;
    ++*found;
}

static void lint(const hwident *h, void (*take_one)(void *, const struct finding *), void *context)
{
    const struct finding_sink sink = {take_one, context};

    lint_table(hwident_table(h), hwident_entry_point(h), &sink);
}

static int lint_text(const struct options *o, hwident *h)
{
    struct sheet sheet;
    struct findings findings = {.sheet = &sheet};
    int err = sheet_begin(&sheet, o->color, TEXT_INDENT);

    if (!err) {
        if (o->label)
            fprintf(sheet.out, "%s\n", o->label);
        lint(h, take, &findings);
        fprintf(sheet.out, "%zu finding%s\n", findings.count, findings.count == 1 ? "" : "s");
        if (o->label)
            putc('\n', sheet.out);
        err = sheet_end(&sheet, HWIDENT_OK);
    }
    if (err)
        return report_error(o, h, err);
    return findings.count > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;
}

/* Error and count come before the findings, so they are counted first. */
static int lint_json(const struct options *o, hwident *h)
{
    struct findings findings = {0};
    struct report report;
    size_t found = 0;
    int err;

    lint(h, count, &found);
    err = found > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;
    report_begin(&report, o, h, err);
    json_number(&report.json, "count", found);
    json_array(&report.json, "findings");
    findings.json = &report.json;
    lint(h, take, &findings);
    json_end(&report.json);
    report_end(&report);
    return err;
}

int command_lint(const struct options *o)
{
    hwident *h = NULL;
    int err = report_open(o, &h);

    if (!err)
        err = o->json ? lint_json(o, h) : lint_text(o, h);
    hwident_close(h);
    return err;
}
