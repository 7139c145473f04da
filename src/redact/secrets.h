/*
 * Redaction: the values to replace, and finding which of them is at a place. They are indexed by
 * their first bytes, so that the time for one place does not depend on how many there are.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_SECRETS_H
#define HWIDENT_REDACT_SECRETS_H

#include "hwident.h"

#include <stdbool.h>

/* A value that is replaced wherever it occurs has this many bytes. */
enum { SECRET_MIN = 4, SECRET_MAX = HWIDENT_COMPONENT_MAX };

struct secret {
    uint32_t at;  /* its offset in the table */
    uint32_t new; /* the offset of its replacement in the chosen bytes */
    uint32_t hash;
    uint32_t next; /* the next with the same hash, counted from 1; 0: none */
    uint8_t size;
    bool uuid;
    bool swapped; /* a UUID in its other byte order; `at` and `new` are those of the first order */
};

struct prefix {
    uint8_t longest; /* 0: no secret has this beginning */
    uint8_t lengths[SECRET_MAX / 8 + 1];
};

struct secrets {
    const uint8_t *bytes; /* the table's original bytes */
    bool folded;          /* capital and small letters count as the same */
    struct secret *all;
    size_t count, room;
    struct prefix *prefixes;
    uint32_t *heads; /* the heads of the lists, counted from 1 */
    unsigned head_bits;
};

/* HWIDENT_E_MEMORY; call secrets_end in either case. */
int secrets_begin(struct secrets *secrets, const uint8_t *bytes, size_t size, bool folded);
void secrets_end(struct secrets *secrets);

/* Adds a value unless it was added before. HWIDENT_E_MEMORY. */
int secrets_add(struct secrets *secrets, const struct secret *secret);

/* The longest secret that the `size` bytes begin with; NULL: none. */
const struct secret *secrets_find(const struct secrets *secrets, const uint8_t *bytes, size_t size);

/* Whether a secret may begin with these SECRET_MIN bytes. */
bool secrets_begins(const struct secrets *secrets, const uint8_t bytes[SECRET_MIN]);

/* The index of byte `n` in the original value and its replacement. */
size_t secret_byte(const struct secret *secret, size_t n);

#endif
