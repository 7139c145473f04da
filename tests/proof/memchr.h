/*
 * memchr as the C standard describes it (7.24.5.1), in C and proved like the headers: the
 * contract that Frama-C 25 has for it does not say that the result is inside what was searched.
 * SPDX-License-Identifier: MIT
 */
#ifndef PROOF_MEMCHR_H
#define PROOF_MEMCHR_H

#include <stddef.h>
#include <stdint.h>

/*@ requires \valid_read((uint8_t *)s + (0 .. n - 1));
    assigns \nothing;
    ensures \result == \null ==>
            \forall integer i; 0 <= i < n ==> ((uint8_t *)s)[i] != (uint8_t)c;
    ensures \result != \null ==>
            \exists integer at; 0 <= at < n && \result == (uint8_t *)s + at &&
                                ((uint8_t *)s)[at] == (uint8_t)c &&
                                \forall integer i; 0 <= i < at ==> ((uint8_t *)s)[i] != (uint8_t)c; */
static inline void *proof_memchr(const void *s, int c, size_t n)
{
    const uint8_t *bytes = s;

    /*@ loop invariant 0 <= i <= n;
        loop invariant \forall integer j; 0 <= j < i ==> bytes[j] != (uint8_t)c;
        loop assigns i;
        loop variant n - i; */
    for (size_t i = 0; i < n; i++)
        if (bytes[i] == (uint8_t)c)
            return (void *)(bytes + i);
    return NULL;
}

#define memchr proof_memchr

#endif
