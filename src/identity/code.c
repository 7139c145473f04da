/*
 * Machine codes, version 1: deriving them (RFC 5869, HKDF-SHA256) and reading what people type.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/hmac.h"
#include "identity/profile.h"
#include "identity/serial.h"

#include <mbedtls/platform_util.h>
#include <string.h>

enum { UUID_SIZE = 16, STRING_MAX = 0xFFFF, APP_MAX = 255, OKM = 20 };
enum { LABEL = 5, PROFILE_AT = 3, DIGITS = OKM * 8 / 5, CHECKED = DIGITS + 1, NO_DIGIT = 32 };

static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz"; /* Crockford's base 32 */
static const char version[] = "hwident/1";
static const char head[LABEL] = {'h', 'w', '1', ' ', '-'}; /* the blank: the profile's letter */

/*@ requires app == \null || valid_read_string(app);
    requires where == \null || \valid(where);
    assigns *where;
    ensures \result == HWIDENT_OK ==> app != \null;
    ensures \result == HWIDENT_OK ==> strlen(app) <= APP_MAX; */
int hwident_app_id_check(const char *app, size_t *where)
{
    size_t length = 0;

    /*@ loop invariant 0 <= length <= APP_MAX;
        loop invariant app != \null ==> length <= strlen(app);
        loop invariant app == \null ==> length == 0;
        loop assigns length;
        loop variant APP_MAX - length; */
    while (app && length < APP_MAX && app[length] >= 0x21 && app[length] <= 0x7E)
        length++;
    if (where)
        *where = length;
    if (length == 0 || app[length] != '\0')
        return HWIDENT_E_APP_ID;
    return HWIDENT_OK;
}

/*@ requires key == \null || readable((uint8_t *)key, key_size);
    assigns \nothing;
    ensures \result == HWIDENT_OK && key != \null ==> 0 < key_size <= HWIDENT_KEY_MAX; */
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

/*@ assigns \nothing;
    ensures \result < NO_DIGIT; */
static uint8_t last_five_bits(unsigned bits)
{
    return (uint8_t)(bits % NO_DIGIT);
}

/* Doubles an element of GF(32): polynomials over GF(2) modulo x^5 + x^2 + 1. */
/*@ requires x < NO_DIGIT;
    assigns \nothing;
    ensures \result < NO_DIGIT; */
static uint8_t twice(uint8_t x)
{
    return last_five_bits((unsigned)x << 1 ^ (x & 16 ? 5 : 0));
}

/*
 * A sum of the profile's tag and DIGITS characters in which each place weighs twice the next. Two
 * is a generator of GF(32), so places up to 30 apart have different weights and none is zero.
 */
/*@ requires readable(values, DIGITS) && tag < NO_DIGIT;
    requires \forall integer i; 0 <= i < DIGITS ==> values[i] < NO_DIGIT;
    assigns \nothing;
    ensures \result < NO_DIGIT; */
static uint8_t check_value(uint8_t tag, const uint8_t values[DIGITS])
{
    uint8_t sum = tag;

    /*@ loop invariant 0 <= i <= DIGITS && sum < NO_DIGIT;
        loop assigns i, sum;
        loop variant DIGITS - i; */
    for (size_t i = 0; i < DIGITS; i++)
        sum = last_five_bits((unsigned)twice(sum) ^ values[i]);
    return twice(sum);
}

/*@ requires readable(values, CHECKED) && \valid(code + (0 .. HWIDENT_CODE_SIZE - 1));
    requires \forall integer i; 0 <= i < CHECKED ==> values[i] < NO_DIGIT;
    assigns code[0 .. HWIDENT_CODE_SIZE - 1]; */
static void write_code(char profile, const uint8_t values[CHECKED], char code[HWIDENT_CODE_SIZE])
{
    memcpy(code, head, LABEL);
    code[PROFILE_AT] = profile;
    /*@ loop invariant 0 <= i <= CHECKED;
        loop assigns i, code[0 .. HWIDENT_CODE_SIZE - 1];
        loop variant CHECKED - i; */
    for (size_t i = 0; i < CHECKED; i++)
        code[LABEL + i] = alphabet[values[i]];
    code[LABEL + CHECKED] = '\0';
}

/* ---- Deriving ---------------------------------------------------------------------------------- */

/* The tag byte of `profile`, or 0. */
/*@ assigns \nothing;
    ensures profile == 0 ==> \result == 0;
    ensures \result <= PROFILES; */
static uint8_t tag_of(char profile)
{
    size_t row = profile_row(profile);

    return row < PROFILES ? (uint8_t)(row + 1) : 0;
}

/* HKDF's first step: HMAC of tag, length and value under the salt. */
/*@ requires readable(value, size);
    requires key == \null ||
             (readable((uint8_t *)key, key_size) && 0 < key_size <= HWIDENT_KEY_MAX);
    requires \valid(prk + (0 .. HMAC_SIZE - 1));
    assigns prk[0 .. HMAC_SIZE - 1]; */
static void extract(uint8_t tag, const uint8_t *value, size_t size, const void *key,
                    size_t key_size, uint8_t prk[HMAC_SIZE])
{
    const uint8_t header[] = {tag, (uint8_t)(size >> 8), (uint8_t)size};
    uint8_t salt[sizeof version + HWIDENT_KEY_MAX] = {0};
    size_t salt_size = key ? sizeof version + key_size : sizeof version - 1;

    memcpy(salt, version, sizeof version);
    if (key)
        memcpy(salt + sizeof version, key, key_size);
    hmac((struct piece){salt, salt_size}, (struct piece){header, sizeof header},
         (struct piece){value, size}, prk);
    mbedtls_platform_zeroize(salt, sizeof salt);
}

/* HKDF's second step, for one application and profile. OKM is shorter than one hash. */
/*@ requires readable(prk, HMAC_SIZE) && \valid(okm + (0 .. OKM - 1));
    requires valid_read_string(app);
    requires strlen(app) <= APP_MAX;
    assigns okm[0 .. OKM - 1]; */
static void expand(const uint8_t prk[HMAC_SIZE], const char *app, char profile, uint8_t okm[OKM])
{
    uint8_t info[sizeof "app" + APP_MAX + 1 + 1] = "app";
    static const uint8_t block_number = 1;
    size_t app_size = strlen(app) + 1;
    uint8_t block[HMAC_SIZE];

    memcpy(info + sizeof "app", app, app_size);
    info[sizeof "app" + app_size] = (uint8_t)profile;
    hmac((struct piece){prk, HMAC_SIZE}, (struct piece){info, sizeof "app" + app_size + 1},
         (struct piece){&block_number, 1}, block);
    memcpy(okm, block, OKM);
}

/* The values of the DIGITS characters and the check character, five bits each. */
/*@ requires tag < NO_DIGIT && readable(okm, OKM) && \valid(values + (0 .. DIGITS));
    requires \separated(okm + (0 .. OKM - 1), values + (0 .. DIGITS));
    assigns values[0 .. DIGITS];
    ensures \forall integer i; 0 <= i <= DIGITS ==> values[i] < NO_DIGIT; */
static void split(uint8_t tag, const uint8_t okm[OKM], uint8_t values[CHECKED])
{
    /*@ loop invariant 0 <= i <= DIGITS;
        loop invariant \forall integer k; 0 <= k < i ==> values[k] < NO_DIGIT;
        loop assigns i, values[0 .. DIGITS - 1];
        loop variant DIGITS - i; */
    for (size_t i = 0; i < DIGITS; i++) {
        size_t bit = i * 5;
        unsigned pair = (unsigned)okm[bit / 8] << 8 | bytes_u8(okm, OKM, bit / 8 + 1);

        values[i] = last_five_bits(pair >> (11 - bit % 8));
    }
    values[DIGITS] = check_value(tag, values);
}

/* The value as it enters the code: a UUID, whose bytes go to `uuid`, canonical; a string trimmed. */
/*@ requires \valid(size) && readable((uint8_t *)value, *size);
    requires profile == 'u' ==> *size == UUID_SIZE;
    requires \valid(uuid + (0 .. UUID_SIZE - 1));
    requires \separated(size, uuid + (0 .. UUID_SIZE - 1), (uint8_t *)value + (0 .. *size - 1));
    assigns *size, uuid[0 .. UUID_SIZE - 1];
    ensures readable(\result, *size); */
static const uint8_t *normalized(char profile, const void *value, size_t *size,
                                 uint8_t uuid[UUID_SIZE])
{
    if (profile != 'u')
        return text_trim(value, size);
    memcpy(uuid, value, UUID_SIZE);
    hwident_uuid_canonical(uuid);
    return uuid;
}

/*@ requires readable((uint8_t *)value, size);
    requires app == \null || valid_read_string(app);
    requires key == \null || readable((uint8_t *)key, key_size);
    requires \valid(code + (0 .. HWIDENT_CODE_SIZE - 1));
    assigns code[0 .. HWIDENT_CODE_SIZE - 1]; */
int hwident_code_derive(char profile, const void *value, size_t size, const char *app,
                        const void *key, size_t key_size, char code[HWIDENT_CODE_SIZE])
{
    const uint8_t *bytes;
    uint8_t tag = tag_of(profile);
    uint8_t uuid[UUID_SIZE] = {0}, prk[HMAC_SIZE] = {0}, okm[OKM] = {0}, values[CHECKED];

    if (tag == 0 || size > STRING_MAX || (profile == 'u' && size != UUID_SIZE))
        return HWIDENT_E_USAGE;
    if (hwident_app_id_check(app, NULL))
        return HWIDENT_E_APP_ID;
    if (hwident_key_check(key, key_size))
        return HWIDENT_E_KEY;
    bytes = normalized(profile, value, &size, uuid);
    extract(tag, bytes, size, key, key_size, prk);
    expand(prk, app, profile, okm);
    mbedtls_platform_zeroize(prk, sizeof prk);
    split(tag, okm, values);
    write_code(profile, values, code);
    return HWIDENT_OK;
}

/* ---- Reading ----------------------------------------------------------------------------------- */

/* Characters that people and programs put between the characters of a code and around it. */
/*@ assigns \nothing;
    ensures \result ==> c != 0; */
static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n';
}

/*@ requires valid_read_string(text) && at <= strlen(text) < SIZE_MAX;
    assigns \nothing;
    ensures at <= \result <= strlen(text); */
static size_t skip_separators(const char *text, size_t at)
{
    /*@ loop invariant \at(at, Pre) <= at <= strlen(text);
        loop assigns at;
        loop variant strlen(text) - at; */
    while (is_separator(text[at]))
        at++;
    return at;
}

/* The value of a character of the alphabet, or of one that is read as such; else NO_DIGIT. */
/*@ assigns \nothing;
    ensures \result <= NO_DIGIT; */
static uint8_t character_value(char c)
{
    uint8_t value = 0;

    c = (char)byte_lower((uint8_t)c);
    if (c == 'o')
        c = '0';
    else if (c == 'i' || c == 'l')
        c = '1';
    /*@ loop invariant value <= NO_DIGIT;
        loop assigns value;
        loop variant NO_DIGIT - value; */
    while (value < NO_DIGIT && alphabet[value] != c)
        value++;
    return value;
}

/* Reads "hw1" and returns the profile, or 0. `*at` moves past them or to what does not fit. */
/*@ requires valid_read_string(text) && strlen(text) < SIZE_MAX;
    requires \valid(at) && *at <= strlen(text) && \separated(at, text + (0 .. strlen(text)));
    assigns *at;
    ensures *at <= strlen(text); */
static char read_label(const char *text, size_t *at)
{
    char profile;

    /*@ loop invariant 0 <= n <= PROFILE_AT && *at <= strlen(text);
        loop assigns n, *at;
        loop variant PROFILE_AT - n; */
    for (size_t n = 0; n < PROFILE_AT; n++) {
        char c;

        *at = skip_separators(text, *at);
        c = (char)byte_lower((uint8_t)text[*at]);
        /* No character of the label is zero, but WP knows nothing of the label. */
        if (c == '\0' || (c != head[n] && !(head[n] == '1' && (c == 'i' || c == 'l'))))
            return '\0';
        ++*at;
    }
    *at = skip_separators(text, *at);
    profile = (char)byte_lower((uint8_t)text[*at]);
    if (!tag_of(profile))
        return '\0';
    ++*at;
    return profile;
}

/* Reads the characters after the label; `*at` moves to the last, or to what does not fit. */
/*@ requires valid_read_string(text);
    requires \valid(at) && *at <= strlen(text);
    requires \valid(values + (0 .. DIGITS));
    requires \forall integer i; 0 <= i < CHECKED ==> values[i] < NO_DIGIT;
    requires \separated(at, values + (0 .. DIGITS), text + (0 .. strlen(text)));
    assigns *at, values[0 .. DIGITS];
    ensures \forall integer i; 0 <= i < CHECKED ==> values[i] < NO_DIGIT;
    ensures *at <= strlen(text); */
static int read_values(const char *text, size_t *at, uint8_t values[CHECKED])
{
    size_t count = 0;
    size_t end = *at; /* the last character, or the first that is too many */

    /*@ loop invariant end <= strlen(text) && *at <= strlen(text) && count <= CHECKED + 1;
        loop invariant \forall integer i; 0 <= i < CHECKED ==> values[i] < NO_DIGIT;
        loop assigns *at, end, count, values[0 .. DIGITS]; */
    for (; text[*at] != '\0'; ++*at) {
        uint8_t value = character_value(text[*at]);

        if (is_separator(text[*at]))
            continue;
        if (value == NO_DIGIT)
            return HWIDENT_E_CODE_CHARACTER;
        if (count <= CHECKED)
            end = *at;
        if (count < CHECKED)
            values[count] = value;
        if (count <= CHECKED)
            count++;
    }
    if (count < CHECKED)
        return HWIDENT_E_CODE_LENGTH;
    *at = end;
    return count == CHECKED ? HWIDENT_OK : HWIDENT_E_CODE_LENGTH;
}

/*@ requires valid_read_string(text) && strlen(text) < SIZE_MAX;
    requires \valid(code + (0 .. HWIDENT_CODE_SIZE - 1));
    requires where == \null || \valid(where);
    assigns code[0 .. HWIDENT_CODE_SIZE - 1], *where; */
int hwident_code_parse(const char *text, char code[HWIDENT_CODE_SIZE], size_t *where)
{
    uint8_t values[CHECKED] = {0};
    size_t at = 0;
    char profile = read_label(text, &at);
    int err = profile ? read_values(text, &at, values) : HWIDENT_E_CODE_LABEL;

    if (!err && check_value(tag_of(profile), values) != values[DIGITS])
        err = HWIDENT_E_CODE_CHECK;
    if (where)
        *where = at;
    if (!err)
        write_code(profile, values, code);
    return err;
}
