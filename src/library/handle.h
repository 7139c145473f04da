/*
 * The inside of the public handle. For the files of this folder only.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_HANDLE_H
#define HWIDENT_LIBRARY_HANDLE_H

#include "host/source.h"
#include "library/kept.h"

struct hwident {
    enum hwident_uuid_order order;
    unsigned rules; /* the rule set to grade by, never 0 */
    bool strict;
    char *value;   /* room for a value's text; NULL: not asked for yet */
    size_t needed; /* bytes, see hwident_needed */
    struct hwident_component component;
    struct hwident_virtual virtual;
    bool virtual_known;
    struct kept json; /* of the last hwident_json */
    struct source source;
    struct diagnosis last;    /* cause and remedy of the last call's error */
    struct diagnosis product; /* what hwident_check found; its error is 1 before it looked */
    char why[sizeof(struct diagnosis)];
};

/* A handle that has no tables yet; NULL without memory. */
hwident *handle_new(void);

/* The error of a handle whose tables could not be opened, which it goes on giving; else 0. */
int handle_opened(hwident *h);

/* The handle's room for a value, which any string of its table fits in; NULL without memory. */
char *handle_room(hwident *h, size_t *size);

/* Fills h->last for `err`, which reading `what` (a keyword; NULL: the table as a whole) gave. */
int handle_explain(hwident *h, const char *what, int err);

/* Fills h->last for `err`, with which h->component was refused. */
int handle_explain_component(hwident *h, int err);

/* Fills h->last; `remedy` NULL: the error's usual one. All three return `err`. */
int handle_fail(hwident *h, int err, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
