/*
 * Redaction: the values to replace, and finding which of them is at a place. The time for one place
 * does not depend on how many there are.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_SECRETS_H
#define HWIDENT_REDACT_SECRETS_H

#include "redact/window.h"

#include "hwident.h"

/* A value that is replaced wherever it occurs has this many bytes. */
enum { SECRET_MIN = 4, SECRET_MAX = HWIDENT_COMPONENT_MAX };

struct secret {
    uint32_t at;   /* its offset in the table */
    uint32_t new;  /* the offset of its replacement in the chosen bytes */
    uint32_t next; /* the next of the same length, counted from 1; 0: none */
    uint8_t size;
    bool uuid;  /* found in both byte orders */
    bool again; /* the same as one that was added before */
};

/* Bytes with which secrets begin. */
struct beginning {
    uint32_t shorter; /* the one that it continues, counted from 1; 0: none */
    uint32_t next;    /* the next with the same hash, counted from 1; 0: none */
    uint32_t piece;   /* where the bytes are by which it continues it */
    uint8_t size;     /* and how many */
    bool swapped;     /* `longest` is a UUID in its other byte order */
    uint16_t tag;     /* more bits of the hash */
    uint32_t longest; /* the longest secret that these bytes begin with, counted from 1; 0: none */
};

/*
 * The longest secret at a place is found by halving the lengths that occur, which are numbered from
 * 1 in rising order. The search goes up by a power of two if the text has a beginning of that
 * length. So each secret has beginnings of the lengths by which the search comes to it: their numbers
 * are its own with the lowest bits cleared. A beginning knows the longest secret that is in it,
 * because the search may come to one that continues differently from the text.
 */
struct secrets {
    const uint8_t *bytes; /* the table */
    bool folded;          /* capital and small letters count as the same */
    struct secret *all;
    size_t count, room;
    /* From here on: the index. */
    struct powers powers;
    size_t lengths[SECRET_MAX + 1]; /* in rising order, after a 0 */
    size_t longest;                 /* the number of the last */
    struct beginning *beginnings;
    size_t beginning_count;
    uint8_t *pieces;
    size_t piece_count;
    uint32_t *heads; /* of the lists of beginnings, counted from 1 */
    unsigned head_bits;
    uint8_t *starts; /* a bit for each hash of SECRET_MIN bytes: whether a secret starts so */
};

/* What was found at a place; no secret: nothing. */
struct found {
    const struct secret *secret;
    bool swapped; /* a UUID in its other byte order */
};

void secrets_begin(struct secrets *secrets, const uint8_t *bytes, bool folded, uint64_t base);
void secrets_end(struct secrets *secrets);

/* Adds a value. HWIDENT_E_MEMORY. */
int secrets_add(struct secrets *secrets, const struct secret *secret);

/* Call it once, after all have been added and before any is looked for. HWIDENT_E_MEMORY. */
int secrets_index(struct secrets *secrets);

/* The longest secret that the window begins with. */
struct found secrets_find(const struct secrets *secrets, const struct window *window);

/* Whether a secret may begin with the first SECRET_MIN bytes of the window. */
bool secrets_start(const struct secrets *secrets, const struct window *window);

/* The index of byte `n` in the original value and its replacement. */
size_t secret_byte(struct found found, size_t n);

#endif
