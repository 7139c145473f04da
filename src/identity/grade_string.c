/*
 * Grading a serial number: the rules, then the list, each on its letters and digits alone.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/serial.h"
#include "identity/string_runs.h"
#include "identity/string_shapes.h"
#include "identity/string_words.h"

#include <string.h>

enum { SHORTEST = 3 };

/* Whether every character is the one before plus `step`; 9 and 0 are neighbours. */
/*@ requires readable(bytes, size);
    requires -1 <= step <= 1;
    assigns \nothing; */
static bool runs_by(const uint8_t *bytes, size_t size, int step)
{
    struct fold fold = {bytes, size, 0};
    char last = fold_next(&fold);
    char c;

    /*@ loop invariant 0 <= last <= 'z' && fold.bytes == bytes && fold.size == size;
        loop assigns c, last, fold.at; */
    for (; (c = fold_next(&fold)) != 0; last = c) {
        bool digits = c <= '9' && last <= '9'; /* a folded text has only digits and letters */

        if (step == 0 ? c != last : !digits || (c - last - step) % 10 != 0)
            return false;
    }
    return true;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
static bool nothing_left(const uint8_t *bytes, size_t size)
{
    struct fold fold = {bytes, size, 0};

    return fold_next(&fold) == 0;
}

/* Copies only the letters and digits; `folded` has room for them if it is `size` bytes long. */
/*@ requires readable(bytes, size) && size <= HWIDENT_COMPONENT_MAX;
    requires \valid(folded + (0 .. HWIDENT_COMPONENT_MAX - 1));
    assigns folded[0 .. HWIDENT_COMPONENT_MAX - 1];
    ensures \result <= size; */
static size_t fold_all(const uint8_t *bytes, size_t size, uint8_t folded[HWIDENT_COMPONENT_MAX])
{
    struct fold fold = {bytes, size, 0};
    size_t count = 0;
    char c;

    /*@ loop invariant count <= fold.at <= size && fold.bytes == bytes && fold.size == size;
        loop assigns c, fold.at, count, folded[0 .. HWIDENT_COMPONENT_MAX - 1]; */
    while (count < size && (c = fold_next(&fold)) != 0)
        folded[count++] = (uint8_t)c;
    return count;
}

/* Whether it consists only of the characters that people type for nothing: 0, o and x. */
/*@ requires readable(text, size);
    assigns \nothing; */
static bool is_nothing(const uint8_t *text, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (text[i] != '0' && text[i] != 'o' && text[i] != 'x')
            return false;
    return true;
}

/* Rule set 2, on the letters and digits alone. */
/*@ requires readable(text, size) && size <= HWIDENT_COMPONENT_MAX;
    assigns \nothing; */
static const char *folded_rule(const uint8_t *text, size_t size, bool cut)
{
    if (size < SHORTEST)
        return "too-short";
    if (string_is_words(text, size, cut))
        return "words";
    if (is_nothing(text, size))
        return "zeros-and-x";
    if (run_of_x(text, size))
        return "mostly-x";
    if (run_is_nearly_equal(text, size))
        return "nearly-all-equal";
    if (run_of_digits(text, size) || run_is_all(text, size) || run_from_starts(text, size))
        return "counts";
    if (run_repeats(text, size))
        return "repeats";
    return NULL;
}

/* Rule set 1. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures size > HWIDENT_COMPONENT_MAX ==> \result != \null; */
static const char *first_rule(const uint8_t *bytes, size_t size)
{
    if (size > HWIDENT_COMPONENT_MAX)
        return "too-long";
    if (nothing_left(bytes, size))
        return "no-letter-or-digit";
    if (runs_by(bytes, size, 0))
        return "all-equal";
    if (runs_by(bytes, size, 1) || runs_by(bytes, size, -1))
        return "digits-in-a-row";
    return NULL;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
static bool is_ascii(const uint8_t *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (bytes[i] > 0x7F)
            return false;
    return true;
}

/* Rule set 2. */
/*@ requires readable(bytes, size) && size <= HWIDENT_COMPONENT_MAX;
    assigns \nothing; */
static const char *second_rule(const uint8_t *bytes, size_t size, bool cut)
{
    uint8_t folded[HWIDENT_COMPONENT_MAX] = {0};

    if (!is_ascii(bytes, size)) /* letters that folding drops */
        return NULL;
    if (string_is_version(bytes, size))
        return "version";
    if (string_is_date(bytes, size))
        return "date";
    return folded_rule(folded, fold_all(bytes, size, folded), cut);
}

/* Whether `first` can be the first letter or digit of the value. Spares reading most values. */
/*@ requires valid_read_string(value);
    assigns \nothing; */
static bool may_begin(const char *value, char first)
{
    char c = fold_byte(char_byte(value[0]));

    return c == first || c == 0;
}

/* The entry with the same letters and digits, or NULL. */
/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result == \null || \valid_read(\result); */
static const struct placeholder *listed(const uint8_t *bytes, size_t size)
{
    struct fold fold = {bytes, size, 0};
    char first = fold_next(&fold);

    /*@ loop assigns entry; */
    for (const struct placeholder *entry = placeholder_serials; entry->value; entry++)
        if (may_begin(entry->value, first) &&
            folds_equal(bytes, size, (const uint8_t *)entry->value, strlen(entry->value)))
            return entry;
    return NULL;
}

/*@ requires readable(bytes, size) && \valid(note);
    assigns *note; */
const char *string_rule(const uint8_t *bytes, size_t size, bool cut, unsigned rules,
                        const char **note)
{
    const struct placeholder *entry = NULL;

    *note = NULL;
    /*@ loop invariant rule_set != 1 ==> size <= HWIDENT_COMPONENT_MAX;
        loop invariant entry == \null || \valid_read(entry);
        loop assigns rule_set, entry, *note; */
    for (unsigned rule_set = 1; rule_set <= rules; rule_set++) {
        const char *rule = rule_set == 1 ? first_rule(bytes, size) : second_rule(bytes, size, cut);

        if (rule)
            return rule;
        if (rule_set == 1)
            entry = listed(bytes, size);
        if (entry && entry->rules == rule_set) {
            *note = entry->seen;
            return "list";
        }
    }
    return NULL;
}

/*@ requires \valid(component) && readable(component->value, component->size);
    assigns component->grade, component->rule, component->note;
    ensures component->grade != HWIDENT_GRADE_ABSENT; */
void grade_string(struct hwident_component *component, unsigned rules)
{
    const char *note;
    const char *rule = string_rule(component->value, component->size, false, rules, &note);

    if (rule)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, rule, note);
    else
        grade_set(component, HWIDENT_GRADE_STRONG, "none",
                  component->profile == 'c' ? "names the enclosure, which blades share" : NULL);
}
