/*
 * Redaction: the bytes from a place on, and a hash of any piece of them in constant time.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_WINDOW_H
#define HWIDENT_REDACT_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WINDOW_PIECE_MAX = 255, WINDOW_AHEAD = 3 * WINDOW_PIECE_MAX, WINDOW_ROOM = 2048 };

/* The base of the hashes, to the powers 0 to WINDOW_PIECE_MAX. */
struct powers {
    uint64_t of[WINDOW_PIECE_MAX + 1];
};

struct window {
    const struct powers *powers;
    bool folded; /* capital letters are read as small ones */
    size_t begin, end;
    uint8_t bytes[WINDOW_ROOM];
    uint64_t sums[WINDOW_ROOM + 1]; /* hashes of all that was read before */
};

/* Nobody who doesn't know the odd number `base` can make pieces whose hashes are the same. */
void powers_begin(struct powers *powers, uint64_t base);

/* An empty window. */
void window_begin(struct window *w, const struct powers *powers, bool folded);

/* Adds a byte at the end; there must be no more than WINDOW_AHEAD after it is added. */
void window_add(struct window *w, uint8_t byte);

/* A window of `size` bytes, at most WINDOW_AHEAD. */
void window_read(struct window *w, const struct powers *powers, bool folded, const uint8_t *bytes,
                 size_t size);

/* Leaves out the first byte. */
static inline void window_next(struct window *w)
{
    w->begin++;
}

static inline size_t window_size(const struct window *w)
{
    return w->end - w->begin;
}

static inline const uint8_t *window_bytes(const struct window *w)
{
    return w->bytes + w->begin;
}

/* A hash of the bytes from number `from` up to number `to`, at most WINDOW_PIECE_MAX. */
static inline uint64_t window_hash(const struct window *w, size_t from, size_t to)
{
    const uint64_t *sums = w->sums + w->begin;

    return sums[to] - sums[from] * w->powers->of[to - from];
}

#endif
