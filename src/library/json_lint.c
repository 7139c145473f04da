/*
 * The JSON of lint: what the firmware got wrong against the specification.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/findings.h"
#include "library/handle.h"

#include <stdlib.h>

struct findings {
    size_t count;
    struct json *json; /* NULL: they are only counted */
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

    if (++findings->count <= LINT_LISTED && findings->json)
        put(findings->json, finding);
}

static size_t lint(struct linter *linter, const hwident *h, struct json *json)
{
    struct findings findings = {.json = json};

    findings_of(h, linter, take, &findings);
    return findings.count;
}

/* Error and count come before the findings, so they are counted first. */
int json_lint(struct answer *a)
{
    struct linter *linter = lint_new();
    size_t found;
    int err;

    if (!linter)
        return answer_error(a, handle_explain(a->h, NULL, HWIDENT_E_MEMORY));
    found = lint(linter, a->h, NULL);
    err = found > 0 ? HWIDENT_E_FINDINGS : HWIDENT_OK;
    answer_begin(a, err);
    json_number(&a->json, "count", found);
    json_number(&a->json, "listed", found < LINT_LISTED ? found : LINT_LISTED);
    json_array(&a->json, "findings");
    (void)lint(linter, a->h, &a->json);
    json_end(&a->json);
    answer_end(a);
    free(linter);
    return err;
}
