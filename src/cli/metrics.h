/*
 * --format prometheus: the output of summary and code as metrics. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_METRICS_H
#define HWIDENT_CLI_METRICS_H

#include "hwident.h"

/* Prints all metrics; `with_ids`: also those that identify this machine. */
void metrics_print(hwident *h, bool with_ids);

/* Prints the codes of the machine's components, as far as they have one. */
void metrics_print_codes(hwident *h, const char *app);

/* Prints one machine code; before the `first` one also the gauge's header. */
void metrics_print_code(const char *app, char profile, const char *code, bool first);

#endif
