/*
 * --format prometheus: what summary says, as metrics.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_METRICS_H
#define HWIDENT_CLI_METRICS_H

#include "handle.h"

/* Prints all metrics; `with_ids`: also what names this very machine. */
void metrics_print(hwident *h, bool with_ids);

#endif
