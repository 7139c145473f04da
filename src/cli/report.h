/*
 * What all commands share: opening the tables with their messages, and the frame of the JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_REPORT_H
#define HWIDENT_CLI_REPORT_H

#include "cli/options.h"
#include "hwident.h"

#include <jansson.h>
#include <stdio.h>

/*
 * Opens the tables as the options say and prints the notes. On failure the message is printed,
 * and with --json the object that holds the error. `*h` is to be closed in either case.
 */
int report_open(const struct options *options, hwident **h);

/* The same, and HWIDENT_E_MADEUP where the kernel's product_uuid names another machine. */
int report_open_machine(const struct options *options, hwident **h);

/*
 * The object that every JSON output is: schema, command, error and source; `err` as h->last tells
 * it, 0: null. The caller adds its keys and gives it to report_print. NULL without memory.
 */
json_t *report_begin(const struct options *options, hwident *h, int err);

/* Prints the object and frees it; NULL is what report_begin gave without memory. Returns `err`. */
int report_print(json_t *root, int err);

/*
 * The same for an object that ends with a list, which may be longer than memory: its members are
 * asked for one at a time, up to NULL.
 */
int report_print_list(json_t *root, int err, const char *key, json_t *(*next)(void *context),
                      void *context);

/* Prints the message of `err` and with --json the object that holds it. Returns `err`. */
int report_error(const struct options *options, hwident *h, int err);

/* For people, what stands at the left of a line is padded to this many characters. */
enum { LABEL_WIDTH = 9 };

/* Prints the lines "SMBIOS" and "Source". */
void report_print_source(FILE *out, const hwident *h);

#endif
