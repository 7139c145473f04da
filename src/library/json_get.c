/*
 * The JSON of get.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/got.h"
#include "render/json_structure.h"
#include "smbios/keyword.h"

#include <string.h>

int check_get(const struct hwident_request *request)
{
    for (size_t i = 0; i < request->operand_count; i++)
        if (!keyword_find(request->operands[i]))
            return HWIDENT_E_KEYWORD;
    return request->operand_count > 0 ? HWIDENT_OK : HWIDENT_E_USAGE;
}

/* Whether operand `n` was given before: an object may have each key only once. */
static bool is_repeated(const struct hwident_request *request, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(request->operands[i], request->operands[n]) == 0)
            return true;
    return false;
}

static void put_values(struct answer *a, const struct got *got)
{
    json_object(&a->json, "values");
    for (size_t i = 0; i < got->count; i++)
        if (!is_repeated(a->request, i))
            json_string(&a->json, a->request->operands[i], got->value[i].text);
    json_end(&a->json);
}

static void put_absent(struct answer *a, const struct got *got)
{
    json_object(&a->json, "absent");
    for (size_t i = 0; i < got->count; i++)
        if (got->value[i].err && !is_repeated(a->request, i))
            json_string(&a->json, a->request->operands[i], json_reason(got->value[i].err));
    json_end(&a->json);
}

int json_get(struct answer *a)
{
    struct got got;
    int err = got_read(a->h, a->request->operands, a->request->operand_count, &got);

    if (err) {
        (void)answer_error(a, err);
    } else {
        err = got_tell(&got, a->h, a->request->operands, a->listener);
        answer_begin(a, err);
        put_values(a, &got);
        put_absent(a, &got);
        answer_end(a);
    }
    got_free(&got);
    return err;
}
