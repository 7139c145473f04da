/*
 * Several values, each compared with this machine.
 * SPDX-License-Identifier: MIT
 */
#include "library/compared.h"

#include "library/handle.h"

#include <string.h>

/* Of values that can be read. */
static bool is_code(const char *value)
{
    uint8_t uuid[16];

    return hwident_uuid_parse(value, uuid, NULL) != HWIDENT_OK;
}

int compared_check(const struct hwident_request *r)
{
    for (size_t i = 0; i < r->operand_count; i++) {
        int err = hwident_value_check(r->operands[i], NULL, NULL);

        if (!err && is_code(r->operands[i]))
            err = hwident_app_id_check(r->app, NULL);
        if (err)
            return err;
    }
    if (r->operand_count == 0 || r->need > r->operand_count)
        return HWIDENT_E_USAGE;
    return hwident_key_check(r->key, r->key_size);
}

size_t compared_needed(const struct hwident_request *r)
{
    return r->need ? r->need : r->operand_count;
}

const char *compared_verdict(hwident *h, const struct hwident_request *r, size_t n, int *err)
{
    enum hwident_verdict verdict;

    *err = hwident_match(h, r->operands[n], r->app, r->key, r->key_size, &verdict);
    if (!*err)
        return hwident_verdict_name(verdict);
    return hwident_error_exit(*err) == 5 || hwident_error_exit(*err) == 7 ? "refused" : NULL;
}

static bool is_different(const char *verdict)
{
    return verdict && strcmp(verdict, hwident_verdict_name(HWIDENT_DIFFERENT)) == 0;
}

const char *compared_field(hwident *h, const char *verdict, const char *value)
{
    uint8_t wanted[16], uuid[16];
    const char *key, *text;

    if (!is_different(verdict) || hwident_uuid_parse(value, wanted, NULL))
        return NULL;
    hwident_uuid_canonical(wanted);
    for (size_t n = 0; (key = hwident_keyword(n)); n++) {
        if (strcmp(key, "system-uuid") == 0 || hwident_value(h, key, &text) ||
            hwident_uuid_parse(text, uuid, NULL))
            continue;
        hwident_uuid_canonical(uuid);
        if (memcmp(uuid, wanted, sizeof uuid) == 0)
            return key;
    }
    return NULL;
}

/* What has matched so far: the number of values, and each component's profile once. */
struct matches {
    size_t values;
    size_t components;
    char seen[sizeof HWIDENT_PROFILES];
};

/* The same code twice, or a code and the UUID that it was made from, count as one component. */
static void count_match(struct matches *matches, const char *value)
{
    char profile = HWIDENT_PROFILE_UUID;

    (void)hwident_value_check(value, &profile, NULL);
    matches->values++;
    if (!strchr(matches->seen, profile))
        matches->seen[matches->components++] = profile;
}

int compared_count(hwident *h, const struct hwident_request *r, const struct listener *listener,
                   size_t *matched)
{
    int refused = HWIDENT_OK;
    struct diagnosis why;
    struct matches same = {0};

    *matched = SIZE_MAX;
    for (size_t i = 0; i < r->operand_count; i++) {
        int err;
        const char *verdict = compared_verdict(h, r, i, &err);

        if (!verdict)
            return err;
        if (err) {
            refused = err;
            why = h->last;
            listener_tell(listener, h, (int)i, err);
        } else if (!is_different(verdict)) {
            count_match(&same, r->operands[i]);
        }
    }
    *matched = r->need ? same.components : same.values;
    if (*matched >= compared_needed(r))
        return HWIDENT_OK;
    if (!refused || r->need)
        return handle_fail(h, HWIDENT_E_DIFFERENT, "none: it is a different machine",
                           r->need ? "%zu different components of %zu values match, %zu are needed"
                                   : "%zu of %zu values match, %zu are needed",
                           *matched, r->operand_count, compared_needed(r));
    h->last = why;
    return refused;
}
