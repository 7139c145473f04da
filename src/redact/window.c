/*
 * Redaction: the bytes from a place on. SPDX-License-Identifier: MIT
 */
#include "redact/window.h"

#include "smbios/bytes.h"

#include <string.h>

void powers_begin(struct powers *powers, uint64_t base)
{
    powers->of[0] = 1;
    for (size_t n = 1; n <= WINDOW_PIECE_MAX; n++)
        powers->of[n] = modulo_times(powers->of[n - 1], base % MODULO);
}

void window_begin(struct window *w, const struct powers *powers, bool folded)
{
    w->powers = powers;
    w->folded = folded;
    w->begin = w->end = w->summed = 0;
    w->sums[0] = 0;
}

/* The sums of bytes that were skipped before anybody asked for them are missing: they begin anew. */
static void begin_sums(struct window *w)
{
    if (w->summed >= w->begin)
        return;
    w->summed = w->begin;
    w->sums[w->begin] = 0;
}

/* Moves what is left to the start of the room. */
static void move(struct window *w)
{
    size_t left = window_size(w);

    begin_sums(w);
    memmove(w->bytes, window_bytes(w), left);
    memmove(w->sums, w->sums + w->begin, (w->summed - w->begin + 1) * sizeof *w->sums);
    w->summed -= w->begin;
    w->begin = 0;
    w->end = left;
}

void window_add(struct window *w, const uint8_t *bytes, size_t size)
{
    bool folded = w->folded;
    uint8_t *to;

    if (WINDOW_ROOM - w->end < size)
        move(w);
    to = w->bytes + w->end;
    for (size_t i = 0; i < size; i++)
        to[i] = folded ? byte_lower(bytes[i]) : bytes[i];
    w->end += size;
}

void window_read(struct window *w, const struct powers *powers, bool folded, const uint8_t *bytes,
                 size_t size)
{
    window_begin(w, powers, folded);
    window_add(w, bytes, size);
}

void window_sum(struct window *w, size_t size)
{
    uint64_t base = w->powers->of[1], sum;

    begin_sums(w);
    sum = w->sums[w->summed];
    for (; w->summed < w->begin + size; w->summed++) {
        sum = modulo_of(modulo_times(sum, base) + w->bytes[w->summed] + 1);
        w->sums[w->summed + 1] = sum;
    }
}
