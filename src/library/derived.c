/*
 * The machine codes of several components.
 * SPDX-License-Identifier: MIT
 */
#include "library/derived.h"

/* Of two refusals the more important one: a broken table matters more than a grade. */
static int worse(int a, int b)
{
    return hwident_error_exit(b) > hwident_error_exit(a) ? b : a;
}

int derive_codes(hwident *h, const char *profiles, const struct hwident_request *r,
                 const struct listener *listener, struct derived *derived)
{
    int worst = HWIDENT_OK;
    bool any = false;

    for (size_t i = 0; profiles[i] && i < DERIVED_MAX; i++) {
        char *text = derived->code[i].text;
        int err =
            hwident_code_of(h, profiles[i], r->app, r->key, r->key_size, text, HWIDENT_CODE_SIZE);

        derived->code[i].err = err;
        any = any || !err;
        worst = worse(worst, err);
        if (err)
            listener_tell(listener, h, NO_OPERAND, err);
    }
    return any ? HWIDENT_OK : worst;
}
