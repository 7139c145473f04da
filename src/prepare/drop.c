/*
 * The drop: groups and gid, then uid and capabilities. After each half the kernel is asked for the
 * result, and at the end an attempt to come back must fail. Uses bare system calls: there is only
 * one thread, and a library would be one more thing to trust.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/drop.h"

#include "host/privilege.h"
#include "host/proc.h"
#include "prepare/process.h"
#include "prepare/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define DOUBT(what) "after the drop " what ", so nothing is executed; a filter or module interferes"

const char *drop_groups(const struct target *target)
{
    uint32_t gid = target->gid;
    bool set = syscall(SETGROUPS, target->groups.count, target->groups.id) == 0;
    int error = errno;

    /* A process that has the target's groups may lack permission for setgroups; it needs none. */
    if (!set && !(target->has_groups && process_groups_are(target)))
        return drop_reason("setgroups", error);
    if (syscall(SETRESGID, gid, gid, gid) != 0)
        return drop_reason("setresgid", errno);
    if (!process_gid_is(gid))
        return DOUBT("the gid is not the wanted one");
    if (set && !process_groups_are_set(target))
        return DOUBT("the supplementary groups are not the wanted ones");
    return NULL;
}

/* Becomes the user; what could undo the grant is left until the kernel has said who this is. */
static const char *become(const struct target *target)
{
    const struct capabilities undo = {.effective = target->undo, .permitted = target->undo};
    uint32_t uid = target->uid;

    if (target->undo != 0)
        (void)prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
    if (syscall(SETRESUID, uid, uid, uid) != 0)
        return drop_reason("setresuid", errno);
    if (target->undo != 0)
        (void)capabilities_set(&undo);
    return process_uid_is(uid) ? NULL : DOUBT("the uid is not the wanted one");
}

const char *drop_user(const struct target *target)
{
    static const struct capabilities none;
    struct capabilities left;
    uint32_t uid = target->uid;
    const char *why = become(target);

    if (why || uid == 0)
        return why;
    if (!capabilities_set(&none))
        return drop_reason("capset", errno);
    if (!capabilities_get(&left) || (left.effective | left.permitted | left.inheritable) != 0)
        return DOUBT("capabilities are left");
    if (syscall(SETRESUID, SAME, 0, SAME) == 0)
        return DOUBT("uid 0 could be had again");
    if (target->gid != 0 && syscall(SETRESGID, SAME, 0, SAME) == 0)
        return DOUBT("gid 0 could be had again");
    return NULL;
}

void drop_new_privileges(void)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        die("DROPFAIL", "no_new_privs could not be set, %s; leave out --no-new-privs",
            strerror(errno));
}

const char *drop_reason(const char *call, int error)
{
    static char line[200];
    const char *cause = "a security module refuses it; allow it in its profile";

    if (error == EINVAL)
        cause = "an id is not mapped in this user namespace; choose one that is";
    else if (strcmp(call, "setgroups") == 0 && strcmp(process_setgroups_state(), "deny") == 0)
        cause = "this user namespace denies it (/proc/self/setgroups); one made by root or "
                "newgidmap does not";
    else if (proc_filtered())
        cause = "a system call filter (seccomp) refuses it; allow it in its profile";
    (void)snprintf(line, sizeof line, "%s, %s; %s", call, strerror(error), cause);
    return line;
}
