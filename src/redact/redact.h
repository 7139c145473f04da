/*
 * Removes from the tables what identifies this machine, so that they can be shown to others.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_REDACT_REDACT_H
#define HWIDENT_REDACT_REDACT_H

#include "redact/kinds.h"

#include "hwident.h"

/*
 * Replaces, in `bytes` (those of `table`), the values that the schema marks PRIVATE and, if they
 * have four or more bytes, wherever else they occur: strings in either case, UUIDs in both byte
 * orders and as hex digits. The replacements are derived from `key`, which must be random, used
 * once and forgotten: whoever knows it can restore the values. Lengths, kinds of characters and the
 * grades of identity do not change. Placeholders identify no machine and stay as they are.
 * Structures keep their places. HWIDENT_E_MEMORY: nothing was replaced.
 */
int redact_table(uint8_t *bytes, const struct hwident_table *table,
                 const uint8_t key[REDACT_KEY_SIZE]);

#endif
