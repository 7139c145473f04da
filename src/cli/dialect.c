/*
 * Which version of dmidecode the inventory is worded like. SPDX-License-Identifier: MIT
 */
#include "cli/dialect.h"

#include "cli/message.h"

#include <stdlib.h>
#include <string.h>

static const char *const versions[] = {[DIALECT_3_7] = "3.7", [DIALECT_3_6] = "3.6"};

const char *dialect_version(enum dialect dialect)
{
    return versions[dialect];
}

bool dialect_parse(const char *version, enum dialect *dialect)
{
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
        if (strcmp(version, versions[i]) == 0) {
            *dialect = (enum dialect)i;
            return true;
        }
    return false;
}

bool dialect_choose(const char *version, enum dialect *dialect)
{
    *dialect = DIALECT_3_7;
    if (!version)
        version = getenv("HWIDENT_DIALECT");
    if (!version || dialect_parse(version, dialect))
        return true;
    message_usage("HWIDENT_DIALECT is '%s', which is neither 3.7 nor 3.6; set it to one of them",
                  version);
    return false;
}
