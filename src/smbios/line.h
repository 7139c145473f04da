/*
 * The decoder's one way to write: a short line of text that never runs over its room.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_LINE_H
#define HWIDENT_SMBIOS_LINE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct line {
    size_t used;
    char text[256]; /* zero-terminated; what does not fit is left out */
};

/*@ predicate line_whole(struct line *line) = line->used < 256 && line->text[line->used] == 0;
    predicate line_stays_whole{A, B}(struct line *line) =
      line_whole{A}(line) ==> line_whole{B}(line); */

/* An empty line. Where one is made for each value of a table: initialized, all of it is cleared. */
/*@ requires \valid(line);
    assigns line->used, line->text[0];
    ensures line->used == 0 && line_whole(line); */
static inline void line_begin(struct line *line)
{
    line->used = 0;
    line->text[0] = '\0';
}

/* These accept any value of `used`: a line that is full, or past its end, stays as it is. */
/*@ requires \valid(line);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_char(struct line *line, char c)
{
    if (line->used < sizeof line->text - 1) {
        line->text[line->used++] = c;
        line->text[line->used] = '\0';
    }
}

/*@ requires \valid(line) && valid_read_string(text);
    requires \separated(line, text + (0 .. strlen(text)));
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_add(struct line *line, const char *text)
{
    size_t length = strlen(text);

    /*@ loop invariant 0 <= i <= length && line_stays_whole{Pre, Here}(line);
        loop assigns i, *line;
        loop variant length - i; */
    for (size_t i = 0; i < length; i++)
        line_char(line, text[i]);
}

/* How a byte of the firmware is shown: '.' if it is not printable ASCII. */
/*@ assigns \nothing; */
static inline char line_printable(uint8_t byte)
{
    return (char)(byte >= 0x20 && byte < 0x7F ? byte : '.');
}

/*@ requires \valid(line) && \valid_read(bytes + (0 .. size - 1));
    requires \separated(line, bytes + (0 .. size - 1));
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_bytes(struct line *line, const uint8_t *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size && line_stays_whole{Pre, Here}(line);
        loop assigns i, *line;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        line_char(line, line_printable(bytes[i]));
}

/* `value` in `base`, with at least `digits` digits from `set`. */
/*@ requires \valid(line) && 2 <= base && \valid_read(set + (0 .. base - 1));
    requires \separated(line, set + (0 .. base - 1));
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_digits_of(struct line *line, const char *set, uint64_t value, unsigned base,
                                  unsigned digits)
{
    char reversed[64] = {0};
    size_t n = 0;

    /*@ loop invariant 0 <= n <= 64;
        loop assigns n, value, reversed[0 .. 63];
        loop variant 64 - n; */
    while (n < sizeof reversed && (value != 0 || n < digits || n == 0)) {
        reversed[n++] = set[value % base];
        value /= base;
    }
    /*@ loop invariant 0 <= n <= 64 && line_stays_whole{Pre, Here}(line);
        loop assigns n, *line;
        loop variant n; */
    while (n > 0)
        line_char(line, reversed[--n]);
}

/* In `base` 10 or 16, with upper-case letters. */
/*@ requires \valid(line) && (base == 10 || base == 16);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_digits(struct line *line, uint64_t value, unsigned base, unsigned digits)
{
    line_digits_of(line, "0123456789ABCDEF", value, base, digits);
}

/* In base 16 with lower-case letters. */
/*@ requires \valid(line);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_lower(struct line *line, uint64_t value, unsigned digits)
{
    line_digits_of(line, "0123456789abcdef", value, 16, digits);
}

/*@ requires \valid(line);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_number(struct line *line, uint64_t value)
{
    line_digits(line, value, 10, 1);
}

/* "0x" and at least `digits` upper-case digits. */
/*@ requires \valid(line);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_hex(struct line *line, uint64_t value, unsigned digits)
{
    line_add(line, "0x");
    line_digits(line, value, 16, digits);
}

/*@ assigns \nothing;
    ensures 1 <= \result <= 1000; */
static inline unsigned line_power_of_ten(unsigned exponent)
{
    switch (exponent) {
    case 0:
        return 1;
    case 1:
        return 10;
    case 2:
        return 100;
    default:
        return 1000;
    }
}

/* With the last `decimals` (up to 3) digits after a decimal point. */
/*@ requires \valid(line);
    assigns *line;
    ensures line_stays_whole{Pre, Post}(line); */
static inline void line_decimal(struct line *line, int64_t value, unsigned decimals)
{
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    unsigned power = line_power_of_ten(decimals);

    if (value < 0)
        line_char(line, '-');
    line_number(line, size / power);
    if (decimals == 0)
        return;
    line_char(line, '.');
    line_digits(line, size % power, 10, decimals);
}

#endif
