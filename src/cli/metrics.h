/*
 * --format prometheus: what summary says, and the codes, as metrics.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_METRICS_H
#define HWIDENT_CLI_METRICS_H

#include "hwident.h"

/* Prints all metrics; `with_ids`: also what names this very machine. */
void metrics_print(hwident *h, bool with_ids);

/* Prints the codes of those components of the machine that have one. */
void metrics_print_codes(hwident *h, const char *app);

/* Prints one machine code; before the `first` what stands before all. */
void metrics_print_code(const char *app, char profile, const char *code, bool first);

#endif
