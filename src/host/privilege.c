/*
 * Raised privileges: set-id programs and file capabilities.
 * SPDX-License-Identifier: MIT
 */
#include "host/privilege.h"

#include <sys/auxv.h>
#include <unistd.h>

bool privileges_raised(void)
{
    if (getuid() != geteuid() || getgid() != getegid())
        return true;
    return getuid() != 0 && getauxval(AT_SECURE) != 0;
}
