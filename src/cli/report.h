/*
 * What all commands share: opening the tables with their messages, and the frame of the JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REPORT_H
#define HWIDENT_CLI_REPORT_H

#include "cli/options.h"
#include "render/json.h"

#include "hwident.h"

#include <stdio.h>

/*
 * Opens the tables as the options say and prints the notes. On failure the message is printed,
 * and with --json the object that holds the error. `*h` is to be closed in either case.
 */
int report_open(const struct options *options, hwident **h);

/* The same, and HWIDENT_E_MADEUP where the kernel's product_uuid names another machine. */
int report_open_machine(const struct options *options, hwident **h);

/* The object that every JSON output is, on its way to standard output. */
struct report {
    struct page out;
    struct json json;
};

/*
 * Begins it with schema, command, error and source; `err` as the handle explains it, 0: null. The
 * caller writes its own members and ends it.
 */
void report_begin(struct report *report, const struct options *options, hwident *h, int err);
void report_end(struct report *report);

/* Prints the message of `err` and with --json the object that holds it. Returns `err`. */
int report_error(const struct options *options, hwident *h, int err);

/* For people, what stands at the left of a line is padded to this many characters. */
enum { LABEL_WIDTH = 9 };

/* Prints the lines "SMBIOS" and "Source". */
void report_print_source(FILE *out, const hwident *h);

#endif
