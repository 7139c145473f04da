/*
 * Which structures are asked for.
 * SPDX-License-Identifier: MIT
 */
#include "library/selection.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* dmidecode's words for groups of types; a list ends with the first 0 after its first number. */
static const struct {
    const char *keyword;
    uint8_t types[6];
} groups[] = {
    {"bios", {0, 13}},
    {"system", {1, 12, 15, 23, 32}},
    {"baseboard", {2, 10, 41}},
    {"chassis", {3}},
    {"processor", {4}},
    {"memory", {5, 6, 16, 17}},
    {"cache", {7}},
    {"connector", {8}},
    {"slot", {9}},
};

enum { GROUPS = sizeof groups / sizeof groups[0], LAST_TYPE = 255 };

const char *selection_keyword(size_t n)
{
    return n < GROUPS ? groups[n].keyword : NULL;
}

static bool add_group(struct selection *s, const char *text)
{
    for (size_t i = 0; i < GROUPS; i++) {
        if (strcasecmp(text, groups[i].keyword) != 0)
            continue;
        s->types[groups[i].types[0]] = true;
        for (size_t k = 1; groups[i].types[k] != 0; k++)
            s->types[groups[i].types[k]] = true;
        return true;
    }
    return false;
}

/* Parses a number and steps past it; false if there is none. */
static bool read_number(const char **text, unsigned long *number)
{
    char *end;

    *number = strtoul(*text, &end, 0);
    if (end == *text)
        return false;
    *text = end;
    return true;
}

/* The same, but without blanks or a sign before the number, which dmidecode accepts. */
static bool read_digits(const char **text, unsigned long *number)
{
    return isdigit((unsigned char)**text) && read_number(text, number);
}

/* Parses "4" and, with `ranges`, "4-7" and steps past it; false if there is neither. */
static bool read_types(const char **text, bool ranges, unsigned long *first, unsigned long *last)
{
    const char *at = *text;

    if (!(ranges ? read_digits(&at, first) : read_number(&at, first)))
        return false;
    *last = *first;
    if (ranges && *at == '-') {
        at++;
        if (!read_digits(&at, last) || *last < *first)
            return false;
    }
    if (*at != '\0' && !strchr(", ", *at))
        return false;
    *text = at + strspn(at, ", ");
    return true;
}

enum selection_result selection_add(struct selection *s, const char **text, bool ranges,
                                    unsigned long *bad)
{
    s->by_type = true;
    if (add_group(s, *text))
        return SELECTION_OK;
    while (**text != '\0') {
        unsigned long first, last;

        if (!read_types(text, ranges, &first, &last))
            return SELECTION_KEYWORD;
        *bad = first > LAST_TYPE ? first : last;
        if (*bad > LAST_TYPE)
            return SELECTION_NUMBER;
        for (; first <= last; first++)
            s->types[first] = true;
    }
    return SELECTION_OK;
}

bool selection_set_handle(struct selection *s, const char *text)
{
    unsigned long handle;

    if (!read_number(&text, &handle) || *text != '\0' || handle > UINT16_MAX)
        return false;
    s->by_handle = true;
    s->handle = (uint16_t)handle;
    return true;
}

bool selection_has(const struct selection *s, const struct hwident_structure *structure)
{
    if (s->by_handle && structure->handle != s->handle)
        return false;
    return !s->by_type || s->types[structure->type];
}
