/*
 * Every variable starts with a wrong value, so that a call that fills nothing in is noticed.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/process.h"

#include "host/proc.h"

#include <errno.h>
#include <string.h>
#include <sys/fsuid.h>
#include <unistd.h>

/*
 * The id for files follows the effective one. gVisor lacks the call that returns it (ENOSYS); there
 * /proc has it, if it is mounted.
 */
static bool file_id_is(uint32_t id, int answer, const char *line)
{
    uint32_t in_proc;

    if (answer == -1 && errno == ENOSYS)
        return !proc_file_id(line, &in_proc) || in_proc == id;
    return (uint32_t)answer == id;
}

bool process_uid_is(uint32_t uid)
{
    uid_t real = SAME, effective = SAME, saved = SAME;

    return getresuid(&real, &effective, &saved) == 0 && real == uid && effective == uid &&
           saved == uid && file_id_is(uid, setfsuid(SAME), "Uid");
}

bool process_gid_is(uint32_t gid)
{
    gid_t real = SAME, effective = SAME, saved = SAME;

    return getresgid(&real, &effective, &saved) == 0 && real == gid && effective == gid &&
           saved == gid && file_id_is(gid, setfsgid(SAME), "Gid");
}

static struct groups now;

/* A group is put in its place among those before it, which takes no room beyond its own. */
const struct groups *process_groups(void)
{
    int count = getgroups(GROUPS_MAX, now.id);

    now.count = 0;
    for (int i = 0; i < count; i++)
        groups_add(&now, now.id[i]);
    return count < 0 ? NULL : &now;
}

bool process_groups_are(const struct target *target)
{
    return process_groups() && target_has_groups(target, &now);
}

bool process_groups_are_set(const struct target *target)
{
    return process_groups_are(target) && now.count == target->groups.count;
}

const char *process_setgroups_state(void)
{
    static char state[16];

    if (!proc_read("/proc/self/setgroups", state, sizeof state))
        return "unknown";
    state[strcspn(state, "\n")] = '\0';
    return state;
}
