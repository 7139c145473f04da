/*
 * User specs, passwd and group: any bytes.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "prepare/account.h"

static struct target target;

int main(void)
{
    uint32_t number;
    ANY_BYTES(spec, 4096);
    ANY_BYTES(passwd, 16777216);
    ANY_BYTES(group, 16777216);
    enum refusal refusal = target_read(text_of(spec, spec_size), text_of(passwd, passwd_size),
                                       text_of(group, group_size), Frama_C_interval(0, 1), &target);

    (void)refusal_text(refusal);
    (void)number_read(text_of(spec, spec_size), &number);
    (void)target_has_groups(&target, &target.groups);
    (void)groups_have(&target.groups, Frama_C_unsigned_int_interval(0, UINT32_MAX));
    return 0;
}
