/*
 * Values by name.
 * SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

static int get(hwident *h, const char *key, char *text, size_t size)
{
    int err = hwident_table_get(&h->source.table, key, h->order, text, size, &h->needed);

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
