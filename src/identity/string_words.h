/*
 * Strings made only of words that name a field or say that there is nothing.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_STRING_WORDS_H
#define HWIDENT_IDENTITY_STRING_WORDS_H

#include "smbios/bytes.h"

/*
 * Whether the letters (lower case) and digits at `text` are such words, each but the shortest (sn,
 * mb) with at most one digit after it, and then perhaps one character again and again, or digits
 * that count. `cut`: the last word may be a part of one.
 */
bool string_is_words(const uint8_t *text, size_t size, bool cut);

#endif
