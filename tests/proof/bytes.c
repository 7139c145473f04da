/*
 * The headers that read bytes and write lines of text: any bytes, any numbers, any line.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "smbios/bytes.h"
#include "smbios/line.h"

static void any_read(const uint8_t *bytes, size_t size)
{
    size_t offset = Frama_C_size_t_interval(0, SIZE_MAX);
    uint8_t byte = Frama_C_unsigned_char_interval(0, UINT8_MAX);
    ANY_TEXT(text, 256);

    (void)bytes_u8(bytes, size, offset);
    (void)bytes_zero(bytes, size, offset);
    (void)bytes_le(bytes, size, offset, Frama_C_size_t_interval(1, 8));
    (void)bytes_count(bytes, size, byte);
    (void)bytes_equal(bytes, bytes, size);
    (void)bytes_all(bytes, size, byte);
    (void)byte_is_digit(byte);
    (void)byte_hex_value(byte);
    (void)byte_lower(byte);
    (void)bytes_are(bytes, size, offset, text);
    (void)bytes_are_in_any_case(bytes, size, offset, text);
    (void)bytes_contain(bytes, size, text);
}

static void any_line(const uint8_t *bytes, size_t size)
{
    struct line line = {.used = Frama_C_size_t_interval(0, SIZE_MAX)};
    unsigned digits = Frama_C_unsigned_int_interval(0, UINT32_MAX);
    uint64_t number = Frama_C_size_t_interval(0, SIZE_MAX);
    ANY_TEXT(text, 256);

    line_char(&line, Frama_C_char_interval(CHAR_MIN, CHAR_MAX));
    line_add(&line, text);
    line_bytes(&line, bytes, size);
    line_digits(&line, number, 10, digits);
    line_lower(&line, number, digits);
    line_number(&line, number);
    line_hex(&line, number, digits);
    line_decimal(&line, Frama_C_interval(INT_MIN, INT_MAX), digits);
    line_begin(&line);
}

int main(void)
{
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);

    any_read((const uint8_t *)bytes, bytes_size);
    any_line((const uint8_t *)bytes, bytes_size);
    return 0;
}
