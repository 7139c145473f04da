/*
 * UUIDs made from the address of a network card.
 * SPDX-License-Identifier: MIT
 */
#include "identity/uuid_mac.h"

enum { BEFORE_MAC = UUID_BYTES - MAC_BYTES, EMPTY_BEFORE = 4, NO_ADDRESS = 3, BEGINNING = 4 };

/* Hexadecimal digits, with m for each digit of the address, and the rule set that knows it. */
static const struct {
    unsigned rules;
    const char *rule;
    const char *digits;
} templates[] = {
    {1, "ami-template", "mm02mm03mm04mm05mm06mm0700080009"},
    {1, "mac-first", "mmmmmmmmmmmm00000000000000000000"},
    {1, "mac-last", "00000000000000000000mmmmmmmmmmmm"},
    {1, "mac-last-version-1", "00000000000010008000mmmmmmmmmmmm"},
    {1, "mac-last-sun", "080020ffffffffffffffmmmmmmmmmmmm"},
    {2, "mac-last-asus", "28ce5d8a00000080385dmmmmmmmmmmmm"},
    {2, "mac-last-supermicro", "53d19f64d663a0178922mmmmmmmmmmmm"},
};

enum { TEMPLATES = sizeof templates / sizeof templates[0] };

/* Whether the UUID follows the template; copies the address out of it. */
/*@ requires readable(uuid, UUID_BYTES) && \valid(mac + (0 .. MAC_BYTES - 1));
    requires valid_read_string(digits) && strlen(digits) == 2 * UUID_BYTES;
    assigns mac[0 .. MAC_BYTES - 1]; */
static bool take_mac(const uint8_t uuid[UUID_BYTES], const char *digits, uint8_t mac[MAC_BYTES])
{
    size_t taken = 0;

    /*@ loop invariant 0 <= i <= UUID_BYTES && taken <= MAC_BYTES;
        loop assigns i, taken, mac[0 .. MAC_BYTES - 1];
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i < UUID_BYTES; i++) {
        int high = byte_hex_value((uint8_t)digits[2 * i]);
        int low = byte_hex_value((uint8_t)digits[2 * i + 1]);

        if (digits[2 * i] == 'm' && taken < MAC_BYTES)
            mac[taken++] = uuid[i];
        else if (uuid[i] >> 4 != high || (uuid[i] & 0x0F) != low)
            return false;
    }
    return true;
}

/* Whether these are six bytes of 00, or of FF. */
/*@ requires readable(mac, MAC_BYTES);
    assigns \nothing; */
static bool is_no_mac(const uint8_t mac[MAC_BYTES])
{
    return bytes_all(mac, MAC_BYTES, 0x00) || bytes_all(mac, MAC_BYTES, 0xFF);
}

/* The template of a rule set up to `rules` that the UUID follows, or TEMPLATES. */
/*@ requires readable(uuid, UUID_BYTES) && \valid(mac + (0 .. MAC_BYTES - 1));
    assigns mac[0 .. MAC_BYTES - 1];
    ensures \result <= TEMPLATES; */
static size_t find_template(const uint8_t uuid[UUID_BYTES], unsigned rules, uint8_t mac[MAC_BYTES])
{
    size_t t = 0;

    /*@ loop invariant 0 <= t <= TEMPLATES;
        loop assigns t, mac[0 .. MAC_BYTES - 1];
        loop variant TEMPLATES - t; */
    while (t < TEMPLATES &&
           (templates[t].rules > rules || !take_mac(uuid, templates[t].digits, mac)))
        t++;
    return t;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
const char *uuid_mac_template(const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    uint8_t mac[MAC_BYTES] = {0};
    size_t t = find_template(uuid, rules, mac);

    return t < TEMPLATES ? templates[t].rule : NULL;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_has_no_mac(const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    uint8_t mac[MAC_BYTES] = {0};

    return find_template(uuid, rules, mac) < TEMPLATES && is_no_mac(mac);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_has_made_up_mac(const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    uint8_t mac[MAC_BYTES] = {0};

    return find_template(uuid, rules, mac) < TEMPLATES && uuid_mac_is_made_up(mac);
}

/* Whether three or more of the six bytes differ from each other. */
/*@ requires readable(mac, MAC_BYTES);
    assigns \nothing; */
static bool can_be_mac(const uint8_t mac[MAC_BYTES])
{
    size_t different = 0;

    /*@ loop invariant 0 <= i <= MAC_BYTES && different <= i;
        loop assigns i, different;
        loop variant MAC_BYTES - i; */
    for (size_t i = 0; i < MAC_BYTES; i++)
        different += bytes_count(mac, i, mac[i]) == 0;
    return different >= NO_ADDRESS;
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_ends_in_mac(const uint8_t uuid[UUID_BYTES])
{
    return (bytes_count(uuid, BEFORE_MAC, 0x00) >= EMPTY_BEFORE ||
            bytes_count(uuid, BEFORE_MAC, 0xFF) >= EMPTY_BEFORE) &&
           can_be_mac(uuid + BEFORE_MAC);
}

/* Whether the address's first bytes also precede it: Supermicro does so after a board's name. */
/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
static bool begins_twice(const uint8_t uuid[UUID_BYTES])
{
    const uint8_t *mac = uuid + BEFORE_MAC;

    return bytes_equal(mac - BEGINNING, mac, BEGINNING) && can_be_mac(mac);
}

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
bool uuid_has_mac_twice(const uint8_t uuid[UUID_BYTES])
{
    if (begins_twice(uuid))
        return true;
    /*@ loop invariant 0 <= i <= UUID_BYTES - 2 * MAC_BYTES + 1;
        loop assigns i;
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i + (size_t)2 * MAC_BYTES <= UUID_BYTES; i++) {
        /*@ loop invariant i + MAC_BYTES <= j <= UUID_BYTES - MAC_BYTES + 1;
            loop assigns j;
            loop variant UUID_BYTES - j; */
        for (size_t j = i + MAC_BYTES; j + MAC_BYTES <= UUID_BYTES; j++)
            if (bytes_equal(uuid + i, uuid + j, MAC_BYTES) && can_be_mac(uuid + i))
                return true;
    }
    return false;
}
