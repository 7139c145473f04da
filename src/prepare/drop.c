/*
 * The drop: groups, gid, uid, capabilities; then the kernel is asked, and coming back must fail.
 * The bare system calls: there is one thread, and no library between this text and the kernel.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/drop.h"

#include "host/file.h"
#include "host/privilege.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <unistd.h>

/* "Leave it as it is", and no id: what a call that fills nothing in leaves behind. */
static const uint32_t SAME = UINT32_MAX;

static bool uid_is(uint32_t uid)
{
    uid_t real = SAME, effective = SAME, saved = SAME;

    return getresuid(&real, &effective, &saved) == 0 && real == uid && effective == uid &&
           saved == uid && (uint32_t)setfsuid(SAME) == uid;
}

static bool gid_is(uint32_t gid)
{
    gid_t real = SAME, effective = SAME, saved = SAME;

    return getresgid(&real, &effective, &saved) == 0 && real == gid && effective == gid &&
           saved == gid && (uint32_t)setfsgid(SAME) == gid;
}

static bool groups_get(struct groups *groups)
{
    static gid_t list[GROUPS_MAX];
    int count = getgroups(GROUPS_MAX, list);

    groups->count = 0;
    for (int i = 0; i < count; i++)
        groups_add(groups, list[i]);
    return count >= 0;
}

/* As sets, and with the primary group in both: engines differ in whether they list it. */
static bool groups_are(const struct target *target)
{
    static struct groups now;

    return groups_get(&now) && groups_add(&now, target->gid) && groups_equal(&now, &target->groups);
}

/* For a message only: what a user namespace says of setgroups. */
static const char *setgroups_state(void)
{
    static char state[16];
    int fd = open("/proc/self/setgroups", O_RDONLY | O_CLOEXEC);
    size_t size;

    (void)file_read(fd, state, sizeof state - 1, 0, &size);
    if (fd >= 0)
        close(fd);
    state[size] = '\0';
    state[strcspn(state, "\n")] = '\0';
    return *state ? state : "unknown";
}

static bool is_already(const struct target *target)
{
    return uid_is(target->uid) && gid_is(target->gid) && groups_are(target);
}

void drop_check(const struct target *target)
{
    struct capabilities own;
    bool may_uid, may_gid;

    if (!capabilities_get(&own))
        die("DROPFAIL", "capget, %s", strerror(errno));
    may_uid = capability_in(own.effective, CAPABILITY_SETUID);
    may_gid = capability_in(own.effective, CAPABILITY_SETGID);
    if (geteuid() == 0 && may_uid && may_gid)
        return;
    if (is_already(target))
        return;
    if (geteuid() != 0)
        die("NOTROOT",
            "uid %u (capabilities 0x%llx, setgroups %s) can't become %u:%u; start as root, or "
            "--if-root",
            (unsigned)geteuid(), (unsigned long long)own.effective, setgroups_state(), target->uid,
            target->gid);
    may_uid = may_uid || uid_is(target->uid);
    may_gid = may_gid || (gid_is(target->gid) && groups_are(target));
    if (!may_uid || !may_gid)
        die("DROPFAIL", "capability %s missing, setgroups %s; add it to the container's",
            may_gid   ? "SETUID"
            : may_uid ? "SETGID"
                      : "SETUID and SETGID",
            setgroups_state());
}

static _Noreturn void doubt(const char *what)
{
    die("DROPFAIL", "after the drop %s, so that nothing is executed; a filter or module interferes",
        what);
}

/* Every question that the kernel answers about who this is; nothing is taken from a file. */
static void verify(const struct target *target)
{
    struct capabilities left;

    if (!uid_is(target->uid))
        doubt("the uid is not the wanted one");
    if (!gid_is(target->gid))
        doubt("the gid is not the wanted one");
    if (!groups_are(target))
        doubt("the supplementary groups are not the wanted ones");
    if (target->uid == 0)
        return;
    if (!capabilities_get(&left) || (left.effective | left.permitted | left.inheritable) != 0)
        doubt("capabilities are left");
    if (syscall(SETRESUID, SAME, 0, SAME) == 0)
        doubt("uid 0 could be had again");
    if (target->gid != 0 && syscall(SETRESGID, SAME, 0, SAME) == 0)
        doubt("gid 0 could be had again");
}

void drop(const struct target *target)
{
    uint32_t uid = target->uid, gid = target->gid;
    bool set = syscall(SETGROUPS, target->groups.count, target->groups.id) == 0;
    int error = errno;

    /* Who is the target already may not call it, and needs not. */
    if (!set && !groups_are(target))
        die("DROPFAIL", "setgroups, %s; in this user namespace it is %s", strerror(error),
            setgroups_state());
    if (syscall(SETRESGID, gid, gid, gid) != 0)
        die("DROPFAIL", "setresgid to %u, %s; is it mapped here?", gid, strerror(errno));
    if (syscall(SETRESUID, uid, uid, uid) != 0)
        die("DROPFAIL", "setresuid to %u, %s; is it mapped here?", uid, strerror(errno));
    if (uid != 0 && !capabilities_clear())
        doubt("capset failed");
    verify(target);
}

void drop_new_privileges(void)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        die("DROPFAIL", "no_new_privs could not be set, %s", strerror(errno));
}
