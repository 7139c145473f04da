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
        powers->of[n] = powers->of[n - 1] * base;
}

void window_begin(struct window *w, const struct powers *powers, bool folded)
{
    w->powers = powers;
    w->folded = folded;
    w->begin = w->end = 0;
    w->sums[0] = 0;
}

/* Moves what is left to the start of the room. */
static void move(struct window *w)
{
    size_t left = window_size(w);

    memmove(w->bytes, window_bytes(w), left);
    memmove(w->sums, w->sums + w->begin, (left + 1) * sizeof *w->sums);
    w->begin = 0;
    w->end = left;
}

void window_add(struct window *w, uint8_t byte)
{
    if (w->end == WINDOW_ROOM)
        move(w);
    if (w->folded)
        byte = byte_lower(byte);
    w->bytes[w->end] = byte;
    w->sums[w->end + 1] = w->sums[w->end] * w->powers->of[1] + byte + 1;
    w->end++;
}

void window_read(struct window *w, const struct powers *powers, bool folded, const uint8_t *bytes,
                 size_t size)
{
    window_begin(w, powers, folded);
    for (size_t at = 0; at < size; at++)
        window_add(w, bytes[at]);
}
