/*
 * Redaction: the bytes from a place on, and a hash of any piece of them in constant time.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_WINDOW_H
#define HWIDENT_REDACT_WINDOW_H

#include "redact/modulo.h"

#include <stdbool.h>
#include <stddef.h>

enum { WINDOW_PIECE_MAX = 255, WINDOW_AHEAD = 3 * WINDOW_PIECE_MAX, WINDOW_ROOM = 4096 };

/* The base of the hashes, to the powers 0 to WINDOW_PIECE_MAX. */
struct powers {
    uint64_t of[WINDOW_PIECE_MAX + 1];
};

struct window {
    const struct powers *powers;
    bool folded; /* capital letters are read as small ones */
    size_t begin, end;
    size_t summed; /* up to where there are sums */
    uint8_t bytes[WINDOW_ROOM];
    uint64_t sums[WINDOW_ROOM + 1]; /* hashes of all that was read before */
};

/*
 * Two pieces that differ have the same hash for at most WINDOW_PIECE_MAX of all bases below the
 * modulus: nobody who doesn't know the base can make such pieces, and by chance there are none.
 */
void powers_begin(struct powers *powers, uint64_t base);

/* An empty window. */
void window_begin(struct window *w, const struct powers *powers, bool folded);

/* How many bytes can be added. */
static inline size_t window_room(const struct window *w)
{
    return WINDOW_ROOM - (w->end - w->begin);
}

/* Adds bytes at the end; there must be room for them. */
void window_add(struct window *w, const uint8_t *bytes, size_t size);

/* A window of `size` bytes, at most WINDOW_ROOM. */
void window_read(struct window *w, const struct powers *powers, bool folded, const uint8_t *bytes,
                 size_t size);

/* Leaves out the first bytes. */
static inline void window_skip(struct window *w, size_t size)
{
    w->begin += size;
}

static inline size_t window_size(const struct window *w)
{
    return w->end - w->begin;
}

static inline const uint8_t *window_bytes(const struct window *w)
{
    return w->bytes + w->begin;
}

/* Call it before hashes of any of the first `size` bytes are asked for. */
void window_sum(struct window *w, size_t size);

/* A hash of the bytes from number `from` up to number `to`, at most WINDOW_PIECE_MAX. */
static inline uint64_t window_hash(const struct window *w, size_t from, size_t to)
{
    const uint64_t *sums = w->sums + w->begin;

    return modulo_minus(sums[to], modulo_times(sums[from], w->powers->of[to - from]));
}

#endif
