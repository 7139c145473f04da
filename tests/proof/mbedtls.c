/*
 * mbedTLS by what its manual says of it: which bytes are read and written. Its own code is not
 * what is proved here.
 * SPDX-License-Identifier: MIT
 */
#include <mbedtls/hkdf.h>
#include <mbedtls/md.h>
#include <mbedtls/platform_util.h>

#include "__fc_builtin.h"

static const mbedtls_md_info_t *const some_hash;

static void read_all(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        (void)(bytes[i] == 'x');
}

const mbedtls_md_info_t *mbedtls_md_info_from_type(mbedtls_md_type_t md_type)
{
    (void)md_type;
    return some_hash;
}

void mbedtls_md_init(mbedtls_md_context_t *ctx)
{
    *ctx = (mbedtls_md_context_t){0};
}

int mbedtls_md_setup(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac)
{
    (void)hmac;
    ctx->md_info = md_info;
    return Frama_C_interval(-0x5180, 0);
}

int mbedtls_md_hmac_starts(mbedtls_md_context_t *ctx, const unsigned char *key, size_t keylen)
{
    (void)ctx->md_info;
    read_all(key, keylen);
    return Frama_C_interval(-0x5180, 0);
}

int mbedtls_md_hmac_update(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen)
{
    (void)ctx->md_info;
    read_all(input, ilen);
    return Frama_C_interval(-0x5180, 0);
}

int mbedtls_md_hmac_finish(mbedtls_md_context_t *ctx, unsigned char *output)
{
    (void)ctx->md_info;
    Frama_C_make_unknown((char *)output, 32);
    return Frama_C_interval(-0x5180, 0);
}

void mbedtls_md_free(mbedtls_md_context_t *ctx)
{
    ctx->md_info = 0;
}

void mbedtls_platform_zeroize(void *buf, size_t len)
{
    unsigned char *bytes = buf;

    for (size_t i = 0; i < len; i++)
        bytes[i] = 0;
}

int mbedtls_hkdf_expand(const mbedtls_md_info_t *md, const unsigned char *prk, size_t prk_len,
                        const unsigned char *info, size_t info_len, unsigned char *okm,
                        size_t okm_len)
{
    (void)md;
    read_all(prk, prk_len);
    read_all(info, info_len);
    Frama_C_make_unknown((char *)okm, okm_len);
    return Frama_C_interval(-0x5180, 0);
}
