/*
 * For redaction: characters of the same kind, and one value for another in a whole table.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REPLACE_H
#define HWIDENT_REDACT_REPLACE_H

#include "redact/redact.h"

#include <mbedtls/chacha20.h>

enum { SECRET_MAX = HWIDENT_COMPONENT_MAX };

/* A value, and what stands in its place: `size` bytes each. */
struct secret {
    uint8_t old[SECRET_MAX], new[SECRET_MAX];
    size_t size;
};

/*
 * Where replacements come from: the key's stream, so that who doesn't have the key can't tell what
 * was replaced. With one that is known, another's could be reckoned back.
 */
struct kinds {
    mbedtls_chacha20_context stream;
};

void kinds_begin(struct kinds *kinds, const uint8_t key[REDACT_KEY_SIZE]);
void kinds_end(struct kinds *kinds);

/* A number below `limit`. */
unsigned kinds_random(struct kinds *kinds, unsigned limit);

/* Another digit for a digit, letter for a letter in its case; 'x' for what is not ASCII. */
uint8_t kinds_character(struct kinds *kinds, uint8_t character);

/* The same for the two hexadecimal digits of a byte; 00 and FF stay. */
uint8_t kinds_byte(struct kinds *kinds, uint8_t byte);

/* A table, and which of its bytes stay: those of its structures' headers. */
struct replaceable {
    uint8_t *bytes;
    size_t size;
    uint8_t stays[REDACT_MAX / 8]; /* a bit each */
};

/* `table`, whose bytes are `bytes`, is of REDACT_MAX bytes at most. */
void replace_begin(struct replaceable *in, uint8_t *bytes, const struct hwident_table *table);

/* Whether the table holds the string, in either case. */
bool replace_finds(const struct replaceable *in, const uint8_t *string, size_t size);

/* Replaces what replace_finds finds, each character in the case that it has there. */
void replace_string(const struct replaceable *in, const struct secret *secret);

/* Replaces the bytes, and their hexadecimal digits with '-', ':', ' ' or nothing between. */
void replace_bytes(const struct replaceable *in, const struct secret *secret);

#endif
