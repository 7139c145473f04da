/*
 * The memory in summary's picture: its slots as a small drawing, by channel or processor where the
 * firmware states that, and equal modules on one line. SPDX-License-Identifier: MIT
 */
#include "cli/picture.h"

#include "cli/human.h"
#include "cli/report.h"

#include <stdlib.h>
#include <string.h>

enum {
    DRAWN = 32,       /* if a row has more slots, equal ones are drawn as runs */
    RUN = 4,          /* at least so many equal slots are a run */
    EMPTY_GROUPS = 4, /* if there are more empty groups, they are counted */
};

/* ---- the drawing ------------------------------------------------------------------------------------- */

/* The text in a slot: its size; empty for an empty one. */
static void slot_text(const struct memory_slot *slot, char text[HUMAN_SIZE])
{
    if (slot->state == SLOT_FULL)
        human_short_size(slot->size, text);
    else
        (void)snprintf(text, HUMAN_SIZE, "%s", slot->state == SLOT_EMPTY ? "" : "?");
}

/* Characters of the longest size. */
static size_t slot_width(const struct overview_memory *m)
{
    size_t width = 2;

    for (size_t i = 0; i < m->kept; i++) {
        char text[HUMAN_SIZE];

        slot_text(&m->slot[i], text);
        if (strlen(text) > width)
            width = strlen(text);
    }
    return width;
}

static bool looks_equal(const struct memory_slot *a, const struct memory_slot *b)
{
    return a->state == b->state && (a->state != SLOT_FULL || a->size == b->size);
}

/* How many slots, beginning with number `first`, look the same. */
static size_t run_of(const struct overview_memory *m, size_t first)
{
    size_t run = 1;

    while (first + run < m->kept && looks_equal(&m->slot[first], &m->slot[first + run]))
        run++;
    return run;
}

/*
 * Draws the slots in one row, which is folded to the terminal. A run of empty ones is counted, not
 * drawn.
 */
static void draw_row(const struct picture *p, const struct overview_memory *m, size_t width)
{
    fprintf(p->out, "%-*s", LABEL_WIDTH, "");
    for (size_t i = 0, run; i < m->kept; i += run) {
        char text[HUMAN_SIZE];

        slot_text(&m->slot[i], text);
        run = run_of(m, i);
        if (run > RUN && m->kept > DRAWN / 2 && m->slot[i].state == SLOT_EMPTY) {
            fprintf(p->out, " %zu empty", run);
        } else if (run > RUN && m->kept > DRAWN) {
            fprintf(p->out, " [%*s] x%zu", (int)width, text, run);
        } else {
            fprintf(p->out, " [%*s]", (int)width, text);
            run = 1;
        }
    }
    putc('\n', p->out);
}

/* ---- the drawing by groups ---------------------------------------------------------------------------- */

/* Whether slot number `n` is the first of its group. */
static bool begins_group(const struct overview_memory *m, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(m->slot[i].group, m->slot[n].group) == 0)
            return false;
    return true;
}

struct group {
    const char *name;
    size_t slots, full;
};

static struct group group_at(const struct overview_memory *m, size_t first)
{
    struct group g = {.name = m->slot[first].group};

    for (size_t i = first; i < m->kept; i++)
        if (strcmp(m->slot[i].group, g.name) == 0) {
            g.slots++;
            g.full += m->slot[i].state != SLOT_EMPTY;
        }
    return g;
}

/* The room that all groups together need. */
struct layout {
    size_t name, slots; /* the longest name, and the most slots of a group */
    size_t empty;       /* groups without a module */
};

static struct layout layout_of(const struct overview_memory *m)
{
    struct layout l = {0};

    for (size_t i = 0; i < m->kept; i++) {
        struct group g;

        if (!begins_group(m, i))
            continue;
        g = group_at(m, i);
        l.name = strlen(g.name) > l.name ? strlen(g.name) : l.name;
        l.slots = g.slots > l.slots ? g.slots : l.slots;
        l.empty += g.full == 0;
    }
    return l;
}

static void draw_group(const struct picture *p, const struct overview_memory *m, size_t first,
                       const struct layout *l, size_t width)
{
    size_t drawn = 0;

    fprintf(p->out, " %-*s", (int)l->name, m->slot[first].group);
    for (size_t i = first; i < m->kept; i++) {
        char text[HUMAN_SIZE];

        if (strcmp(m->slot[i].group, m->slot[first].group) != 0)
            continue;
        slot_text(&m->slot[i], text);
        fprintf(p->out, " [%*s]", (int)width, text);
        drawn++;
    }
    fprintf(p->out, "%*s", (int)((l->slots - drawn) * (width + 3)), "");
}

/* Draws the groups in columns, as many on a line as fit. */
static void draw_groups(const struct picture *p, const struct overview_memory *m, size_t width)
{
    const struct layout l = layout_of(m);
    size_t column = 1 + l.name + l.slots * (width + 3);
    size_t columns = (p->room + 1) / (column + 1) > 0 ? (p->room + 1) / (column + 1) : 1;
    bool all = l.empty <= EMPTY_GROUPS;
    size_t drawn = 0;

    for (size_t i = 0; i < m->kept; i++) {
        if (!begins_group(m, i) || (!all && group_at(m, i).full == 0))
            continue;
        if (drawn % columns == 0)
            fprintf(p->out, "%s%-*s", drawn > 0 ? "\n" : "", LABEL_WIDTH, "");
        else
            putc(' ', p->out);
        draw_group(p, m, i, &l, width);
        drawn++;
    }
    if (!all)
        fprintf(p->out, "%s%-*s and %zu groups that are empty", drawn > 0 ? "\n" : "", LABEL_WIDTH,
                "", l.empty);
    putc('\n', p->out);
}

/* ---- modules --------------------------------------------------------------------------------------- */

/*
 * "8 GiB DDR4 DIMM 2400 MT/s (rated 2666), Micron, 18ASF1G72PZ": what the firmware states about a
 * module.
 */
static void describe(const struct memory_slot *slot, char *text, size_t room)
{
    char size[HUMAN_SIZE] = "of unknown size", rate[64] = "";
    uint64_t speed = slot->speed ? slot->speed : slot->rated;

    if (slot->state == SLOT_FULL)
        human_size(slot->size, size);
    if (speed && slot->rated && slot->rated != speed)
        (void)snprintf(rate, sizeof rate, " %llu MT/s (rated %llu)", (unsigned long long)speed,
                       (unsigned long long)slot->rated);
    else if (speed)
        (void)snprintf(rate, sizeof rate, " %llu MT/s", (unsigned long long)speed);
    (void)snprintf(text, room, "%s%s%s%s%s%s%s%s%s%s", size, *slot->type ? " " : "", slot->type,
                   *slot->form ? " " : "", slot->form, rate, *slot->maker ? ", " : "", slot->maker,
                   *slot->part ? ", " : "", slot->part);
}

enum { DESCRIPTION = 5 * PICK_SIZE };

/* The kinds of modules, and which kind is in each slot. */
struct kinds {
    struct tally texts;
    uint16_t of[OVERVIEW_SLOTS];
};

/* Not a number that a tally gives. */
enum { KIND_EMPTY = TALLY_TEXTS + 1 };

static void find_kinds(struct kinds *k, const struct overview_memory *m)
{
    char text[DESCRIPTION];

    for (size_t i = 0; i < m->kept; i++) {
        k->of[i] = KIND_EMPTY;
        if (m->slot[i].state == SLOT_EMPTY)
            continue;
        describe(&m->slot[i], text, sizeof text);
        k->of[i] = (uint16_t)tally_add(&k->texts, text);
    }
}

/* The names of the slots of one kind. */
static void print_names(const struct picture *p, const struct overview_memory *m,
                        const struct kinds *k, size_t kind, size_t used)
{
    struct listing list = {.picture = p, .used = used};

    for (size_t i = 0; i < m->kept; i++)
        if (k->of[i] == kind)
            listing_add(&list, m->slot[i].name);
    listing_end(&list);
}

static int print_modules(const struct picture *p, const struct overview_memory *m)
{
    struct kinds k = {0};
    size_t most = 4 * p->lines, shown, others = m->full;
    int err;

    find_kinds(&k, m);
    shown = most > 0 && k.texts.texts > most ? most - 1 : k.texts.texts;
    for (size_t i = 0; i < shown; i++) {
        const struct tally_entry *kind = &k.texts.entry[i];

        fprintf(p->out, "%-*s %zux %s: ", LABEL_WIDTH, "", kind->count, kind->text);
        print_names(p, m, &k, i, strlen(kind->text));
        others -= kind->count;
    }
    if (others > 0)
        fprintf(p->out, "%-*s %zux others\n", LABEL_WIDTH, "", others);
    if (m->slots > m->full) {
        fprintf(p->out, "%-*s %zu empty: ", LABEL_WIDTH, "", m->slots - m->full);
        print_names(p, m, &k, KIND_EMPTY, 0);
    }
    err = k.texts.no_memory ? HWIDENT_E_MEMORY : HWIDENT_OK;
    tally_free(&k.texts);
    return err;
}

/* ---- all of it --------------------------------------------------------------------------------------- */

/* How much is installed, as far as the firmware states it. */
static void describe_installed(const struct overview_memory *m, char text[HUMAN_SIZE + 16])
{
    char size[HUMAN_SIZE];

    human_size(m->installed, size);
    if (m->unknown > 0 && m->installed == 0)
        (void)snprintf(text, HUMAN_SIZE + 16, "unknown size");
    else
        (void)snprintf(text, HUMAN_SIZE + 16, "%s%s", m->unknown > 0 ? "at least " : "", size);
}

static void print_correction(const struct picture *p, const char *correction)
{
    if (strcmp(correction, "None") == 0)
        fputs(", no ECC", p->out);
    else if (*correction && strcmp(correction, "Unknown") != 0 && strcmp(correction, "Other") != 0)
        fprintf(p->out, ", %s", correction);
}

int picture_print_memory(const struct picture *p, const struct overview_memory *m)
{
    char installed[HUMAN_SIZE + 16], capacity[HUMAN_SIZE];

    if (m->slots == 0)
        return HWIDENT_OK;
    describe_installed(m, installed);
    human_size(m->capacity, capacity);
    fprintf(p->out, "%-*s %s in %zu of %zu slot%s", LABEL_WIDTH, "Memory", installed, m->full,
            m->slots, m->slots == 1 ? "" : "s");
    if (m->capacity > 0)
        fprintf(p->out, ", at most %s", capacity);
    print_correction(p, m->correction);
    putc('\n', p->out);
    if (m->grouped)
        draw_groups(p, m, slot_width(m));
    else
        draw_row(p, m, slot_width(m));
    return print_modules(p, m);
}
