/*
 * Parts that repeat, and fields that others give their meaning, line by line as schema_parts.txt has
 * them: what each byte changes, and what is left where the structure is cut. It is made anew as
 * schema_listing.txt is.
 * SPDX-License-Identifier: MIT
 */
#include "schema_listing.h"

#define LISTING "tests/unit/schema_parts.txt"

/* One structure. Each byte behind its header is changed: at `codes` to all values, elsewhere to a few. */
struct base {
    const char *name;
    uint8_t type, length;
    uint8_t codes[4];
    uint8_t bytes[200]; /* from the header on, which is left out */
    enum vendor vendor;
};

static const struct base bases[] = {
    {"firmware",
     0,
     0x1A,
     {0},
     {[0x07] = 0xF0, [0x09] = 0xFF, 0x90, [0x12] = 3, 8, [0x18] = 32, 0x40}},
    {"a board", 2, 0x13, {0}, {[0x0D] = 10, 2, 1, 0, 2, 0}},
    {"elements of a chassis", 3, 0x1E, {0x15, 0x18}, {[0x13] = 2, 3, 3, 1, 2, 0x91, 1, 2, 1, 1, 2}},
    {"an Intel processor",
     4,
     0x30,
     {0x18},
     {[0x06] = 0xB3, [0x18] = 0x41, [0x23] = 0xFF, 0xFF, 0xFF, [0x2A] = 0, 1, 2, 1, 3, 1}},
    {"an ARM processor", 4, 0x30, {0}, {[0x06] = 0xFE, [0x28] = 0x01, 0x01}},
    {"an ARM system on a chip",
     4,
     0x30,
     {0},
     {[0x06] = 0xFE, 0, 0x35, 0x12, 0x79, 0x41, 1, 2, 3, 4, [0x27] = 2, 1, 1}},
    {"a memory controller",
     5,
     0x14,
     {0},
     {[0x04] = 3, 4, 3, 3, 10, 4, 0, 0, 1, 0x8C, 2, 0x11, 0, 0x12, 0, 9}},
    {"a cache",
     7,
     0x1B,
     {0},
     {[0x05] = 0x81, 1, 0xFF, 0xFF, 2, 0x80, [0x13] = 3, 0, 0, 0x80, 4, 0, 1, 0}},
    {"a slot with peers", 9, 0x22, {0x05, 0x1F, 0x21}, {[0x04] = 1, 0xBE, 8, 4,    4,    3, 7, 0,
                                                        0,          0,    0, 1,    0xFF, 8, 2, 5,
                                                        0,          2,    8, 4,    1,    0, 3, 0x10,
                                                        8,          5,    8, 0x14, 8,    3}},
    {"devices on board", 10, 0x08, {0x04, 0x06}, {[0x04] = 0x83, 1, 0x05, 2}},
    {"languages", 13, 0x16, {0}, {[0x04] = 2, 1, [0x15] = 2}},
    {"a group", 14, 0x0B, {0x05}, {[0x04] = 1, 17, 0x11, 0, 4, 0x12, 0}},
    {"an event log",
     15,
     0x1B,
     {0x0A, 0x17, 0x18},
     {[0x08] = 1, [0x10] = 0x35, 0x12, 0x79, 0x56, [0x15] = 2, 2, 1, 1, 2, 3}},
    {"an event log in general-purpose data", 15, 0x14, {0}, {[0x0A] = 4, [0x10] = 0x35, 2}},
    {"a memory array", 16, 0x17, {0}, {[0x0A] = 0x80, [0x13] = 2}},
    {"a memory device",
     17,
     0x64,
     {0x1B},
     {[0x0C] = 0xFF,
      0x7F,
      [0x15] = 0xFF,
      0xFF,
      [0x1D] = 0x80,
      [0x20] = 0xFF,
      0xFF,
      [0x54] = 0,
      0,
      1,
      0,
      0,
      0,
      2,
      0,
      [0x5E] = 0x80}},
    {"addresses of an array",
     19,
     0x1F,
     {0},
     {[0x04] = 0xFF, 0xFF, 0xFF, 0xFF, [0x14] = 1, [0x1C] = 2}},
    {"addresses of a device",
     20,
     0x23,
     {0},
     {[0x04] = 0xFF, 0xFF, 0xFF, 0xFF, [0x18] = 1, [0x20] = 2}},
    {"a smart battery",
     22,
     0x1A,
     {0},
     {[0x04] = 1, 2, 0, 0, 3, 2, 0x10, 0x27, 0, 0, 4, 5, 0x34, 0x12, 0x63, 0x52, 5, 10}},
    {"a plain battery", 22, 0x1A, {0}, {[0x04] = 1, 2, 3, 4, 5, 6, 0x10, 0x27}},
    {"a reset", 23, 0x0D, {0}, {[0x04] = 0x3F, 1, 0, 2, 0, 3, 0, 4, 0}},
    {"a power-on", 25, 0x09, {0x04, 0x05, 0x06, 0x07}, {[0x04] = 0x12, 0x31, 0x23, 0x59, 0x59}},
    {"services for booting", 31, 0x1C, {0}, {[0x05] = 0xA1, [0x08] = 1, 2, 3, 4, 5, 6, 7, 8}},
    {"a boot", 32, 0x0B, {0x0A}, {[0x0A] = 1}},
    {"a management device that is too long",
     34,
     0x10,
     {0x0B, 0x0F},
     {[0x04] = 1, 4, 1, 0, 0, 0, 3, 'L', 'M', '7', '8', '-'}},
    {"a memory channel", 37, 0x0D, {0}, {[0x04] = 3, 9, 2, 4, 0x11, 0, 5, 0x12, 0}},
    {"IPMI by ports",
     38,
     0x12,
     {0x10},
     {[0x04] = 1, 0x20, 0x20, 0xFF, 0xA3, 0x0C, [0x10] = 0x1B, 9}},
    {"IPMI on the bus", 38, 0x12, {0x04}, {[0x04] = 4, 0x20, 0x20, 0xFF, 0x20, [0x10] = 0x5B, 9}},
    {"a supply", 39, 0x16, {0}, {[0x0C] = 100, 0, 0xA2, 0x11}},
    {"additional information",
     40,
     0x13,
     {0},
     {[0x04] = 2, 6, 0x11, 0, 5, 1, 7, 8, 0x12, 0, 6, 2, 1, 2, 3}},
    {"a device on board", 41, 0x0B, {0}, {[0x04] = 1, 0x83, 1, 0, 0, 3, 0x11}},
    {"a host interface by PCI",
     42,
     0x10,
     {0x04, 0x06},
     {[0x04] = 0x40, 9, 3, 0xEC, 0x10, 0x68, 0x81, 0x70, 0x74, 0x68, 0x34}},
    {"a host interface by USB",
     42,
     0x18,
     {0x06},
     {[0x04] = 0x40,
      17,
      4,
      17,
      0x28,
      0x0D,
      4,
      2,
      1,
      0x72,
      0x45,
      0x77,
      0xAA,
      0xF7,
      0x87,
      1,
      0,
      0xFF,
      0xFE}},
    {"a host interface by PCI, second version",
     42,
     0x1F,
     {0x06},
     {[0x04] = 0x40, 24,   5, 24, 1,    2,   3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 0,
      0x3B,          0x11, 1, 0,  0x34, 0x12}},
    {"Redfish over a host interface",
     42,
     0x6F,
     {0x0C, 0x20, 0x21, 0x43},
     {[0x04] = 0x40,
      5,
      2,
      0x6B,
      4,
      0xB0,
      0xFF,
      2,
      3,
      0,
      4,
      94,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      10,
      11,
      12,
      13,
      14,
      15,
      16,
      1,
      1,
      [0x22] = 169,
      254,
      0,
      17,
      [0x32] = 255,
      255,
      [0x42] = 3,
      2,
      [0x44] = 0xFE,
      0x80,
      [0x53] = 1,
      [0x64] = 0xBB,
      1,
      7,
      0,
      0,
      0,
      3,
      'h',
      'o',
      's'}},
    {"a TPM", 43, 0x1F, {0x08, 0x13}, {[0x04] = 'A', 'B', 'C', 0, 2, 0, 1, 2, 3, 4}},
    {"a RISC-V hart", 44, 0x78, {0x07, 0x50, 0x71}, {[0x04] = 4, 0, 0x6E, 7, 0, 1, 0x6E}},
    {"a RISC-V hart that is cut",
     44,
     0x78,
     {0},
     {[0x04] = 4, 0, 0x49, 7, [0x4C] = 5, 0, 0, 0, 1, 1}},
    {"a firmware component",
     45,
     0x1C,
     {0x14, 0x16},
     {[0x04] = 1, 2, 1, 3, 0, 4, 5, 0, 0, 0, 0x10, [0x14] = 1, 0, 4, 2, 1, 0, 2, 0}},
    {"a property", 46, 0x09, {0x05}, {[0x04] = 1, 0, 1, 2, 1}},
    {"Acer's keys", 170, 0x0F, {0}, {[0x04] = 0x41, 8, 2, 0, 3, 0, 4, 0, 5, 0, 6}, VENDOR_ACER},
    {"Dell's hotkeys", 178, 0x0D, {0}, {[0x04] = 1, 2, 3, 4, 5, 6, 7, 8}, VENDOR_DELL},
    {"Dell's tokens in indexed I/O",
     212,
     0x1B,
     {0},
     {[0x04] = 0x70, 0, 0x71, 0, 3, 0x10, 0x2D, 0x2E, 0x42, 0, 1, 2, 3,
      0x43,          0, 4,    5, 6, 0xFF, 0xFF},
     VENDOR_DELL},
    {"Dell's tokens by calls",
     218,
     0x1D,
     {0},
     {[0x04] = 0xB2, 0, 0x17, 1, 2, 3, 4, 0, 0x80, 1, 2, 3, 4, 1, 0x80, 5, 6, 7, 8, 0xFF, 0xFF},
     VENDOR_DELL},
    {"presence of Lenovo's devices",
     135,
     0x0A,
     {0},
     {[0x04] = 'T', 'P', 7, 3, 1, 1},
     VENDOR_LENOVO},
    {"Lenovo's embedded controller",
     140,
     0x0F,
     {0},
     {[0x04] = 'L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1, 1, 2},
     VENDOR_LENOVO},
    {"HPE's microcode",
     199,
     0x1F,
     {0},
     {[0x04] = 1, 0, 0, 0x80, 0x21, 0x20, 0x15, 0x07, 0x54, 0x06, 0x05, 0,
      0x1F,       0, 0, 0,    0x18, 0x20, 0x20, 0x12, 0xF1, 0x36, 0x12, 0x34},
     VENDOR_HPE},
    {"HPE's device",
     203,
     0x28,
     {0},
     {[0x04] = 1, 0, 2, 0, 0x86, 0x80, 0x33, 0x15, 0x3C, 0x10, 1, 2, 1, 8, 3, 0, 1, 0,
      4,          1, 1, 2, 3,    4,    1,    2,    3,    4,    5, 0, 1, 2, 1, 0, 3, 0x0A},
     VENDOR_HPE},
    {"HPE's device that is missing",
     203,
     0x28,
     {0},
     {[0x08] = 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
     VENDOR_HPE},
    {"HPE's network interfaces",
     209,
     0x17,
     {0x04, 0x05},
     {[0x04] = 1, 3, 1, 2, 3, 4, 5, 6, 0x0A, 4, 7, 8, 9, 10, 11, 12},
     VENDOR_HPE},
    {"HPE's entry point",
     212,
     0x18,
     {0},
     {[0x04] = '$', 'C', 'R', 'U', 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 0, 0, 3, 4},
     VENDOR_HPE},
    {"HPE's version",
     216,
     0x17,
     {0x08},
     {[0x04] = 1, 0, 1, 2, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3},
     VENDOR_HPE},
    {"HPE's features",
     219,
     0x14,
     {0},
     {[0x04] = 1, 2, 3, 4, 5, 6, 7, 8, [0x10] = 1, 4},
     VENDOR_HPE},
    {"HPE's trusted module", 224, 0x0A, {0}, {[0x04] = 1, 0, 2, 6, 1, 0}, VENDOR_HPE},
    {"HPE's memory",
     229,
     0x26,
     {0x05},
     {[0x04] = '$', ' ', '~', 'X', 1,   2, 3, 4, 5, 6, 7, 8, 16, 0, 0,
      0x80,         '$', 'H', 'D', 'D', 0, 0, 1, 0, 0, 0, 0, 0,  0, 1},
     VENDOR_HPE},
    {"HPE's network interface",
     233,
     0x29,
     {0},
     {[0x04] = 1, 0, 3, 1, 1, 2, 3, 4, 5, 6, [0x28] = 7},
     VENDOR_HPE},
    {"HPE's backplane",
     236,
     0x15,
     {0},
     {[0x04] = 0xA2, 1, 0, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1},
     VENDOR_HPE},
    {"HPE's USB port",
     238,
     0x0F,
     {0x08, 0x09, 0x0D},
     {[0x04] = 1, 0, 3, 0x0A, 1, 1, 0, 2, 0xFE, 2, 1},
     VENDOR_HPE},
    {"HPE's firmware",
     240,
     0x27,
     {0x13},
     {[0x04] = 1, 0, 1, 2, 3, 4, 1, 0,    4, 0, 0, 0, 0, 0, 0, 0x1F,
      0,          0, 0, 0, 0, 0, 0, 0x15, 0, 0, 0, 0, 0, 0, 0, 1},
     VENDOR_HPE},
};

static void build(struct built *one, const struct base *base, size_t length)
{
    build_one(one, base->type, base->bytes + HEADER, length - HEADER, HWIDENT_SMBIOS(3, 9));
}

static struct look look_at(const struct base *base, size_t length, enum dialect dialect)
{
    const struct text_options options = {.vendor = base->vendor, .dialect = dialect};
    struct built one;

    build(&one, base, length);
    return look_of(&one, schema_find(&one.structure, base->vendor), &options);
}

/* Whether they are the same but for digits: one of a row of codes without a name. */
static bool alike(const char *a, const char *b)
{
    while (*a && *b) {
        a += strspn(a, "0123456789ABCDEF");
        b += strspn(b, "0123456789ABCDEF");
        if (*a != *b)
            return false;
        if (*a) {
            a++;
            b++;
        }
    }
    return *a == *b;
}

/* What this value of the byte at `at` makes other than `usual`. */
static char *other_with(const struct base *base, size_t at, uint8_t value, enum dialect dialect,
                        const char *usual)
{
    struct built one;
    char *values, *other;

    build(&one, base, base->length);
    one.builder.bytes[at] = value;
    values = taken(schema_find(&one.structure, base->vendor), NULL, &one, dialect);
    other = difference(usual, values);
    free(values);
    return other;
}

/* `usual`: in the words of each dialect. */
static void print_byte(FILE *out, const struct base *base, size_t at, bool all,
                       const char *const usual[2])
{
    uint8_t byte = base->bytes[at];
    const uint8_t few[] = {0, 1, 0x80, 0xFF, (uint8_t)(byte - 1), (uint8_t)(byte + 1)};
    char *last = strdup("");

    for (unsigned i = 0; i < (all ? 256 : sizeof few); i++) {
        uint8_t value = all ? (uint8_t)i : few[i];
        char *other = other_with(base, at, value, DIALECT_3_7, usual[DIALECT_3_7]);
        char *older = other_with(base, at, value, DIALECT_3_6, usual[DIALECT_3_6]);

        if (value != byte && !(all && alike(other, last)))
            fprintf(out, "\t%02zX=%02X %s%s%s\n", at, value, other,
                    strcmp(other, older) != 0 ? " | 3.6: " : "",
                    strcmp(other, older) != 0 ? older : "");
        free(older);
        free(last);
        last = other;
    }
    free(last);
}

static void print_bytes(FILE *out, const struct base *base)
{
    struct look newer = look_at(base, base->length, DIALECT_3_7);
    struct look older = look_at(base, base->length, DIALECT_3_6);
    const char *const usual[] = {newer.values, older.values};

    for (size_t at = HEADER; at < base->length; at++)
        print_byte(out, base, at, memchr(base->codes, (int)at, sizeof base->codes), usual);
    look_away(&newer);
    look_away(&older);
}

static void print_cuts(FILE *out, const struct base *base)
{
    struct look before = {strdup(""), strdup("")};

    for (size_t length = HEADER; length <= base->length; length++)
        print_length(out, length, look_at(base, length, DIALECT_3_7), &before);
    look_away(&before);
}

static void print_bases(FILE *out)
{
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        fprintf(out, "\n==== %u: %s\n", bases[i].type, bases[i].name);
        print_cuts(out, &bases[i]);
        print_bytes(out, &bases[i]);
    }
}

static void every_part_is_as_listed(void **state)
{
    (void)state;
    assert_listed(LISTING, print_bases);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_is_as_listed),
    };

    if (argc > 1)
        return listing_main(argv[1], print_bases);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
