/*
 * The JSON of code.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/derived.h"
#include "library/identity_json.h"

#include <string.h>

static const char *profiles_of(const struct hwident_request *request)
{
    static const char uuid[] = {HWIDENT_PROFILE_UUID, '\0'};

    return request->profiles ? request->profiles : uuid;
}

int check_code(const struct hwident_request *request)
{
    const char *profiles = profiles_of(request);
    int err = hwident_app_id_check(request->app, NULL);

    if (!err)
        err = hwident_key_check(request->key, request->key_size);
    if (err)
        return err;
    for (size_t i = 0; profiles[i]; i++)
        if (!hwident_profile_name(profiles[i]))
            return HWIDENT_E_USAGE;
    return request->operand_count == 0 && *profiles && strlen(profiles) <= DERIVED_MAX
               ? HWIDENT_OK
               : HWIDENT_E_USAGE;
}

static void put_codes(struct answer *a, const struct derived *codes)
{
    const char *profiles = profiles_of(a->request);

    json_array(&a->json, "components");
    for (size_t i = 0; profiles[i]; i++) {
        json_object(&a->json, NULL);
        identity_component_json(&a->json, a->h, profiles[i]);
        json_string(&a->json, "code", codes->code[i].err ? NULL : codes->code[i].text);
        json_end(&a->json);
    }
    json_end(&a->json);
}

int json_code(struct answer *a)
{
    const struct hwident_request *r = a->request;
    struct derived codes;
    int err = derive_codes(a->h, profiles_of(r), r, a->listener, &codes);

    answer_begin(a, err);
    json_string(&a->json, "app", r->app);
    json_bool(&a->json, "with_key", r->key != NULL);
    json_number(&a->json, "rules", hwident_rules(a->h));
    put_codes(a, &codes);
    identity_virtual_json(&a->json, a->h);
    answer_end(a);
    return err;
}
