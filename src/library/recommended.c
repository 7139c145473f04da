/*
 * Which component to bind a licence to. SPDX-License-Identifier: MIT
 */
#include "library/recommended.h"

char recommended(hwident *h)
{
    for (const char *profile = "usb"; *profile; profile++) {
        const struct hwident_component *c;

        if (!hwident_component(h, *profile, &c) && c->grade == HWIDENT_GRADE_STRONG &&
            (*profile == HWIDENT_PROFILE_UUID || !c->note))
            return *profile;
    }
    return '\0';
}
