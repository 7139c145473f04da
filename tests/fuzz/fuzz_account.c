/*
 * A user spec over passwd and group: nobody becomes root who did not write 0 and allow it.
 * The input: a flag, the spec up to a line's end, passwd up to a byte of FF, group.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "prepare/account.h"

static bool stands_in(const char *pattern, struct text text)
{
    size_t length = strlen(pattern);

    for (size_t i = 0; i + length <= text.size; i++)
        if (memcmp(text.bytes + i, pattern, length) == 0)
            return true;
    return false;
}

/* An id of 0 is written as such: in the spec, or as the field of a line. */
static bool zero_written(struct text spec, struct text file)
{
    return stands_in("0", spec) || stands_in(":0:", file) || stands_in(":0\n", file);
}

static void check_target(struct text spec, struct text passwd, struct text group, bool allow_root)
{
    static struct target target;
    enum refusal refusal = target_read(spec, passwd, group, allow_root, &target);

    HOLDS(strlen(refusal_text(refusal)) > 0);
    if (refusal != ACCEPTED)
        return;
    HOLDS(target.uid != UINT32_MAX && target.gid != UINT32_MAX);
    HOLDS(target.uid != 0 || (allow_root && zero_written(spec, passwd)));
    HOLDS(target.gid != 0 || zero_written(spec, passwd) || zero_written(spec, group));
    HOLDS(groups_have(&target.groups, target.gid));
    for (size_t i = 1; i < target.groups.count; i++)
        HOLDS(target.groups.id[i - 1] < target.groups.id[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *spec_bytes, *passwd_bytes;
    size_t spec_size, passwd_size;
    struct text spec, passwd, group;
    bool allow_root = size > 0 && (data[0] & 1);
    uint32_t number = UINT32_MAX;

    if (size > 0) {
        data++;
        size--;
    }
    spec_bytes = (const char *)fuzz_cut(&data, &size, '\n', &spec_size);
    passwd_bytes = (const char *)fuzz_cut(&data, &size, 0xFF, &passwd_size);
    spec = text_of(spec_bytes, spec_size);
    passwd = text_of(passwd_bytes, passwd_size);
    group = text_of((const char *)data, size);
    if (number_read(spec, &number))
        HOLDS(number != UINT32_MAX);
    check_target(spec, passwd, group, allow_root);
    return 0;
}
