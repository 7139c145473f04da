/*
 * Grading a serial number: the rules, then the list, each on its letters and digits alone.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/serial.h"

#include <string.h>

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
        bool digits = c <= '9' && last <= '9'; /* what is folded has letters besides, no more */

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

/* The rule that makes it a placeholder, or NULL. */
/*@ requires readable(bytes, size);
    assigns \nothing; */
static const char *string_rule(const uint8_t *bytes, size_t size)
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
    requires valid_read_string(string);
    assigns \nothing; */
static bool folds_equal(const uint8_t *bytes, size_t size, const char *string)
{
    struct fold a = {bytes, size, 0};
    struct fold b = {(const uint8_t *)string, strlen(string), 0};
    char c;

    /*@ loop invariant a.bytes == bytes && a.size == size;
        loop invariant b.bytes == (uint8_t *)string && b.size == strlen(string);
        loop assigns c, a.at, b.at; */
    do {
        c = fold_next(&a);
        if (c != fold_next(&b))
            return false;
    } while (c != 0);
    return true;
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
static const struct placeholder *listed_serial(const uint8_t *bytes, size_t size)
{
    /*@ loop assigns entry; */
    for (const struct placeholder *entry = placeholder_serials; entry->value; entry++)
        if (folds_equal(bytes, size, entry->value))
            return entry;
    return NULL;
}

/*@ requires \valid(component) && readable(component->value, component->size);
    assigns component->grade, component->rule, component->note;
    ensures component->grade != HWIDENT_GRADE_ABSENT; */
void grade_string(struct hwident_component *component)
{
    const char *rule = string_rule(component->value, component->size);
    const struct placeholder *entry = NULL;

    if (!rule)
        entry = listed_serial(component->value, component->size);
    if (rule)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, rule, NULL);
    else if (entry)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "list", entry->seen);
    else
        grade_set(component, HWIDENT_GRADE_STRONG, "none",
                  component->profile == 'c' ? "names the enclosure, which blades share" : NULL);
}
