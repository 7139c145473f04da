/*
 * What commands check in the tables before they show anything. SPDX-License-Identifier: MIT
 */
#include "library/checks.h"

#include "library/handle.h"

/* Tables that are broken before system information, or lack it, do not describe a machine. */
int summary_check(hwident *h)
{
    struct hwident_structure s = HWIDENT_START;
    size_t size;
    int result;

    /* From here on, a value can only be absent because of the firmware, not for lack of memory. */
    if (!handle_room(h, &size))
        return handle_explain(h, NULL, HWIDENT_E_MEMORY);
    result = hwident_table_find(hwident_table(h), 1, &s);
    if (result == 1)
        return hwident_check(h);
    return handle_explain(h, NULL, result < 0 ? result : HWIDENT_E_NO_TYPE_1);
}

int explain_check(hwident *h)
{
    char uuid[HWIDENT_UUID_TEXT_SIZE];
    int err = hwident_check(h);

    return err ? err : hwident_get(h, "system-uuid", uuid, sizeof uuid);
}
