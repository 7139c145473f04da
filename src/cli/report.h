/*
 * What all commands share: opening the tables, with the messages about it, and the JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REPORT_H
#define HWIDENT_CLI_REPORT_H

#include "cli/options.h"
#include "library/listener.h"

#include <stdio.h>

/*
 * Opens the tables as the options say and prints the notes or, on failure, the message. Close `*h`
 * in either case.
 */
int report_open(const struct options *options, hwident **h);

/* The same, and HWIDENT_E_MADEUP if the kernel's product_uuid names a different machine. */
int report_open_machine(const struct options *options, hwident **h);

/* Prints the command's JSON on standard output and its messages. Returns its error. */
int report_json(const struct options *options, const struct hwident_request *request);

/* Prints the errors that a command of the library reports. */
extern const struct listener report_listener;

/* Prints the lines "SMBIOS" and "Source". */
void report_print_source(FILE *out, const hwident *h);

#endif
