/*
 * What a command asks of the tables before it shows anything.
 * SPDX-License-Identifier: MIT
 */
#include "library/checks.h"

#include "library/handle.h"

/* Tables that break before system information, or that lack it, describe no machine. */
int summary_check(hwident *h)
{
    struct hwident_structure s = HWIDENT_START;
    size_t size;
    int result;

    /* From here on, values are absent for the firmware's reasons only. */
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
