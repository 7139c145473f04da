/*
 * The environment of the command: the inherited one, byte for byte, except for a few names.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_ENVIRONMENT_H
#define HWIDENT_PREPARE_ENVIRONMENT_H

#include "prepare/account.h"

/* One variable and its new value; it is removed if the value's bytes are NULL. */
struct setting {
    const char *name;
    struct text value;
};

/* The inherited entries in order, without those names, then the new ones; NULL: no memory. */
char *const *environment_with(const struct setting *settings, size_t count);

/* HOME, USER and LOGNAME of the target, in this order. */
enum { TARGET_SETTINGS = 3 };
void environment_of_target(const struct target *target, struct setting settings[TARGET_SETTINGS]);

#endif
