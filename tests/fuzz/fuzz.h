/*
 * What every target has: a property that holds, or the input is kept as a finding.
 * SPDX-License-Identifier: MIT
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "hwident.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOLDS(property)                                                                            \
    do {                                                                                           \
        if (!(property)) {                                                                         \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #property);                         \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A copy with a closing zero, in memory of exactly that size. */
static inline char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    HOLDS(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

/* Cuts the first byte off `*data`: which of `count` things to do with what is left. */
static inline size_t fuzz_choice(const uint8_t **data, size_t *size, size_t count)
{
    size_t choice = *size > 0 ? **data % count : 0;

    *data += *size > 0;
    *size -= *size > 0;
    return choice;
}

/* Cuts what stands before the first `end` off `*data`; all, where there is none. */
static inline const uint8_t *fuzz_cut(const uint8_t **data, size_t *size, uint8_t end, size_t *part)
{
    const uint8_t *begin = *data;
    const uint8_t *at = *size > 0 ? memchr(begin, end, *size) : NULL;

    *part = at ? (size_t)(at - begin) : *size;
    *data += *part + (at != NULL);
    *size -= *part + (at != NULL);
    return begin;
}

#endif
