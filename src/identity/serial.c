/*
 * Trimming and folding: works on bytes and assumes no encoding.
 * SPDX-License-Identifier: MIT
 */
#include "identity/serial.h"

/*@ requires \valid(size) && readable((uint8_t *)string, *size);
    assigns *size;
    ensures *size <= \old(*size) && readable(\result, *size);
    ensures \base_addr(\result) == \base_addr((uint8_t *)string); */
const uint8_t *text_trim(const void *string, size_t *size)
{
    const uint8_t *bytes = string;

    /*@ loop invariant 0 <= *size <= \at(*size, Pre);
        loop assigns *size;
        loop variant *size; */
    while (*size > 0 && bytes[*size - 1] <= 0x20)
        --*size;
    /*@ loop invariant 0 <= *size <= \at(*size, Pre) && readable(bytes, *size);
        loop invariant \base_addr(bytes) == \base_addr((uint8_t *)string);
        loop assigns bytes, *size;
        loop variant *size; */
    while (*size > 0 && bytes[0] <= 0x20) {
        bytes++;
        --*size;
    }
    return bytes;
}

/*@ requires fold_whole(fold);
    assigns fold->at;
    ensures \result != 0 ==> \old(fold->at) < fold->at <= fold->size;
    ensures '0' <= \result <= '9' || 'a' <= \result <= 'z' || \result == 0; */
char fold_next(struct fold *fold)
{
    /*@ loop invariant \at(fold->at, Pre) <= fold->at;
        loop invariant fold->at <= fold->size || fold->at == \at(fold->at, Pre);
        loop assigns fold->at;
        loop variant fold->size - fold->at; */
    while (fold->at < fold->size) {
        char c = fold_byte(bytes_u8(fold->bytes, fold->size, fold->at++));

        if (c != 0)
            return c;
    }
    return 0;
}

/*@ requires readable(a, a_size) && readable(b, b_size);
    assigns \nothing; */
bool folds_equal(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size)
{
    struct fold left = {a, a_size, 0}, right = {b, b_size, 0};
    char c;

    /*@ loop invariant left.bytes == a && left.size == a_size;
        loop invariant right.bytes == b && right.size == b_size;
        loop assigns c, left.at, right.at; */
    do {
        c = fold_next(&left);
        if (c != fold_next(&right))
            return false;
    } while (c != 0);
    return true;
}
