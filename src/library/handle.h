/*
 * The inside of the public handle, only for the files of this folder. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_HANDLE_H
#define HWIDENT_LIBRARY_HANDLE_H

#include "host/source.h"
#include "library/kept.h"
#include "schema/vendor.h"

struct hwident {
    enum hwident_uuid_order order;
    unsigned rules; /* the rule set to grade by, never 0 */
    bool strict;
    char *value;   /* room for a value's text; NULL: not needed yet */
    size_t needed; /* in bytes; see hwident_needed */
    struct hwident_component component;
    struct {
        bool known;
        int err;
        struct hwident_component component;
    } read[sizeof HWIDENT_PROFILES - 1]; /* each profile's, after the first time */
    uint32_t missing;                    /* a bit for each type that a keyword did not find */
    struct hwident_virtual virtual;
    bool virtual_known;
    enum vendor vendor; /* whose types from 128 on the table has */
    bool vendor_known;
    struct kept json;         /* of the last hwident_json */
    struct diagnosis last;    /* cause and remedy of the last call's error */
    struct diagnosis product; /* result of hwident_check; its error is 1 before the first check */
    struct source source;
    char why[sizeof(struct diagnosis)];
};

/* A handle that has no tables yet; NULL if memory ran out. */
hwident *handle_new(void);

/* If the tables could not be opened, returns that error again; else 0. */
int handle_opened(hwident *h);

/*
 * The handle's buffer for a value, large enough for any string of its table; NULL if memory ran
 * out.
 */
char *handle_room(hwident *h, size_t *size);

/* Fills h->last for `err`, the error of reading `what` (a keyword; NULL: the table as a whole). */
int handle_explain(hwident *h, const char *what, int err);

/* Fills h->last for `err`, the reason for refusing h->component. */
int handle_explain_component(hwident *h, int err);

/* Fills h->last; `remedy` NULL: the error's usual one. All three return `err`. */
int handle_fail(hwident *h, int err, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
