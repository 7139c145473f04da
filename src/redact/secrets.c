/*
 * Redaction: the values to replace. SPDX-License-Identifier: MIT
 */
#include "redact/secrets.h"

#include <stdlib.h>

enum { PREFIX_BITS = 16, HEAD_BITS_MIN = 8 };

int secrets_begin(struct secrets *s, const uint8_t *bytes, size_t size, bool folded)
{
    *s = (struct secrets){.bytes = bytes, .folded = folded, .head_bits = HEAD_BITS_MIN};
    while ((size_t)32 << s->head_bits < size)
        s->head_bits++;
    s->prefixes = calloc((size_t)1 << PREFIX_BITS, sizeof *s->prefixes);
    s->heads = calloc((size_t)1 << s->head_bits, sizeof *s->heads);
    return s->prefixes && s->heads ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

void secrets_end(struct secrets *s)
{
    free(s->prefixes);
    free(s->heads);
    free(s->all);
}

size_t secret_byte(const struct secret *secret, size_t n)
{
    static const uint8_t other_order[] = {3, 2, 1, 0, 5, 4, 7, 6};

    return secret->swapped && n < sizeof other_order ? other_order[n] : n;
}

static uint8_t fold(const struct secrets *s, uint8_t c)
{
    return s->folded && c >= 'A' && c <= 'Z' ? (uint8_t)(c | 0x20) : c;
}

static uint8_t old_byte(const struct secrets *s, const struct secret *secret, size_t n)
{
    return fold(s, s->bytes[secret->at + secret_byte(secret, n)]);
}

/* FNV-1a. */
static uint32_t step(uint32_t hash, uint8_t c)
{
    return (hash ^ c) * 0x01000193;
}

static uint32_t first_bits(uint32_t hash, unsigned bits)
{
    return (hash * 0x9E3779B1) >> (32 - bits);
}

int secrets_add(struct secrets *s, const struct secret *secret)
{
    uint32_t hash = 0;
    struct secret *added;
    struct prefix *prefix = NULL;

    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 64;
        struct secret *all = realloc(s->all, room * sizeof *all);

        if (!all)
            return HWIDENT_E_MEMORY;
        s->all = all;
        s->room = room;
    }
    for (size_t n = 0; n < secret->size; n++) {
        hash = step(hash, old_byte(s, secret, n));
        if (n + 1 == SECRET_MIN)
            prefix = &s->prefixes[first_bits(hash, PREFIX_BITS)];
    }
    added = &s->all[s->count++];
    *added = *secret;
    added->hash = hash;
    added->next = s->heads[first_bits(hash, s->head_bits)];
    s->heads[first_bits(hash, s->head_bits)] = (uint32_t)s->count;
    if (prefix) {
        prefix->lengths[secret->size / 8] |= (uint8_t)(1 << secret->size % 8);
        if (secret->size > prefix->longest)
            prefix->longest = secret->size;
    }
    return HWIDENT_OK;
}

static bool is_at(const struct secrets *s, const struct secret *secret, const uint8_t *bytes)
{
    for (size_t n = 0; n < secret->size; n++)
        if (old_byte(s, secret, n) != fold(s, bytes[n]))
            return false;
    return true;
}

/* Finds the secret that is exactly the `size` bytes. */
static const struct secret *find_whole(const struct secrets *s, uint32_t hash, const uint8_t *bytes,
                                       size_t size)
{
    uint32_t number = s->heads[first_bits(hash, s->head_bits)];

    for (; number > 0; number = s->all[number - 1].next)
        if (s->all[number - 1].hash == hash && s->all[number - 1].size == size &&
            is_at(s, &s->all[number - 1], bytes))
            return &s->all[number - 1];
    return NULL;
}

static const struct prefix *prefix_of(const struct secrets *s, const uint8_t *bytes, uint32_t *hash)
{
    *hash = 0;
    for (size_t n = 0; n < SECRET_MIN; n++)
        *hash = step(*hash, fold(s, bytes[n]));
    return &s->prefixes[first_bits(*hash, PREFIX_BITS)];
}

bool secrets_begins(const struct secrets *s, const uint8_t bytes[SECRET_MIN])
{
    uint32_t hash;

    return prefix_of(s, bytes, &hash)->longest > 0;
}

const struct secret *secrets_find(const struct secrets *s, const uint8_t *bytes, size_t size)
{
    const struct secret *longest = NULL;
    const struct prefix *prefix;
    uint32_t hash;

    if (size < SECRET_MIN)
        return NULL;
    prefix = prefix_of(s, bytes, &hash);
    for (size_t n = SECRET_MIN; n <= prefix->longest && n <= size; n++) {
        if (prefix->lengths[n / 8] >> n % 8 & 1) {
            const struct secret *found = find_whole(s, hash, bytes, n);

            longest = found ? found : longest;
        }
        if (n < size)
            hash = step(hash, fold(s, bytes[n]));
    }
    return longest;
}
