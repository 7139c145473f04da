/*
 * Strings made only of words that name a field or say that there is nothing.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_STRING_WORDS_H
#define HWIDENT_IDENTITY_STRING_WORDS_H

#include "smbios/bytes.h"

/*
 * Whether the letters (lower case) and digits at `text` are such words; each but the shortest (sn,
 * mb) may have one digit after it, and after the last word one character may repeat or digits may
 * count. `cut`: the last word may be incomplete.
 */
bool string_is_words(const uint8_t *text, size_t size, bool cut);

#endif
