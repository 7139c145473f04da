/*
 * Grading a serial number: the rules, then the list, each on its letters and digits alone.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/text.h"

#include <string.h>

/* Whether every character is the one before plus `step`; 9 and 0 are neighbours. */
static bool runs_by(const uint8_t *bytes, size_t size, int step)
{
    struct fold fold = {bytes, size, 0};
    char last = fold_next(&fold);
    char c;

    for (; (c = fold_next(&fold)) != 0; last = c) {
        bool digits = c <= '9' && last <= '9'; /* what is folded has letters besides, no more */

        if (step == 0 ? c != last : !digits || (c - last - step) % 10 != 0)
            return false;
    }
    return true;
}

static bool nothing_left(const uint8_t *bytes, size_t size)
{
    struct fold fold = {bytes, size, 0};

    return fold_next(&fold) == 0;
}

static bool one_character(const uint8_t *bytes, size_t size)
{
    return runs_by(bytes, size, 0);
}

static bool digits_in_a_row(const uint8_t *bytes, size_t size)
{
    return runs_by(bytes, size, 1) || runs_by(bytes, size, -1);
}

static bool too_long(const uint8_t *bytes, size_t size)
{
    (void)bytes;
    return size > HWIDENT_COMPONENT_MAX;
}

static const struct {
    const char *name;
    bool (*applies)(const uint8_t *bytes, size_t size);
} string_rules[] = {
    {"too-long", too_long},
    {"no-letter-or-digit", nothing_left},
    {"all-equal", one_character},
    {"digits-in-a-row", digits_in_a_row},
};

static bool folds_equal(const uint8_t *bytes, size_t size, const char *string)
{
    struct fold a = {bytes, size, 0};
    struct fold b = {(const uint8_t *)string, strlen(string), 0};
    char c;

    do {
        c = fold_next(&a);
        if (c != fold_next(&b))
            return false;
    } while (c != 0);
    return true;
}

static const struct placeholder *listed_serial(const uint8_t *bytes, size_t size)
{
    for (const struct placeholder *entry = placeholder_serials; entry->value; entry++)
        if (folds_equal(bytes, size, entry->value))
            return entry;
    return NULL;
}

void grade_string(struct hwident_component *component)
{
    const struct placeholder *entry;

    for (size_t i = 0; i < sizeof string_rules / sizeof string_rules[0]; i++)
        if (string_rules[i].applies(component->value, component->size)) {
            grade_set(component, HWIDENT_GRADE_PLACEHOLDER, string_rules[i].name, NULL);
            return;
        }
    entry = listed_serial(component->value, component->size);
    if (entry)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "list", entry->seen);
    else
        grade_set(component, HWIDENT_GRADE_STRONG, "none",
                  component->profile == 'c' ? "names the enclosure, which blades share" : NULL);
}
