/*
 * Serial numbers as identity takes them: trimmed to be hashed, folded to be compared.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_SERIAL_H
#define HWIDENT_IDENTITY_SERIAL_H

#include "smbios/bytes.h"

/* The string without the bytes up to 0x20 at both ends; sets `*size` to what is left. */
const uint8_t *text_trim(const void *string, size_t *size);

/* A letter in lower case, or a digit; 0 for anything else. */
/*@ assigns \nothing;
    ensures '0' <= \result <= '9' || 'a' <= \result <= 'z' || \result == 0; */
static inline char fold_byte(uint8_t byte)
{
    byte = byte_lower(byte);
    if ((byte >= 'a' && byte <= 'z') || byte_is_digit(byte))
        return (char)byte;
    return 0;
}

/* A string with its bounds, and how far it has been read. */
struct fold {
    const uint8_t *bytes;
    size_t size;
    size_t at;
};

/*@ predicate fold_whole(struct fold *fold) =
      \valid(fold) && readable(fold->bytes, fold->size); */

/* The next letter, in lower case, or digit; 0 after the last. */
char fold_next(struct fold *fold);

/* Whether two strings have the same letters and digits, whatever else is between them. */
bool folds_equal(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size);

#endif
