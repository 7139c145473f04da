/*
 * Whose structures of type 128 and up these are, by what type 1 says.
 * SPDX-License-Identifier: MIT
 */
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
    enum vendor vendor;
} vendors[] = {
    {"Acer", VENDOR_ACER},
    {"Dell Computer Corporation", VENDOR_DELL},
    {"Dell Inc.", VENDOR_DELL},
    {"HP", VENDOR_HP},
    {"Hewlett-Packard", VENDOR_HP},
    {"HPE", VENDOR_HPE},
    {"Hewlett Packard Enterprise", VENDOR_HPE},
    {"IBM", VENDOR_LENOVO},
    {"LENOVO", VENDOR_LENOVO},
};

static const struct schemas *const schemas[] = {
    [VENDOR_ACER] = &schemas_acer,   [VENDOR_DELL] = &schemas_dell,
    [VENDOR_HP] = &schemas_hp,       [VENDOR_HP_GEN9] = &schemas_hp_gen9,
    [VENDOR_HPE] = &schemas_hp_gen9, [VENDOR_LENOVO] = &schemas_lenovo,
};

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

/* Whether they are the same but for blanks at the end of `text`. */
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

/* Whether one of `names`, which end with NULL, is a part of it. */
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

/* HP's servers; its other machines use the same types for other things. */
/*@ requires readable(product.bytes, product.size); */
static enum vendor server_of(struct text product, enum vendor vendor)
{
    static const char *const servers[] = {"ProLiant", "Apollo", "Synergy", "Edgeline", NULL};
    static const char *const later[] = {"Gen9", "Gen10", NULL};

    if (!has_any(product, servers))
        return VENDOR_OTHER;
    return vendor == VENDOR_HP && has_any(product, later) ? VENDOR_HP_GEN9 : vendor;
}

/*@ requires table_whole(table); */
enum vendor schema_vendor(const struct hwident_table *table)
{
    struct hwident_structure system = {0};
    enum vendor vendor = VENDOR_OTHER;
    struct text manufacturer;

    if (hwident_table_find(table, SYSTEM, &system) != 1)
        return VENDOR_OTHER;
    manufacturer = string_at(&system, MANUFACTURER);
    /*@ loop assigns i, vendor; */
    for (size_t i = 0; i < sizeof vendors / sizeof vendors[0]; i++)
        if (is(manufacturer, vendors[i].manufacturer))
            vendor = vendors[i].vendor;
    if (vendor == VENDOR_HP || vendor == VENDOR_HPE)
        return server_of(string_at(&system, PRODUCT_NAME), vendor);
    return vendor;
}

const struct schema *schema_of_vendor(enum vendor vendor, size_t n)
{
    const struct schemas *all = schemas[vendor];

    return all && n < all->count ? all->list[n] : NULL;
}
