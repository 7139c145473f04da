/*
 * Tables without what names this very machine, to be shown to others.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REDACT_H
#define HWIDENT_REDACT_REDACT_H

#include "redact/kinds.h"

#include "hwident.h"

/*
 * Replaces, in `bytes` (those of `table`), the values that the schema marks PRIVATE, and of four
 * or more bytes wherever they recur: strings in either case, UUIDs in both byte orders and as hex
 * digits. What stands in their place comes from `key`, which has to be random, used once and
 * forgotten: whoever knows it can put the values back. Length and kind of character stay, so does
 * the grade of identity; placeholders, which name no machine, stay as they are. Structures stay
 * where they are. HWIDENT_E_MEMORY: nothing was replaced.
 */
int redact_table(uint8_t *bytes, const struct hwident_table *table,
                 const uint8_t key[REDACT_KEY_SIZE]);

#endif
