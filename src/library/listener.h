/*
 * Gets the errors that occur while a command runs; the command itself returns at most one of them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_LISTENER_H
#define HWIDENT_LIBRARY_LISTENER_H

#include "hwident.h"

enum { NO_OPERAND = -1 };

struct listener {
    /*
     * During the call `h` explains the error; `operand` is the number of the value that it is
     * about.
     */
    void (*tell)(hwident *h, int operand, int err);
};

/* `listener` may be NULL. */
static inline void listener_tell(const struct listener *listener, hwident *h, int operand, int err)
{
    if (listener)
        listener->tell(h, operand, err);
}

#endif
