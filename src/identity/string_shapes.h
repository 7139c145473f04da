/*
 * Strings in the shape of something other than a serial number.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_STRING_SHAPES_H
#define HWIDENT_IDENTITY_STRING_SHAPES_H

#include "smbios/bytes.h"

/* Single digits with dots between them, with or without "v", "ver" or "rev" in front. */
bool string_is_version(const uint8_t *bytes, size_t size);

/* Day, month and year with '-', '/' or '.' between them, the year of four digits first or last. */
bool string_is_date(const uint8_t *bytes, size_t size);

#endif
