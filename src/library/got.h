/*
 * Several values by name, each decoded once before the first one is printed.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_GOT_H
#define HWIDENT_LIBRARY_GOT_H

#include "library/listener.h"

struct got_value {
    char *text; /* NULL: this machine does not have it */
    int err;    /* why */
};

struct got {
    struct got_value *value; /* from calloc, or `only` */
    size_t count;
    struct got_value only; /* room for one value, as most calls ask for one */
};

/*
 * Reads the values of `count` keys. An error other than "not on this machine" ends the whole call.
 * Call got_free in either case.
 */
int got_read(hwident *h, const char *const *keys, size_t count, struct got *got);
void got_free(struct got *got);

/* Reports each absent value and returns the error of the last one, or 0. */
int got_tell(const struct got *got, hwident *h, const char *const *keys,
             const struct listener *listener);

#endif
