/*
 * Values that say nothing about this machine, for outputs that people read.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_PLACEHOLDER_H
#define HWIDENT_LIBRARY_PLACEHOLDER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a name, version, date or serial number only fills its place: "To be filled by O.E.M.". A
 * short one can be a version ("1", "123"), so the rules about digits do not hold for it.
 */
bool is_placeholder(const char *text, size_t size);

#endif
