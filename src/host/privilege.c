/*
 * What this process may do. capget and capset, version 3: two words of 32 bits for each set.
 * SPDX-License-Identifier: MIT
 */
#include "host/privilege.h"

#include <stddef.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- Capabilities -------------------------------------------------------------------------------- */

/* From linux/capability.h, which the compilers of some C libraries don't find. */
enum { VERSION_3 = 0x20080522, WORDS = 2 };

struct header {
    uint32_t version;
    int32_t pid; /* 0: this one */
};

struct data {
    uint32_t effective, permitted, inheritable;
};

#define ALL                                                                                        \
    {                                                                                              \
        UINT32_MAX, UINT32_MAX, UINT32_MAX                                                         \
    }

bool capabilities_get(struct capabilities *capabilities)
{
    struct header header = {VERSION_3, 0};
    struct data data[WORDS] = {ALL, ALL}; /* a call that fills nothing in drops nothing */

    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    *capabilities = (struct capabilities){
        .effective = data[0].effective | (uint64_t)data[1].effective << 32,
        .permitted = data[0].permitted | (uint64_t)data[1].permitted << 32,
        .inheritable = data[0].inheritable | (uint64_t)data[1].inheritable << 32,
    };
    return true;
}

bool capabilities_set(const struct capabilities *capabilities)
{
    struct header header = {VERSION_3, 0};
    struct data data[WORDS];

    for (unsigned i = 0; i < WORDS; i++)
        data[i] = (struct data){
            .effective = (uint32_t)(capabilities->effective >> 32 * i),
            .permitted = (uint32_t)(capabilities->permitted >> 32 * i),
            .inheritable = (uint32_t)(capabilities->inheritable >> 32 * i),
        };
    return syscall(SYS_capset, &header, data) == 0;
}

/* ---- Ids ----------------------------------------------------------------------------------------- */

/* NGROUPS_MAX of limits.h is only 32 in some C libraries. */
enum { KERNELS_GROUPS_MAX = 65536 };

static bool lists(const gid_t *groups, int count, gid_t gid)
{
    for (int i = 0; i < count; i++)
        if (groups[i] == gid)
            return true;
    return false;
}

bool privileges_in_group(gid_t gid)
{
    const size_t size = KERNELS_GROUPS_MAX * sizeof gid; /* too much for a thread's stack */
    gid_t *groups;
    bool found;

    if (getegid() == gid)
        return true;
    groups = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (groups == MAP_FAILED)
        return false;
    found = lists(groups, getgroups(KERNELS_GROUPS_MAX, groups), gid);
    (void)munmap(groups, size);
    return found;
}

bool privileges_raised(void)
{
    /* They differ at first, in case a call reports success without filling them in. */
    uid_t uid = 0, effective_uid = 1, saved_uid;
    gid_t gid = 0, effective_gid = 1, saved_gid;

    if (getresuid(&uid, &effective_uid, &saved_uid) != 0 ||
        getresgid(&gid, &effective_gid, &saved_gid) != 0)
        return true;
    if (uid != effective_uid || gid != effective_gid)
        return true;
    return uid != 0 && getauxval(AT_SECURE) != 0;
}
