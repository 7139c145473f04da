/*
 * For redaction: characters of the same kind, and one value for another in a whole table.
 * SPDX-License-Identifier: MIT
 */
#include "redact/replace.h"

#include "smbios/bytes.h"

#include <ctype.h>
#include <string.h>

enum { HEADER_SIZE = 4 };

/* ---- kinds ---------------------------------------------------------------------------------- */

/* None of these calls fails: they look at pointers and lengths alone. */
void kinds_begin(struct kinds *kinds, const uint8_t key[REDACT_KEY_SIZE])
{
    static const uint8_t nonce[12];

    mbedtls_chacha20_init(&kinds->stream);
    (void)mbedtls_chacha20_setkey(&kinds->stream, key);
    (void)mbedtls_chacha20_starts(&kinds->stream, nonce, 0);
}

void kinds_end(struct kinds *kinds)
{
    mbedtls_chacha20_free(&kinds->stream);
}

unsigned kinds_random(struct kinds *kinds, unsigned limit)
{
    uint8_t bytes[4] = {0};

    (void)mbedtls_chacha20_update(&kinds->stream, sizeof bytes, bytes, bytes);
    return (unsigned)bytes_le(bytes, sizeof bytes, 0, sizeof bytes) % limit;
}

/* One of `count` characters from `first` on that is not `character`, which is one of them. */
static uint8_t another(struct kinds *kinds, uint8_t character, char first, unsigned count)
{
    unsigned step = 1 + kinds_random(kinds, count - 1);

    return (uint8_t)((unsigned char)first + (character - (unsigned char)first + step) % count);
}

uint8_t kinds_character(struct kinds *kinds, uint8_t character)
{
    if (character >= 0x80)
        return 'x';
    if (isdigit(character))
        return another(kinds, character, '0', 10);
    if (isupper(character))
        return another(kinds, character, 'A', 26);
    return islower(character) ? another(kinds, character, 'a', 26) : character;
}

static uint8_t another_digit(struct kinds *kinds, unsigned digit)
{
    unsigned first = digit < 10 ? 0 : 10, count = digit < 10 ? 10 : 6;

    return (uint8_t)(first + (digit - first + 1 + kinds_random(kinds, count - 1)) % count);
}

uint8_t kinds_byte(struct kinds *kinds, uint8_t byte)
{
    uint8_t other = byte;

    /* Never 00, which could end a string set where the bytes recur. */
    while (byte != 0x00 && byte != 0xFF && (other == byte || other == 0x00))
        other = (uint8_t)(another_digit(kinds, byte >> 4) << 4 | another_digit(kinds, byte & 0x0F));
    return other;
}

/* ---- the table ------------------------------------------------------------------------------ */

void replace_begin(struct replaceable *in, uint8_t *bytes, const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    int result;

    *in = (struct replaceable){.size = table->size};
    in->bytes = bytes;
    do {
        result = hwident_table_next(table, &s);
        for (size_t at = s.offset; at < s.offset + HEADER_SIZE && at < in->size; at++)
            if (result != 0)
                in->stays[at / 8] |= (uint8_t)(1 << at % 8);
    } while (result == 1);
}

static bool may_go(const struct replaceable *in, size_t at, size_t size)
{
    for (size_t end = at + size; at < end; at++)
        if (in->stays[at / 8] >> at % 8 & 1)
            return false;
    return true;
}

/* ---- strings -------------------------------------------------------------------------------- */

static bool equal(const uint8_t *a, const uint8_t *b, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (tolower(a[i]) != tolower(b[i]))
            return false;
    return true;
}

/* The first offset from `at` on where the string stands; in->size: nowhere. */
static size_t find(const struct replaceable *in, size_t at, const uint8_t *string, size_t size)
{
    uint8_t lower = (uint8_t)tolower(string[0]), upper = (uint8_t)toupper(string[0]);

    for (; at < in->size && size <= in->size - at; at++)
        if ((in->bytes[at] == lower || in->bytes[at] == upper) &&
            equal(in->bytes + at, string, size) && may_go(in, at, size))
            return at;
    return in->size;
}

bool replace_finds(const struct replaceable *in, const uint8_t *string, size_t size)
{
    return find(in, 0, string, size) < in->size;
}

static void put_string(uint8_t *at, const struct secret *secret)
{
    for (size_t i = 0; i < secret->size; i++) {
        uint8_t c = secret->new[i];

        if (isupper(at[i]))
            at[i] = (uint8_t)toupper(c);
        else
            at[i] = islower(at[i]) ? (uint8_t)tolower(c) : c;
    }
}

void replace_string(const struct replaceable *in, const struct secret *secret)
{
    size_t at = 0;

    while ((at = find(in, at, secret->old, secret->size)) < in->size) {
        put_string(in->bytes + at, secret);
        at += secret->size;
    }
}

/* ---- bytes ---------------------------------------------------------------------------------- */

static const uint8_t digits[] = "0123456789abcdef";

static uint8_t digit_of(const uint8_t *bytes, size_t n)
{
    return digits[n % 2 == 0 ? bytes[n / 2] >> 4 : bytes[n / 2] & 0x0F];
}

static bool separates(uint8_t c)
{
    return c == '-' || c == ':' || c == ' ';
}

/*
 * Steps through the `2 * size` digits at `text`, of which `room` bytes may be read, with one
 * separator at most between two bytes, and puts the new ones to `put`; NULL: only looks. Returns
 * whether the old digits stand there.
 */
static bool digits_at(const uint8_t *text, size_t room, const struct secret *secret, uint8_t *put)
{
    size_t at = 0;

    for (size_t n = 0; n < 2 * secret->size; n++, at++) {
        uint8_t digit = digit_of(secret->new, n);

        if (n > 0 && n % 2 == 0 && at < room && separates(text[at]))
            at++;
        if (at >= room)
            return false;
        if (put)
            put[at] = (uint8_t)(isupper(text[at]) ? toupper(digit) : digit);
        else if (tolower(text[at]) != digit_of(secret->old, n))
            return false;
    }
    return true;
}

void replace_bytes(const struct replaceable *in, const struct secret *secret)
{
    uint8_t first = secret->old[0];
    uint8_t digit = digit_of(secret->old, 0);

    for (size_t at = 0; at < in->size; at++) {
        uint8_t *bytes = in->bytes + at;
        size_t room = in->size - at;

        if (*bytes == first && secret->size <= room &&
            memcmp(bytes, secret->old, secret->size) == 0 && may_go(in, at, secret->size))
            memcpy(bytes, secret->new, secret->size);
        else if ((*bytes == digit || *bytes == toupper(digit)) && may_go(in, at, 1) &&
                 digits_at(bytes, room, secret, NULL))
            (void)digits_at(bytes, room, secret, bytes);
    }
}
