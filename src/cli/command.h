/*
 * The commands of hwident: one file for each, found by name through one table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_COMMAND_H
#define HWIDENT_CLI_COMMAND_H

#include <stddef.h>

/* A bit for each command; an option has the bits of those that take it. */
enum command_bit {
    COMMAND_SUMMARY = 1 << 0,
    COMMAND_GET = 1 << 1,
    COMMAND_EXPLAIN = 1 << 2,
    COMMAND_DUMP = 1 << 3,
    COMMAND_CODE = 1 << 4,
    COMMAND_MATCH = 1 << 5,
    COMMAND_SHOW = 1 << 6,
    COMMAND_LINT = 1 << 7,
    COMMAND_DUPLICATES = 1 << 8,
    COMMAND_REPORT = 1 << 9,
    COMMAND_FLEET = COMMAND_SUMMARY | COMMAND_CODE | COMMAND_LINT | COMMAND_DUPLICATES,
    COMMAND_ALL = ~0,
};

struct options;

struct command {
    const char *name;
    enum command_bit bit; /* it takes the options that have this bit */
    const char *operands; /* "KEY…"; NULL: none */
    const char *summary;  /* one line for --help */
    const char *example;  /* for --help too: the words after "hwident" */
    /* Returns 0, or a negative enum hwident_error after printing its message. */
    int (*run)(const struct options *options);
};

/* The command that is named `name`, or NULL. */
const struct command *command_find(const char *name);

enum { COMMAND_NAMES_SIZE = 128 };

/* Writes the names of the commands that have one of these bits: "summary, get and code". */
void command_names(int bits, char names[COMMAND_NAMES_SIZE]);

/* Command number `n`, counted from 0; NULL after the last. */
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
