/*
 * Makers of memory by JEDEC's identification codes.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_JEDEC_H
#define HWIDENT_SCHEMA_JEDEC_H

#include <stddef.h>
#include <stdint.h>

/* The maker of a code, with its parity bit, in a bank from 1 on; NULL: not in our list. Static. */
const char *jedec_maker(unsigned bank, uint8_t code);

/*
 * The maker that a string of hexadecimal digits names, as firmware copies it from a module's SPD:
 * "00AD00B300AD" (bank and code first), "7F7F9E0000000000" (a byte of 7F for each bank before).
 * NULL: the string is not such a number, or the maker is not in our list.
 */
const char *jedec_maker_of_text(const uint8_t *text, size_t size);

#endif
