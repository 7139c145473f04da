/*
 * Grading a UUID: the rules, then the list, each on a form that byte order does not change.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/text.h"

#include <string.h>

enum { UUID_SIZE = 16, NEARLY_ALL = 14, LONG_TAIL = 10 };

/* How often the most frequent byte stands in the UUID. */
static size_t most_frequent(const uint8_t uuid[UUID_SIZE])
{
    size_t most = 0;

    for (size_t i = 0; i < UUID_SIZE; i++) {
        size_t count = 0;

        for (size_t j = 0; j < UUID_SIZE; j++)
            count += uuid[j] == uuid[i];
        if (count > most)
            most = count;
    }
    return most;
}

static bool all_equal(const uint8_t uuid[UUID_SIZE])
{
    return most_frequent(uuid) == UUID_SIZE;
}

static bool nearly_all_equal(const uint8_t uuid[UUID_SIZE])
{
    return most_frequent(uuid) >= NEARLY_ALL;
}

static bool counts_up(const uint8_t uuid[UUID_SIZE])
{
    for (size_t i = 1; i < UUID_SIZE; i++)
        if (uuid[i] != (uint8_t)(uuid[i - 1] + 1))
            return false;
    return true;
}

static bool ends_in_ff(const uint8_t uuid[UUID_SIZE])
{
    for (size_t i = UUID_SIZE - LONG_TAIL; i < UUID_SIZE; i++)
        if (uuid[i] != 0xFF)
            return false;
    return true;
}

static bool is_letter_or_digit(uint8_t byte)
{
    struct fold fold = {&byte, 1, 0};

    return fold_next(&fold) != 0;
}

bool uuid_is_dell(const uint8_t uuid[UUID_SIZE])
{
    return memcmp(uuid, "LLED", 4) == 0;
}

static bool dell_without_tag(const uint8_t uuid[UUID_SIZE])
{
    static const uint8_t at[] = {5, 6, 9, 10, 13, 14, 15};

    if (!uuid_is_dell(uuid))
        return false;
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

static uint8_t digit_of(const uint8_t uuid[UUID_SIZE], size_t n)
{
    return n % 2 == 0 ? uuid[n / 2] >> 4 : uuid[n / 2] & 0x0F;
}

/* The value of a hexadecimal digit of a template, which has them in lower case. */
static uint8_t digit_value(char c)
{
    return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* The template that the UUID follows, or MAC_TEMPLATES; `*mac`: there is an address in it. */
static size_t mac_template(const uint8_t uuid[UUID_SIZE], bool *mac)
{
    for (size_t t = 0; t < MAC_TEMPLATES; t++) {
        const char *digits = mac_templates[t].digits;
        bool fits = true, zero = true, ones = true;

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

static bool template_without_mac(const uint8_t uuid[UUID_SIZE])
{
    bool mac;

    return mac_template(uuid, &mac) < MAC_TEMPLATES && !mac;
}

/* Placeholders. Each is tried on the UUID in both byte orders. */
static const struct {
    const char *name;
    bool (*applies)(const uint8_t uuid[UUID_SIZE]);
} uuid_rules[] = {
    {"all-equal", all_equal},
    {"nearly-all-equal", nearly_all_equal},
    {"counts-up", counts_up},
    {"template-without-mac", template_without_mac},
    {"dell-without-tag", dell_without_tag},
    {"ends-in-ff", ends_in_ff},
};

static const struct placeholder *listed_uuid(const uint8_t canonical[UUID_SIZE])
{
    for (const struct placeholder *entry = placeholder_uuids; entry->value; entry++) {
        uint8_t uuid[UUID_SIZE] = {0};

        (void)hwident_uuid_read(entry->value, uuid, NULL);
        hwident_uuid_canonical(uuid);
        if (memcmp(uuid, canonical, UUID_SIZE) == 0)
            return entry;
    }
    return NULL;
}

static bool is_ascii(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] < 0x20 || bytes[i] > 0x7E)
            return false;
    return true;
}

static const char *uuid_note(const uint8_t canonical[UUID_SIZE], const uint8_t other[UUID_SIZE])
{
    /* "DELL" is smaller than "LLED", so that the canonical form never shows it. */
    if (uuid_is_dell(other))
        return "holds Dell's service tag: can be guessed";
    if (is_ascii(canonical, UUID_SIZE))
        return "ASCII text, as a serial number in clear: can be guessed";
    if (is_ascii(canonical, 12) && memcmp(canonical + 12, "\xFF\xFF\xFF\xFF", 4) == 0)
        return "ASCII text, as a MAC address in clear: can be guessed";
    return NULL;
}

void grade_uuid(struct hwident_component *component)
{
    const uint8_t *uuid = component->uuid;
    uint8_t other[UUID_SIZE];
    const struct placeholder *entry;
    size_t t;
    bool mac;

    memcpy(other, uuid, UUID_SIZE);
    hwident_uuid_swap(other);
    for (size_t i = 0; i < sizeof uuid_rules / sizeof uuid_rules[0]; i++)
        if (uuid_rules[i].applies(uuid) || uuid_rules[i].applies(other)) {
            grade_set(component, HWIDENT_GRADE_PLACEHOLDER, uuid_rules[i].name, NULL);
            return;
        }
    entry = listed_uuid(uuid);
    t = mac_template(uuid, &mac);
    if (t == MAC_TEMPLATES)
        t = mac_template(other, &mac);
    if (entry)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "list", entry->seen);
    else if (t < MAC_TEMPLATES)
        grade_set(component, HWIDENT_GRADE_WEAK, mac_templates[t].rule,
                  "made from a MAC address: changes with the part that has it");
    else
        grade_set(component, HWIDENT_GRADE_STRONG, "none", uuid_note(uuid, other));
}
