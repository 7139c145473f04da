/*
 * Redaction: random characters of the same kind. SPDX-License-Identifier: MIT
 */
#include "redact/kinds.h"

#include "smbios/bytes.h"

#include <ctype.h>
#include <mbedtls/platform_util.h>

/* Four small numbers use 20 of 32 bits, so that each is as likely as the others. */
enum { SMALL = 32, SMALL_NUMBERS = 4 };

/* None of these calls can fail: they only check pointers and lengths. */
void kinds_begin(struct kinds *kinds, const uint8_t key[REDACT_KEY_SIZE])
{
    static const uint8_t nonce[12];

    mbedtls_chacha20_init(&kinds->stream);
    (void)mbedtls_chacha20_setkey(&kinds->stream, key);
    (void)mbedtls_chacha20_starts(&kinds->stream, nonce, 0);
    kinds->used = sizeof kinds->bytes;
    kinds->small = 0;
}

void kinds_end(struct kinds *kinds)
{
    mbedtls_chacha20_free(&kinds->stream);
    mbedtls_platform_zeroize(kinds, sizeof *kinds);
}

/* Takes the next four bytes. */
static void take(struct kinds *kinds)
{
    static const uint8_t zeros[sizeof kinds->bytes];

    if (kinds->used == sizeof kinds->bytes) {
        (void)mbedtls_chacha20_update(&kinds->stream, sizeof zeros, zeros, kinds->bytes);
        kinds->used = 0;
    }
    kinds->fraction =
        (uint32_t)bytes_le(kinds->bytes, sizeof kinds->bytes, kinds->used, sizeof kinds->fraction);
    kinds->used += sizeof kinds->fraction;
}

/* The fraction of `limit`; what it leaves is random as well, in fewer bits. */
unsigned kinds_random(struct kinds *kinds, unsigned limit)
{
    uint64_t number;

    if (limit > SMALL || kinds->small == 0) {
        take(kinds);
        kinds->small = limit > SMALL ? 0 : SMALL_NUMBERS;
    }
    if (kinds->small > 0)
        kinds->small--;
    number = (uint64_t)kinds->fraction * limit;
    kinds->fraction = (uint32_t)number;
    return (unsigned)(number >> 32);
}

/*
 * Picks one of the `count` characters from `first` on, other than `character`, which is among them.
 */
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

    /* Never 00: if the bytes recur in a string set, it would end there. */
    while (byte != 0x00 && byte != 0xFF && (other == byte || other == 0x00))
        other = (uint8_t)(another_digit(kinds, byte >> 4) << 4 | another_digit(kinds, byte & 0x0F));
    return other;
}
