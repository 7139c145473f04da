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

#endif
