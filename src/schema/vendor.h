/*
 * Whose structures of type 128 and up these are, by the manufacturer and product of type 1.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_VENDOR_H
#define HWIDENT_SCHEMA_VENDOR_H

#include "schema/row.h"

/* Who made the machine, as far as structures of vendors (type 128 and up) are known. */
enum vendor {
    VENDOR_OTHER,
    VENDOR_ACER,
    VENDOR_DELL,
    VENDOR_HP,      /* ProLiant and its kin up to generation 8 */
    VENDOR_HP_GEN9, /* the same from generation 9 on */
    VENDOR_HPE,
    VENDOR_LENOVO, /* IBM too */
};

/* The vendor that type 1 names. */
enum vendor schema_vendor(const struct hwident_table *table);

/* Number `n` of the vendor's schemas, counted from 0; NULL behind the last. */
const struct schema *schema_of_vendor(enum vendor vendor, size_t n);

#endif
