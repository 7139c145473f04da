/*
 * Inputs of which only the bounds are known.
 * SPDX-License-Identifier: MIT
 */
#ifndef PROOF_ANY_H
#define PROOF_ANY_H

#include "hwident.h"

#include "__fc_builtin.h"

#include <limits.h>
#include <stdint.h>

/* Any bytes. The input is any number of them, up to all. */
#define ANY_BYTES(name, max)                                                                       \
    static char name[max];                                                                         \
    size_t name##_size = Frama_C_size_t_interval(0, max);                                          \
    Frama_C_make_unknown(name, max)

/* Any text of up to `max` - 1 bytes: its first zero may be anywhere. */
#define ANY_TEXT(name, max)                                                                        \
    static char name[max];                                                                         \
    Frama_C_make_unknown(name, (max)-1);                                                           \
    name[(max)-1] = '\0'

#endif
