/*
 * Text in memory. open_memstream is not used: when memory runs out, musl's loses text and reports
 * success. SPDX-License-Identifier: MIT
 */
#include "cli/draft.h"

#include "hwident.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 4096 };

/* Makes room for `size` more bytes and the terminating zero. */
static bool make_room(struct draft *d, size_t size)
{
    size_t room = d->room ? d->room : FIRST_ROOM;
    char *more;

    while (room - d->size <= size && room <= SIZE_MAX / 2)
        room *= 2;
    if (room == d->room)
        return true;
    more = room - d->size > size ? realloc(d->text, room) : NULL;
    if (!more)
        return false;
    d->text = more;
    d->room = room;
    return true;
}

static ssize_t keep(void *context, const char *bytes, size_t size)
{
    struct draft *d = context;

    d->lost = d->lost || !make_room(d, size);
    if (d->lost)
        return -1;
    memcpy(d->text + d->size, bytes, size);
    d->size += size;
    d->text[d->size] = '\0';
    return (ssize_t)size;
}

int draft_begin(struct draft *d)
{
    *d = (struct draft){0};
    d->out = fopencookie(d, "w", (cookie_io_functions_t){.write = keep});
    return d->out ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

int draft_end(struct draft *d)
{
    bool whole = !ferror(d->out);

    if (fclose(d->out) != 0)
        whole = false;
    return whole && !d->lost && d->text ? HWIDENT_OK : HWIDENT_E_MEMORY;
}
