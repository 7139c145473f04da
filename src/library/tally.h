/*
 * How often each of several texts occurred: "USB 6, Network Port 2". SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_TALLY_H
#define HWIDENT_LIBRARY_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A table of 16 MiB has room for a million texts; nobody would read more than this. */
enum { TALLY_TEXTS = 256 };

struct tally_entry {
    char *text;
    uint32_t hash;
    uint16_t next;  /* the next text whose hash has the same remainder; TALLY_TEXTS: the last */
    uint16_t first; /* the first of those whose hash has this entry's number as the remainder */
    size_t count;
};

/* Starts with all bytes zero. */
struct tally {
    struct tally_entry *entry;
    size_t texts;
    size_t others;  /* how many texts were added after the tally was full */
    bool no_memory; /* a text was lost */
};

/* Counts the text. Returns its number; TALLY_TEXTS if it is one of `others`, or lost. */
size_t tally_add(struct tally *tally, const char *text);

/* Counts a text again that was added and has this number. */
void tally_add_again(struct tally *tally, size_t number);

/* Frees the texts; the tally is empty again. */
void tally_free(struct tally *tally);

#endif
