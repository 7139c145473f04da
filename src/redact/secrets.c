/*
 * Redaction: the values to replace. SPDX-License-Identifier: MIT
 */
#include "redact/secrets.h"

#include <stdlib.h>
#include <string.h>

enum { START_BITS = 20, HEAD_BITS_MIN = 4, TAG_SHIFT = 24 };

/* ---- collecting ------------------------------------------------------------------------------ */

void secrets_begin(struct secrets *s, const uint8_t *bytes, bool folded, uint64_t base)
{
    *s = (struct secrets){.bytes = bytes, .folded = folded};
    powers_begin(&s->powers, base);
}

void secrets_end(struct secrets *s)
{
    free(s->all);
    free(s->beginnings);
    free(s->pieces);
    free(s->heads);
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

/* Spreads a hash, so that its highest bits depend on all of it. */
static uint64_t spread(uint64_t hash)
{
    return (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
}

static uint64_t start_of(const struct window *w)
{
    return spread(window_hash(w, 0, SECRET_MIN)) >> (64 - START_BITS);
}

bool secrets_start(const struct secrets *s, const struct window *w)
{
    uint64_t start;

    if (s->longest == 0 || window_size(w) < SECRET_MIN)
        return false;
    start = start_of(w);
    return s->starts[start / 8] >> start % 8 & 1;
}

/* memcmp, which compares byte by byte in some libraries. */
static bool is_same(const uint8_t *a, const uint8_t *b, size_t size)
{
    enum { STEP = 8 };

    for (; size >= STEP; a += STEP, b += STEP, size -= STEP)
        if (memcmp(a, b, STEP) != 0)
            return false;
    return memcmp(a, b, size) == 0;
}

/* The hash of a beginning, of which the window has the bytes from `from` up to `to`. */
static uint64_t continued(const struct window *w, uint32_t shorter, size_t from, size_t to)
{
    return spread(window_hash(w, from, to) + shorter * UINT64_C(0xD6E8FEB86659FD93));
}

/* The beginning that continues `shorter` by the bytes from `from` up to `to`; 0: none. */
static uint32_t continuation(const struct secrets *s, const struct window *w, uint32_t shorter,
                             size_t from, size_t to)
{
    uint64_t hash = continued(w, shorter, from, to);
    uint32_t number = s->heads[hash >> (64 - s->head_bits)];

    while (number > 0) {
        const struct beginning *b = &s->beginnings[number - 1];

        if (b->tag == (uint16_t)(hash >> TAG_SHIFT) && b->shorter == shorter &&
            b->size == to - from && is_same(s->pieces + b->piece, window_bytes(w) + from, b->size))
            return number;
        number = b->next;
    }
    return 0;
}

/* The highest power of two that is not above `number`. */
static size_t highest_bit(size_t number)
{
    size_t bit = 1;

    while (bit <= number / 2)
        bit *= 2;
    return bit;
}

static struct found longest_of(const struct secrets *s, uint32_t beginning)
{
    const struct beginning *b = beginning > 0 ? &s->beginnings[beginning - 1] : NULL;

    if (!b || b->longest == 0)
        return (struct found){0};
    return (struct found){&s->all[b->longest - 1], b->swapped};
}

/* The longest secret among the first `size` bytes of the window. */
static struct found find(const struct secrets *s, const struct window *w, size_t size)
{
    uint32_t beginning = 0;
    size_t n = 0;

    for (size_t step = highest_bit(s->longest); step > 0; step /= 2) {
        uint32_t longer = 0;

        if (n + step <= s->longest && s->lengths[n + step] <= size)
            longer = continuation(s, w, beginning, s->lengths[n], s->lengths[n + step]);
        if (longer > 0) {
            beginning = longer;
            n += step;
        }
    }
    return longest_of(s, beginning);
}

struct found secrets_find(const struct secrets *s, const struct window *w)
{
    return secrets_start(s, w) ? find(s, w, window_size(w)) : (struct found){0};
}

/* ---- the index ------------------------------------------------------------------------------- */

/* Lists the secrets by their lengths, in the order in which they were added. */
static void list_lengths(struct secrets *s, uint32_t firsts[SECRET_MAX + 1])
{
    for (size_t i = s->count; i > 0; i--) {
        s->all[i - 1].next = firsts[s->all[i - 1].size];
        firsts[s->all[i - 1].size] = (uint32_t)i;
    }
    for (size_t length = SECRET_MIN; length <= SECRET_MAX; length++)
        if (firsts[length] > 0)
            s->lengths[++s->longest] = length;
}

/* How many beginnings the secret whose length is number `n` has at most. */
static size_t beginnings_of(size_t n)
{
    size_t bits = 0;

    for (; n > 0; n &= n - 1)
        bits++;
    return bits;
}

/* Makes room for all beginnings and their pieces. */
static int make_room(struct secrets *s, const uint32_t firsts[SECRET_MAX + 1])
{
    size_t beginnings = 1, pieces = 1; /* no size of 0 is asked for */

    for (size_t n = 1; n <= s->longest; n++)
        for (uint32_t i = firsts[s->lengths[n]]; i > 0; i = s->all[i - 1].next) {
            size_t orders = s->all[i - 1].uuid ? 2 : 1;

            beginnings += orders * beginnings_of(n);
            pieces += orders * s->lengths[n];
        }
    s->head_bits = HEAD_BITS_MIN;
    while ((size_t)1 << s->head_bits < beginnings)
        s->head_bits++;
    s->beginnings = malloc(beginnings * sizeof *s->beginnings);
    s->pieces = malloc(pieces);
    s->heads = calloc((size_t)1 << s->head_bits, sizeof *s->heads);
    s->starts = calloc(1, (1 << START_BITS) / 8);
    return s->beginnings && s->pieces && s->heads && s->starts ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

/* Adds the beginning that continues `shorter` by the bytes from `from` up to `to`. */
static uint32_t add_beginning(struct secrets *s, const struct window *w, uint32_t shorter,
                              size_t from, size_t to, struct found longest)
{
    uint64_t hash = continued(w, shorter, from, to);
    uint32_t *head = &s->heads[hash >> (64 - s->head_bits)];
    struct beginning *added = &s->beginnings[s->beginning_count++];

    *added = (struct beginning){
        .shorter = shorter,
        .next = *head,
        .piece = (uint32_t)s->piece_count,
        .size = (uint8_t)(to - from),
        .swapped = longest.swapped,
        .tag = (uint16_t)(hash >> TAG_SHIFT),
        .longest = longest.secret ? (uint32_t)(longest.secret - s->all) + 1 : 0,
    };
    memcpy(s->pieces + s->piece_count, window_bytes(w) + from, to - from);
    s->piece_count += to - from;
    *head = (uint32_t)s->beginning_count;
    return *head;
}

/*
 * Adds the beginnings of a secret, whose length is number `n`, unless it has been added before. All
 * shorter ones have been.
 */
static bool add_beginnings(struct secrets *s, const struct window *w, size_t n, struct found whole)
{
    uint32_t beginning = 0, longer;
    uint64_t start = start_of(w);

    for (size_t at = 0, step = highest_bit(s->longest); step > 0; step /= 2) {
        size_t from = s->lengths[at], to = s->lengths[n & (at | step)];

        if (from == to)
            continue;
        at |= step;
        longer = continuation(s, w, beginning, from, to);
        if (longer > 0 && at == n)
            return false;
        if (longer == 0)
            longer = add_beginning(s, w, beginning, from, to, at == n ? whole : find(s, w, to));
        beginning = longer;
    }
    s->starts[start / 8] |= (uint8_t)(1 << start % 8);
    return true;
}

static bool index_secret(struct secrets *s, const struct secret *secret, size_t n, bool swapped)
{
    struct found whole = {secret, swapped};
    struct window w;

    window_begin(&w, &s->powers, s->folded);
    for (size_t i = 0; i < secret->size; i++)
        window_add(&w, s->bytes[secret->at + secret_byte(whole, i)]);
    return add_beginnings(s, &w, n, whole);
}

int secrets_index(struct secrets *s)
{
    uint32_t firsts[SECRET_MAX + 1] = {0};

    if (s->count == 0)
        return HWIDENT_OK;
    list_lengths(s, firsts);
    if (make_room(s, firsts) != HWIDENT_OK)
        return HWIDENT_E_MEMORY;
    for (size_t n = 1; n <= s->longest; n++)
        for (uint32_t i = firsts[s->lengths[n]], next; i > 0; i = next) {
            struct secret *secret = &s->all[i - 1];

            next = secret->next;
            secret->again = !index_secret(s, secret, n, false);
            if (secret->uuid && !secret->again)
                (void)index_secret(s, secret, n, true);
        }
    return HWIDENT_OK;
}
