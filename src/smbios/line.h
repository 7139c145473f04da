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

static inline void line_char(struct line *line, char c)
{
    if (line->used + 1 < sizeof line->text) {
        line->text[line->used++] = c;
        line->text[line->used] = '\0';
    }
}

static inline void line_add(struct line *line, const char *text)
{
    size_t used = line->used;

    while (*text != '\0' && used + 1 < sizeof line->text) {
        line->text[used++] = *text++;
        line->text[used] = '\0';
    }
    line->used = used;
}

/* A byte of the firmware as it is shown: what is not printable ASCII becomes '.'. */
static inline char line_printable(uint8_t byte)
{
    return (char)(byte >= 0x20 && byte < 0x7F ? byte : '.');
}

static inline void line_bytes(struct line *line, const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        line_char(line, line_printable(bytes[i]));
}

/* `value` in `base`, with at least `digits` of `set`. */
static inline void line_digits_of(struct line *line, const char *set, uint64_t value, unsigned base,
                                  unsigned digits)
{
    char reversed[64] = {0};
    size_t n = 0;

    while (n < sizeof reversed && (value != 0 || n < digits || n == 0)) {
        reversed[n++] = set[value % base];
        value /= base;
    }
    while (n > 0)
        line_char(line, reversed[--n]);
}

/* In `base` 10 or 16, with capitals. */
static inline void line_digits(struct line *line, uint64_t value, unsigned base, unsigned digits)
{
    line_digits_of(line, "0123456789ABCDEF", value, base, digits);
}

/* In base 16 with small letters. */
static inline void line_lower(struct line *line, uint64_t value, unsigned digits)
{
    line_digits_of(line, "0123456789abcdef", value, 16, digits);
}

static inline void line_number(struct line *line, uint64_t value)
{
    line_digits(line, value, 10, 1);
}

/* "0x" and at least `digits` capital digits. */
static inline void line_hex(struct line *line, uint64_t value, unsigned digits)
{
    line_add(line, "0x");
    line_digits(line, value, 16, digits);
}

/* With `decimals` (up to 3) digits of it behind a point. */
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
