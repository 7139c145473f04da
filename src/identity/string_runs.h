/*
 * Letters and digits that follow from the ones before them. Texts here are folded: lower-case
 * letters and digits alone, at most MAX_FOLDED of them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_STRING_RUNS_H
#define HWIDENT_IDENTITY_STRING_RUNS_H

#include "smbios/bytes.h"

enum { MAX_FOLDED = 255 };

/* Whether every character equals the first one. */
bool run_is_equal(const uint8_t *text, size_t size);

/* Whether it is all digits, each one more (or each one less) than the one before; 0 follows 9. */
bool run_counts(const uint8_t *text, size_t size);

/* Whether it contains eight digits typed in a row: from 0 or 1 up, or from 9 down. */
bool run_of_digits(const uint8_t *text, size_t size);

/*
 * Whether the whole, without leading zeros, is digits or letters in a row, or each of them twice,
 * or letters and digits in turn ("A1B2C3D4").
 */
bool run_is_all(const uint8_t *text, size_t size);

/*
 * Whether the whole is rows of three or more characters that each begin at 0, 1 or a: "ABC123",
 * "12341234"; of digits alone only if there are at least eight.
 */
bool run_from_starts(const uint8_t *text, size_t size);

/* Whether the whole is the same one to four characters again and again. */
bool run_repeats(const uint8_t *text, size_t size);

/* Whether all but a few of ten or more characters are the same. */
bool run_is_nearly_equal(const uint8_t *text, size_t size);

/* Whether most characters are x, or five in a row are. */
bool run_of_x(const uint8_t *text, size_t size);

#endif
