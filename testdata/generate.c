/*
 * Writes a dump (to the file that is named) whose table has every type of structure with every
 * field at every length that the specification has had, as the schema's rows tell; then the parts
 * that repeat, which rows cannot tell, by hand. With a vendor's name behind the file: the
 * structures of that vendor instead.
 * SPDX-License-Identifier: MIT
 */
#include "schema/catalogue.h"

#include <stdio.h>
#include <string.h>

enum { HEADER = 4, DUMP_HEADER = 32, MAX_STRINGS = 64, STRING_ROOM = 64 };

static uint8_t dump[1 << 17];
static size_t used = DUMP_HEADER;
static uint16_t next_handle;

struct strings {
    char text[MAX_STRINGS][STRING_ROOM];
    uint8_t count;
};

static uint8_t add_string(struct strings *strings, const char *text)
{
    snprintf(strings->text[strings->count], STRING_ROOM, "%s", text);
    return ++strings->count;
}

static void append(const void *bytes, size_t size)
{
    memcpy(dump + used, bytes, size);
    used += size;
}

static void append_structure(uint8_t *body, uint8_t type, size_t length,
                             const struct strings *strings)
{
    body[0] = type;
    body[1] = (uint8_t)length;
    body[2] = (uint8_t)next_handle;
    body[3] = (uint8_t)(next_handle++ >> 8);
    append(body, length);
    for (uint8_t i = 0; i < strings->count; i++)
        append(strings->text[i], strlen(strings->text[i]) + 1);
    append("\0", strings->count == 0 ? 2 : 1);
}

static void store(uint8_t *body, const struct field *row, uint64_t value)
{
    uint64_t shifted = value;

    for (uint64_t mask = row->mask; mask != 0 && (mask & 1) == 0; mask >>= 1)
        shifted <<= 1;
    for (size_t i = 0; i < row->width; i++)
        body[row->offset + i] |= (uint8_t)(shifted >> 8 * i);
}

/* A code that has a name; another one for each length. */
static uint64_t some_code(const struct names *names, size_t choice)
{
    for (size_t i = 0; i < names->count; i++) {
        size_t code = names->count - 1 - (i + choice) % names->count;

        if (names->list[code])
            return code;
    }
    return 0;
}

static uint64_t named_bits(const struct names *names)
{
    uint64_t bits = 0;

    for (size_t bit = 0; bit < names->count; bit++)
        if (names->list[bit])
            bits |= (uint64_t)1 << bit;
    return bits;
}

/* A memory module's manufacturer is a number, as many are. */
static const char *text_of(const struct field *row)
{
    bool module = row->flags & WHEN_FULL && strcmp(row->key, "manufacturer") == 0;

    return module ? "00CE063200CE" : row->key;
}

static void fill_row(uint8_t *body, const struct field *row, struct strings *strings, size_t choice)
{
    switch (row->kind) {
    case FIELD_STRING:
        store(body, row, add_string(strings, text_of(row)));
        break;
    case FIELD_ENUM:
        store(body, row, some_code(&row->names->names, choice));
        break;
    case FIELD_BITS:
        store(body, row, named_bits(&row->names->names));
        break;
    case FIELD_FLAG:
        store(body, row, choice & 1);
        break;
    case FIELD_NUMBER:
    case FIELD_SIZE:
        store(body, row, (row->offset + 1U) & (row->mask ? row->mask : UINT64_MAX));
        break;
    case FIELD_HEX:
    case FIELD_HANDLE:
    case FIELD_VERSION:
    case FIELD_BCD:
    case FIELD_BYTES:
    case FIELD_UUID:
        for (size_t i = 0; i < row->width; i++)
            body[row->offset + i] = (uint8_t)(row->offset + i);
        break;
    case FIELD_CUSTOM:
        if (body[row->offset] == 0)
            store(body, row, row->offset + 1U);
        break;
    case FIELD_STRINGS:
    case FIELD_HANDLES:
        break; /* by hand */
    }
}

/* Counts of parts that are built by hand, and bytes that choose how the rest is read. */
static const struct {
    uint8_t type, offset, value;
} given[] = {
    {0, 0x07, 0xE0},  {3, 0x13, 0},     {3, 0x14, 3},     {4, 0x06, 0xB3},   {4, 0x18, 0x41},
    {5, 0x08, 9},     {5, 0x0E, 0},     {9, 0x12, 0},     {13, 0x04, 0},     {15, 0x15, 0},
    {15, 0x16, 2},    {37, 0x06, 0},    {40, 0x04, 0},    {42, 0x05, 0},     {44, 0x06, 0},
    {45, 0x17, 0},    {6, 0x09, 0x88},  {6, 0x0A, 0x08},  {236, 0x0C, 0x5B}, {17, 0x2C, 0x80},
    {17, 0x2D, 0xCE}, {17, 0x30, 0x80}, {17, 0x31, 0xB3}, {17, 0x5C, 0x8A},  {17, 0x5D, 0x8C},
    {17, 0x60, 0x86}, {17, 0x61, 0x32},
};

static void fill_given(uint8_t *body, uint8_t type, size_t length)
{
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        if (given[i].type == type && given[i].offset < length)
            body[given[i].offset] = given[i].value;
}

static void append_length(const struct schema *schema, size_t length, size_t choice)
{
    uint8_t body[256] = {0};
    struct strings strings = {0};

    for (size_t i = 0; i < schema->count; i++)
        if ((size_t)schema->fields[i].offset + schema->fields[i].width <= length)
            fill_row(body, &schema->fields[i], &strings, choice);
    fill_given(body, schema->type, length);
    append_structure(body, schema->type, length, &strings);
}

/* Up to the last row's end. */
static size_t full_length(const struct schema *schema)
{
    size_t end = HEADER;

    for (size_t i = 0; i < schema->count; i++)
        if ((size_t)schema->fields[i].offset + schema->fields[i].width > end)
            end = (size_t)schema->fields[i].offset + schema->fields[i].width;
    return end;
}

static void append_type(const struct schema *schema)
{
    const uint8_t *length = schema->lengths;
    size_t choice = 0;

    for (; length && *length != 0; length++)
        append_length(schema, *length, choice++);
    if (choice == 0 || length[-1] < full_length(schema))
        append_length(schema, full_length(schema), choice);
}

/* Structures whose parts repeat, or are read by another byte: the body behind the header. */
#define BODY(...) {__VA_ARGS__}, sizeof((uint8_t[]){__VA_ARGS__})

static const struct {
    uint8_t type;
    uint8_t body[128];
    size_t size;
} by_hand[] = {
    {2, BODY(1, 2, 3, 4, 5, 0x1F, 6, 0x34, 0x12, 0x0A, 2, 0x11, 0x22, 0x33, 0x44)},
    {3,
     BODY(1, 0x97, 2, 3, 4, 3, 3, 3, 3, 1, 2, 3, 4, 2, 1, 2, 3, 0x91, 1, 4, 0x0A, 1, 1, 5, 1, 3)},
    {4, BODY(1, 3, 0xFE, 2, 0x10, 0xD0, 0x0F, 0x41, 0, 0, 0, 0, 3, 0x8B, 100, 0, 0xB8, 0x0B, 0x60,
             9, 0x41, 6, 1, 0, 2, 0, 0xFF, 0xFF, 4, 5, 6, 0xFF, 0xFF, 0xFF, 0x7C, 0, 1, 1, 0, 1, 1,
             1, 2, 1, 3, 1, 1)},
    {4, BODY(1, 3, 0x6B, 2, 0x12, 0x0F, 0x87, 0, 0xFF, 0xFB, 0x8B, 0x17, 3, 3, 0, 0, 0, 0, 0, 0,
             0x42, 0x31)},
    {5, BODY(4, 8, 3, 4, 9, 0x1F, 0, 0xFF, 7, 7, 2, 0x11, 0, 0x12, 0, 0x20)},
    {6, BODY(1, 0x0F, 60, 0x04, 1, 0x7F, 0x7E, 4)},
    {7, BODY(1, 0x81, 1, 0xFF, 0xFF, 0, 0x80, 0x60, 0, 0x20, 0, 0, 5, 5, 7, 0, 0, 1, 0, 0, 2, 0,
             0x80)},
    {9, BODY(1, 0xBE, 8, 4, 4, 3, 0, 4, 1, 0, 0, 1, 0xFF, 8, 2, 0, 0, 2, 8, 4, 1, 0, 3, 0x10, 8, 5,
             8, 0x14, 8, 3)},
    {10, BODY(0x83, 1, 0x05, 2)},
    {10, BODY(0x85, 1)},
    {11, BODY(3)},
    {12, BODY(2)},
    {13, BODY(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)},
    {14, BODY(1, 1, 0, 0, 0x11, 4, 0, 0xDD, 9, 0)},
    {15,
     BODY(0, 1, 0, 0, 0x10, 0, 0, 1, 7, 0, 0, 0, 0x46, 4, 0x48, 4, 1, 3, 2, 1, 3, 8, 4, 0xFF, 0)},
    {17, BODY(1, 0, 0xFE, 0xFF, 72, 0, 64, 0, 0xFF, 0x7F, 9, 0, 1, 2, 0x22, 0x80, 0x20, 0xC0, 0x12,
              3, 4, 5, 6, 2, 0, 0, 1, 0, 0xC0, 0x12)},
    {17, BODY(1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 2, 0, 1, 2, 2, 4, 0)},
    {19, BODY(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0xFF,
              0xFF, 0xFF, 0xFF, 1, 0, 0, 0)},
    {37, BODY(3, 8, 2, 4, 0x11, 0, 5, 0x12, 0)},
    {40, BODY(2, 6, 4, 0, 5, 1, 7, 7, 0x11, 0, 0x15, 0, 1, 2)},
    {42, BODY(0x40, 5, 2, 0x6B, 4, 0xB0, 0xFF, 0)},
    {44, BODY(0x04, 0, 4, 2, 0xAA, 0xBB, 0xCC, 0xDD)},
    {44, BODY(0x04, 0, 0x6E, 7, 0, 1, 0x6E, 1, [0x17] = 1, [0x18] = 0x89, 4, [0x48] = 0x2D, 0x11,
              0x14, 0, 0x0D, [0x6D] = 2, 2, 0, 2, 2)},
    {45, BODY(1, 2, 0, 3, 0, 4, 5, 6, 0, 0, 1, 0, 0, 0, 0, 0, 3, 0, 5, 2, 0x11, 0, 0x12, 0)},
    {46, BODY(1, 0, 1, 0, 0)},
    {200, BODY(1, 2, 3, 4)},
};

/* A structure with six strings, the first of which may be given. */
static void append_body(uint8_t type, const uint8_t *bytes, size_t size, const char *first)
{
    static const char *const words[] = {"Alpha", "Beta",          "Gamma",
                                        "Delta", "bad \xFF byte", "na\xC3\xAFve"};
    uint8_t body[256] = {0};
    struct strings strings = {0};

    memcpy(body + HEADER, bytes, size);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        add_string(&strings, i == 0 && first ? first : words[i]);
    append_structure(body, type, HEADER + size, &strings);
}

static void append_by_hand(void)
{
    for (size_t i = 0; i < sizeof by_hand / sizeof by_hand[0]; i++)
        append_body(by_hand[i].type, by_hand[i].body, by_hand[i].size, NULL);
}

/* ---- Vendors --------------------------------------------------------------------------------- */

static const struct maker {
    const char *name, *manufacturer, *product;
    enum vendor vendor;
} makers[] = {
    {"acer", "Acer", "Synthetic", VENDOR_ACER},
    {"dell", "Dell Inc.", "Synthetic", VENDOR_DELL},
    {"hp", "HP", "ProLiant Synthetic G7", VENDOR_HP_G6},
    {"hpe", "HPE", "ProLiant Synthetic Gen10", VENDOR_HPE_GEN10},
    {"lenovo", "LENOVO", "Synthetic", VENDOR_LENOVO},
};

static const struct {
    enum vendor vendor;
    uint8_t type;
    uint8_t body[128];
    size_t size;
    const char *first;
} by_hand_of[] = {
    {VENDOR_DELL, 178, BODY(7, 1, 12, 0, 8, 1, 0xFF, 0)},
    {VENDOR_DELL, 212,
     BODY(0x70, 0, 0x71, 0, 3, 0x10, 0x2D, 0x2E, 0x42, 0, 0x11, 0xFE, 1, 0, 0, 0x25, 0xFC, 2, 0xFF,
          0xFF, 0, 0, 0)},
    {VENDOR_DELL, 218,
     BODY(0xB2, 0, 0x17, 0x0B, 0x0E, 0x18, 0, 0, 0x80, 1, 0x80, 2, 1, 0xFF, 0xFF, 0, 0, 0, 0)},
    {VENDOR_HPE_GEN10, 199,
     BODY(1, 2, 3, 4, 0x19, 0x20, 0x17, 5, 0xF2, 6, 3, 0, 5, 0, 0, 0, 0x18, 0x20, 1, 0x12, 0xF1, 6,
          4, 0)},
    {VENDOR_HPE_GEN10, 203,
     BODY(1, 0, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0, 0,
          2, 3, 1, 1, 0, 0xFF, 1, 2, 3)},
    {VENDOR_HPE_GEN10, 209,
     BODY(0x10, 3, 2, 0, 0x5E, 0x10, 0, 1, 0, 0, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6)},
    {VENDOR_HP_G6, 212,
     BODY('$', 'C', 'R', 'U', 0, 0, 0xF7, 0xFF, 0, 0, 0, 0, 0, 0x40, 0, 0, 0x10, 0, 0, 0)},
    {VENDOR_HP_G6, 221, BODY(0x11, 3, 2, 0, 0x5E, 0x10, 0, 2)},
    {VENDOR_HP_G6, 224, BODY(6, 6, 0x12, 0x0B, 1, 0, 5, 0)},
    {VENDOR_HPE_GEN10, 224, BODY(6, 6, 0x12, 0x0B, 1, 0, 5, 0)},
    {VENDOR_HPE_GEN10, 229,
     BODY('$', 'W', 'H', 'E', 0, 0xA0, 0xE5, 0xA0, 0, 0, 0, 0, 0, 0x10, 1, 0, '$', 'S', 'M', 'V', 0,
          0xF9, 0xBE, 0xBF, 0, 0, 0, 0, 8, 0, 0, 0x80)},
    {VENDOR_HP_G6, 230, BODY(0x27, 0, 1, 2, 1, 3, 0xA0)},
    {VENDOR_HP_G6, 230, BODY(0x27, 0, 1, 2, 2, 3, 0xA0)},
    {VENDOR_HP_G6, 245, BODY(0, 1, 2, 0x83, 1)},
    {VENDOR_HP_G6, 245, BODY(1, 2, 3, 4, 1, 1, 2, 5, 6)},
    {VENDOR_HPE_GEN10, 230, BODY(0x27, 0, 1, 2, 1, 3, 0xA0)},
    {VENDOR_HPE_GEN10, 230, BODY(0x27, 0, 1, 2, 2, 3, 0xA0)},
    {VENDOR_HPE_GEN10, 232, BODY(1, 0, 0x3D, 0, 0, 0, 0xB0, 4, 0xB0, 4, [0x1E] = 3, 1)},
    {VENDOR_HPE_GEN10, 239, BODY(1, 0, 0xF0, 3, 1, 0, 8, 6, 0x50, 1, 2, 0, 4, 0, 0, 1, 2, 3, 4)},
    {VENDOR_HPE_GEN10, 239, BODY(1, 0, 0xF0, 3, 0, 0, 9, 0, 1, 1, 2, 0, 0, 0, 0, 1, 2, 3, 4)},
    {VENDOR_HPE_GEN10, 245, BODY(0, 1, 2, 0x83, 1)},
    {VENDOR_HPE_GEN10, 245, BODY(1, 2, 3, 4, 1, 1, 2, 5, 6)},
    {VENDOR_HPE_GEN10, 193, BODY(1, 1, 0, 2, 3)},
    {VENDOR_HPE_GEN10, 197,
     BODY(0, 4, 16, 3, 1, 2, 0x4D, 1, 1, 2, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x80, 0x25)},
    {VENDOR_HP_G6, 197,
     BODY(0, 4, 16, 3, 1, 2, 0x4D, 1, 1, 2, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x80, 0x25)},
    {VENDOR_HPE_GEN10, 216,
     BODY(1, 0, 1, 2, 1, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(2, 0, 1, 2, 2, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(4, 0, 1, 2, 4, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(5, 0, 1, 2, 5, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(7, 0, 1, 2, 7, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(9, 0, 1, 2, 9, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(14, 0, 1, 2, 14, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(15, 0, 1, 2, 15, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(16, 0, 1, 2, 16, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(17, 0, 1, 2, 17, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 216,
     BODY(19, 0, 1, 2, 19, 'A', '0', 0x15, 0xC2, 2, 1, 0xE7, 7, 11, 12, 0xE9, 7, 3, 0)},
    {VENDOR_HPE_GEN10, 240,
     BODY(1, 0, 2, 0, 0, 1, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0x1F, 0, 0, 0, 0, 0, 0, 0, 0x15, 0, 0, 0, 0,
          0, 0, 0, 3, 0, 0, 0)},
    {VENDOR_LENOVO, 131, BODY(1, [0x10] = 0x80, 1), "TVT-Enablement"},
    {VENDOR_LENOVO, 135, BODY('T', 'P', 7, 3, 1, 1)},
    {VENDOR_LENOVO, 140, BODY('L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1, 1, 2)},
    {VENDOR_LENOVO, 140, BODY('L', 'E', 'N', 'O', 'V', 'O', 11, 6, 1, 1, 2)},
};

static void append_maker(const struct maker *maker)
{
    uint8_t body[0x1B] = {0, 0, 0, 0, 1, 2, [0x18] = 6};
    struct strings strings = {0};

    add_string(&strings, maker->manufacturer);
    add_string(&strings, maker->product);
    append_structure(body, 1, sizeof body, &strings);
    for (size_t i = 0; schema_of_vendor(maker->vendor, i); i++)
        append_type(schema_of_vendor(maker->vendor, i));
    for (size_t i = 0; i < sizeof by_hand_of / sizeof by_hand_of[0]; i++)
        if (by_hand_of[i].vendor == maker->vendor)
            append_body(by_hand_of[i].type, by_hand_of[i].body, by_hand_of[i].size,
                        by_hand_of[i].first);
}

static const struct maker *maker_of(const char *name)
{
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        if (strcmp(makers[i].name, name) == 0)
            return &makers[i];
    return NULL;
}

static void append_specification(void)
{
    for (unsigned type = 0; type < 127; type++)
        if (schema_of((uint8_t)type))
            append_type(schema_of((uint8_t)type));
    append_by_hand();
}

/* A 64-bit entry point of version 3.9.0; the table stands behind it. */
static void write_entry_point(void)
{
    size_t size = used - DUMP_HEADER;
    static const uint8_t anchor[] = {'_', 'S', 'M', '3', '_'};
    uint8_t sum = 0;

    memcpy(dump, anchor, sizeof anchor);
    dump[0x06] = 0x18;
    dump[0x07] = 3;
    dump[0x08] = 9;
    dump[0x0A] = 1;
    for (size_t i = 0; i < 4; i++)
        dump[0x0C + i] = (uint8_t)(size >> 8 * i);
    dump[0x10] = DUMP_HEADER;
    for (size_t i = 0; i < 0x18; i++)
        sum = (uint8_t)(sum + dump[i]);
    dump[0x05] = (uint8_t)-sum;
}

int main(int argc, char **argv)
{
    const struct maker *maker = argc == 3 ? maker_of(argv[2]) : NULL;
    FILE *out = argc == 2 || maker ? fopen(argv[1], "wb") : NULL;

    if (!out)
        return 2;
    if (maker)
        append_maker(maker);
    else
        append_specification();
    append_type(schema_of(127));
    write_entry_point();
    return fwrite(dump, 1, used, out) == used && fclose(out) == 0 ? 0 : 1;
}
