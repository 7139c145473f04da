/*
 * HMAC-SHA256 (RFC 2104) over mbedTLS's SHA-256. Only mbedTLS's hash functions are used: they need
 * nothing of libc but memory functions, so Debian's archive, which was compiled for glibc, can be
 * linked into a musl program (Makefile).
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_HMAC_H
#define HWIDENT_IDENTITY_HMAC_H

#include <stddef.h>
#include <stdint.h>

enum { HMAC_SIZE = 32 };

struct piece {
    const void *bytes;
    size_t size;
};

/* The HMAC under `key` of two pieces, one after the other. Secrets are wiped from memory. */
void hmac(struct piece key, struct piece first, struct piece second, uint8_t result[HMAC_SIZE]);

#endif
