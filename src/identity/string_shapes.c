/*
 * Versions and dates, which name a series and not a machine.
 * SPDX-License-Identifier: MIT
 */
#include "identity/string_shapes.h"

#include <string.h>

enum {
    VERSION_MAX = 8,
    PARTS = 3,
    DAYS = 31,
    SHORTEST_DATE = 8,
    FIRST_YEAR = 1970,
    LAST_YEAR = 2099
};

/* ---- versions ------------------------------------------------------------------------------------- */

/* The length of a prefix that announces a version, such as "v". */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result <= size; */
static size_t version_word(const uint8_t *bytes, size_t size)
{
    static const char *const words[] = {"rev", "ver", "v"};
    size_t length = 0;

    /*@ loop invariant 0 <= w && length <= size;
        loop assigns w, length; */
    for (size_t w = 0; w < sizeof words / sizeof words[0] && length == 0; w++)
        if (bytes_are_in_any_case(bytes, size, 0, words[w]))
            length = strlen(words[w]);
    /*@ loop invariant 0 <= length <= size;
        loop assigns length;
        loop variant size - length; */
    while (length > 0 && length < size && (bytes[length] == ' ' || bytes[length] == '.'))
        length++;
    return length;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
bool string_is_version(const uint8_t *bytes, size_t size)
{
    size_t word = version_word(bytes, size);

    /*@ loop invariant word <= i;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = word; i < size; i++)
        if ((i - word) % 2 == 0 ? !byte_is_digit(bytes[i]) : bytes[i] != '.')
            return false;
    return size - word > 1 && size - word <= VERSION_MAX;
}

/* ---- dates ---------------------------------------------------------------------------------------- */

/* The number at `*at`, which moves past its digits; 0 if there are none or more than four. */
/*@ requires readable(bytes, size) && \valid(at) && *at <= size;
    requires \base_addr(at) != \base_addr(bytes);
    assigns *at;
    ensures \old(*at) <= *at <= size && \result <= 9999; */
static unsigned take_number(const uint8_t *bytes, size_t size, size_t *at)
{
    unsigned number = 0;

    /*@ loop invariant 0 <= i <= 4 && \at(*at, Pre) <= *at <= size;
        loop invariant i == 0 ==> number == 0;
        loop invariant i == 1 ==> number <= 9;
        loop invariant i == 2 ==> number <= 99;
        loop invariant i == 3 ==> number <= 999;
        loop invariant i == 4 ==> number <= 9999;
        loop assigns i, *at, number;
        loop variant 4 - i; */
    for (size_t i = 0; i < 4 && *at < size && byte_is_digit(bytes[*at]); i++)
        number = number * 10 + bytes[(*at)++] - '0';
    return number;
}

/*@ assigns \nothing; */
static bool is_year(unsigned number)
{
    return number >= FIRST_YEAR && number <= LAST_YEAR;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
bool string_is_date(const uint8_t *bytes, size_t size)
{
    unsigned part[PARTS] = {0};
    uint8_t between = 0;
    size_t at = 0;

    if (size < SHORTEST_DATE)
        return false;
    /*@ loop invariant 0 <= i <= PARTS && at <= size;
        loop assigns i, at, between, part[0 .. PARTS - 1];
        loop variant PARTS - i; */
    for (size_t i = 0; i < PARTS; i++) {
        if (i == 1)
            between = bytes_u8(bytes, size, at);
        if (i > 0 && (at == size || bytes[at++] != between))
            return false;
        part[i] = take_number(bytes, size, &at);
    }
    return at == size && (between == '-' || between == '/' || between == '.') && part[1] >= 1 &&
           part[1] <= DAYS &&
           ((is_year(part[0]) && part[2] >= 1 && part[2] <= DAYS) ||
            (is_year(part[2]) && part[0] >= 1 && part[0] <= DAYS));
}
