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
    uint8_t bytes[HWIDENT_KEY_MAX + 1]; /* one more, to see that there is no more */
};

/* Says what does not fit in an app id, and where: HWIDENT_E_APP_ID. NULL: none was given. */
int binding_check_app(const char *app);

/*
 * Reads what the options name, with a message about what does not fit: HWIDENT_E_APP_ID,
 * HWIDENT_E_KEY. An app id that was not given is not looked at. Never prints a byte of the key.
 */
int binding_read(const struct options *options, struct binding *binding);

/* Overwrites the key. */
void binding_forget(struct binding *binding);

#endif
