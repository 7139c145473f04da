/*
 * Tries each call of the drop with values that change nothing: the current groups, ids that mean
 * "leave it as it is", the current capabilities.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/ask.h"

#include "host/privilege.h"
#include "host/proc.h"
#include "prepare/drop.h"
#include "prepare/process.h"
#include "prepare/say.h"

#include <errno.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <unistd.h>

/* What puts modes and owners back. */
#define UNDO ((uint64_t)1 << CAPABILITY_FOWNER | (uint64_t)1 << CAPABILITY_CHOWN)

static void ask(const char *call, long answer)
{
    if (answer != 0)
        die("DROPFAIL", "%s; nothing was changed", drop_reason(call, errno));
}

/* EINVAL is not a refusal: the current list may have an id that is not mapped here. */
static void ask_groups(const struct groups *now)
{
    long answer = syscall(SETGROUPS, now->count, now->id);

    if (answer == 0 || errno != EINVAL)
        ask("setgroups", answer);
}

static void ask_map(const char *map, const uint32_t *ids, size_t count)
{
    const uint32_t *id = proc_unmapped(map, ids, count);

    if (id)
        die("DROPFAIL", "id %u is not mapped in this user namespace (%s); choose one that is",
            (unsigned)*id, map);
}

/* As many as fit, separated by commas. */
static const char *list_of(const struct groups *groups, char text[80])
{
    size_t used = 0, i;

    for (i = 0; i < groups->count && used < 60; i++)
        used +=
            (size_t)snprintf(text + used, 80 - used, "%s%u", i ? "," : "", (unsigned)groups->id[i]);
    if (i < groups->count || i == 0)
        (void)snprintf(text + used, 80 - used, "%s", i ? ",..." : "none");
    return text;
}

static void keep_groups(struct target *target, const struct groups *now, bool require_groups)
{
    char has[80], wanted[80];

    list_of(now, has);
    list_of(&target->groups, wanted);
    if (require_groups)
        die("GROUPS", "uid %u is in groups %s and can't become a member of %s; start as root",
            (unsigned)target->uid, has, wanted);
    say("GROUPS",
        "uid %u stays in groups %s instead of %s, as it can't change them; "
        "--require-groups refuses that",
        (unsigned)target->uid, has, wanted);
    target->groups = *now;
    groups_add(&target->groups, target->gid);
    target->has_groups = true;
}

/*
 * Uses the id for files, as the drop does; after an exec it is the effective id. A kernel that lacks
 * the call, such as gVisor's, is not a refusal.
 */
static bool is_root(void)
{
    int uid = setfsuid(SAME);

    if (uid == -1 && errno == ENOSYS)
        return geteuid() == 0;
    ask("setfsuid", uid == -1 ? -1 : 0);
    return uid == 0;
}

/* Ends the process unless the ids are the target's already or can be changed. */
static void ask_privileges(const struct target *target, uint64_t effective)
{
    bool root = is_root();
    bool may_gid = capability_in(effective, CAPABILITY_SETGID);
    bool may_uid = capability_in(effective, CAPABILITY_SETUID);
    bool uid, gid;

    if (root && may_uid && may_gid)
        return;
    gid = process_gid_is(target->gid) && (target->has_groups || !root);
    uid = process_uid_is(target->uid);
    if (uid && gid)
        return;
    if (!root)
        die("NOTROOT",
            "uid %u (capabilities 0x%llx, setgroups %s) can't become %u:%u; start as root, or "
            "--if-root",
            (unsigned)geteuid(), (unsigned long long)effective, process_setgroups_state(),
            (unsigned)target->uid, (unsigned)target->gid);
    if ((!uid && !may_uid) || (!gid && !may_gid))
        die("DROPFAIL", "capability %s missing, setgroups %s; add it to the container's",
            uid || may_uid   ? "SETGID"
            : gid || may_gid ? "SETUID"
                             : "SETUID and SETGID",
            process_setgroups_state());
}

void ask_drop(struct target *target, bool require_groups)
{
    const struct groups *now;
    struct capabilities own;
    bool may_groups;

    ask("capget", capabilities_get(&own) ? 0 : -1);
    now = process_groups();
    ask("getgroups", now ? 0 : -1);
    target->has_groups = target_has_groups(target, now);
    may_groups = capability_in(own.effective, CAPABILITY_SETGID);
    ask_privileges(target, own.effective);
    ask_map(UID_MAP, &target->uid, 1);
    if (target->has_groups || !may_groups) {
        ask_map(GID_MAP, &target->gid, 1);
    } else {
        ask_map(GID_MAP, target->groups.id, target->groups.count);
        ask_groups(now);
    }
    ask("setresgid", syscall(SETRESGID, SAME, SAME, SAME));
    ask("setresuid", syscall(SETRESUID, SAME, SAME, SAME));
    if (target->uid != 0)
        ask("capset", capabilities_set(&own) ? 0 : -1);
    target->undo = target->uid != 0 ? own.permitted & UNDO : 0;
    if (!target->has_groups && !may_groups)
        keep_groups(target, now, require_groups);
}
