/*
 * Bytes of the firmware as UTF-8 (RFC 3629, section 4).
 * SPDX-License-Identifier: MIT
 */
#include "render/utf8.h"

/*
 * The length of a sequence by its first byte, and the bounds of the second byte; 0: no sequence
 * begins with this byte.
 */
static size_t sequence(uint8_t first, uint8_t *low, uint8_t *high)
{
    *low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    *high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (first >= 0x01 && first <= 0x7F)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

size_t utf8_character(const uint8_t *bytes, size_t size)
{
    uint8_t low, high;
    size_t length = sequence(bytes[0], &low, &high);

    if (length > size)
        return 0;
    if (length > 1 && (bytes[1] < low || bytes[1] > high))
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

bool utf8_is_whole(const uint8_t *bytes, size_t size)
{
    size_t length;

    for (size_t at = 0; at < size; at += length) {
        length = utf8_character(bytes + at, size - at);
        if (length == 0)
            return false;
    }
    return true;
}

uint32_t utf8_code_point(const uint8_t *bytes, size_t length)
{
    uint32_t point = length == 1 ? bytes[0] : bytes[0] & 0xFFU >> (length + 1);

    for (size_t i = 1; i < length; i++)
        point = point << 6 | (bytes[i] & 0x3F);
    return point;
}

bool utf8_is_hidden(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } hidden[] = {
        {0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},
        {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
    };

    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++)
        if (code_point >= hidden[i].first && code_point <= hidden[i].last)
            return true;
    return false;
}
