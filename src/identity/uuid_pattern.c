/*
 * UUIDs that somebody typed or a program filled in: patterns in the 16 bytes as stored.
 * SPDX-License-Identifier: MIT
 *
 * The limits practically never catch a random UUID (under one in 10^12) and very rarely one that
 * contains a network card's address (under one in 10^5).
 */
#include "identity/uuid_pattern.h"

enum { NEARLY_ALL = 14, LONG_TAIL = 10, FEW = 3, SHORTEST = 4, HALF = 8 };

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_all_equal(const uint8_t uuid[UUID_BYTES])
{
    return bytes_all(uuid, UUID_BYTES, uuid[0]);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_nearly_all_equal(const uint8_t uuid[UUID_BYTES])
{
    /* If all but two are the same byte, it is one of the first three, and one of the next three. */
    /*@ loop invariant 0 <= i <= 3;
        loop assigns i;
        loop variant 3 - i; */
    for (size_t i = 0; i < 3; i++)
        if (bytes_count(uuid + 3, 3, uuid[i]) > 0 &&
            bytes_count(uuid, UUID_BYTES, uuid[i]) >= NEARLY_ALL)
            return true;
    return false;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_ends_in_ff(const uint8_t uuid[UUID_BYTES])
{
    return bytes_all(uuid + UUID_BYTES - LONG_TAIL, LONG_TAIL, 0xFF);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_half_empty(const uint8_t uuid[UUID_BYTES])
{
    return bytes_count(uuid, UUID_BYTES, 0x00) >= HALF ||
           bytes_count(uuid, UUID_BYTES, 0xFF) >= HALF;
}

/* ---- steps --------------------------------------------------------------------------------------- */

/* The big-endian number of `width` bytes at `at`. */
/*@ requires readable(bytes, size) && 1 <= width <= 4;
    assigns \nothing; */
static uint32_t number_at(const uint8_t *bytes, size_t size, size_t at, size_t width)
{
    uint32_t number = 0;

    /*@ loop invariant 0 <= i <= width;
        loop assigns i, number;
        loop variant width - i; */
    for (size_t i = 0; i < width; i++)
        number = number << 8 | bytes_u8(bytes, size, at + i);
    return number;
}

/* Whether each number of `width` bytes is the one before plus `step`. */
/*@ requires readable(bytes, size) && size <= UUID_BYTES && 1 <= width <= 4 && -256 < step < 256;
    assigns \nothing; */
static bool steps_by(const uint8_t *bytes, size_t size, size_t width, int step)
{
    uint32_t mask = UINT32_MAX >> (32 - 8 * width);

    /*@ loop invariant width <= at <= size + width;
        loop assigns at;
        loop variant size + width - at; */
    for (size_t at = width; at + width <= size; at += width) {
        uint32_t difference =
            number_at(bytes, size, at, width) - number_at(bytes, size, at - width, width);

        if ((difference & mask) != ((uint32_t)step & mask))
            return false;
    }
    return true;
}

/* There are two numbers or more. The last bytes of the first two already tell most apart. */
/*@ requires readable(bytes, size) && size <= UUID_BYTES && 1 <= width <= 4 && 2 * width <= size;
    assigns \nothing; */
static bool counts_by_one(const uint8_t *bytes, size_t size, size_t width)
{
    uint8_t step = (uint8_t)(bytes[2 * width - 1] - bytes[width - 1]);

    return (step == 0x01 && steps_by(bytes, size, width, 1)) ||
           (step == 0xFF && steps_by(bytes, size, width, -1));
}

/* Whether the bytes count up or down by some number: "10203040-5060-...", "0369-...". */
/*@ requires readable(bytes, size) && size <= UUID_BYTES;
    assigns \nothing; */
static bool counts_evenly(const uint8_t *bytes, size_t size)
{
    return size >= HALF && steps_by(bytes, size, 1, bytes[1] - bytes[0]);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_counts_up(const uint8_t uuid[UUID_BYTES])
{
    return steps_by(uuid, UUID_BYTES, 1, 1);
}

/*@ assigns \nothing; */
static bool is_padding(uint8_t byte)
{
    return byte == 0x00 || byte == 0xFF;
}

/* The bytes without the 00 and FF at both ends; sets `*size` to how many are left. */
/*@ requires readable(uuid, UUID_BYTES) && \valid(size);
    assigns *size;
    ensures *size <= UUID_BYTES && readable(\result, *size); */
static const uint8_t *without_padding(const uint8_t uuid[UUID_BYTES], size_t *size)
{
    size_t first = 0, end = UUID_BYTES;

    /*@ loop invariant 0 <= end <= UUID_BYTES;
        loop assigns end;
        loop variant end; */
    while (end > 0 && is_padding(uuid[end - 1]))
        end--;
    /*@ loop invariant 0 <= first <= end;
        loop assigns first;
        loop variant end - first; */
    while (first < end && is_padding(uuid[first]))
        first++;
    *size = end - first;
    return uuid + first;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_counts(const uint8_t uuid[UUID_BYTES])
{
    size_t size;
    const uint8_t *bytes = without_padding(uuid, &size);

    if (size >= SHORTEST && counts_by_one(bytes, size, 1))
        return true;
    if (counts_evenly(bytes, size))
        return true;
    return counts_by_one(uuid, UUID_BYTES, 2) || counts_by_one(uuid, UUID_BYTES, 4);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_repeats(const uint8_t uuid[UUID_BYTES])
{
    return bytes_equal(uuid, uuid + 4, UUID_BYTES - 4);
}

/* ---- digits -------------------------------------------------------------------------------------- */

/*@ requires readable(bytes, size) && n < 2 * size;
    assigns \nothing;
    ensures 0 <= \result <= 15; */
static int digit_of(const uint8_t *bytes, size_t size, size_t n)
{
    uint8_t byte = bytes_u8(bytes, size, n / 2);

    return n % 2 == 0 ? byte / 16 : byte % 16;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
static bool has_few_digits(const uint8_t uuid[UUID_BYTES])
{
    uint32_t digits = 0;
    unsigned different = 0;

    /*@ loop invariant 0 <= n <= 2 * UUID_BYTES && different <= n;
        loop assigns n, digits, different;
        loop variant 2 * UUID_BYTES - n; */
    for (size_t n = 0; n < (size_t)2 * UUID_BYTES && different <= FEW; n++) {
        uint32_t digit = (uint32_t)1 << digit_of(uuid, UUID_BYTES, n);

        different += (digits & digit) == 0;
        digits |= digit;
    }
    return different <= FEW;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_has_few_bytes(const uint8_t uuid[UUID_BYTES])
{
    unsigned different = 0;

    /*@ loop invariant 0 <= i <= UUID_BYTES && different <= i;
        loop assigns i, different;
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i < UUID_BYTES && different <= FEW; i++)
        different += bytes_count(uuid, i, uuid[i]) == 0;
    return different <= FEW || has_few_digits(uuid);
}

/* Whether `next` comes after `digit`: 0 follows f and 9, and a follows f as well. */
/*@ requires 0 <= digit <= 15 && 0 <= next <= 15;
    assigns \nothing; */
static bool digit_follows(int digit, int next)
{
    /* A bit for each. */
    static const uint16_t followers[16] = {0x0002, 0x0004, 0x0008, 0x0010, 0x0020, 0x0040,
                                           0x0080, 0x0100, 0x0200, 0x0401, 0x0800, 0x1000,
                                           0x2000, 0x4000, 0x8000, 0x0401};

    return followers[digit] >> next & 1;
}

/* Whether the second is the same as the first or follows it. */
/*@ requires 0 <= first <= 15 && 0 <= second <= 15;
    assigns \nothing;
    ensures 0 <= \result <= 1; */
static bool goes_on(int first, int second)
{
    return first == second || digit_follows(first, second);
}

/* Whether four of five neighbours are equal or follow one another, all upwards or all downwards. */
/*@ requires readable(bytes, size) && size <= UUID_BYTES;
    assigns \nothing; */
static bool is_row_of_digits(const uint8_t *bytes, size_t size)
{
    size_t not_up = 0, not_down = 0, pairs = size == 0 ? 0 : 2 * size - 1;

    /*@ loop invariant 0 <= i <= size && not_up <= 2 * i && not_down <= 2 * i;
        loop assigns i, not_up, not_down;
        loop variant size - i; */
    for (size_t i = 0; i < size && (5 * not_up <= pairs || 5 * not_down <= pairs); i++) {
        int first = bytes[i] / 16, second = bytes[i] % 16;
        int third = i + 1 < size ? bytes[i + 1] / 16 : second;

        not_up += !goes_on(first, second);
        not_up += !goes_on(second, third);
        not_down += !goes_on(second, first);
        not_down += !goes_on(third, second);
    }
    return size >= SHORTEST && (5 * not_up <= pairs || 5 * not_down <= pairs);
}

/* Whether four of five follow the last or the one before it, as in "a1b2c3d4-e5f6-7890-abcd-...". */
/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
static bool is_braid(const uint8_t uuid[UUID_BYTES])
{
    size_t bad = 0, digits = (size_t)2 * UUID_BYTES - 2;

    /*@ loop invariant 1 <= i <= UUID_BYTES && bad <= 2 * i;
        loop assigns i, bad;
        loop variant UUID_BYTES - i; */
    for (size_t i = 1; i < UUID_BYTES && 5 * bad <= digits; i++) {
        int a = uuid[i - 1] / 16, b = uuid[i - 1] % 16, c = uuid[i] / 16, d = uuid[i] % 16;

        bad += !digit_follows(a, c) && !digit_follows(b, c);
        bad += !digit_follows(b, d) && !digit_follows(c, d);
    }
    return 5 * bad <= digits;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_has_digits_in_a_row(const uint8_t uuid[UUID_BYTES])
{
    size_t size;
    const uint8_t *bytes = without_padding(uuid, &size);

    return is_row_of_digits(bytes, size) || is_braid(uuid);
}

/* ---- words --------------------------------------------------------------------------------------- */

/*@ assigns \nothing; */
static bool is_hex_word(unsigned word)
{
    switch (word) {
    case 0xBAAD:
    case 0xBABE:
    case 0xBADD:
    case 0xBEEF:
    case 0xC0DE:
    case 0xC0FF:
    case 0xCAFE:
    case 0xD00D:
    case 0xDEAD:
    case 0xDEAF:
    case 0xF00D:
    case 0xFACE:
    case 0xFADE:
    case 0xFEED:
        return true;
    default:
        return false;
    }
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_hex_words(const uint8_t uuid[UUID_BYTES])
{
    /*@ loop invariant 0 <= i <= UUID_BYTES && i % 2 == 0;
        loop assigns i;
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i < UUID_BYTES; i += 2) {
        unsigned word = (unsigned)uuid[i] << 8 | uuid[i + 1];

        if (word != 0x0000 && word != 0xFFFF && !is_hex_word(word))
            return false;
    }
    return true;
}

/* ---- addresses of network cards -------------------------------------------------------------------- */

/*@ requires readable(mac, MAC_BYTES);
    assigns \nothing; */
bool uuid_mac_is_made_up(const uint8_t mac[MAC_BYTES])
{
    /* The chip's default, which cards without an EEPROM have. */
    static const uint8_t no_eeprom[MAC_BYTES] = {0x88, 0x88, 0x88, 0x88, 0x87, 0x88};

    if (bytes_equal(mac, no_eeprom, MAC_BYTES) || bytes_are(mac, MAC_BYTES, 0, "\xDE\xAD\xBE\xEF"))
        return true;
    return steps_by(mac, MAC_BYTES, 1, 0) || counts_by_one(mac, MAC_BYTES, 1) ||
           is_row_of_digits(mac, MAC_BYTES);
}
