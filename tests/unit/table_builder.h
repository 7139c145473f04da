/*
 * Builds structure tables and entry points in memory, good ones and broken ones.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_TESTS_TABLE_BUILDER_H
#define HWIDENT_TESTS_TABLE_BUILDER_H

#include "hwident.h"

#include <string.h>

struct builder {
    uint8_t bytes[8192];
    size_t size;
    uint16_t structures;
};

/* Appends bytes as they are. */
static inline void build_bytes(struct builder *b, const void *bytes, size_t size)
{
    memcpy(b->bytes + b->size, bytes, size);
    b->size += size;
}

/*
 * Appends a structure: its header, `data` (the formatted area after the header) and the strings,
 * which a NULL ends, with the closing zeros. Its handle is its number, from 0. Returns its offset.
 */
static inline size_t build_structure(struct builder *b, uint8_t type, const void *data, size_t size,
                                     const char *const *strings)
{
    uint8_t header[4] = {type, (uint8_t)(size + 4), (uint8_t)b->structures,
                         (uint8_t)(b->structures >> 8)};
    size_t offset = b->size;
    size_t n = 0;

    build_bytes(b, header, sizeof header);
    if (size > 0)
        build_bytes(b, data, size);
    for (; strings && strings[n]; n++)
        build_bytes(b, strings[n], strlen(strings[n]) + 1);
    build_bytes(b, "\0", n == 0 ? 2 : 1);
    b->structures++;
    return offset;
}

/* Sets the byte at `at` so that `length` bytes from `bytes` add up to zero. */
static inline void build_checksum(uint8_t *bytes, size_t length, size_t at)
{
    uint8_t sum = 0;

    bytes[at] = 0;
    for (size_t i = 0; i < length; i++)
        sum = (uint8_t)(sum + bytes[i]);
    bytes[at] = (uint8_t)-sum;
}

/* A 32-bit entry point, "_SM_", of `length` bytes. */
static inline void build_sm(uint8_t ep[32], uint8_t length, uint8_t major, uint8_t minor,
                            uint16_t table_length, uint16_t structures)
{
    memset(ep, 0, 32);
    memcpy(ep, "_SM_", 4);
    ep[0x05] = length;
    ep[0x06] = major;
    ep[0x07] = minor;
    memcpy(ep + 0x10, "_DMI_", 5);
    ep[0x16] = (uint8_t)table_length;
    ep[0x17] = (uint8_t)(table_length >> 8);
    ep[0x18] = 32;
    ep[0x1C] = (uint8_t)structures;
    ep[0x1D] = (uint8_t)(structures >> 8);
    build_checksum(ep + 0x10, 0x0F, 0x05);
    build_checksum(ep, length, 0x04);
}

/* A 64-bit entry point, "_SM3_", of `length` bytes. */
static inline void build_sm3(uint8_t ep[32], uint8_t length, uint8_t major, uint8_t minor,
                             uint32_t table_max)
{
    memset(ep, 0, 32);
    memcpy(ep, "_SM3_", 5);
    ep[0x06] = length;
    ep[0x07] = major;
    ep[0x08] = minor;
    ep[0x0A] = 1;
    for (size_t i = 0; i < 4; i++)
        ep[0x0C + i] = (uint8_t)(table_max >> 8 * i);
    ep[0x10] = 32;
    build_checksum(ep, length, 0x05);
}

/* A lone "_DMI_" of 15 bytes with its version in BCD. */
static inline void build_dmi(uint8_t ep[32], uint8_t bcd, uint16_t table_length,
                             uint16_t structures)
{
    memset(ep, 0, 32);
    memcpy(ep, "_DMI_", 5);
    ep[0x06] = (uint8_t)table_length;
    ep[0x07] = (uint8_t)(table_length >> 8);
    ep[0x08] = 32;
    ep[0x0C] = (uint8_t)structures;
    ep[0x0D] = (uint8_t)(structures >> 8);
    ep[0x0E] = bcd;
    build_checksum(ep, 0x0F, 0x05);
}

/* The table as `struct hwident_table` without an entry point, of the version given. */
static inline struct hwident_table build_table(const struct builder *b, uint32_t version)
{
    struct hwident_table table;

    hwident_table_init(&table, b->bytes, b->size, NULL);
    table.version = version;
    return table;
}

#endif
