/*
 * Redaction: the values to replace. SPDX-License-Identifier: MIT
 */
#include "redact/secrets.h"

#include <stdlib.h>

enum { START_BITS_MIN = 16, START_BITS_MAX = 24 };

/* ---- collecting ------------------------------------------------------------------------------ */

void secrets_begin(struct secrets *s, const uint8_t *bytes, bool folded, uint64_t base)
{
    *s = (struct secrets){.bytes = bytes, .folded = folded};
    powers_begin(&s->powers, base);
}

void secrets_end(struct secrets *s)
{
    free(s->all);
    free(s->hashes);
    free(s->secret);
    free(s->starts);
}

int secrets_add(struct secrets *s, const struct secret *secret)
{
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 64;
        struct secret *all = realloc(s->all, room * sizeof *all);

        if (!all)
            return HWIDENT_E_MEMORY;
        s->all = all;
        s->room = room;
    }
    s->all[s->count++] = *secret;
    return HWIDENT_OK;
}

size_t secret_byte(struct found found, size_t n)
{
    static const uint8_t other_order[] = {3, 2, 1, 0, 5, 4, 7, 6};

    return found.swapped && n < sizeof other_order ? other_order[n] : n;
}

/* ---- finding --------------------------------------------------------------------------------- */

/* The slot of the beginning with this hash; a free one if there is none. */
static size_t slot_of(const struct secrets *s, uint64_t hash)
{
    /* Spread, so that the highest bits depend on all of it. */
    uint64_t spread = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
    size_t slot = (size_t)((spread >> 32) * s->slots >> 32);

    while (s->hashes[slot] != 0 && s->hashes[slot] != hash + 1)
        slot = slot + 1 < s->slots ? slot + 1 : 0;
    return slot;
}

/* The highest power of two that is not above `number`. */
static size_t highest_bit(size_t number)
{
    size_t bit = 1;

    while (bit <= number / 2)
        bit *= 2;
    return bit;
}

/* The longest secret among the first `size` bytes of the window, whose sums are there. */
static uint32_t longest_in(const struct secrets *s, const struct window *w, size_t size)
{
    uint32_t longest = 0;
    size_t n = 0;

    for (size_t step = highest_bit(s->longest); step > 0; step /= 2) {
        size_t slot;

        if (n + step > s->longest || s->lengths[n + step] > size)
            continue;
        slot = slot_of(s, window_hash(w, 0, s->lengths[n + step]));
        if (s->hashes[slot] != 0) {
            longest = s->secret[slot];
            n += step;
        }
    }
    return longest;
}

struct found secrets_find(const struct secrets *s, struct window *w)
{
    size_t size = window_size(w), most = s->lengths[s->longest];
    uint32_t longest;

    size = size < most ? size : most;
    window_sum(w, size);
    longest = longest_in(s, w, size);
    if (longest < 2)
        return (struct found){0};
    return (struct found){&s->all[longest / 2 - 1], longest % 2};
}

/* ---- the index ------------------------------------------------------------------------------- */

/* Lists the secrets by their lengths, in the order in which they were added. */
static void list_lengths(struct secrets *s, uint32_t firsts[SECRET_MAX + 1])
{
    for (size_t i = s->count; i > 0; i--) {
        s->all[i - 1].next = firsts[s->all[i - 1].size];
        firsts[s->all[i - 1].size] = (uint32_t)i;
    }
    for (size_t length = SECRET_MIN; length <= SECRET_MAX; length++) {
        if (firsts[length] > 0)
            s->lengths[++s->longest] = length;
        s->up_to[length] = (uint8_t)s->longest;
    }
}

/* How many beginnings the secret whose length is number `n` has at most. */
static size_t beginnings_of(size_t n)
{
    size_t bits = 0;

    for (; n > 0; n &= n - 1)
        bits++;
    return bits;
}

/* Makes room for all beginnings, so that a quarter of the slots stays free, and for their starts. */
static int make_room(struct secrets *s, const uint32_t firsts[SECRET_MAX + 1])
{
    size_t beginnings = 0, starts = 0;
    unsigned start_bits = START_BITS_MIN;

    for (size_t n = 1; n <= s->longest; n++)
        for (uint32_t i = firsts[s->lengths[n]]; i > 0; i = s->all[i - 1].next) {
            size_t orders = s->all[i - 1].uuid ? 2 : 1;

            starts += orders;
            beginnings += orders * beginnings_of(n);
        }
    s->slots = beginnings / 3 * 4 + 4;
    while (start_bits < START_BITS_MAX && (size_t)1 << start_bits < 8 * starts)
        start_bits++;
    s->start_shift = 32 - start_bits;
    s->hashes = calloc(s->slots, sizeof *s->hashes);
    s->secret = malloc(s->slots * sizeof *s->secret);
    s->starts = calloc(((size_t)1 << start_bits) / 8, 1);
    return s->hashes && s->secret && s->starts ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

/*
 * Adds the beginnings of a secret, whose length is number `n`, unless it has been added before. All
 * shorter ones have been.
 */
static bool add_beginnings(struct secrets *s, const struct window *w, size_t n, uint32_t whole)
{
    for (size_t at = 0, step = highest_bit(s->longest); step > 0; step /= 2) {
        uint64_t hash;
        size_t slot, size = s->lengths[n & (at | step)];

        if ((n & step) == 0)
            continue;
        at |= step;
        hash = window_hash(w, 0, size);
        slot = slot_of(s, hash);
        if (s->hashes[slot] == 0) {
            s->secret[slot] = at == n ? whole : longest_in(s, w, size);
            s->hashes[slot] = hash + 1;
        } else if (at == n) {
            return false;
        }
    }
    return true;
}

/* Notes how the secret in the window starts. */
static void add_start(struct secrets *s, const struct window *w)
{
    uint32_t bit = secrets_start_bit(s, window_bytes(w));

    s->starts[bit / 8] |= (uint8_t)(1 << bit % 8);
    s->first[window_bytes(w)[0]] = true;
}

/* Adds secret number `i`, from 1; false if it has been added before. */
static bool index_secret(struct secrets *s, uint32_t i, size_t n, bool swapped)
{
    const struct secret *secret = &s->all[i - 1];
    const struct found whole = {secret, swapped};
    uint8_t bytes[SECRET_MAX];
    struct window w;

    for (size_t k = 0; k < secret->size; k++)
        bytes[k] = s->bytes[secret->at + secret_byte(whole, k)];
    window_read(&w, &s->powers, s->folded, bytes, secret->size);
    window_sum(&w, secret->size);
    add_start(s, &w);
    return add_beginnings(s, &w, n, 2 * i + swapped);
}

int secrets_index(struct secrets *s, size_t *chosen)
{
    uint32_t firsts[SECRET_MAX + 1] = {0};

    list_lengths(s, firsts);
    if (make_room(s, firsts) != HWIDENT_OK)
        return HWIDENT_E_MEMORY;
    for (size_t n = 1; n <= s->longest; n++)
        for (uint32_t i = firsts[s->lengths[n]], next; i > 0; i = next) {
            struct secret *secret = &s->all[i - 1];

            next = secret->next;
            secret->new = (uint32_t)*chosen;
            secret->again = !index_secret(s, i, n, false);
            if (secret->again)
                continue;
            *chosen += secret->size;
            if (secret->uuid)
                (void)index_secret(s, i, n, true);
        }
    return HWIDENT_OK;
}
