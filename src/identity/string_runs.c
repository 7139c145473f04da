/*
 * Letters and digits that follow from the ones before them.
 * SPDX-License-Identifier: MIT
 *
 * The limits are set so that real serial numbers pass: of over a hundred thousand random ones in
 * the formats of each of 35 vendors, none is caught (tests/identity/formats.py).
 */
#include "identity/string_runs.h"

enum {
    TYPED = 8,
    LONG_TYPED = 10,
    WHOLE = 6,
    SHORT_ROW = 3,
    LONG_BLOCK = 4,
    DOUBLED = 8,
    NEARLY = 10,
    LONG_NEARLY = 12,
    MANY_X = 5
};

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_is_equal(const uint8_t *text, size_t size)
{
    /*@ loop invariant 1 <= i;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 1; i < size; i++)
        if (text[i] != text[0])
            return false;
    return true;
}

/* Whether `next` is the digit `step` after `c`; 0 follows 9. */
/*@ requires -1 <= step <= 1;
    assigns \nothing; */
static bool follows(uint8_t c, uint8_t next, int step)
{
    return byte_is_digit(c) && byte_is_digit(next) && (next - c - step) % 10 == 0;
}

/* How many digits from text[0] on follow one another by `step`; 1 if the second does not. */
/*@ requires readable(text, size) && -1 <= step <= 1;
    assigns \nothing;
    ensures \result <= size; */
static size_t run_length(const uint8_t *text, size_t size, int step)
{
    size_t length = size > 0;

    /*@ loop invariant length <= size && (size > 0 ==> length > 0);
        loop assigns length;
        loop variant size - length; */
    while (length < size && follows(text[length - 1], text[length], step))
        length++;
    return length;
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_counts(const uint8_t *text, size_t size)
{
    return size > 0 && byte_is_digit(text[0]) &&
           (run_length(text, size, 1) == size || run_length(text, size, -1) == size);
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_of_digits(const uint8_t *text, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; bytes_hold(size, i, TYPED); i++) {
        size_t up = run_length(text + i, size - i, 1);
        size_t down = run_length(text + i, size - i, -1);

        if (up >= LONG_TYPED || down >= LONG_TYPED)
            return true;
        if (up >= TYPED && (text[i] == '0' || text[i] == '1'))
            return true;
        if (down >= TYPED && (text[i] == '9' || text[i] == '8'))
            return true;
    }
    return false;
}

/* The character that follows a digit or letter when somebody types them in a row. */
/*@ assigns \nothing; */
static uint8_t next_in_row(uint8_t c)
{
    if (c == '9')
        return 'a';
    return (uint8_t)(c + 1);
}

/* Whether each character is followed by the next in its row `step` further on. */
/*@ requires readable(text, size) && 1 <= step <= 2 && step <= size;
    assigns \nothing; */
static bool is_row(const uint8_t *text, size_t size, size_t step)
{
    /*@ loop invariant step <= i;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = step; i < size; i++)
        if (text[i] != next_in_row(text[i - step]) && !follows(text[i - step], text[i], 1))
            return false;
    if (step == 1)
        return true;
    return text[0] == text[1] ? size % 2 == 0 : text[0] + text[1] == 'a' + '1';
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_is_all(const uint8_t *text, size_t size)
{
    size_t zeros = 0;

    if (size >= DOUBLED && is_row(text, size, 2))
        return true;
    /*@ loop invariant zeros <= size;
        loop assigns zeros;
        loop variant size - zeros; */
    while (zeros < size && text[zeros] == '0')
        zeros++;
    return size - zeros >= WHOLE && is_row(text + zeros, size - zeros, 1);
}

/* The length of the row from `at` on if it begins with a character people begin with; else 0. */
/*@ requires readable(text, size) && at < size;
    assigns \nothing;
    ensures \result <= size - at; */
static size_t row_from_start(const uint8_t *text, size_t size, size_t at)
{
    size_t length = text[at] == '0' || text[at] == '1' || text[at] == 'a';

    /*@ loop invariant length <= size - at;
        loop assigns length;
        loop variant size - at - length; */
    while (length > 0 && at + length < size &&
           (follows(text[at + length - 1], text[at + length], 1) ||
            (!byte_is_digit(text[at]) && text[at + length] == text[at + length - 1] + 1)))
        length++;
    return length;
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_from_starts(const uint8_t *text, size_t size)
{
    bool digits = false, letters = false;
    size_t at = 0;

    /*@ loop invariant 0 <= at <= size;
        loop assigns at, digits, letters;
        loop variant size - at; */
    while (at < size) {
        size_t length = row_from_start(text, size, at);

        if (length < SHORT_ROW)
            return false;
        digits = digits || byte_is_digit(text[at]);
        letters = letters || !byte_is_digit(text[at]);
        at += length;
    }
    return size >= (digits && letters ? WHOLE : TYPED);
}

/*@ requires readable(text, size) && 1 <= block;
    assigns \nothing; */
static bool is_block_again(const uint8_t *text, size_t size, size_t block)
{
    /*@ loop invariant block <= i;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = block; i < size; i++)
        if (text[i] != text[i - block])
            return false;
    return size >= block + TYPED;
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_repeats(const uint8_t *text, size_t size)
{
    /*@ loop invariant 1 <= block;
        loop assigns block; */
    for (size_t block = 1; block <= LONG_BLOCK; block++)
        if (is_block_again(text, size, block))
            return true;
    return false;
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_is_nearly_equal(const uint8_t *text, size_t size)
{
    if (size < NEARLY)
        return false;
    /* If one character repeats, it is one of the first three. */
    /*@ loop invariant 0 <= i <= 3;
        loop assigns i;
        loop variant 3 - i; */
    for (size_t i = 0; i < 3; i++) {
        size_t others = size - bytes_count(text, size, text[i]);
        /* Common in serial numbers, not in fillers. */
        bool common = byte_is_digit(text[i]) && text[i] != '0';

        if (others <= (common && size < LONG_NEARLY ? 1U : 2U))
            return true;
    }
    return false;
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool run_of_x(const uint8_t *text, size_t size)
{
    size_t row = 0;

    /*@ loop invariant 0 <= i <= size && row <= i;
        loop assigns i, row;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++) {
        row = text[i] == 'x' ? row + 1 : 0;
        if (row == MANY_X)
            return true;
    }
    return size > 3 && 4 * bytes_count(text, size, 'x') >= 3 * size;
}
