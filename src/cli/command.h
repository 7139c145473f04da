/*
 * The commands of hwident: one file for each, found by name through one table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_COMMAND_H
#define HWIDENT_CLI_COMMAND_H

#include "cli/options.h"

struct command {
    const char *name;
    enum command_bit bit; /* which options it takes */
    const char *operands; /* "KEY…"; NULL: it takes none */
    const char *summary;  /* one line for --help */
    const char *example;  /* the same: what stands behind "hwident" */
    /* Returns 0 or a negative enum hwident_error, after the message about it. */
    int (*run)(const struct options *options);
};

/* The command that is named `name`, or NULL. */
const struct command *command_find(const char *name);

/* Command number `n`, counted from 0; NULL behind the last. */
const struct command *command_at(size_t n);

int command_summary(const struct options *options);
int command_get(const struct options *options);
int command_explain(const struct options *options);
int command_code(const struct options *options);
int command_match(const struct options *options);
int command_dump(const struct options *options);
int command_duplicates(const struct options *options);
int command_report(const struct options *options);
int command_lint(const struct options *options);
int command_show(const struct options *options);

#endif
