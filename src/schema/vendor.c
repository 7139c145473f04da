/*
 * Whose structures of type 128 and up these are, by what type 1 says.
 * SPDX-License-Identifier: MIT
 */
#include "schema/vendor.h"

#include "schema/types.h"

#include <string.h>

enum { SYSTEM = 1, MANUFACTURER = 0x04, PRODUCT_NAME = 0x05 };

/* A string of the firmware. */
struct text {
    const uint8_t *bytes;
    size_t size;
};

static const struct {
    const char *manufacturer;
    enum vendor vendor; /* HP and HPE: the oldest generation's */
} vendors[] = {
    {"Acer", VENDOR_ACER},
    {"Dell Computer Corporation", VENDOR_DELL},
    {"Dell Inc.", VENDOR_DELL},
    {"HP", VENDOR_HP_G6},
    {"Hewlett-Packard", VENDOR_HP_G6},
    {"HPE", VENDOR_HPE_G6},
    {"Hewlett Packard Enterprise", VENDOR_HPE_G6},
    {"IBM", VENDOR_LENOVO},
    {"LENOVO", VENDOR_LENOVO},
};

/* What a product name says about the generation; the first row that it contains counts. */
static const struct {
    const char *text;
    enum vendor vendor;
} generations[] = {
    {"Gen12", VENDOR_HP_GEN12}, {"Gen11", VENDOR_HP_GEN11}, {"Gen10 Plus", VENDOR_HP_GEN10_PLUS},
    {"Gen10", VENDOR_HP_GEN10}, {"Gen9", VENDOR_HP_GEN9},   {"Gen8", VENDOR_HP_GEN8},
    {"G7", VENDOR_HP_G6},       {"G6", VENDOR_HP_G6},
};

static const struct schemas *const schemas[] = {
    [VENDOR_ACER] = &schemas_acer,
    [VENDOR_DELL] = &schemas_dell,
    [VENDOR_HP_G6] = &schemas_hpe_g6,
    [VENDOR_HP_GEN8] = &schemas_hpe_gen8,
    [VENDOR_HP_GEN9] = &schemas_hpe_gen9,
    [VENDOR_HP_GEN10] = &schemas_hpe_gen10,
    [VENDOR_HP_GEN10_PLUS] = &schemas_hpe_gen10_plus,
    [VENDOR_HP_GEN11] = &schemas_hpe_gen11,
    [VENDOR_HP_GEN12] = &schemas_hpe_gen12,
    [VENDOR_HPE_G6] = &schemas_hpe_g6,
    [VENDOR_HPE_GEN8] = &schemas_hpe_gen8,
    [VENDOR_HPE_GEN9] = &schemas_hpe_gen9,
    [VENDOR_HPE_GEN10] = &schemas_hpe_gen10,
    [VENDOR_HPE_GEN10_PLUS] = &schemas_hpe_gen10_plus,
    [VENDOR_HPE_GEN11] = &schemas_hpe_gen11,
    [VENDOR_HPE_GEN12] = &schemas_hpe_gen12,
    [VENDOR_LENOVO] = &schemas_lenovo,
};

/*@ assigns \nothing; */
bool vendor_is_hpe(enum vendor vendor)
{
    return vendor >= VENDOR_HPE_G6 && vendor <= VENDOR_HPE_GEN12;
}

/*@ requires structure_whole(s);
    assigns \nothing;
    ensures readable(\result.bytes, \result.size); */
static struct text string_at(const struct hwident_structure *s, size_t offset)
{
    const char *string;
    size_t length;

    (void)hwident_structure_string_at(s, offset, &string, &length);
    return (struct text){(const uint8_t *)string, length};
}

/* Whether they are equal except for blanks at the end of `text`. */
/*@ requires readable(text.bytes, text.size);
    requires valid_read_string(name);
    assigns \nothing; */
static bool is(struct text text, const char *name)
{
    size_t length = strlen(name);

    /*@ loop invariant readable(text.bytes, text.size);
        loop assigns text.size;
        loop variant text.size; */
    while (text.size > length && bytes_u8(text.bytes, text.size, text.size - 1) == ' ')
        text.size--;
    return text.size == length && bytes_are(text.bytes, text.size, 0, name);
}

/* Whether it contains one of `names`, which end with NULL. */
/*@ requires readable(text.bytes, text.size);
    assigns \nothing; */
static bool has_any(struct text text, const char *const *names)
{
    /*@ loop assigns names; */
    for (; *names; names++)
        if (bytes_contain(text.bytes, text.size, *names))
            return true;
    return false;
}

/* The generation as HP's or, if the machine bears HPE's name, as HPE's. */
/*@ assigns \nothing; */
static enum vendor named(enum vendor generation, bool hpe)
{
    return hpe ? generation - VENDOR_HP_G6 + VENDOR_HPE_G6 : generation;
}

/* HP's other machines use the same types for other things. HPE sold no servers before Gen9. */
/*@ requires readable(product.bytes, product.size);
    assigns \nothing; */
static enum vendor server_of(struct text product, bool hpe)
{
    static const char *const servers[] = {"ProLiant", "Apollo", "Synergy", "Edgeline", NULL};

    if (!has_any(product, servers))
        return VENDOR_OTHER;
    /*@ loop assigns i; */
    for (size_t i = 0; i < sizeof generations / sizeof generations[0]; i++)
        if (bytes_contain(product.bytes, product.size, generations[i].text))
            return named(generations[i].vendor, hpe);
    return hpe ? VENDOR_HPE_GEN10 : VENDOR_HP_G6;
}

/* The vendor that sells under this name, or `otherwise`; HP's servers as the oldest generation. */
/*@ requires readable(manufacturer.bytes, manufacturer.size);
    assigns \nothing; */
static enum vendor seller(struct text manufacturer, enum vendor otherwise)
{
    /*@ loop assigns i; */
    for (size_t i = 0; i < sizeof vendors / sizeof vendors[0]; i++)
        if (is(manufacturer, vendors[i].manufacturer))
            return vendors[i].vendor;
    return otherwise;
}

/*@ requires table_whole(table); */
enum vendor schema_vendor(const struct hwident_table *table)
{
    struct hwident_structure system = {0};
    enum vendor vendor = VENDOR_OTHER;
    struct text product = {0};

    /* Of several, the last maker that is known and the last product count, as with dmidecode. */
    /*@ loop invariant readable(product.bytes, product.size);
        loop assigns system, vendor, product; */
    while (hwident_table_find(table, SYSTEM, &system) == 1) {
        vendor = seller(string_at(&system, MANUFACTURER), vendor);
        product = string_at(&system, PRODUCT_NAME);
    }
    if (vendor == VENDOR_HP_G6 || vendor == VENDOR_HPE_G6)
        return server_of(product, vendor_is_hpe(vendor));
    return vendor;
}

const struct schema *schema_of_vendor(enum vendor vendor, size_t n)
{
    const struct schemas *all = schemas[vendor];

    return all && n < all->count ? all->list[n] : NULL;
}
