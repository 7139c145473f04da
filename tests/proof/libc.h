/*
 * What the code takes from glibc and Frama-C's libc does not have.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

/*@ requires \valid_read((char *)haystack + (0 .. haystacklen - 1));
    requires \valid_read((char *)needle + (0 .. needlelen - 1));
    assigns \result \from haystack, haystacklen, needle, needlelen;
    ensures \result == \null || \subset((char *)\result, (char *)haystack + (0 .. haystacklen - needlelen)); */
void *memmem(const void *haystack, size_t haystacklen, const void *needle, size_t needlelen);
