/*
 * The JSON of show: the inventory.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/handle.h"
#include "render/json_structure.h"

static bool has_type(const struct hwident_request *request, uint8_t type)
{
    for (size_t i = 0; i < request->type_count; i++)
        if (request->types[i] == type)
            return true;
    return false;
}

static bool has_handle(const struct hwident_request *request, uint16_t handle)
{
    for (size_t i = 0; i < request->handle_count; i++)
        if (request->handles[i] == handle)
            return true;
    return false;
}

static bool is_wanted(const struct hwident_request *request, const struct hwident_structure *s)
{
    return (!request->types || has_type(request, s->type)) &&
           (!request->handles || has_handle(request, s->handle));
}

static void put_structures(struct answer *a)
{
    const struct hwident_table *table = hwident_table(a->h);
    const struct json_options options = {.raw = a->request->raw != 0,
                                         .vendor = schema_vendor(table)};
    struct hwident_structure s = HWIDENT_START;
    int result = 1;

    json_array(&a->json, "structures");
    while (result == 1) {
        result = hwident_table_next(table, &s);
        if ((result == 1 || result == HWIDENT_E_UNTERMINATED) && is_wanted(a->request, &s))
            json_structure(&a->json, table, &s, result != 1, &options);
    }
    json_end(&a->json);
}

int json_show(struct answer *a)
{
    struct hwident_walk whole;

    hwident_table_walk(hwident_table(a->h), &whole);
    if (whole.error)
        listener_tell(a->listener, a->h, NO_OPERAND, handle_explain(a->h, NULL, whole.error));
    answer_begin(a, whole.error);
    put_structures(a);
    answer_end(a);
    return whole.error;
}
