/*
 * Inputs about which nothing is known but their bounds.
 * SPDX-License-Identifier: MIT
 */
#ifndef PROOF_ANY_H
#define PROOF_ANY_H

#include "hwident.h"

#include "__fc_builtin.h"

#include <limits.h>
#include <stdint.h>

/* Any bytes, and how many of them belong to the input: any number up to all. */
#define ANY_BYTES(name, max)                                                                       \
    static char name[max];                                                                         \
    size_t name##_size = Frama_C_size_t_interval(0, max);                                          \
    Frama_C_make_unknown(name, max)

/* Any text of up to `max` - 1 bytes: its first zero may stand anywhere. */
#define ANY_TEXT(name, max)                                                                        \
    static char name[max];                                                                         \
    Frama_C_make_unknown(name, (max)-1);                                                           \
    name[(max)-1] = '\0'

#endif
