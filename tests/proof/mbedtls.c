/*
 * mbedTLS as its manual describes it: which bytes are read and written. Its own code is not
 * proved here.
 * SPDX-License-Identifier: MIT
 */
#include <mbedtls/platform_util.h>
#include <mbedtls/sha256.h>

#include "smbios/bytes.h"

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
    /*@ loop unroll 64;
        loop invariant 0 <= i <= size;
        loop assigns i, bytes[0 .. size - 1];
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        bytes[i] = any_byte;
}

/*@ requires \valid(ctx);
    assigns *ctx; */
void mbedtls_sha256_init(mbedtls_sha256_context *ctx)
{
    *ctx = (mbedtls_sha256_context){0};
}

/*@ requires \valid(ctx);
    assigns *ctx; */
int mbedtls_sha256_starts_ret(mbedtls_sha256_context *ctx, int is224)
{
    ctx->is224 = is224;
    return any_result;
}

/*@ requires \valid(ctx) && readable(input, ilen);
    assigns *ctx; */
int mbedtls_sha256_update_ret(mbedtls_sha256_context *ctx, const unsigned char *input, size_t ilen)
{
    (void)ctx->is224;
    read_all(input, ilen);
    return any_result;
}

/*@ requires \valid(ctx) && \valid(output + (0 .. 31));
    assigns *ctx, output[0 .. 31]; */
int mbedtls_sha256_finish_ret(mbedtls_sha256_context *ctx, unsigned char output[32])
{
    (void)ctx->is224;
    write_all(output, 32);
    return any_result;
}

/*@ requires \valid(ctx);
    assigns *ctx; */
void mbedtls_sha256_free(mbedtls_sha256_context *ctx)
{
    ctx->is224 = 0;
}

/*@ requires \valid((unsigned char *)buf + (0 .. len - 1));
    assigns ((unsigned char *)buf)[0 .. len - 1]; */
void mbedtls_platform_zeroize(void *buf, size_t len)
{
    write_all(buf, len);
}
