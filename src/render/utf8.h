/*
 * Bytes of the firmware as UTF-8.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_UTF8_H
#define HWIDENT_RENDER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT_SIZE = 3 }; /* bytes of U+FFFD */

/* The bytes of the character that begins at `bytes`, of which there are `size`; 0: none does. */
size_t utf8_character(const uint8_t *bytes, size_t size);

bool utf8_is_whole(const uint8_t *bytes, size_t size);

/*
 * Copies `size` bytes and a closing zero to `text`, which has room for UTF8_REPLACEMENT_SIZE
 * times as many; each byte that is not part of well-formed UTF-8 becomes U+FFFD. Returns whether
 * all were.
 */
bool utf8_repair(const uint8_t *bytes, size_t size, char *text);

#endif
