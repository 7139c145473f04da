/*
 * Redaction: the values to replace, and finding which of them is at a place. The time for one place
 * does not depend on how many there are.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_SECRETS_H
#define HWIDENT_REDACT_SECRETS_H

#include "redact/window.h"

#include "hwident.h"

#include <string.h>

/* A value that is replaced wherever it occurs has this many bytes. */
enum { SECRET_MIN = 4, SECRET_MAX = HWIDENT_COMPONENT_MAX };

struct secret {
    uint32_t at; /* its offset in the table */
    union {
        uint32_t next; /* until it is in the index: the next of its length, from 1; 0: none */
        uint32_t new;  /* from then on: the offset of its replacement in the chosen bytes */
    };
    uint8_t size;
    bool uuid;  /* found in both byte orders */
    bool plain; /* its grade is strong, with no note */
    bool again; /* the same as one that was added before */
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
    uint8_t up_to[SECRET_MAX + 1];  /* the number of the longest that is no longer than this */
    /* A beginning is in the slot that its hash leads to, or in the next that was free. */
    uint64_t *hashes; /* plus one; 0: a free slot */
    uint32_t *secret; /* the longest in it, from 1, times 2, plus whether swapped; below 2: none */
    size_t slots;
    unsigned start_shift;
    uint8_t *starts;           /* a bit for SECRET_MIN bytes: whether a secret may start so */
    bool first[UINT8_MAX + 1]; /* whether one starts with this byte */
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

/*
 * Call it once, after all have been added and before any is looked for. Adds to `*chosen` how many
 * bytes their replacements have. HWIDENT_E_MEMORY.
 */
int secrets_index(struct secrets *secrets, size_t *chosen);

/* The longest secret that the window begins with; one may begin so. */
struct found secrets_find(const struct secrets *secrets, struct window *window);

/* The number of the bit in secrets->starts for these SECRET_MIN bytes. */
static inline uint32_t secrets_start_bit(const struct secrets *secrets, const uint8_t *bytes)
{
    uint32_t start;

    memcpy(&start, bytes, SECRET_MIN);
    return (uint32_t)(start * UINT32_C(0x9E3779B1)) >> secrets->start_shift;
}

/* Whether a secret may begin with these SECRET_MIN bytes. */
static inline bool secrets_start(const struct secrets *secrets, const uint8_t *bytes)
{
    uint32_t bit = secrets_start_bit(secrets, bytes);

    return secrets->starts[bit / 8] >> bit % 8 & 1;
}

/* Whether a secret can have more than `least` and at most `most` bytes. */
static inline bool secrets_between(const struct secrets *secrets, size_t least, size_t most)
{
    least = least < SECRET_MAX ? least : SECRET_MAX;
    most = most < SECRET_MAX ? most : SECRET_MAX;
    return secrets->up_to[least] < secrets->up_to[most];
}

/* The index of byte `n` in the original value and its replacement. */
size_t secret_byte(struct found found, size_t n);

#endif
