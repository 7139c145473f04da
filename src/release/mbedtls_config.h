/*
 * All that is used of mbedTLS: SHA-256 for machine codes, ChaCha20 for redaction.
 * SPDX-License-Identifier: MIT
 */
#define MBEDTLS_SHA256_C
#define MBEDTLS_CHACHA20_C
