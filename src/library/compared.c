/*
 * Several values, each compared with this machine.
 * SPDX-License-Identifier: MIT
 */
#include "library/compared.h"

#include "library/handle.h"

/* Of values that can be read: no spelling of a UUID begins so. */
static bool is_code(const char *value)
{
    return value[0] == 'h' || value[0] == 'H';
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

int compared_count(hwident *h, const struct hwident_request *r, const struct listener *listener,
                   size_t *matched)
{
    int refused = HWIDENT_OK;
    struct diagnosis why;
    size_t same = 0;

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
        } else {
            same += verdict != hwident_verdict_name(HWIDENT_DIFFERENT);
        }
    }
    *matched = same;
    if (same >= compared_needed(r))
        return HWIDENT_OK;
    if (!refused || r->need)
        return handle_fail(h, HWIDENT_E_DIFFERENT, "none: it is another machine",
                           "%zu of %zu values match, %zu are needed", same, r->operand_count,
                           compared_needed(r));
    h->last = why;
    return refused;
}
