/*
 * mbedTLS by what its manual says of it: which bytes are read and written. Its own code is not
 * what is proved here.
 * SPDX-License-Identifier: MIT
 */
#include <mbedtls/hkdf.h>
#include <mbedtls/md.h>
#include <mbedtls/platform_util.h>

#include "smbios/bytes.h"

static const mbedtls_md_info_t *const some_hash;
static volatile int any_result;
static volatile unsigned char any_byte;

/*@ requires readable(bytes, size);
    assigns \nothing; */
static void read_all(const unsigned char *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        (void)(bytes[i] == 'x');
}

/*@ requires \valid(bytes + (0 .. size - 1));
    assigns bytes[0 .. size - 1]; */
static void write_all(unsigned char *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i, bytes[0 .. size - 1];
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        bytes[i] = any_byte;
}

/*@ assigns \nothing; */
const mbedtls_md_info_t *mbedtls_md_info_from_type(mbedtls_md_type_t md_type)
{
    (void)md_type;
    return some_hash;
}

/*@ requires \valid(ctx);
    assigns *ctx; */
void mbedtls_md_init(mbedtls_md_context_t *ctx)
{
    *ctx = (mbedtls_md_context_t){0};
}

/*@ requires \valid(ctx);
    assigns *ctx; */
int mbedtls_md_setup(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac)
{
    (void)hmac;
    ctx->md_info = md_info;
    return any_result;
}

/*@ requires \valid(ctx) && readable(key, keylen);
    assigns *ctx; */
int mbedtls_md_hmac_starts(mbedtls_md_context_t *ctx, const unsigned char *key, size_t keylen)
{
    (void)ctx->md_info;
    read_all(key, keylen);
    return any_result;
}

/*@ requires \valid(ctx) && readable(input, ilen);
    assigns *ctx; */
int mbedtls_md_hmac_update(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen)
{
    (void)ctx->md_info;
    read_all(input, ilen);
    return any_result;
}

/*@ requires \valid(ctx) && \valid(output + (0 .. 31));
    assigns *ctx, output[0 .. 31]; */
int mbedtls_md_hmac_finish(mbedtls_md_context_t *ctx, unsigned char *output)
{
    (void)ctx->md_info;
    write_all(output, 32);
    return any_result;
}

/*@ requires \valid(ctx);
    assigns *ctx; */
void mbedtls_md_free(mbedtls_md_context_t *ctx)
{
    ctx->md_info = 0;
}

/*@ requires \valid((unsigned char *)buf + (0 .. len - 1));
    assigns ((unsigned char *)buf)[0 .. len - 1]; */
void mbedtls_platform_zeroize(void *buf, size_t len)
{
    write_all(buf, len);
}

/*@ requires readable(prk, prk_len) && readable(info, info_len);
    requires \valid(okm + (0 .. okm_len - 1));
    assigns okm[0 .. okm_len - 1]; */
int mbedtls_hkdf_expand(const mbedtls_md_info_t *md, const unsigned char *prk, size_t prk_len,
                        const unsigned char *info, size_t info_len, unsigned char *okm,
                        size_t okm_len)
{
    (void)md;
    read_all(prk, prk_len);
    read_all(info, info_len);
    write_all(okm, okm_len);
    return any_result;
}
