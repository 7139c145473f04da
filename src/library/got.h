/*
 * Several values by name, each decoded once, before the first of them is printed.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_GOT_H
#define HWIDENT_LIBRARY_GOT_H

#include "library/listener.h"

struct got_value {
    char *text; /* NULL: the machine does not have it */
    int err;    /* why */
};

struct got {
    struct got_value *value; /* calloc's, or `only` */
    size_t count;
    struct got_value only; /* the one that most calls ask for */
};

/*
 * Reads the values of `count` keys. An error other than "not on this machine" is the answer to all
 * of them. got_free is due in either case.
 */
int got_read(hwident *h, const char *const *keys, size_t count, struct got *got);
void got_free(struct got *got);

/* Tells of each value that is absent, and returns the last one's error, or 0. */
int got_tell(const struct got *got, hwident *h, const char *const *keys,
             const struct listener *listener);

#endif
