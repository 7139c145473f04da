/*
 * How often each of some texts came: "USB 6, Network Port 2".
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_TALLY_H
#define HWIDENT_CLI_TALLY_H

#include <stddef.h>
#include <stdio.h>

enum { TALLY_TEXTS = 16, TALLY_SIZE = 160 };

/* Starts with all bytes zero. */
struct tally {
    char text[TALLY_TEXTS][TALLY_SIZE];
    size_t count[TALLY_TEXTS];
    size_t texts;
    size_t others; /* times that a text came for which there was no room */
};

/* Counts the text, cut to fit. Returns its number; TALLY_TEXTS: one of the others. */
size_t tally_add(struct tally *tally, const char *text);

/* Prints them in the order they came in, the number behind those that came more than once. */
void tally_print(FILE *out, const struct tally *tally);

#endif
