/*
 * The JSON of match.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/compared.h"

int check_match(const struct hwident_request *request)
{
    return compared_check(request);
}

static void put_values(struct answer *a)
{
    json_array(&a->json, "values");
    for (size_t i = 0; i < a->request->operand_count; i++) {
        int err;
        const char *verdict = compared_verdict(a->h, a->request, i, &err);
        const char *field = compared_field(a->h, verdict, a->request->operands[i]);

        json_object(&a->json, NULL);
        json_string(&a->json, "value", a->request->operands[i]);
        json_string(&a->json, "verdict", verdict);
        if (field)
            json_string(&a->json, "equals", field);
        json_end(&a->json);
    }
    json_end(&a->json);
}

int json_match(struct answer *a)
{
    size_t matched;
    int err = compared_count(a->h, a->request, a->listener, &matched);

    if (matched == SIZE_MAX)
        return answer_error(a, err);
    answer_begin(a, err);
    put_values(a);
    json_number(&a->json, "rules", hwident_rules(a->h));
    json_number(&a->json, "matched", matched);
    json_number(&a->json, "needed", compared_needed(a->request));
    answer_end(a);
    return err;
}
