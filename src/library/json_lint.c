/*
 * The JSON of lint: where the firmware breaks the specification. SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/findings.h"
#include "library/handle.h"

#include <stdlib.h>

struct findings {
    size_t count;
    struct json json;
};

static void put(struct json *json, const struct finding *finding)
{
    char section[LINT_SECTION_SIZE];

    lint_section(finding, section);
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

    if (++findings->count <= LINT_LISTED)
        put(&findings->json, finding);
}

/* Writes the members of the array "findings" to `out`. */
static size_t lint(struct linter *linter, const hwident *h, struct page *out)
{
    struct findings findings = {0};

    json_begin_members(&findings.json, out, 2);
    findings_of(h, linter, take, &findings);
    page_flush(out);
    return findings.count;
}

static int write_answer(struct answer *a, size_t found, const struct kept *members)
{
    int err = found > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;

    answer_begin(a, err);
    json_number(&a->json, "count", found);
    json_number(&a->json, "listed", found < LINT_LISTED ? found : LINT_LISTED);
    json_array(&a->json, "findings");
    json_members(&a->json, members->bytes, members->size);
    json_end(&a->json);
    answer_end(a);
    return err;
}

/* Error and count are printed before the findings, which are kept until both are known. */
int json_lint(struct answer *a)
{
    struct linter *linter = lint_new();
    struct kept members = {0};
    struct page out;
    size_t found;
    int err;

    page_begin_with(&out, kept_append, &members);
    found = linter ? lint(linter, a->h, &out) : 0;
    if (linter && !members.cut)
        err = write_answer(a, found, &members);
    else
        err = answer_error(a, handle_explain(a->h, NULL, HWIDENT_E_MEMORY));
    free(members.bytes);
    free(linter);
    return err;
}
