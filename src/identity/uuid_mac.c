/*
 * UUIDs made from the address of a network card.
 * SPDX-License-Identifier: MIT
 */
#include "identity/uuid_mac.h"

enum { BEFORE_MAC = UUID_BYTES - MAC_BYTES, EMPTY_BEFORE = 4, NO_ADDRESS = 3, BEGINNING = 4 };

enum { MM = 0x100, FIXED = 7 };

/* The bytes, with MM for each of the address, and the rule set that knows it. */
static const struct {
    unsigned rules;
    const char *rule;
    uint16_t bytes[UUID_BYTES]; /* number FIXED is not the address's in any of them */
} templates[] = {
    {1, "ami-template", {MM, 2, MM, 3, MM, 4, MM, 5, MM, 6, MM, 7, 0, 8, 0, 9}},
    {1, "mac-first", {MM, MM, MM, MM, MM, MM, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {1, "mac-last", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, MM, MM, MM, MM, MM, MM}},
    {1, "mac-last-version-1", {0, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, MM, MM, MM, MM, MM, MM}},
    {1,
     "mac-last-sun",
     {0x08, 0x00, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, MM, MM, MM, MM, MM, MM}},
    {2,
     "mac-last-asus",
     {0x28, 0xCE, 0x5D, 0x8A, 0x00, 0x00, 0x00, 0x80, 0x38, 0x5D, MM, MM, MM, MM, MM, MM}},
    {2,
     "mac-last-supermicro",
     {0x53, 0xD1, 0x9F, 0x64, 0xD6, 0x63, 0xA0, 0x17, 0x89, 0x22, MM, MM, MM, MM, MM, MM}},
};

enum { TEMPLATES = sizeof templates / sizeof templates[0] };

/* Whether the UUID follows the template; copies the address out of it. */
/*@ requires readable(uuid, UUID_BYTES) && \valid(mac + (0 .. MAC_BYTES - 1));
    requires \valid_read(bytes + (0 .. UUID_BYTES - 1));
    assigns mac[0 .. MAC_BYTES - 1]; */
static bool take_mac(const uint8_t uuid[UUID_BYTES], const uint16_t bytes[UUID_BYTES],
                     uint8_t mac[MAC_BYTES])
{
    size_t taken = 0;

    if (uuid[FIXED] != bytes[FIXED])
        return false;
    /*@ loop invariant 0 <= i <= UUID_BYTES && taken <= MAC_BYTES;
        loop assigns i, taken, mac[0 .. MAC_BYTES - 1];
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i < UUID_BYTES; i++) {
        if (bytes[i] == MM && taken < MAC_BYTES)
            mac[taken++] = uuid[i];
        else if (uuid[i] != bytes[i])
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
           (templates[t].rules > rules || !take_mac(uuid, templates[t].bytes, mac)))
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
