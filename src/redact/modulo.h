/*
 * Redaction: numbers below 2^61 - 1, a prime, and their sums and products by that modulus.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_MODULO_H
#define HWIDENT_REDACT_MODULO_H

#include <stdint.h>

enum { MODULO_BITS = 61 };
#define MODULO ((UINT64_C(1) << MODULO_BITS) - 1)

/* A number below 2^62 as one below the modulus. */
static inline uint64_t modulo_of(uint64_t number)
{
    return number >= MODULO ? number - MODULO : number;
}

static inline uint64_t modulo_minus(uint64_t a, uint64_t b)
{
    return modulo_of(a + MODULO - b);
}

/*
 * The product by pieces of 31 and 30 bits, for machines without numbers of 128 bits. By the modulus
 * 2^61 is 1, so the product of the high pieces counts twice. The middle counts 2^31 times: its high
 * bits once, the others that often.
 */
static inline uint64_t modulo_times_by_pieces(uint64_t a, uint64_t b)
{
    const uint64_t low_31 = (UINT64_C(1) << 31) - 1, low_30 = (UINT64_C(1) << 30) - 1;
    uint64_t middle = (a & low_31) * (b >> 31) + (a >> 31) * (b & low_31);
    uint64_t sum = 2 * (a >> 31) * (b >> 31) + (middle >> 30) + ((middle & low_30) << 31) +
                   (a & low_31) * (b & low_31);

    return modulo_of((sum & MODULO) + (sum >> MODULO_BITS));
}

static inline uint64_t modulo_times(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 product;
    product whole = (product)a * b;

    return modulo_of(((uint64_t)whole & MODULO) + (uint64_t)(whole >> MODULO_BITS));
#else
    return modulo_times_by_pieces(a, b);
#endif
}

#endif
