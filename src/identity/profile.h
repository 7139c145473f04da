/*
 * The profiles of a code: a letter for each component that a licence can be bound to.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_PROFILE_H
#define HWIDENT_IDENTITY_PROFILE_H

#include "hwident.h"

enum { PROFILES = sizeof HWIDENT_PROFILES - 1 };

/* In the order of HWIDENT_PROFILES. A code's tag byte is the number of the row, from 1. */
struct profile {
    char letter;
    uint8_t type; /* of the structure that holds the component */
    const char *name;
};
extern const struct profile profiles[PROFILES];

/* The row of `letter`, or PROFILES if it has none. */
size_t profile_row(char letter);

#endif
