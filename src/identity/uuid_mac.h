/*
 * UUIDs made from the address of a network card.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_UUID_MAC_H
#define HWIDENT_IDENTITY_UUID_MAC_H

#include "identity/uuid_pattern.h"

/* The rule of the template, of a set up to `rules`, that it follows with an address; or NULL. */
const char *uuid_mac_template(const uint8_t uuid[UUID_BYTES], unsigned rules);

/* Whether it follows a template with 00 or FF for the address. */
bool uuid_has_no_mac(const uint8_t uuid[UUID_BYTES], unsigned rules);

/* Whether it follows a template with an address that somebody made up. */
bool uuid_has_made_up_mac(const uint8_t uuid[UUID_BYTES], unsigned rules);

/* Whether the last six bytes can be an address, with four bytes of 00 or of FF before them. */
bool uuid_ends_in_mac(const uint8_t uuid[UUID_BYTES]);

/* Whether it contains six bytes that can be an address twice. */
bool uuid_has_mac_twice(const uint8_t uuid[UUID_BYTES]);

#endif
