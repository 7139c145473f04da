/*
 * The system UUID: its bytes, its byte orders, its spellings (section 7.2.1).
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/structure.h"

#include <string.h>

enum { SYSTEM_INFORMATION = 1, UUID_OFFSET = 0x08, UUID_SIZE = 16 };

/*@ requires table_whole(table);
    requires \valid(uuid + (0 .. 15)) && \separated(uuid + (0 .. 15), table);
    assigns uuid[0 .. 15]; */
int hwident_table_uuid(const struct hwident_table *table, uint8_t uuid[16])
{
    struct hwident_structure s = {0};
    int result = hwident_table_find(table, SYSTEM_INFORMATION, &s);

    memset(uuid, 0, UUID_SIZE);
    if (result < 0)
        return result;
    if (result == 0)
        return HWIDENT_E_NO_STRUCTURE;
    if (!bytes_hold(s.length, UUID_OFFSET, UUID_SIZE))
        return HWIDENT_E_SHORT;
    /*@ loop invariant 0 <= i <= UUID_SIZE;
        loop assigns i, uuid[0 .. 15];
        loop variant UUID_SIZE - i; */
    for (size_t i = 0; i < UUID_SIZE; i++)
        uuid[i] = bytes_u8(s.bytes, s.length, UUID_OFFSET + i);
    if (bytes_all(uuid, UUID_SIZE, 0x00))
        return HWIDENT_E_UUID_ZERO;
    if (bytes_all(uuid, UUID_SIZE, 0xFF))
        return HWIDENT_E_UUID_ONES;
    return HWIDENT_OK;
}

/*@ predicate uuid_swapped{A, B}(uint8_t *uuid) =
      \at(uuid[0], B) == \at(uuid[3], A) && \at(uuid[1], B) == \at(uuid[2], A) &&
      \at(uuid[2], B) == \at(uuid[1], A) && \at(uuid[3], B) == \at(uuid[0], A) &&
      \at(uuid[4], B) == \at(uuid[5], A) && \at(uuid[5], B) == \at(uuid[4], A) &&
      \at(uuid[6], B) == \at(uuid[7], A) && \at(uuid[7], B) == \at(uuid[6], A); */

/*@ requires \valid(a) && \valid(b) && \separated(a, b);
    assigns *a, *b;
    ensures *a == \old(*b) && *b == \old(*a); */
static void exchange(uint8_t *a, uint8_t *b)
{
    uint8_t was = *a;

    *a = *b;
    *b = was;
}

/*@ requires \valid(uuid + (0 .. 15));
    assigns uuid[0 .. 7];
    ensures uuid_swapped{Pre, Post}(uuid); */
void hwident_uuid_swap(uint8_t uuid[16])
{
    exchange(&uuid[0], &uuid[3]);
    exchange(&uuid[1], &uuid[2]);
    exchange(&uuid[4], &uuid[5]);
    exchange(&uuid[6], &uuid[7]);
}

/*@ requires \valid(uuid + (0 .. 15));
    assigns uuid[0 .. 15];
    ensures uuid_swapped{Pre, Post}(uuid) ||
            \forall integer i; 0 <= i < 8 ==> uuid[i] == \old(uuid[i]);
    ensures \forall integer i; 8 <= i < 16 ==> uuid[i] == \old(uuid[i]); */
void hwident_uuid_canonical(uint8_t uuid[16])
{
    uint8_t swapped[UUID_SIZE];

    memcpy(swapped, uuid, UUID_SIZE);
    hwident_uuid_swap(swapped);
    if (memcmp(swapped, uuid, UUID_SIZE) < 0)
        memcpy(uuid, swapped, UUID_SIZE);
}

/*@ requires readable(uuid, UUID_SIZE);
    requires \valid(text + (0 .. HWIDENT_UUID_TEXT_SIZE - 1));
    assigns text[0 .. HWIDENT_UUID_TEXT_SIZE - 1]; */
void hwident_uuid_format(const uint8_t uuid[16], char text[HWIDENT_UUID_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;

    /*@ loop invariant 0 <= i <= UUID_SIZE;
        loop invariant at == 2 * i + (i > 4 ? 1 : 0) + (i > 6 ? 1 : 0) + (i > 8 ? 1 : 0) +
                             (i > 10 ? 1 : 0);
        loop assigns i, at, text[0 .. HWIDENT_UUID_TEXT_SIZE - 1];
        loop variant UUID_SIZE - i; */
    for (size_t i = 0; i < UUID_SIZE; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text[at++] = '-';
        text[at++] = digits[uuid[i] >> 4];
        text[at++] = digits[uuid[i] & 0x0F];
    }
    text[at] = '\0';
}

/* The length of `prefix` if `text` begins with it, in upper or lower case; else 0. */
/*@ requires valid_read_string(text) && valid_read_string(prefix);
    assigns \nothing;
    ensures \result <= strlen(text); */
static size_t prefix_length(const char *text, const char *prefix)
{
    size_t length = strlen(prefix);

    /*@ loop invariant 0 <= i <= length && i <= strlen(text);
        loop assigns i;
        loop variant length - i; */
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0' || byte_lower((uint8_t)text[i]) != (uint8_t)prefix[i])
            return 0;
    return length;
}

/* Prefixes of UUIDs, in lower case. */
static const char *const prefixes[] = {"urn:uuid:", "uuid:", "vmware-"};

enum { PREFIXES = sizeof prefixes / sizeof prefixes[0] };

/* The position after the prefix at `at`, or `at` if there is none. */
/*@ requires valid_read_string(text) && at <= strlen(text);
    assigns \nothing;
    ensures \result <= strlen(text); */
static size_t skip_prefix(const char *text, size_t at)
{
    size_t length = 0;

    /*@ loop invariant 0 <= i <= PREFIXES && at + length <= strlen(text);
        loop assigns i, length;
        loop variant PREFIXES - i; */
    for (size_t i = 0; i < PREFIXES && length == 0; i++)
        length = prefix_length(text + at, prefixes[i]);
    return at + length;
}

/*@ assigns \nothing;
    ensures c == 0 ==> !\result; */
static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/*@ requires valid_read_string(text) && at <= strlen(text) < SIZE_MAX;
    assigns \nothing;
    ensures at <= \result <= strlen(text); */
static size_t skip_blanks(const char *text, size_t at)
{
    /*@ loop invariant \at(at, Pre) <= at <= strlen(text);
        loop assigns at;
        loop variant strlen(text) - at; */
    while (is_blank(text[at]))
        at++;
    return at;
}

/* The bracket that closes what `c` opens, or 0. */
/*@ assigns \nothing;
    ensures c == 0 ==> \result == 0; */
static char closing(char c)
{
    if (c == '{')
        return '}';
    return c == '(' ? ')' : '\0';
}

/* Reads 16 pairs of digits with at most one dash or space between pairs; returns where it ended. */
/*@ requires valid_read_string(text) && at <= strlen(text);
    requires \valid(uuid + (0 .. 15)) && \valid(whole);
    requires \separated(uuid + (0 .. 15), whole, text + (0 .. strlen(text)));
    assigns uuid[0 .. 15], *whole;
    ensures \result <= strlen(text); */
static size_t read_pairs(const char *text, size_t at, uint8_t uuid[16], bool *whole)
{
    *whole = false;
    /*@ loop invariant 0 <= i <= UUID_SIZE && at <= strlen(text);
        loop assigns i, at, uuid[0 .. 15];
        loop variant UUID_SIZE - i; */
    for (size_t i = 0; i < UUID_SIZE; i++) {
        int high, low;

        if (i > 0 && (text[at] == '-' || text[at] == ' '))
            at++;
        high = byte_hex_value((uint8_t)text[at]);
        if (high < 0)
            return at;
        low = byte_hex_value((uint8_t)text[++at]);
        if (low < 0)
            return at;
        uuid[i] = (uint8_t)(16 * high + low);
        at++;
    }
    *whole = true;
    return at;
}

/*@ requires valid_read_string(text) && strlen(text) < SIZE_MAX;
    requires \valid(uuid + (0 .. 15)) && (where == \null || \valid(where));
    requires \separated(uuid + (0 .. 15), where, text + (0 .. strlen(text)));
    assigns uuid[0 .. 15], *where; */
int hwident_uuid_parse(const char *text, uint8_t uuid[16], size_t *where)
{
    uint8_t bytes[UUID_SIZE] = {0};
    size_t at = skip_blanks(text, skip_prefix(text, skip_blanks(text, 0)));
    char close = closing(text[at]);
    bool whole;

    at = read_pairs(text, close ? at + 1 : at, bytes, &whole);
    if (whole && close) {
        whole = text[at] == close;
        at += whole;
    }
    if (whole)
        at = skip_blanks(text, at);
    if (where)
        *where = at;
    if (!whole || text[at] != '\0')
        return HWIDENT_E_UUID_TEXT;
    memcpy(uuid, bytes, UUID_SIZE);
    return HWIDENT_OK;
}
