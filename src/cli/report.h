/*
 * What all commands share: opening the tables with their messages, and the JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REPORT_H
#define HWIDENT_CLI_REPORT_H

#include "cli/options.h"
#include "library/listener.h"

#include <stdio.h>

/*
 * Opens the tables as the options say and prints the notes; on failure the message. `*h` is to be
 * closed in either case.
 */
int report_open(const struct options *options, hwident **h);

/* The same, and HWIDENT_E_MADEUP where the kernel's product_uuid names another machine. */
int report_open_machine(const struct options *options, hwident **h);

/* Prints the JSON of the command on standard output, and its messages. Returns its error. */
int report_json(const struct options *options, const struct hwident_request *request);

/* Says the errors that a command of the library meets. */
extern const struct listener report_listener;

/* Prints the lines "SMBIOS" and "Source". */
void report_print_source(FILE *out, const hwident *h);

#endif
