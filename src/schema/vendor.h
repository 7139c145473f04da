/*
 * Whose structures of type 128 and up these are, by the manufacturer and product of type 1.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_VENDOR_H
#define HWIDENT_SCHEMA_VENDOR_H

#include "schema/row.h"

/* The machine's maker, if its vendor structures (type 128 and up) are known. */
enum vendor {
    VENDOR_OTHER,
    VENDOR_ACER,
    VENDOR_DELL,
    /* ProLiant servers and their kin, by generation, as sold by HP … */
    VENDOR_HP_G6, /* and G7, and older ones */
    VENDOR_HP_GEN8,
    VENDOR_HP_GEN9,
    VENDOR_HP_GEN10,
    VENDOR_HP_GEN10_PLUS,
    VENDOR_HP_GEN11,
    VENDOR_HP_GEN12,
    /* … and by HPE, in the same order */
    VENDOR_HPE_G6,
    VENDOR_HPE_GEN8,
    VENDOR_HPE_GEN9,
    VENDOR_HPE_GEN10,
    VENDOR_HPE_GEN10_PLUS,
    VENDOR_HPE_GEN11,
    VENDOR_HPE_GEN12,
    VENDOR_LENOVO, /* IBM too */
};

/* Whether the machine bears HPE's name and not HP's. */
bool vendor_is_hpe(enum vendor vendor);

/* The vendor that type 1 names. */
enum vendor schema_vendor(const struct hwident_table *table);

/* Number `n` of the vendor's schemas, counted from 0; NULL after the last. */
const struct schema *schema_of_vendor(enum vendor vendor, size_t n);

#endif
