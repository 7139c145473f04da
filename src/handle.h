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
    char *value; /* room for handle_get; NULL: not asked for yet */
};

/* What a machine code is bound to besides the machine. */
struct handle_binding {
    const char *app;
    const void *key; /* NULL: none */
    size_t key_size;
};

/* As hwident_open, with all that the command line can ask for. */
int handle_open(const struct source_options *options, hwident **h);

/*
 * As hwident_get, however long the value is: `*value` is the handle's own until the next call, and
 * empty on an error.
 */
int handle_get(hwident *h, const char *key, const char **value);

/*
 * Reads, grades and derives in one go: as hwident_code_of without its look at product_uuid, and
 * weak components are refused where `strict`. `*component` is filled also where it is refused.
 */
int handle_code(hwident *h, char profile, bool strict, const struct handle_binding *binding,
                struct hwident_component *component, char code[HWIDENT_CODE_SIZE]);

/* Fills h->last for `err`, with which a component was refused. */
void handle_explain_component(hwident *h, const struct hwident_component *component, int err);

/* Fills h->last for `err`, which reading `what` (a keyword; NULL: the table as a whole) gave. */
void handle_explain(hwident *h, const char *what, int err);

#endif
