/*
 * Bytes of the firmware as UTF-8.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_UTF8_H
#define HWIDENT_RENDER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* U+FFFD, in the place of a byte that is not part of well-formed UTF-8. */
#define UTF8_REPLACEMENT "\xEF\xBF\xBD"

/* The bytes of the character that begins at `bytes`, of which there are `size`; 0: none does. */
size_t utf8_character(const uint8_t *bytes, size_t size);

bool utf8_is_whole(const uint8_t *bytes, size_t size);

/* The code point of a character of 1 to 4 bytes that utf8_character found. */
uint32_t utf8_code_point(const uint8_t *bytes, size_t length);

/*
 * True for what a terminal or browser obeys and doesn't show: control characters (C0, DEL, C1),
 * line separators, and marks that change the direction of the text around them. All are below
 * U+10000.
 */
bool utf8_is_hidden(uint32_t code_point);

#endif
