/*
 * UUIDs that somebody typed or a program filled in: patterns in the 16 bytes as stored.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_UUID_PATTERN_H
#define HWIDENT_IDENTITY_UUID_PATTERN_H

#include "smbios/bytes.h"

enum { UUID_BYTES = 16, MAC_BYTES = 6 };

/* Rule set 1. */
bool uuid_all_equal(const uint8_t uuid[UUID_BYTES]);
bool uuid_nearly_all_equal(const uint8_t uuid[UUID_BYTES]);
bool uuid_counts_up(const uint8_t uuid[UUID_BYTES]);
bool uuid_ends_in_ff(const uint8_t uuid[UUID_BYTES]);

/*
 * Bytes, or numbers of two or four bytes, that count up or down by one; or eight and more bytes
 * that count by any number. 00 and FF around the bytes are ignored.
 */
bool uuid_counts(const uint8_t uuid[UUID_BYTES]);

/* At most three different bytes, or three different hexadecimal digits. */
bool uuid_has_few_bytes(const uint8_t uuid[UUID_BYTES]);

/* The same four bytes four times. */
bool uuid_repeats(const uint8_t uuid[UUID_BYTES]);

/* Most of it is hexadecimal digits in a row, or two rows in turn; 00 and FF around are ignored. */
bool uuid_has_digits_in_a_row(const uint8_t uuid[UUID_BYTES]);

/* Nothing but "dead", "beef" and other words, 0000 and ffff. */
bool uuid_is_hex_words(const uint8_t uuid[UUID_BYTES]);

/* Half of the bytes are 00, or half are FF. */
bool uuid_is_half_empty(const uint8_t uuid[UUID_BYTES]);

/* Whether an address of a network card is one that people make up. */
bool uuid_mac_is_made_up(const uint8_t mac[MAC_BYTES]);

#endif
