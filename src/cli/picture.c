/*
 * The picture of the machine in summary.
 * SPDX-License-Identifier: MIT
 */
#include "cli/picture.h"

#include "cli/human.h"
#include "cli/report.h"
#include "library/findings.h"

#include <string.h>

/* ---- lists ----------------------------------------------------------------------------------------- */

enum { MORE = sizeof ", and 99999 more" };

void listing_add(struct listing *l, const char *member)
{
    const struct picture *p = l->picture;
    size_t length = strlen(member) + (l->listed > 0 ? sizeof ", " - 1 : 0);
    size_t room = p->lines * p->room;

    if (l->left_out > 0 || (room > 0 && l->listed > 0 && l->used + length + MORE > room)) {
        l->left_out++;
        return;
    }
    fprintf(p->out, "%s%s", l->listed > 0 ? ", " : "", member);
    l->used += length;
    l->listed++;
}

void listing_end(struct listing *l)
{
    if (l->left_out > 0)
        fprintf(l->picture->out, ", and %zu more", l->left_out);
    putc('\n', l->picture->out);
}

/* "USB x6" */
static void add_counted(struct listing *l, const char *text, size_t count)
{
    char member[3 * PICK_SIZE + 32];

    if (count > 1)
        (void)snprintf(member, sizeof member, "%s x%zu", text, count);
    else
        (void)snprintf(member, sizeof member, "%s", text);
    listing_add(l, member);
}

static void add_tally(struct listing *l, const struct tally *t)
{
    for (size_t i = 0; i < t->texts; i++)
        add_counted(l, t->entry[i].text, t->entry[i].count);
    l->left_out += t->others;
}

/* Prints one line of a list, or nothing if it is empty. `before` comes before the first member. */
static void print_tally(const struct picture *p, const char *label, const char *before,
                        const struct tally *t)
{
    struct listing list = {.picture = p, .used = strlen(before)};

    if (t->texts == 0 && !*before)
        return;
    fprintf(p->out, "%-*s %s%s", LABEL_WIDTH, label, before, *before && t->texts > 0 ? ": " : "");
    add_tally(&list, t);
    listing_end(&list);
}

/* ---- processors and caches -------------------------------------------------------------------------- */

static void print_count(FILE *out, uint64_t count, const char *what)
{
    if (count > 0)
        fprintf(out, ", %llu %s%s", (unsigned long long)count, what, count == 1 ? "" : "s");
}

static void print_processors(const struct picture *p, const struct overview *o)
{
    const struct overview_processors *all = &o->processors;
    struct listing list = {.picture = p};

    if (all->sockets == 0)
        return;
    fprintf(p->out, "%-*s ", LABEL_WIDTH, "Processor");
    add_tally(&list, &o->list[LIST_PROCESSORS]);
    fprintf(p->out, "%s%zu of %zu socket%s", list.listed > 0 ? ", " : "", all->enabled,
            all->sockets, all->sockets == 1 ? "" : "s");
    if (all->disabled > 0)
        fprintf(p->out, " (%zu disabled, %zu empty)", all->disabled, all->sockets - all->populated);
    print_count(p->out, all->cores, "core");
    print_count(p->out, all->threads, "thread");
    putc('\n', p->out);
}

static void print_caches(const struct picture *p, const struct overview *o)
{
    struct listing list = {.picture = p};

    for (size_t i = 0; i < sizeof o->cache / sizeof o->cache[0]; i++) {
        char size[HUMAN_SIZE], member[HUMAN_SIZE + 32];

        if (o->cache[i].count == 0)
            continue;
        if (list.listed == 0)
            fprintf(p->out, "%-*s ", LABEL_WIDTH, "Cache");
        human_size(o->cache[i].size, size);
        (void)snprintf(member, sizeof member, "L%u %s", o->cache[i].level, size);
        listing_add(&list, member);
    }
    if (list.listed > 0)
        listing_end(&list);
}

/* ---- the rest ---------------------------------------------------------------------------------------- */

/* Prints "2 of 3 in use" and then the names of those in use. */
static void print_some(const struct picture *p, const char *label, size_t some, size_t all,
                       const char *what, const struct tally *t)
{
    char count[64];

    if (all == 0)
        return;
    (void)snprintf(count, sizeof count, "%zu of %zu %s", some, all, what);
    print_tally(p, label, count, t);
}

int picture_print(const struct picture *p, const struct overview *o)
{
    int err;

    print_processors(p, o);
    print_caches(p, o);
    err = picture_print_memory(p, &o->memory);
    print_some(p, "Slots", o->slots_in_use, o->slots, "in use", &o->list[LIST_SLOTS]);
    print_tally(p, "Onboard", "", &o->list[LIST_ONBOARD]);
    print_tally(p, "Ports", "", &o->list[LIST_PORTS]);
    print_some(p, "Power", o->supplies_present, o->supplies, "present", &o->list[LIST_SUPPLIES]);
    print_tally(p, "Battery", "", &o->list[LIST_BATTERIES]);
    print_tally(p, "TPM", "", &o->list[LIST_TPMS]);
    print_tally(p, "BMC", "", &o->list[LIST_CONTROLLERS]);
    return err;
}

/* ---- what is wrong ------------------------------------------------------------------------------------ */

/* How often each rule was broken, and the rules in the order of their first findings. */
struct broken {
    size_t count[LINT_RULES];
    enum lint_rule rule[LINT_RULES];
    size_t rules;
};

static void take(void *context, const struct finding *finding)
{
    struct broken *broken = context;

    if (broken->count[finding->rule]++ == 0)
        broken->rule[broken->rules++] = finding->rule;
}

int picture_print_findings(const struct picture *p, const struct hwident_table *table,
                           const struct hwident_entry_point *entry_point)
{
    struct broken broken = {.rules = 0};
    const struct finding_sink sink = {.take = take, .context = &broken};
    const struct picture whole = {.out = p->out};
    struct listing list = {.picture = &whole};
    int err = lint_table(table, entry_point, &sink);

    if (broken.rules == 0)
        return err;
    fprintf(p->out, "%-*s ", LABEL_WIDTH, "Findings");
    for (size_t i = 0; i < broken.rules; i++)
        add_counted(&list, lint_rule_name(broken.rule[i]), broken.count[broken.rule[i]]);
    fputs(" (`hwident lint`)\n", p->out);
    return err;
}
