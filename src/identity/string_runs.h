/*
 * Letters and digits that follow from the ones before them. Texts here are folded: lower-case
 * letters and digits alone, at most MAX_FOLDED of them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_STRING_RUNS_H
#define HWIDENT_IDENTITY_STRING_RUNS_H

#include "smbios/bytes.h"

enum { MAX_FOLDED = 255 };

/* Whether every character is the first one. */
bool run_is_equal(const uint8_t *text, size_t size);

/* Whether every character is a digit, one more than the one before or one less; 0 follows 9. */
bool run_counts(const uint8_t *text, size_t size);

/* Whether eight digits that somebody typed in a row stand anywhere: from 0 or 1, or from 9 down. */
bool run_of_digits(const uint8_t *text, size_t size);

/*
 * Whether the whole, leading zeros aside, is digits or letters in a row, or each of them twice, or
 * letters and digits by turns ("A1B2C3D4").
 */
bool run_is_all(const uint8_t *text, size_t size);

/*
 * Whether the whole is rows of three or more, each from 0, 1 or a: "ABC123", "12341234"; digits alone
 * only from eight on.
 */
bool run_from_starts(const uint8_t *text, size_t size);

/* Whether the whole is one to four characters again and again. */
bool run_repeats(const uint8_t *text, size_t size);

/* Whether all but a few of ten or more characters are one. */
bool run_is_nearly_equal(const uint8_t *text, size_t size);

/* Whether x stands for most of it, or five times in a row. */
bool run_of_x(const uint8_t *text, size_t size);

#endif
