/*
 * UUIDs that hold a serial number as text: Dell's service tag, and whole UUIDs of ASCII.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_UUID_TEXT_H
#define HWIDENT_IDENTITY_UUID_TEXT_H

#include "identity/uuid_pattern.h"

/* Dell writes its name and the service tag's seven characters; this order shows them as text. */
bool uuid_is_dell(const uint8_t uuid[UUID_BYTES]);

/* Dell's, without a letter or digit where the tag stands. */
bool uuid_is_dell_without_tag(const uint8_t uuid[UUID_BYTES]);

/* Dell's, with a tag that the string rules refuse. */
bool uuid_is_dell_with_placeholder(const uint8_t uuid[UUID_BYTES], unsigned rules);

/* Printable ASCII all over, or 12 bytes of it before four of FF. */
bool uuid_is_whole_text(const uint8_t uuid[UUID_BYTES]);
bool uuid_is_text_and_ff(const uint8_t uuid[UUID_BYTES]);

/* Printable ASCII up to the end, or to where nothing but 00 or nothing but FF follows. */
bool uuid_is_text(const uint8_t uuid[UUID_BYTES]);

/* The same, a text that the string rules refuse. */
bool uuid_is_placeholder_text(const uint8_t uuid[UUID_BYTES], unsigned rules);

#endif
