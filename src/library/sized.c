/*
 * Structures that begin with their size.
 * SPDX-License-Identifier: MIT
 */
#include "library/sized.h"

#include "hwident.h"

#include <string.h>

enum { SIZED_MAX = 4096 }; /* a larger size was probably never set by the caller */

int sized_take(const void *given, void *own, size_t size)
{
    const uint8_t *bytes = given;
    size_t theirs;

    memset(own, 0, size);
    if (!given)
        return HWIDENT_OK;
    memcpy(&theirs, given, sizeof theirs);
    if (theirs < sizeof theirs || theirs > SIZED_MAX)
        return HWIDENT_E_USAGE;
    for (size_t i = size; i < theirs; i++)
        if (bytes[i] != 0)
            return HWIDENT_E_USAGE;
    memcpy(own, given, theirs < size ? theirs : size);
    return HWIDENT_OK;
}
