/*
 * The catalogue: which schema a structure is decoded by.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_CATALOGUE_H
#define HWIDENT_SCHEMA_CATALOGUE_H

#include "schema/decode.h"
#include "schema/vendor.h"

/* The schema of a type; NULL where the specification has none. */
const struct schema *schema_of(uint8_t type);

/* The structure's schema: the specification's or the vendor's; NULL where neither has one. */
const struct schema *schema_find(const struct hwident_structure *structure, enum vendor vendor);

#endif
