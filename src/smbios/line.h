/*
 * The decoder's one way to write: a short line of text that never runs over its room.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_LINE_H
#define HWIDENT_SMBIOS_LINE_H

#include <stddef.h>
#include <stdint.h>

struct line {
    size_t used;
    char text[256]; /* ends with a zero; what does not fit is left out */
};

/*@ predicate line_whole(struct line *line) = \valid(line) && line->used < 256; */

/*@ requires line_whole(line);
    assigns *line;
    ensures line_whole(line); */
static inline void line_char(struct line *line, char c)
{
    if (line->used + 1 < sizeof line->text) {
        line->text[line->used++] = c;
        line->text[line->used] = '\0';
    }
}

/*@ requires line_whole(line) && valid_read_string(text);
    requires \separated(line, text + (0 .. strlen(text)));
    assigns *line;
    ensures line_whole(line); */
static inline void line_add(struct line *line, const char *text)
{
    size_t used = line->used;

    /*@ loop invariant used < 256;
        loop invariant 0 <= i <= strlen(text);
        loop assigns i, used, line->text[0 .. 255];
        loop variant 256 - used; */
    for (size_t i = 0; text[i] != '\0' && used + 1 < sizeof line->text; i++) {
        line->text[used++] = text[i];
    }
    line->text[used] = '\0';
    line->used = used;
}

/* A byte of the firmware as it is shown: what is not printable ASCII becomes '.'. */
/*@ assigns \nothing; */
static inline char line_printable(uint8_t byte)
{
    return (char)(byte >= 0x20 && byte < 0x7F ? byte : '.');
}

/*@ requires line_whole(line) && \valid_read(bytes + (0 .. size - 1));
    requires \separated(line, bytes + (0 .. size - 1));
    assigns *line;
    ensures line_whole(line); */
static inline void line_bytes(struct line *line, const uint8_t *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size && line_whole(line);
        loop assigns i, *line;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        line_char(line, line_printable(bytes[i]));
}

/* `value` in `base`, with at least `digits` of `set`. */
/*@ requires line_whole(line) && 2 <= base && \valid_read(set + (0 .. base - 1));
    requires \separated(line, set + (0 .. base - 1));
    assigns *line;
    ensures line_whole(line); */
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
    /*@ loop invariant 0 <= n <= 64 && line_whole(line);
        loop assigns n, *line;
        loop variant n; */
    while (n > 0)
        line_char(line, reversed[--n]);
}

/* In `base` 10 or 16, with capitals. */
/*@ requires line_whole(line) && (base == 10 || base == 16);
    assigns *line;
    ensures line_whole(line); */
static inline void line_digits(struct line *line, uint64_t value, unsigned base, unsigned digits)
{
    line_digits_of(line, "0123456789ABCDEF", value, base, digits);
}

/* In base 16 with small letters. */
/*@ requires line_whole(line);
    assigns *line;
    ensures line_whole(line); */
static inline void line_lower(struct line *line, uint64_t value, unsigned digits)
{
    line_digits_of(line, "0123456789abcdef", value, 16, digits);
}

/*@ requires line_whole(line);
    assigns *line;
    ensures line_whole(line); */
static inline void line_number(struct line *line, uint64_t value)
{
    line_digits(line, value, 10, 1);
}

/* "0x" and at least `digits` capital digits. */
/*@ requires line_whole(line);
    assigns *line;
    ensures line_whole(line); */
static inline void line_hex(struct line *line, uint64_t value, unsigned digits)
{
    line_add(line, "0x");
    line_digits(line, value, 16, digits);
}

/* With `decimals` (up to 3) digits of it behind a point. */
/*@ requires line_whole(line) && decimals <= 3;
    assigns *line;
    ensures line_whole(line); */
static inline void line_decimal(struct line *line, int64_t value, unsigned decimals)
{
    static const unsigned powers[] = {1, 10, 100, 1000};
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    if (value < 0)
        line_char(line, '-');
    line_number(line, size / powers[decimals]);
    if (decimals == 0)
        return;
    line_char(line, '.');
    line_digits(line, size % powers[decimals], 10, decimals);
}

#endif
