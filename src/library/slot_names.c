/*
 * Names for the slots, and the channel or processor that each belongs to. Device locators alone are
 * often not unique ("DIMM 1" in each channel of nearly all AMD desktops); with the bank locator
 * most are. SPDX-License-Identifier: MIT
 */
#include "library/overview.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- counting different texts -------------------------------------------------------------------- */

/* Returns a text of a slot that is compared with those of the others. */
typedef const char *slot_text(const struct memory_slot *slot);

static const char *name_of(const struct memory_slot *slot)
{
    return slot->name;
}

static const char *group_of(const struct memory_slot *slot)
{
    return slot->group;
}

/* Whether an earlier slot has the same text. */
static bool came_before(const struct overview_memory *m, size_t n, slot_text *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(text(&m->slot[i]), text(&m->slot[n])) == 0)
            return true;
    return false;
}

static size_t count_different(const struct overview_memory *m, slot_text *text)
{
    size_t different = 0;

    for (size_t i = 0; i < m->kept; i++)
        different += !came_before(m, i, text);
    return different;
}

/* ---- names ----------------------------------------------------------------------------------------- */

static void name_by_locator(struct memory_slot *slot)
{
    (void)snprintf(slot->name, sizeof slot->name, "%s", slot->locator);
}

static void name_by_bank(struct memory_slot *slot)
{
    (void)snprintf(slot->name, sizeof slot->name, "%s%s%s", slot->bank,
                   *slot->bank && *slot->locator ? " " : "", slot->locator);
}

static void for_each(struct overview_memory *m, void (*act)(struct memory_slot *slot))
{
    for (size_t i = 0; i < m->kept; i++)
        act(&m->slot[i]);
}

/* Uses the locator if that is enough, else adds the bank locator if that helps. */
static void choose_names(struct overview_memory *m)
{
    size_t by_locator;

    for_each(m, name_by_locator);
    by_locator = count_different(m, name_of);
    if (by_locator == m->kept)
        return;
    for_each(m, name_by_bank);
    if (count_different(m, name_of) <= by_locator)
        for_each(m, name_by_locator);
}

/* ---- groups ---------------------------------------------------------------------------------------- */

static bool is_separator(char c)
{
    return strchr(" _-.#:/", c) != NULL;
}

static void group_by_bank(struct memory_slot *slot)
{
    memcpy(slot->group, slot->bank, sizeof slot->group);
}

/*
 * The group is the locator without the number at its end and without the word for a slot before it.
 */
static void group_by_locator(struct memory_slot *slot)
{
    static const char *const words[] = {"DIMM", "SLOT"};
    size_t end;

    memcpy(slot->group, slot->locator, sizeof slot->group);
    end = strlen(slot->group);
    while (end > 0 && isdigit((unsigned char)slot->group[end - 1]))
        end--;
    while (end > 0 && is_separator(slot->group[end - 1]))
        end--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);

        if (end > length && strncasecmp(slot->group + end - length, words[i], length) == 0 &&
            is_separator(slot->group[end - length - 1]))
            end -= length;
    }
    while (end > 0 && is_separator(slot->group[end - 1]))
        end--;
    slot->group[end] = '\0';
}

/* Groups are useful if there are several and at least one of them has several slots. */
static bool is_grouped(const struct overview_memory *m)
{
    size_t different = count_different(m, group_of);

    return different > 1 && different < m->kept;
}

/* The label is the name without what the group already says. */
static void label_slot(struct memory_slot *slot)
{
    size_t length = strlen(slot->group);
    const char *label = slot->locator;

    if (strncmp(label, slot->group, length) == 0)
        label += length;
    while (*label && is_separator(*label))
        label++;
    (void)snprintf(slot->label, sizeof slot->label, "%s", *label ? label : slot->locator);
}

static void forget_group(struct memory_slot *slot)
{
    slot->group[0] = '\0';
}

void slots_name(struct overview_memory *m)
{
    choose_names(m);
    for_each(m, group_by_bank);
    m->grouped = is_grouped(m);
    if (!m->grouped) {
        for_each(m, group_by_locator);
        m->grouped = is_grouped(m);
    }
    if (!m->grouped)
        for_each(m, forget_group);
    for_each(m, label_slot);
}
