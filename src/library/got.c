/*
 * Several values by name.
 * SPDX-License-Identifier: MIT
 */
#include "library/got.h"

#include "library/handle.h"

#include <stdlib.h>
#include <string.h>

static int read_one(hwident *h, const char *key, struct got_value *got)
{
    const char *value;

    got->err = hwident_value(h, key, &value);
    if (hwident_error_exit(got->err) > 1)
        return got->err;
    if (got->err)
        return HWIDENT_OK;
    got->text = strdup(value);
    return got->text ? HWIDENT_OK : handle_explain(h, key, HWIDENT_E_MEMORY);
}

int got_read(hwident *h, const char *const *keys, size_t count, struct got *got)
{
    int err = HWIDENT_OK;

    *got = (struct got){0};
    got->value = count == 1 ? &got->only : calloc(count, sizeof *got->value);
    if (!got->value)
        return handle_explain(h, NULL, HWIDENT_E_MEMORY);
    for (; got->count < count && !err; got->count++)
        err = read_one(h, keys[got->count], &got->value[got->count]);
    return err;
}

void got_free(struct got *got)
{
    for (size_t i = 0; i < got->count; i++)
        free(got->value[i].text);
    if (got->value != &got->only)
        free(got->value);
}

int got_tell(const struct got *got, hwident *h, const char *const *keys,
             const struct listener *listener)
{
    int last = HWIDENT_OK;

    for (size_t i = 0; i < got->count; i++)
        if (got->value[i].err) {
            last = handle_explain(h, keys[i], got->value[i].err);
            listener_tell(listener, h, NO_OPERAND, last);
        }
    return last;
}
