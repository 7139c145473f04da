/*
 * Tables without what names this very machine, to be shown to others.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REDACT_H
#define HWIDENT_REDACT_REDACT_H

#include "hwident.h"

/*
 * The largest table, in bytes, that is redacted: every private value is looked for in all of it,
 * and a table made for it could keep that going for hours. Real ones are a fifth of this.
 */
#define REDACT_MAX ((size_t)128 * 1024)

enum { REDACT_KEY_SIZE = 32 };

/*
 * Replaces, in `bytes` (those of `table`), the values that the schema marks PRIVATE, and of four
 * or more bytes wherever they recur: strings in either case, UUIDs in both byte orders and as hex
 * digits. What stands in their place comes from `key`, which has to be random, used once and
 * forgotten: whoever knows it can put the values back. Length and kind of character stay, so does
 * the grade of identity; placeholders, which name no machine, stay as they are. Structures stay
 * where they are. HWIDENT_E_BOUND: larger than REDACT_MAX; nothing was replaced.
 */
int redact_table(uint8_t *bytes, const struct hwident_table *table,
                 const uint8_t key[REDACT_KEY_SIZE]);

#endif
