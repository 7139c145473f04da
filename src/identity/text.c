/*
 * Trimming and folding: bytes are bytes, no encoding is assumed.
 * SPDX-License-Identifier: MIT
 */
#include "identity/text.h"

const uint8_t *text_trim(const void *string, size_t *size)
{
    const uint8_t *bytes = string;

    while (*size > 0 && bytes[*size - 1] <= 0x20)
        --*size;
    while (*size > 0 && bytes[0] <= 0x20) {
        bytes++;
        --*size;
    }
    return bytes;
}

char fold_next(struct fold *fold)
{
    while (fold->at < fold->size) {
        uint8_t c = fold->bytes[fold->at++];

        if (c >= 'A' && c <= 'Z')
            return (char)(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            return (char)c;
    }
    return 0;
}
