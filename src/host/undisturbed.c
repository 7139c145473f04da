/*
 * Blocks signals while something is half done.
 * SPDX-License-Identifier: MIT
 */
#include "host/undisturbed.h"

#include <errno.h>
#include <time.h>

void undisturbed_begin(sigset_t *before)
{
    sigset_t all;

    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, before);
}

void undisturbed_end(const sigset_t *before, int error)
{
    static const struct timespec now;
    sigset_t too_large;

    if (error == EFBIG) {
        (void)sigemptyset(&too_large);
        (void)sigaddset(&too_large, SIGXFSZ);
        (void)sigtimedwait(&too_large, NULL, &now);
    }
    (void)sigprocmask(SIG_SETMASK, before, NULL);
}
