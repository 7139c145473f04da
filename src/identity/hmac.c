/*
 * HMAC-SHA256 (RFC 2104).
 * SPDX-License-Identifier: MIT
 */
#include "identity/hmac.h"

#include "smbios/bytes.h"

#include <mbedtls/platform_util.h>
#include <mbedtls/sha256.h>
#include <mbedtls/version.h>
#include <string.h>

enum { BLOCK = 64, INNER = 0x36, OUTER = 0x5C };

/* mbedTLS 2 has these names for functions that return nothing. */
#if MBEDTLS_VERSION_NUMBER < 0x03000000
#define mbedtls_sha256_starts mbedtls_sha256_starts_ret
#define mbedtls_sha256_update mbedtls_sha256_update_ret
#define mbedtls_sha256_finish mbedtls_sha256_finish_ret
#endif

/* Only hashing by hardware can fail; mbedTLS's software can't. */
/*@ requires readable((uint8_t *)a.bytes, a.size);
    requires readable((uint8_t *)b.bytes, b.size);
    requires readable((uint8_t *)c.bytes, c.size);
    requires \valid(result + (0 .. HMAC_SIZE - 1));
    assigns result[0 .. HMAC_SIZE - 1]; */
static void hash(struct piece a, struct piece b, struct piece c, uint8_t result[HMAC_SIZE])
{
    mbedtls_sha256_context sha256;

    mbedtls_sha256_init(&sha256);
    (void)mbedtls_sha256_starts(&sha256, 0);
    (void)mbedtls_sha256_update(&sha256, a.bytes, a.size);
    (void)mbedtls_sha256_update(&sha256, b.bytes, b.size);
    (void)mbedtls_sha256_update(&sha256, c.bytes, c.size);
    (void)mbedtls_sha256_finish(&sha256, result);
    mbedtls_sha256_free(&sha256);
}

/*@ requires readable((uint8_t *)key.bytes, key.size) && key.size > 0;
    requires readable((uint8_t *)first.bytes, first.size);
    requires readable((uint8_t *)second.bytes, second.size);
    requires \valid(result + (0 .. HMAC_SIZE - 1));
    assigns result[0 .. HMAC_SIZE - 1]; */
void hmac(struct piece key, struct piece first, struct piece second, uint8_t result[HMAC_SIZE])
{
    const struct piece none = {"", 0};
    uint8_t block[BLOCK] = {0}, inner[HMAC_SIZE];

    if (key.size > BLOCK)
        hash(key, none, none, block);
    else
        memcpy(block, key.bytes, key.size);
    /*@ loop invariant 0 <= i <= BLOCK;
        loop assigns i, block[0 .. BLOCK - 1];
        loop variant BLOCK - i; */
    for (size_t i = 0; i < BLOCK; i++)
        block[i] ^= INNER;
    hash((struct piece){block, BLOCK}, first, second, inner);
    /*@ loop invariant 0 <= i <= BLOCK;
        loop assigns i, block[0 .. BLOCK - 1];
        loop variant BLOCK - i; */
    for (size_t i = 0; i < BLOCK; i++)
        block[i] ^= INNER ^ OUTER;
    hash((struct piece){block, BLOCK}, (struct piece){inner, sizeof inner}, none, result);
    mbedtls_platform_zeroize(block, sizeof block);
    mbedtls_platform_zeroize(inner, sizeof inner);
}
