/*
 * Numbers as people write them.
 * SPDX-License-Identifier: MIT
 */
#include "cli/human.h"

#include <stddef.h>
#include <stdio.h>

static const char units[] = "BKMGTPE";

/* Whether `bytes` is a whole number of hundredths of 1 << shift. */
static int has_two_decimals(uint64_t bytes, unsigned shift)
{
    uint64_t rest = bytes & (((uint64_t)1 << shift) - 1);

    return rest <= UINT64_MAX / 100 && (rest * 100 & (((uint64_t)1 << shift) - 1)) == 0;
}

static size_t unit_of(uint64_t bytes)
{
    size_t unit = sizeof units - 2;

    while (unit > 0 && (bytes >> 10 * unit == 0 || !has_two_decimals(bytes, (unsigned)(10 * unit))))
        unit--;
    return unit;
}

/* The number in that unit, without zeros at the end of its decimals. */
static int put_number(uint64_t bytes, size_t unit, char text[HUMAN_SIZE])
{
    unsigned shift = (unsigned)(10 * unit);
    uint64_t rest = shift ? bytes & (((uint64_t)1 << shift) - 1) : 0;
    unsigned hundredths = (unsigned)(rest * 100 >> shift);
    int used = snprintf(text, HUMAN_SIZE, "%llu", (unsigned long long)(bytes >> shift));

    if (hundredths == 0)
        return used;
    if (hundredths % 10 == 0)
        return used + snprintf(text + used, (size_t)(HUMAN_SIZE - used), ".%u", hundredths / 10);
    return used + snprintf(text + used, (size_t)(HUMAN_SIZE - used), ".%02u", hundredths);
}

void human_size(uint64_t bytes, char text[HUMAN_SIZE])
{
    size_t unit = unit_of(bytes);
    int used = put_number(bytes, unit, text);

    (void)snprintf(text + used, (size_t)(HUMAN_SIZE - used), unit ? " %ciB" : " bytes",
                   units[unit]);
}

void human_short_size(uint64_t bytes, char text[HUMAN_SIZE])
{
    size_t unit = unit_of(bytes);
    int used = put_number(bytes, unit, text);

    (void)snprintf(text + used, (size_t)(HUMAN_SIZE - used), "%c", units[unit]);
}
