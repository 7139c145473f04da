/*
 * UUIDs that hold a serial number as text: Dell's service tag, and whole UUIDs of ASCII.
 * SPDX-License-Identifier: MIT
 */
#include "identity/uuid_text.h"

#include "identity/grade.h"
#include "identity/serial.h"

enum { TAG_SIZE = 7, SHORTEST = 3, FF_TAIL = 4 };

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_dell(const uint8_t uuid[UUID_BYTES])
{
    return bytes_are(uuid, UUID_BYTES, 0, "LLED");
}

/* The tag's characters in their order. */
/*@ requires readable(uuid, UUID_BYTES) && \valid(tag + (0 .. TAG_SIZE - 1));
    assigns tag[0 .. TAG_SIZE - 1]; */
static void take_tag(const uint8_t uuid[UUID_BYTES], uint8_t tag[TAG_SIZE])
{
    static const uint8_t at[TAG_SIZE] = {10, 5, 6, 9, 13, 14, 15};

    /*@ loop invariant 0 <= i <= TAG_SIZE;
        loop assigns i, tag[0 .. TAG_SIZE - 1];
        loop variant TAG_SIZE - i; */
    for (size_t i = 0; i < TAG_SIZE; i++)
        tag[i] = at[i] == 10 ? uuid[10] & 0x7F : uuid[at[i]];
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_dell_without_tag(const uint8_t uuid[UUID_BYTES])
{
    uint8_t tag[TAG_SIZE] = {0};
    struct fold fold = {tag, TAG_SIZE, 0};

    if (!uuid_is_dell(uuid))
        return false;
    take_tag(uuid, tag);
    return fold_next(&fold) == 0;
}

/*@ requires readable(text, size);
    assigns \nothing; */
static bool is_placeholder(const uint8_t *text, size_t size, bool cut, unsigned rules)
{
    const char *note;

    return string_rule(text, size, cut, rules, &note);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_dell_with_placeholder(const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    uint8_t tag[TAG_SIZE] = {0};

    if (!uuid_is_dell(uuid))
        return false;
    take_tag(uuid, tag);
    return is_placeholder(tag, TAG_SIZE, false, rules);
}

/* How many bytes of printable ASCII the text begins with. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result <= size; */
static size_t ascii_length(const uint8_t *bytes, size_t size)
{
    size_t length = 0;

    /*@ loop invariant 0 <= length <= size;
        loop assigns length;
        loop variant size - length; */
    while (length < size && bytes[length] >= 0x20 && bytes[length] <= 0x7E)
        length++;
    return length;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_whole_text(const uint8_t uuid[UUID_BYTES])
{
    return ascii_length(uuid, UUID_BYTES) == UUID_BYTES;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_text_and_ff(const uint8_t uuid[UUID_BYTES])
{
    return ascii_length(uuid, UUID_BYTES) == UUID_BYTES - FF_TAIL &&
           bytes_all(uuid + UUID_BYTES - FF_TAIL, FF_TAIL, 0xFF);
}

/* The length of the text that the UUID is, or 0. */
/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing;
    ensures \result <= UUID_BYTES; */
static size_t text_length(const uint8_t uuid[UUID_BYTES])
{
    size_t length = ascii_length(uuid, UUID_BYTES);
    uint8_t padding = bytes_u8(uuid, UUID_BYTES, length);

    if (length < SHORTEST || (length < UUID_BYTES && padding != 0x00 && padding != 0xFF))
        return 0;
    /*@ loop invariant length <= i <= UUID_BYTES;
        loop assigns i;
        loop variant UUID_BYTES - i; */
    for (size_t i = length; i < UUID_BYTES; i++)
        if (uuid[i] != padding)
            return 0;
    return length;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_text(const uint8_t uuid[UUID_BYTES])
{
    return text_length(uuid) > 0;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_is_placeholder_text(const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    size_t size = text_length(uuid);

    return size > 0 && is_placeholder(uuid, size, size == UUID_BYTES, rules);
}
