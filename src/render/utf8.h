/*
 * Bytes of the firmware as UTF-8.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_UTF8_H
#define HWIDENT_RENDER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* U+FFFD, which replaces a byte that is not part of well-formed UTF-8. */
#define UTF8_REPLACEMENT "\xEF\xBF\xBD"

/* The length in bytes of the character at the beginning of the `size` bytes; 0: not well-formed. */
size_t utf8_character(const uint8_t *bytes, size_t size);

bool utf8_is_whole(const uint8_t *bytes, size_t size);

/* The code point of a character of 1 to 4 bytes that utf8_character found. */
uint32_t utf8_code_point(const uint8_t *bytes, size_t length);

/*
 * True for characters that a terminal or browser obeys instead of showing them: control characters
 * (C0, DEL, C1), line separators, and marks that change the direction of the text around them. All
 * are below U+10000.
 */
bool utf8_is_hidden(uint32_t code_point);

#endif
