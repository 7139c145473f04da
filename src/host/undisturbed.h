/*
 * Blocks signals while something is half done, so that none ends the process in the middle.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_UNDISTURBED_H
#define HWIDENT_HOST_UNDISTURBED_H

#include <signal.h>

/* Blocks this thread's signals; `*before` is for undisturbed_end. */
void undisturbed_begin(sigset_t *before);

/*
 * Delivers the signals that came meanwhile. `error`: the errno of what was done, or 0. With EFBIG
 * it discards the SIGXFSZ that came too: the write has failed, but the process should go on.
 */
void undisturbed_end(const sigset_t *before, int error);

#endif
