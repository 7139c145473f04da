/*
 * The options of the command line: one table for parsing, for --help and for the completion.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_OPTIONS_H
#define HWIDENT_CLI_OPTIONS_H

#include "cli/command.h"
#include "cli/terminal.h"
#include "library/selection.h"

enum format { FORMAT_PLAIN, FORMAT_ENV, FORMAT_PROMETHEUS };

struct options {
    struct hwident_options open;
    size_t dump_count;      /* how often --from was given; see options_dump */
    const char **dump_list; /* from malloc; NULL: at most one was given */
    bool no_memory;
    const char *label; /* the current one of several dumps; NULL: there is only one */
    const char *app;
    char profile; /* 0: not given */
    bool components;
    const char *key_file;
    int key_fd; /* -1: not given */
    int need;   /* 0: not given */
    struct selection selection;
    bool raw;
    const char *dialect; /* NULL: not given */
    enum format format;
    bool with_ids;
    const char *output; /* NULL: standard output */
    bool full;
    enum color color;
    bool json;
    bool quiet; /* no messages on stderr */
    bool help;
    bool version;
    const struct command *command;
    char **operands; /* the words after the options and the command */
    int operand_count;
};

/*
 * Reads the command line. HWIDENT_E_USAGE or HWIDENT_E_MEMORY, both after a message. Call
 * options_free in either case. getopt_long reorders `argv`.
 */
int options_read(int argc, char **argv, struct options *options);
void options_free(struct options *options);

/* The dump that --from number `n`, counted from 0, named. */
const char *options_dump(const struct options *options, size_t n);

struct option_description {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: none; "a|b": one of these */
    int commands;         /* enum command_bit of those that take it */
    const char *help;
};

/* Describes option number `n`, counted from 0; false after the last. */
bool options_describe(size_t n, struct option_description *description);

#endif
