/*
 * Signals wait while something is half-made, so that none ends the process in the middle of it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_UNDISTURBED_H
#define HWIDENT_HOST_UNDISTURBED_H

#include <signal.h>

/* From here on they wait; `*before` is for the end. Of this thread alone. */
void undisturbed_begin(sigset_t *before);

/*
 * Those that came meanwhile come now. `error`: the errno of what was done, or 0. A file that may not
 * grow (EFBIG) is a failed write, not the end of the process: its signal is taken back.
 */
void undisturbed_end(const sigset_t *before, int error);

#endif
