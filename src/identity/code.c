/*
 * Machine codes, version 1: deriving them (RFC 5869, HKDF-SHA256) and reading what people type.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/text.h"

#include <mbedtls/hkdf.h>
#include <mbedtls/md.h>
#include <mbedtls/platform_util.h>
#include <string.h>

enum { UUID_SIZE = 16, STRING_MAX = 0xFFFF, APP_MAX = 255, HASH = 32, OKM = 20 };
enum { LABEL = 5, PROFILE_AT = 3, DIGITS = OKM * 8 / 5, CHECKED = DIGITS + 1 };

static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz"; /* Crockford's base 32 */
static const char version[] = "hwident/1";
static const char head[LABEL] = {'h', 'w', '1', ' ', '-'}; /* and the profile's letter in it */

int hwident_app_id_check(const char *app, size_t *where)
{
    size_t length = 0;

    while (app && length <= APP_MAX && app[length] >= 0x21 && app[length] <= 0x7E)
        length++;
    if (where)
        *where = length <= APP_MAX ? length : APP_MAX;
    if (length == 0 || length > APP_MAX || app[length] != '\0')
        return HWIDENT_E_APP_ID;
    return HWIDENT_OK;
}

int hwident_key_check(const void *key, size_t key_size)
{
    const uint8_t *bytes = key;

    if (!key && key_size == 0)
        return HWIDENT_OK;
    if (!key || key_size == 0 || key_size > HWIDENT_KEY_MAX || bytes[key_size - 1] == 0)
        return HWIDENT_E_KEY;
    return HWIDENT_OK;
}

/* ---- Base 32 and its check character ---------------------------------------------------------- */

static size_t value_of(char digit)
{
    return (size_t)(strchr(alphabet, digit) - alphabet);
}

/* Luhn mod 32 over the DIGITS characters at `text`. */
static char check_character(const char *text)
{
    size_t total = 0;

    for (size_t i = 0; i < DIGITS; i++) {
        size_t product = value_of(text[i]) * (i % 2 == DIGITS % 2 ? 1 : 2);

        total += product / 32 + product % 32;
    }
    return alphabet[(32 - total % 32) % 32];
}

static void write_code(char profile, const uint8_t okm[OKM], char code[HWIDENT_CODE_SIZE])
{
    char *digits = code + LABEL;

    memcpy(code, head, LABEL);
    code[PROFILE_AT] = profile;
    for (size_t i = 0; i < DIGITS; i++) {
        size_t bit = i * 5;
        unsigned pair = (unsigned)okm[bit / 8] << 8;

        if (bit / 8 + 1 < OKM)
            pair |= okm[bit / 8 + 1];
        digits[i] = alphabet[pair >> (11 - bit % 8) & 31];
    }
    digits[DIGITS] = check_character(digits);
    digits[CHECKED] = '\0';
}

/* ---- Deriving ---------------------------------------------------------------------------------- */

/* The tag byte of `profile` (its place in HWIDENT_PROFILES, from 1), or 0. */
static uint8_t tag_of(char profile)
{
    const char *at = profile ? strchr(HWIDENT_PROFILES, profile) : NULL;

    return at ? (uint8_t)(at - HWIDENT_PROFILES + 1) : 0;
}

/* HKDF's first step: HMAC of tag, length and value under the salt. */
static int extract(const mbedtls_md_info_t *sha256, uint8_t tag, const uint8_t *value, size_t size,
                   const void *key, size_t key_size, uint8_t prk[HASH])
{
    const uint8_t header[] = {tag, (uint8_t)(size >> 8), (uint8_t)size};
    uint8_t salt[sizeof version + HWIDENT_KEY_MAX];
    size_t salt_size = key ? sizeof version + key_size : sizeof version - 1;
    mbedtls_md_context_t hmac;
    int err;

    memcpy(salt, version, sizeof version);
    if (key)
        memcpy(salt + sizeof version, key, key_size);
    mbedtls_md_init(&hmac);
    err = mbedtls_md_setup(&hmac, sha256, 1);
    if (!err)
        err = mbedtls_md_hmac_starts(&hmac, salt, salt_size);
    if (!err)
        err = mbedtls_md_hmac_update(&hmac, header, sizeof header);
    if (!err)
        err = mbedtls_md_hmac_update(&hmac, value, size);
    if (!err)
        err = mbedtls_md_hmac_finish(&hmac, prk);
    mbedtls_md_free(&hmac);
    mbedtls_platform_zeroize(salt, sizeof salt);
    return err;
}

/* HKDF's second step, for one application and profile. */
static int expand(const mbedtls_md_info_t *sha256, const uint8_t prk[HASH], const char *app,
                  char profile, uint8_t okm[OKM])
{
    uint8_t info[sizeof "app" + APP_MAX + 1 + 1] = "app";
    size_t app_size = strlen(app) + 1;

    memcpy(info + sizeof "app", app, app_size);
    info[sizeof "app" + app_size] = (uint8_t)profile;
    return mbedtls_hkdf_expand(sha256, prk, HASH, info, sizeof "app" + app_size + 1, okm, OKM);
}

int hwident_code_derive(char profile, const void *value, size_t size, const char *app,
                        const void *key, size_t key_size, char code[HWIDENT_CODE_SIZE])
{
    const mbedtls_md_info_t *sha256 = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    const uint8_t *bytes = value;
    uint8_t uuid[UUID_SIZE], prk[HASH], okm[OKM];
    int err;

    if (tag_of(profile) == 0 || size > STRING_MAX || (profile == 'u' && size != UUID_SIZE))
        return HWIDENT_E_USAGE;
    if (hwident_app_id_check(app, NULL))
        return HWIDENT_E_APP_ID;
    if (hwident_key_check(key, key_size))
        return HWIDENT_E_KEY;
    if (profile == 'u') {
        memcpy(uuid, value, UUID_SIZE);
        hwident_uuid_canonical(uuid);
        bytes = uuid;
    } else {
        bytes = text_trim(value, &size);
    }
    err = extract(sha256, tag_of(profile), bytes, size, key, key_size, prk);
    if (!err)
        err = expand(sha256, prk, app, profile, okm);
    mbedtls_platform_zeroize(prk, sizeof prk);
    if (err)
        return HWIDENT_E_MEMORY;
    write_code(profile, okm, code);
    return HWIDENT_OK;
}

/* ---- Reading ----------------------------------------------------------------------------------- */

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Reads "hw1" and a profile; returns how many characters fit. */
static size_t read_label(const char *text, char label[LABEL])
{
    size_t n = 0;

    memcpy(label, head, LABEL);
    while (n < PROFILE_AT && lower(text[n]) == head[n])
        n++;
    if (n < PROFILE_AT)
        return n;
    label[PROFILE_AT] = lower(text[PROFILE_AT]);
    return tag_of(label[PROFILE_AT]) ? PROFILE_AT + 1 : PROFILE_AT;
}

/* The alphabet's character that `c`, not 0, stands for; 0 where it stands for none. */
static char read_digit(char c)
{
    c = lower(c);
    if (c == 'o')
        return '0';
    if (c == 'i' || c == 'l')
        return '1';
    return (char)(strchr(alphabet, c) ? c : 0);
}

/* Reads the characters behind the label; `*at` moves to the end, or to what does not fit. */
static int read_digits(const char *text, size_t *at, char digits[CHECKED])
{
    size_t count = 0;
    size_t last = *at;

    for (; text[*at] != '\0'; ++*at) {
        if (text[*at] == ' ' || text[*at] == '-')
            continue;
        if (!read_digit(text[*at]))
            return HWIDENT_E_CODE_CHARACTER;
        if (count == CHECKED)
            return HWIDENT_E_CODE_LENGTH;
        digits[count++] = read_digit(text[*at]);
        last = *at;
    }
    if (count < CHECKED)
        return HWIDENT_E_CODE_LENGTH;
    *at = last;
    return check_character(digits) == digits[DIGITS] ? HWIDENT_OK : HWIDENT_E_CODE_CHECK;
}

int hwident_code_read(const char *text, char code[HWIDENT_CODE_SIZE], size_t *where)
{
    char read[HWIDENT_CODE_SIZE] = {0};
    size_t at = read_label(text, read);
    int err = HWIDENT_E_CODE_LABEL;

    if (at == LABEL - 1)
        err = read_digits(text, &at, read + LABEL);
    if (where)
        *where = at;
    if (!err)
        memcpy(code, read, sizeof read);
    return err;
}
