/*
 * Values by name.
 * SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include "smbios/keyword.h"

/* Whether an earlier keyword of the same type has gone through the whole table for nothing. */
static bool is_missing(const hwident *h, const char *key)
{
    const struct keyword *k = h->missing ? keyword_find(key) : NULL;

    return k && (h->missing >> k->type & 1);
}

static int get(hwident *h, const char *key, char *text, size_t size)
{
    int err = HWIDENT_E_NO_STRUCTURE;

    if (!is_missing(h, key))
        err = hwident_table_get(&h->source.table, key, h->order, text, size, &h->needed);
    if (err == HWIDENT_E_NO_STRUCTURE)
        h->missing |= 1U << keyword_find(key)->type;
    if (err != HWIDENT_E_BUFFER)
        h->needed = 0;
    return err ? handle_explain(h, key, err) : HWIDENT_OK;
}

int hwident_get(hwident *h, const char *key, char *text, size_t size)
{
    int err;

    if (!h || !key || (!text && size > 0))
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    return err ? err : get(h, key, text, size);
}

size_t hwident_needed(const hwident *h)
{
    return h ? h->needed : 0;
}

int hwident_value(hwident *h, const char *key, const char **value)
{
    size_t size;
    char *room;
    int err;

    if (value)
        *value = "";
    if (!h || !key || !value)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    room = handle_room(h, &size);
    if (!room)
        return handle_explain(h, key, HWIDENT_E_MEMORY);
    err = get(h, key, room, size);
    if (!err)
        *value = room;
    return err;
}
