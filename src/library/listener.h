/*
 * Who is told of the errors that a command meets on its way, of which it ends with one at most.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_LISTENER_H
#define HWIDENT_LIBRARY_LISTENER_H

#include "hwident.h"

enum { NO_OPERAND = -1 };

struct listener {
    /* `h` explains the error while it is told; `operand` is the number of the value that it is of. */
    void (*tell)(hwident *h, int operand, int err);
};

/* `listener` may be NULL: nobody listens. */
static inline void listener_tell(const struct listener *listener, hwident *h, int operand, int err)
{
    if (listener)
        listener->tell(h, operand, err);
}

#endif
