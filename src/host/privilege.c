/*
 * Raised privileges: set-id programs and file capabilities.
 * SPDX-License-Identifier: MIT
 */
#include "host/privilege.h"

#include <sys/auxv.h>
#include <unistd.h>

bool privileges_raised(void)
{
    uid_t uid, effective_uid, saved_uid;
    gid_t gid, effective_gid, saved_gid;

    if (getresuid(&uid, &effective_uid, &saved_uid) != 0 ||
        getresgid(&gid, &effective_gid, &saved_gid) != 0)
        return true;
    if (uid != effective_uid || gid != effective_gid)
        return true;
    return uid != 0 && getauxval(AT_SECURE) != 0;
}
