/*
 * Redaction: random characters of the same kind. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_KINDS_H
#define HWIDENT_REDACT_KINDS_H

#include <mbedtls/chacha20.h>
#include <stddef.h>
#include <stdint.h>

enum { REDACT_KEY_SIZE = 32 };

/*
 * Replacements are taken from the key's stream, so that without the key nobody can tell what was
 * replaced. If one original is known, others must not be computable from it.
 */
struct kinds {
    mbedtls_chacha20_context stream;
    uint8_t bytes[512]; /* of the stream */
    size_t used;        /* how many of them */
    uint32_t fraction;  /* what is left of the last four, as a fraction of 2^32 */
    unsigned small;     /* how many small numbers can be made of it */
};

void kinds_begin(struct kinds *kinds, const uint8_t key[REDACT_KEY_SIZE]);
void kinds_end(struct kinds *kinds);

/* A number below `limit`. */
unsigned kinds_random(struct kinds *kinds, unsigned limit);

/*
 * A different digit for a digit, a different letter of the same case for a letter; 'x' for a byte
 * that is not ASCII.
 */
uint8_t kinds_character(struct kinds *kinds, uint8_t character);

/* The same for the two hexadecimal digits of a byte; 00 and FF stay. */
uint8_t kinds_byte(struct kinds *kinds, uint8_t byte);

#endif
