/*
 * What a machine code is bound to besides the machine: the app id and the key, read and checked.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_BINDING_H
#define HWIDENT_CLI_BINDING_H

#include "cli/options.h"

struct binding {
    const char *app;
    const void *key; /* NULL: none */
    size_t key_size;
    uint8_t bytes[HWIDENT_KEY_MAX + 1]; /* one more byte, to notice a key that is too long */
};

/* Prints a message where the app id is invalid: HWIDENT_E_APP_ID. NULL: none was given. */
int binding_check_app(const char *app);

/*
 * Reads the app id and the key that the options name, and prints a message about what is invalid:
 * HWIDENT_E_APP_ID, HWIDENT_E_KEY. A missing app id is not an error here. No byte of the key is
 * ever printed.
 */
int binding_read(const struct options *options, struct binding *binding);

/* Overwrites the key. */
void binding_forget(struct binding *binding);

#endif
