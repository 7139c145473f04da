/*
 * The inside of the public handle, for the command line.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HANDLE_H
#define HWIDENT_HANDLE_H

#include "host/source.h"

struct hwident {
    struct source source;
    enum hwident_uuid_order order;
    struct diagnosis last; /* cause and remedy of the last call's error */
    char why[sizeof(struct diagnosis)];
};

/* As hwident_open, with all that the command line can ask for. */
int handle_open(const struct source_options *options, hwident **h);

/* Fills h->last for `err`, which reading `what` (a keyword; NULL: the table as a whole) gave. */
void handle_explain(hwident *h, const char *what, int err);

#endif
