/*
 * UUIDs that hold a serial number as text: Dell's service tag, and whole UUIDs of ASCII.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_UUID_TEXT_H
#define HWIDENT_IDENTITY_UUID_TEXT_H

#include "identity/uuid_pattern.h"

/* Dell puts its name and the service tag's seven characters into it: text in this byte order. */
bool uuid_is_dell(const uint8_t uuid[UUID_BYTES]);

/* Dell's, without a letter or digit in place of the tag. */
bool uuid_is_dell_without_tag(const uint8_t uuid[UUID_BYTES]);

/* Dell's, with a tag that the string rules refuse. */
bool uuid_is_dell_with_placeholder(const uint8_t uuid[UUID_BYTES], unsigned rules);

/* All of it printable ASCII, or 12 bytes of that before four of FF. */
bool uuid_is_whole_text(const uint8_t uuid[UUID_BYTES]);
bool uuid_is_text_and_ff(const uint8_t uuid[UUID_BYTES]);

/* Printable ASCII, then perhaps only 00 or only FF up to the end. */
bool uuid_is_text(const uint8_t uuid[UUID_BYTES]);

/* The same, if the string rules refuse the text. */
bool uuid_is_placeholder_text(const uint8_t uuid[UUID_BYTES], unsigned rules);

#endif
