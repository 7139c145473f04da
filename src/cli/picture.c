/*
 * The picture of the machine in summary.
 * SPDX-License-Identifier: MIT
 */
#include "cli/picture.h"

#include "cli/report.h"
#include "cli/tally.h"
#include "library/pick.h"
#include "lint/lint.h"

#include <string.h>

enum { PROCESSOR = 4, PORT = 8, SLOT = 9 };

/* ---- processors ----------------------------------------------------------------------------- */

static void print_count(FILE *out, uint64_t count, const char *what)
{
    if (count > 0)
        fprintf(out, ", %llu %s%s", (unsigned long long)count, what, count == 1 ? "" : "s");
}

static void print_processors(FILE *out, const struct hwident_table *table)
{
    enum { VERSION, FAMILY, POPULATED, CORES, THREADS, PICKS };
    struct pick picks[PICKS] = {{.key = "processor_version"},
                                {.key = "processor_family"},
                                {.key = "socket_populated"},
                                {.key = "core_count"},
                                {.key = "thread_count"}};
    struct hwident_structure s = {0};
    uint64_t sockets = 0, populated = 0, cores = 0, threads = 0;
    struct tally models = {0};

    while (hwident_table_find(table, PROCESSOR, &s) == 1) {
        pick(table, &s, picks, PICKS);
        sockets++;
        if (!picks[POPULATED].number)
            continue;
        populated++;
        cores += picks[CORES].number;
        threads += picks[THREADS].number;
        if (*picks[VERSION].text)
            (void)tally_add(&models, picks[VERSION].text);
        else if (picks[FAMILY].there)
            (void)tally_add(&models, picks[FAMILY].text);
    }
    if (sockets == 0)
        return;
    fprintf(out, "%-*s ", LABEL_WIDTH, "Processor");
    tally_print(out, &models);
    fprintf(out, "%s%llu of %llu socket%s", models.texts > 0 ? ", " : "",
            (unsigned long long)populated, (unsigned long long)sockets, sockets == 1 ? "" : "s");
    print_count(out, cores, "core");
    print_count(out, threads, "thread");
    putc('\n', out);
}

/* ---- slots and ports ------------------------------------------------------------------------ */

/* "SLOT1 (PCI Express x16)", or what the firmware tells of it. */
static void name_slot(const char *designation, const char *type, char *name, size_t size)
{
    if (*designation && *type)
        (void)snprintf(name, size, "%s (%s)", designation, type);
    else
        (void)snprintf(name, size, "%s%s", designation, *designation || *type ? type : "unnamed");
}

static void print_slots(FILE *out, const struct hwident_table *table)
{
    enum { DESIGNATION, TYPE, USAGE, PICKS, IN_USE = 4 };
    struct pick picks[PICKS] = {
        {.key = "slot_designation"}, {.key = "slot_type"}, {.key = "current_usage"}};
    struct hwident_structure s = {0};
    size_t slots = 0, used = 0;
    struct tally names = {0};
    char name[2 * PICK_SIZE + 4];

    while (hwident_table_find(table, SLOT, &s) == 1) {
        pick(table, &s, picks, PICKS);
        slots++;
        if (picks[USAGE].number != IN_USE)
            continue;
        used++;
        name_slot(picks[DESIGNATION].text, picks[TYPE].text, name, sizeof name);
        (void)tally_add(&names, name);
    }
    if (slots == 0)
        return;
    fprintf(out, "%-*s %zu of %zu in use%s", LABEL_WIDTH, "Slots", used, slots, used ? ": " : "");
    tally_print(out, &names);
    putc('\n', out);
}

static void print_ports(FILE *out, const struct hwident_table *table)
{
    enum { CONNECTOR, TYPE, PICKS };
    struct pick picks[PICKS] = {{.key = "external_connector_type"}, {.key = "port_type"}};
    struct hwident_structure s = {0};
    struct tally ports = {0};

    while (hwident_table_find(table, PORT, &s) == 1) {
        pick(table, &s, picks, PICKS);
        /* Connector type 0 is none: the port ends inside of the machine. Port type 0 as well. */
        if (picks[CONNECTOR].number != 0 && picks[TYPE].number != 0 && *picks[TYPE].text)
            (void)tally_add(&ports, picks[TYPE].text);
    }
    if (ports.texts == 0)
        return;
    fprintf(out, "%-*s ", LABEL_WIDTH, "Ports");
    tally_print(out, &ports);
    putc('\n', out);
}

void picture_print(FILE *out, const struct hwident_table *table)
{
    print_processors(out, table);
    picture_print_memory(out, table);
    print_slots(out, table);
    print_ports(out, table);
}

/* ---- what is wrong -------------------------------------------------------------------------- */

static void take(void *context, const struct finding *finding)
{
    (void)tally_add(context, lint_rule_name(finding->rule));
}

void picture_print_findings(FILE *out, const hwident *h)
{
    struct tally rules = {0};
    const struct finding_sink sink = {take, &rules};

    lint_table(hwident_table(h), hwident_entry_point(h), &sink);
    if (rules.texts == 0)
        return;
    fprintf(out, "%-*s ", LABEL_WIDTH, "Findings");
    tally_print(out, &rules);
    fputs(" (`hwident lint`)\n", out);
}
