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

/* The fraction of `limit`; what that leaves is random as well, in fewer bits. */
static inline unsigned part(struct kinds *kinds, unsigned limit)
{
    uint64_t number = (uint64_t)kinds->fraction * limit;

    kinds->fraction = (uint32_t)number;
    return (unsigned)(number >> 32);
}

/* A number below `limit`, which is at most SMALL. */
static inline unsigned small(struct kinds *kinds, unsigned limit)
{
    if (kinds->small == 0) {
        take(kinds);
        kinds->small = SMALL_NUMBERS;
    }
    kinds->small--;
    return part(kinds, limit);
}

unsigned kinds_random(struct kinds *kinds, unsigned limit)
{
    if (limit <= SMALL)
        return small(kinds, limit);
    kinds->small = 0;
    take(kinds);
    return part(kinds, limit);
}

/* The number after `number` by a random step, of the `count` from 0 on. */
static inline unsigned stepped(struct kinds *kinds, unsigned number, unsigned count)
{
    unsigned next = number + 1 + small(kinds, count - 1);

    return next < count ? next : next - count;
}

/*
 * Picks one of the `count` characters from `first` on, other than `character`, which is among them.
 */
static uint8_t another(struct kinds *kinds, uint8_t character, uint8_t first, unsigned count)
{
    return (uint8_t)(first + stepped(kinds, (unsigned)(character - first), count));
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
    return (uint8_t)(digit < 10 ? stepped(kinds, digit, 10) : 10 + stepped(kinds, digit - 10, 6));
}

uint8_t kinds_byte(struct kinds *kinds, uint8_t byte)
{
    uint8_t other = byte;

    /* Never 00: if the bytes recur in a string set, it would end there. */
    while (byte != 0x00 && byte != 0xFF && (other == byte || other == 0x00))
        other = (uint8_t)(another_digit(kinds, byte >> 4) << 4 | another_digit(kinds, byte & 0x0F));
    return other;
}
