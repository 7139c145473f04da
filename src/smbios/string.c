/*
 * Fields and strings of one structure, each inside its bounds (section 6.1.3).
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/structure.h"

/*@ requires structure_whole(s);
    requires \valid(value) && \separated(value, s);
    assigns *value;
    ensures \result <==> offset + width <= s->length; */
bool hwident_structure_field(const struct hwident_structure *s, size_t offset, size_t width,
                             uint64_t *value)
{
    *value = bytes_le(s->bytes, s->length, offset, width);
    return bytes_hold(s->length, offset, width);
}

/*@ requires structure_whole(s);
    requires \valid(string) && \valid(length) && \separated(string, length, s);
    assigns *string, *length;
    ensures \result == HWIDENT_OK ==>
            readable((uint8_t *)*string, *length + 1) && \base_addr(*string) == \base_addr(s->bytes);
    ensures \result != HWIDENT_OK ==> *length == 0; */
int hwident_structure_string(const struct hwident_structure *s, uint8_t number, const char **string,
                             size_t *length)
{
    size_t begin = s->length;
    size_t end;

    *string = NULL;
    *length = 0;
    if (number == 0)
        return HWIDENT_E_NOT_SPECIFIED;
    /*@ loop invariant begin == s->length || s->length < begin <= s->size;
        loop assigns i, begin, end;
        loop variant s->size - begin; */
    for (uint8_t i = 1;; i++) {
        end = bytes_zero(s->bytes, s->size, begin);
        if (end == begin || end >= s->size)
            return HWIDENT_E_BAD_INDEX;
        if (i == number)
            break;
        begin = end + 1;
    }
    *string = (const char *)s->bytes + begin;
    *length = end - begin;
    return HWIDENT_OK;
}

/*@ requires structure_whole(s);
    requires \valid(string) && \valid(length) && \separated(string, length, s);
    assigns *string, *length;
    ensures \result == HWIDENT_OK ==>
            readable((uint8_t *)*string, *length + 1) && \base_addr(*string) == \base_addr(s->bytes);
    ensures \result != HWIDENT_OK ==> *length == 0; */
int hwident_structure_string_at(const struct hwident_structure *s, size_t offset,
                                const char **string, size_t *length)
{
    uint64_t number;

    *string = NULL;
    *length = 0;
    if (!hwident_structure_field(s, offset, 1, &number))
        return HWIDENT_E_SHORT;
    return hwident_structure_string(s, (uint8_t)number, string, length);
}
