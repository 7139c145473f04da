/*
 * Grading a UUID: the rules, then the list, each on a form that byte order does not change.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/serial.h"

#include <string.h>

enum { UUID_SIZE = 16, NEARLY_ALL = 14, LONG_TAIL = 10 };

/* How often the most frequent byte stands in the UUID. */
/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static size_t most_frequent(const uint8_t uuid[UUID_SIZE])
{
    size_t most = 0;

    /*@ loop invariant 0 <= i <= UUID_SIZE;
        loop assigns i, most;
        loop variant UUID_SIZE - i; */
    for (size_t i = 0; i < UUID_SIZE; i++) {
        size_t count = 0;

        /*@ loop invariant 0 <= j <= UUID_SIZE;
            loop assigns j, count;
            loop variant UUID_SIZE - j; */
        for (size_t j = 0; j < UUID_SIZE; j++)
            count += uuid[j] == uuid[i];
        if (count > most)
            most = count;
    }
    return most;
}

/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static bool counts_up(const uint8_t uuid[UUID_SIZE])
{
    /*@ loop invariant 1 <= i <= UUID_SIZE;
        loop assigns i;
        loop variant UUID_SIZE - i; */
    for (size_t i = 1; i < UUID_SIZE; i++)
        if (uuid[i] != (uint8_t)(uuid[i - 1] + 1))
            return false;
    return true;
}

/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static bool ends_in_ff(const uint8_t uuid[UUID_SIZE])
{
    /*@ loop invariant UUID_SIZE - LONG_TAIL <= i <= UUID_SIZE;
        loop assigns i;
        loop variant UUID_SIZE - i; */
    for (size_t i = UUID_SIZE - LONG_TAIL; i < UUID_SIZE; i++)
        if (uuid[i] != 0xFF)
            return false;
    return true;
}

/*@ assigns \nothing; */
static bool is_letter_or_digit(uint8_t byte)
{
    struct fold fold = {&byte, sizeof byte, 0};

    return fold_next(&fold) != 0;
}

/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
bool uuid_is_dell(const uint8_t uuid[UUID_SIZE])
{
    return memcmp(uuid, "LLED", 4) == 0;
}

/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static bool dell_without_tag(const uint8_t uuid[UUID_SIZE])
{
    static const uint8_t at[] = {5, 6, 9, 10, 13, 14, 15};

    if (!uuid_is_dell(uuid))
        return false;
    /*@ loop invariant 0 <= i <= 7;
        loop assigns i;
        loop variant 7 - i; */
    for (size_t i = 0; i < sizeof at; i++)
        if (is_letter_or_digit(at[i] == 10 ? uuid[10] & 0x7F : uuid[at[i]]))
            return false;
    return true;
}

/* UUIDs made from a MAC address: hexadecimal digits, and m where a digit of the address stands. */
static const struct {
    const char *rule;
    const char *digits;
} mac_templates[] = {
    {"ami-template", "03mm02mm04mm05mmmm06mm0700080009"},
    {"mac-first", "mmmmmmmmmmmm00000000000000000000"},
    {"mac-last", "00000000000000000000mmmmmmmmmmmm"},
    {"mac-last-version-1", "00000000000010008000mmmmmmmmmmmm"},
    {"mac-last-sun", "080020ffffffffffffffmmmmmmmmmmmm"},
};

enum { MAC_TEMPLATES = sizeof mac_templates / sizeof mac_templates[0] };

/*@ requires readable(uuid, UUID_SIZE) && n < 2 * UUID_SIZE;
    assigns \nothing; */
static uint8_t digit_of(const uint8_t uuid[UUID_SIZE], size_t n)
{
    return n % 2 == 0 ? uuid[n / 2] >> 4 : uuid[n / 2] & 0x0F;
}

/* The value of a hexadecimal digit of a template, which has them in lower case. */
/*@ assigns \nothing; */
static uint8_t digit_value(char c)
{
    return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* The template that the UUID follows, or MAC_TEMPLATES; `*mac`: there is an address in it. */
/*@ requires readable(uuid, UUID_SIZE) && \valid(mac);
    assigns *mac;
    ensures \result <= MAC_TEMPLATES; */
static size_t mac_template(const uint8_t uuid[UUID_SIZE], bool *mac)
{
    /*@ loop invariant 0 <= t <= MAC_TEMPLATES;
        loop assigns t, *mac;
        loop variant MAC_TEMPLATES - t; */
    for (size_t t = 0; t < MAC_TEMPLATES; t++) {
        const char *digits = mac_templates[t].digits;
        bool fits = true, zero = true, ones = true;

        /*@ loop invariant 0 <= n <= 2 * UUID_SIZE;
            loop assigns n, fits, zero, ones;
            loop variant 2 * UUID_SIZE - n; */
        for (size_t n = 0; n < (size_t)2 * UUID_SIZE && fits; n++) {
            uint8_t digit = digit_of(uuid, n);

            if (digits[n] == 'm') {
                zero = zero && digit == 0x0;
                ones = ones && digit == 0xF;
            } else {
                fits = digit == digit_value(digits[n]);
            }
        }
        *mac = !zero && !ones;
        if (fits)
            return t;
    }
    return MAC_TEMPLATES;
}

/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static bool template_without_mac(const uint8_t uuid[UUID_SIZE])
{
    bool mac;

    return mac_template(uuid, &mac) < MAC_TEMPLATES && !mac;
}

/*
 * The rule that makes it a placeholder, or NULL. "DELL" is smaller than "LLED", so that the
 * canonical form never shows it; the bytes that end in FF are the same in either order.
 */
/*@ requires readable(canonical, UUID_SIZE) && readable(other, UUID_SIZE);
    assigns \nothing; */
static const char *uuid_rule(const uint8_t canonical[UUID_SIZE], const uint8_t other[UUID_SIZE])
{
    size_t most = most_frequent(canonical);

    if (most == UUID_SIZE)
        return "all-equal";
    if (most >= NEARLY_ALL)
        return "nearly-all-equal";
    if (counts_up(canonical) || counts_up(other))
        return "counts-up";
    if (template_without_mac(canonical) || template_without_mac(other))
        return "template-without-mac";
    if (dell_without_tag(other))
        return "dell-without-tag";
    if (ends_in_ff(canonical))
        return "ends-in-ff";
    return NULL;
}

/*@ requires readable(canonical, UUID_SIZE);
    assigns \nothing; */
static const struct placeholder *listed_uuid(const uint8_t canonical[UUID_SIZE])
{
    /*@ loop assigns entry; */
    for (const struct placeholder *entry = placeholder_uuids; entry->value; entry++) {
        uint8_t uuid[UUID_SIZE] = {0};

        (void)hwident_uuid_parse(entry->value, uuid, NULL);
        hwident_uuid_canonical(uuid);
        if (memcmp(uuid, canonical, UUID_SIZE) == 0)
            return entry;
    }
    return NULL;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
static bool is_ascii(const uint8_t *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (bytes[i] < 0x20 || bytes[i] > 0x7E)
            return false;
    return true;
}

/*@ requires readable(canonical, UUID_SIZE) && readable(other, UUID_SIZE);
    assigns \nothing; */
static const char *uuid_note(const uint8_t canonical[UUID_SIZE], const uint8_t other[UUID_SIZE])
{
    if (uuid_is_dell(other))
        return "holds Dell's service tag: can be guessed";
    if (is_ascii(canonical, UUID_SIZE))
        return "ASCII text, as a serial number in clear: can be guessed";
    if (is_ascii(canonical, 12) && memcmp(canonical + 12, "\xFF\xFF\xFF\xFF", 4) == 0)
        return "ASCII text, as a MAC address in clear: can be guessed";
    return NULL;
}

/*@ requires \valid(component);
    assigns component->grade, component->rule, component->note;
    ensures component->grade != HWIDENT_GRADE_ABSENT; */
void grade_uuid(struct hwident_component *component)
{
    const uint8_t *uuid = component->uuid;
    uint8_t other[UUID_SIZE];
    const struct placeholder *entry = NULL;
    const char *rule;
    size_t t;
    bool mac;

    memcpy(other, uuid, UUID_SIZE);
    hwident_uuid_swap(other);
    rule = uuid_rule(uuid, other);
    if (!rule)
        entry = listed_uuid(uuid);
    t = mac_template(uuid, &mac);
    if (t == MAC_TEMPLATES)
        t = mac_template(other, &mac);
    if (rule)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, rule, NULL);
    else if (entry)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "list", entry->seen);
    else if (t < MAC_TEMPLATES)
        grade_set(component, HWIDENT_GRADE_WEAK, mac_templates[t].rule,
                  "made from a MAC address: changes with the part that has it");
    else
        grade_set(component, HWIDENT_GRADE_STRONG, "none", uuid_note(uuid, other));
}
