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

/* Copies only the letters and digits; `folded` has room for them if it is `size` bytes long. */
/*@ requires readable(bytes, size) && size <= HWIDENT_COMPONENT_MAX;
    requires \valid(folded + (0 .. HWIDENT_COMPONENT_MAX - 1));
    assigns folded[0 .. HWIDENT_COMPONENT_MAX - 1];
    ensures \result <= size; */
static size_t fold_all(const uint8_t *bytes, size_t size, uint8_t folded[HWIDENT_COMPONENT_MAX])
{
    size_t count = 0;

    /*@ loop invariant count <= i <= size;
        loop assigns i, count, folded[0 .. HWIDENT_COMPONENT_MAX - 1];
        loop variant size - i; */
    for (size_t i = 0; i < size; i++) {
        char c = fold_byte(bytes[i]);

        if (c != 0)
            folded[count++] = char_byte(c);
    }
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

/* Rule set 1, on the letters and digits alone. */
/*@ requires readable(text, size);
    assigns \nothing;
    ensures size == 0 ==> \result != \null; */
static const char *first_rule(const uint8_t *text, size_t size)
{
    if (size == 0)
        return "no-letter-or-digit";
    if (run_is_equal(text, size))
        return "all-equal";
    return run_counts(text, size) ? "digits-in-a-row" : NULL;
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
/*@ requires readable(bytes, size) && readable(folded, count) && count <= HWIDENT_COMPONENT_MAX;
    assigns \nothing; */
static const char *second_rule(const uint8_t *bytes, size_t size, const uint8_t *folded,
                               size_t count, bool cut)
{
    if (!is_ascii(bytes, size)) /* letters that folding drops */
        return NULL;
    if (string_is_version(bytes, size))
        return "version";
    if (string_is_date(bytes, size))
        return "date";
    return folded_rule(folded, count, cut);
}

/* The entry with the same letters and digits, of which there are some, or NULL. */
/*@ requires readable(folded, count) && count > 0;
    assigns \nothing;
    ensures \result == \null || \valid_read(\result); */
static const struct placeholder *listed(const uint8_t *folded, size_t count)
{
    /*@ loop assigns entry; */
    for (const struct placeholder *entry = placeholder_serials; entry->value; entry++)
        if (char_byte(entry->first) == folded[0] &&
            folds_equal(folded, count, (const uint8_t *)entry->value, strlen(entry->value)))
            return entry;
    return NULL;
}

/*@ requires readable(bytes, size) && \valid(note);
    assigns *note; */
const char *string_rule(const uint8_t *bytes, size_t size, bool cut, unsigned rules,
                        const char **note)
{
    const struct placeholder *entry = NULL;
    uint8_t folded[HWIDENT_COMPONENT_MAX] = {0};
    size_t count;

    *note = NULL;
    if (size > HWIDENT_COMPONENT_MAX)
        return "too-long";
    count = fold_all(bytes, size, folded);
    /*@ loop invariant rule_set != 1 ==> count > 0;
        loop invariant entry == \null || \valid_read(entry);
        loop assigns rule_set, entry, *note; */
    for (unsigned rule_set = 1; rule_set <= rules; rule_set++) {
        const char *rule = rule_set == 1 ? first_rule(folded, count)
                                         : second_rule(bytes, size, folded, count, cut);

        if (rule)
            return rule;
        if (rule_set == 1)
            entry = listed(folded, count);
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
