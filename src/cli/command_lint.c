/*
 * hwident lint: where the firmware breaks the specification. SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/findings.h"
#include "library/visible.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct findings {
    size_t count;
    struct sheet *sheet;
};

enum { TEXT_INDENT = 8 };

/* If the terminal is too narrow for one line, the text goes on a line of its own. */
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

static void take(void *context, const struct finding *finding)
{
    struct findings *findings = context;
    char section[LINT_SECTION_SIZE];

    if (++findings->count > LINT_LISTED)
        return;
    lint_section(finding, section);
    print(findings->sheet, finding, section);
}

/* The dump's name on a line of its own. */
static void print_label(const struct sheet *sheet, const char *label)
{
    visible_print(sheet->out, label);
    putc('\n', sheet->out);
}

static int lint(const struct options *o, hwident *h)
{
    struct sheet sheet;
    struct findings findings = {.sheet = &sheet};
    struct linter *linter = lint_new();
    int err = linter ? sheet_begin(&sheet, o->color, TEXT_INDENT) : HWIDENT_E_MEMORY;

    if (!err) {
        if (o->label)
            print_label(&sheet, o->label);
        findings_of(h, linter, take, &findings);
        fprintf(sheet.out, "%zu finding%s", findings.count, findings.count == 1 ? "" : "s");
        if (findings.count > LINT_LISTED)
            fprintf(sheet.out, ", of which the first %d are listed", LINT_LISTED);
        putc('\n', sheet.out);
        if (o->label)
            putc('\n', sheet.out);
        err = sheet_end(&sheet, HWIDENT_OK);
    }
    free(linter);
    if (err)
        return message_error(h, err);
    return findings.count > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;
}

int command_lint(const struct options *o)
{
    hwident *h = NULL;
    int err;

    if (o->json)
        return report_json(o, NULL);
    err = report_open(o, &h);
    if (!err)
        err = lint(o, h);
    hwident_close(h);
    return err;
}
