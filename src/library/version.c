/*
 * The SMBIOS version of a handle's tables.
 * SPDX-License-Identifier: MIT
 */
#include "library/version.h"

#include <stdio.h>

void version_text(const hwident *h, char text[VERSION_SIZE])
{
    const struct hwident_entry_point *ep = hwident_entry_point(h);
    uint32_t version = hwident_smbios_version(h);

    if (ep && ep->anchor == HWIDENT_ANCHOR_SM3)
        (void)snprintf(text, VERSION_SIZE, "%u.%u.%u", version >> 16 & 0xFF, version >> 8 & 0xFF,
                       version & 0xFF);
    else
        (void)snprintf(text, VERSION_SIZE, "%u.%u", version >> 16 & 0xFF, version >> 8 & 0xFF);
}
