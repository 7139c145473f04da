/*
 * The decoder's one way to read the table: a view of bytes with its bounds.
 * Nothing under src/smbios indexes into the table by any other means.
 * The comments that begin with an at sign are ACSL: what `make proof` proves.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_BYTES_H
#define HWIDENT_SMBIOS_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*@ predicate readable(uint8_t *bytes, integer size) = \valid_read(bytes + (0 .. size - 1)); */

/* The byte at `offset`, or 0 if `offset` is not below `size`. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result != 0 ==> offset < size; */
static inline uint8_t bytes_u8(const uint8_t *bytes, size_t size, size_t offset)
{
    return offset < size ? bytes[offset] : 0;
}

/* Whether `width` bytes at `offset` lie inside `size`. */
/*@ assigns \nothing;
    ensures \result <==> offset + width <= size; */
static inline bool bytes_hold(size_t size, size_t offset, size_t width)
{
    return offset <= size && width <= size - offset;
}

/* The little-endian number of `width` (1 to 8) bytes at `offset`; 0 if it does not fit. */
/*@ requires readable(bytes, size);
    assigns \nothing; */
static inline uint64_t bytes_le(const uint8_t *bytes, size_t size, size_t offset, size_t width)
{
    uint64_t value = 0;

    if (!bytes_hold(size, offset, width))
        return 0;
    /*@ loop invariant i <= width;
        loop assigns i, value;
        loop variant i; */
    for (size_t i = width; i > 0; i--)
        value = value << 8 | bytes[offset + i - 1];
    return value;
}

/* How many of the bytes are `byte`. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result <= size; */
static inline size_t bytes_count(const uint8_t *bytes, size_t size, uint8_t byte)
{
    size_t count = 0;

    /*@ loop invariant 0 <= i <= size && count <= i;
        loop assigns i, count;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        count += bytes[i] == byte;
    return count;
}

/* Whether `size` bytes are the same in both. */
/*@ requires readable(a, size) && readable(b, size);
    assigns \nothing;
    ensures \result <==> (\forall integer i; 0 <= i < size ==> a[i] == b[i]); */
static inline bool bytes_equal(const uint8_t *a, const uint8_t *b, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop invariant \forall integer k; 0 <= k < i ==> a[k] == b[k];
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

/* Whether every byte is `byte`. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result <==> (\forall integer i; 0 <= i < size ==> bytes[i] == byte); */
static inline bool bytes_all(const uint8_t *bytes, size_t size, uint8_t byte)
{
    /*@ loop invariant 0 <= i <= size;
        loop invariant \forall integer k; 0 <= k < i ==> bytes[k] == byte;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

/*@ assigns \nothing;
    ensures \result <==> '0' <= byte <= '9'; */
static inline bool byte_is_digit(uint8_t byte)
{
    return byte >= '0' && byte <= '9';
}

/* The value of a hexadecimal digit in either case, or -1. */
/*@ assigns \nothing;
    ensures -1 <= \result <= 15;
    ensures byte == 0 ==> \result == -1; */
static inline int byte_hex_value(uint8_t byte)
{
    if (byte_is_digit(byte))
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* An ASCII letter in lower case; everything else as it is. */
/*@ assigns \nothing;
    ensures \result == ('A' <= byte <= 'Z' ? byte - 'A' + 'a' : byte); */
static inline uint8_t byte_lower(uint8_t byte)
{
    return byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte - 'A' + 'a') : byte;
}

/*
 * The offset of the first zero from `offset` on; `size` where there is none. Most strings are so short
 * that calling memchr takes longer.
 */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result <= size;
    ensures \result < size ==> offset <= \result && bytes[\result] == 0; */
static inline size_t bytes_zero(const uint8_t *bytes, size_t size, size_t offset)
{
    size_t at = offset;

    /*@ loop invariant offset <= at;
        loop assigns at;
        loop variant size - at; */
    while (at < size && bytes[at] != 0)
        at++;
    return at < size ? at : size;
}

/*@ assigns \nothing;
    ensures \result == (uint8_t)c;
    ensures c != 0 ==> \result != 0; */
static inline uint8_t char_byte(char c)
{
    return (uint8_t)c;
}

/* Whether the characters of `text` are at `offset`. */
/*@ requires readable(bytes, size);
    requires valid_read_string(text);
    assigns \nothing;
    ensures \result && offset <= size ==> offset + strlen(text) <= size; */
static inline bool bytes_are(const uint8_t *bytes, size_t size, size_t offset, const char *text)
{
    /*@ loop invariant 0 <= i <= strlen(text);
        loop invariant offset <= size ==> offset + i <= size;
        loop assigns i; */
    for (size_t i = 0; text[i] != '\0'; i++)
        if (bytes_u8(bytes, size, offset + i) != char_byte(text[i]))
            return false;
    return true;
}

/* Whether the characters of `text`, which has small letters, are at `offset` in either case. */
/*@ requires readable(bytes, size);
    requires valid_read_string(text);
    assigns \nothing;
    ensures \result && offset <= size ==> offset + strlen(text) <= size; */
static inline bool bytes_are_in_any_case(const uint8_t *bytes, size_t size, size_t offset,
                                         const char *text)
{
    /*@ loop invariant 0 <= i <= strlen(text);
        loop invariant offset <= size ==> offset + i <= size;
        loop assigns i; */
    for (size_t i = 0; text[i] != '\0'; i++)
        if (byte_lower(bytes_u8(bytes, size, offset + i)) != char_byte(text[i]))
            return false;
    return true;
}

/* Whether the characters of `text` are anywhere in the bytes. */
/*@ requires readable(bytes, size);
    requires valid_read_string(text);
    assigns \nothing; */
static inline bool bytes_contain(const uint8_t *bytes, size_t size, const char *text)
{
    /*@ loop invariant 0 <= at <= size;
        loop assigns at;
        loop variant size - at; */
    for (size_t at = 0; at < size; at++)
        if (bytes_are(bytes, size, at, text))
            return true;
    return false;
}

#endif
