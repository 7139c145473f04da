/*
 * For redaction: the values to replace, and which of them stands somewhere. They are indexed by
 * their first bytes, so that to look at a place costs the same however many there are.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_SECRETS_H
#define HWIDENT_REDACT_SECRETS_H

#include "hwident.h"

#include <stdbool.h>

/* A value that is replaced wherever it stands has so many bytes. */
enum { SECRET_MIN = 4, SECRET_MAX = HWIDENT_COMPONENT_MAX };

struct secret {
    uint32_t at;  /* where the table has it */
    uint32_t new; /* where its replacement is among the chosen bytes */
    uint32_t hash;
    uint32_t next; /* the next in the list of its hash, from 1; 0: none */
    uint8_t size;
    bool uuid;
    bool swapped; /* a UUID in its other byte order; `at` and `new` are those of the first */
};

struct prefix {
    uint8_t longest; /* 0: no secret begins so */
    uint8_t lengths[SECRET_MAX / 8 + 1];
};

struct secrets {
    const uint8_t *bytes; /* the table's, as it was */
    bool folded;          /* capital and small letters are the same */
    struct secret *all;
    size_t count, room;
    struct prefix *prefixes;
    uint32_t *heads; /* of the lists, from 1 */
    unsigned head_bits;
};

/* HWIDENT_E_MEMORY; to be ended in either case. */
int secrets_begin(struct secrets *secrets, const uint8_t *bytes, size_t size, bool folded);
void secrets_end(struct secrets *secrets);

/* Adds a value that is not in it yet. HWIDENT_E_MEMORY. */
int secrets_add(struct secrets *secrets, const struct secret *secret);

/* The longest that the `size` bytes begin with; NULL: none. */
const struct secret *secrets_find(const struct secrets *secrets, const uint8_t *bytes, size_t size);

/* Whether one may begin with these SECRET_MIN bytes. */
bool secrets_begins(const struct secrets *secrets, const uint8_t bytes[SECRET_MIN]);

/* The place of byte `n` in the value and its replacement. */
size_t secret_byte(const struct secret *secret, size_t n);

#endif
