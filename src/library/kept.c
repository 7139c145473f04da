/*
 * Text that is kept in memory while it is written.
 * SPDX-License-Identifier: MIT
 */
#include "library/kept.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `size` more bytes and a terminating zero. */
static bool make_room(struct kept *kept, size_t size)
{
    size_t room = kept->room ? kept->room : 4096;
    char *larger;

    while (room - kept->size <= size && room <= SIZE_MAX / 2)
        room *= 2;
    if (room == kept->room)
        return true;
    larger = room - kept->size > size ? realloc(kept->bytes, room) : NULL;
    if (!larger)
        return false;
    kept->bytes = larger;
    kept->room = room;
    return true;
}

void kept_append(void *context, const char *bytes, size_t size)
{
    struct kept *kept = context;

    kept->cut = kept->cut || !make_room(kept, size);
    if (kept->cut)
        return;
    memcpy(kept->bytes + kept->size, bytes, size);
    kept->size += size;
    kept->bytes[kept->size] = '\0';
}
