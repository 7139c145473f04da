/*
 * hwident lint: what the firmware got wrong against the specification.
 * SPDX-License-Identifier: MIT
 */
#include "lint/lint.h"

#include "cli/command.h"
#include "cli/report.h"

#include <stdio.h>

enum { LISTED = 10000 }; /* more say nothing more, and a table can be made that has millions */

struct findings {
    size_t count;
    json_t *list; /* NULL: they are printed */
};

static void print(const struct finding *finding, const char *section)
{
    char structure[32] = "table";

    if (finding->structure)
        (void)snprintf(structure, sizeof structure, "type %u, handle 0x%04X",
                       (unsigned)finding->structure->type, (unsigned)finding->structure->handle);
    printf("0x%04zX  %-24s  %-18s  %-5s  %s%s%s\n", finding->offset, structure,
           lint_rule_name(finding->rule), section, finding->key ? finding->key : "",
           finding->key ? ": " : "", finding->text);
}

static json_t *object(const struct finding *finding, const char *section)
{
    json_t *root =
        json_pack("{s:I, s:n, s:n, s:s?, s:s, s:s, s:s}", "offset", (json_int_t)finding->offset,
                  "type", "handle", "field", finding->key, "rule", lint_rule_name(finding->rule),
                  "section", section, "text", finding->text);
    char handle[8];

    if (!finding->structure)
        return root;
    (void)snprintf(handle, sizeof handle, "0x%04X", (unsigned)finding->structure->handle);
    (void)json_object_set_new(root, "type", json_integer(finding->structure->type));
    (void)json_object_set_new(root, "handle", json_string(handle));
    return root;
}

static void take(void *context, const struct finding *finding)
{
    struct findings *findings = context;
    char section[LINT_SECTION_SIZE];

    lint_section(finding, section);
    if (++findings->count > LISTED)
        return;
    if (findings->list)
        (void)json_array_append_new(findings->list, object(finding, section));
    else
        print(finding, section);
}

static int lint(const struct options *o, hwident *h)
{
    struct findings findings = {.list = o->json ? json_array() : NULL};
    const struct finding_sink sink = {take, &findings};
    json_t *root;
    int err;

    lint_table(hwident_table(h), hwident_entry_point(h), &sink);
    err = findings.count > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;
    if (!o->json) {
        printf("%zu finding%s\n", findings.count, findings.count == 1 ? "" : "s");
        return err;
    }
    root = report_begin(o, h, err);
    (void)json_object_set_new(root, "count", json_integer((json_int_t)findings.count));
    (void)json_object_set_new(root, "findings", findings.list);
    return report_print(root, err);
}

int command_lint(const struct options *o)
{
    hwident *h = NULL;
    int err = report_open(o, &h);

    if (!err)
        err = lint(o, h);
    hwident_close(h);
    return err;
}
