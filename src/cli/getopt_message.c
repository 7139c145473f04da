/*
 * The message that glibc prints about an option that getopt_long refuses. SPDX-License-Identifier:
 * MIT
 */
#include "cli/getopt_message.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool begins(const struct option *option, const char *name)
{
    return strncmp(option->name, name, strcspn(name, "=")) == 0;
}

/* A word with two dashes that is the beginning of no option or of several. */
static void refuse_word(char **argv, const char *word, const struct option *longs)
{
    size_t count = 0;

    for (const struct option *o = longs; o->name; o++)
        count += begins(o, word + 2);
    if (count == 0) {
        fprintf(stderr, "%s: unrecognized option '%s'\n", argv[0], word);
        return;
    }
    fprintf(stderr, "%s: option '%s' is ambiguous; possibilities:", argv[0], word);
    for (const struct option *o = longs; o->name; o++)
        if (begins(o, word + 2))
            fprintf(stderr, " '--%s'", o->name);
    fputc('\n', stderr);
}

/* The long option with this value that the word names; NULL: the value belongs to a letter. */
static const struct option *find(const struct option *longs, const char *word, int value)
{
    for (const struct option *o = longs; o->name; o++)
        if (strncmp(word, "--", 2) == 0 && o->val == value && begins(o, word + 2))
            return o;
    return NULL;
}

void getopt_message(char **argv, const char *shorts, const struct option *longs)
{
    /* musl counts a missing argument as well. */
    const char *word = argv[optind - 1] ? argv[optind - 1] : argv[optind - 2];
    const struct option *option = find(longs, word, optopt);
    const char *letter = strchr(shorts, optopt);

    if (optopt == 0)
        refuse_word(argv, word, longs);
    else if (option && option->has_arg == no_argument)
        fprintf(stderr, "%s: option '--%s' doesn't allow an argument\n", argv[0], option->name);
    else if (option)
        fprintf(stderr, "%s: option '--%s' requires an argument\n", argv[0], option->name);
    else if (letter && letter[1] == ':')
        fprintf(stderr, "%s: option requires an argument -- '%c'\n", argv[0], optopt);
    else
        fprintf(stderr, "%s: invalid option -- '%c'\n", argv[0], optopt);
}
