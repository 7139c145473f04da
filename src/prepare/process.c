/*
 * capget and capset, version 3: two words of 32 bits for each set.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/process.h"

#include <sys/syscall.h>
#include <unistd.h>

/* linux/capability.h, which not every libc's compiler finds. */
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
    struct data data[WORDS] = {ALL, ALL}; /* a call that fills nothing in has dropped nothing */

    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    *capabilities = (struct capabilities){
        .effective = data[0].effective | (uint64_t)data[1].effective << 32,
        .permitted = data[0].permitted | (uint64_t)data[1].permitted << 32,
        .inheritable = data[0].inheritable | (uint64_t)data[1].inheritable << 32,
    };
    return true;
}

bool capabilities_clear(void)
{
    struct header header = {VERSION_3, 0};
    const struct data none[WORDS] = {{0, 0, 0}, {0, 0, 0}};

    return syscall(SYS_capset, &header, none) == 0;
}

bool groups_get(struct groups *groups)
{
    static gid_t list[GROUPS_MAX];
    int count = getgroups(GROUPS_MAX, list);

    groups->count = 0;
    for (int i = 0; i < count; i++)
        groups_add(groups, list[i]);
    return count >= 0;
}
