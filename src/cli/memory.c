/*
 * The memory in summary's picture: its slots as a small drawing, equal modules on one line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/picture.h"
#include "cli/report.h"
#include "cli/tally.h"
#include "library/pick.h"
#include "schema/emit.h"

#include <string.h>

enum {
    ARRAY = 16,
    DEVICE = 17,
    SYSTEM_MEMORY = 3, /* the use of an array, section 7.17.2 */
    HANDLES = 0x10000,
    DRAWN = 32,   /* slots that are drawn one by one; more, as runs of equal ones */
    KINDS = 6,    /* of modules, that have a line */
    LOCATORS = 6, /* that are named of a group */
    LOCATORS_SIZE = 192,
};

struct memory {
    uint8_t other[HANDLES / 8]; /* a bit for each array that is no system memory */
    uint64_t capacity, installed;
    size_t slots, full, unknown; /* of those that are full: how large they are */
    struct tally modules;        /* kinds of them */
    char locators[TALLY_TEXTS][LOCATORS_SIZE];
    char empty[LOCATORS_SIZE];
};

/* ---- arrays --------------------------------------------------------------------------------- */

static void read_arrays(struct memory *m, const struct hwident_table *table)
{
    enum { USE, CAPACITY, PICKS };
    struct pick picks[PICKS] = {{.key = "use"}, {.key = "maximum_capacity_bytes"}};
    struct hwident_structure s = {0};

    while (hwident_table_find(table, ARRAY, &s) == 1) {
        pick(table, &s, picks, PICKS);
        if (picks[USE].number == SYSTEM_MEMORY)
            m->capacity += picks[CAPACITY].number;
        else
            m->other[s.handle / 8] |= (uint8_t)(1 << s.handle % 8);
    }
}

/* ---- devices -------------------------------------------------------------------------------- */

enum { OWNER, SIZE, KIND, CONFIGURED, SPEED, MAKER, PART, LOCATOR, PICKS };

/* Steps to the next device of the system's memory. */
static bool next_device(const struct memory *m, const struct hwident_table *table,
                        struct hwident_structure *s, struct pick picks[PICKS])
{
    static const char *const keys[PICKS] = {
        [OWNER] = "physical_memory_array_handle",
        [SIZE] = "size_bytes",
        [KIND] = "memory_type",
        [CONFIGURED] = "configured_memory_speed_mt_s",
        [SPEED] = "speed_mt_s",
        [MAKER] = "manufacturer",
        [PART] = "part_number",
        [LOCATOR] = "device_locator",
    };

    for (size_t i = 0; i < PICKS; i++)
        picks[i].key = keys[i];
    while (hwident_table_find(table, DEVICE, s) == 1) {
        size_t owner;

        pick(table, s, picks, PICKS);
        owner = (size_t)picks[OWNER].number % HANDLES;
        if (!picks[OWNER].there || !(m->other[owner / 8] >> owner % 8 & 1))
            return true;
    }
    return false;
}

/* "8 GiB DDR4 2400 MT/s, Micron, 18ASF1G72PZ": what the firmware tells of it. */
static void describe(const struct pick picks[PICKS], char text[TALLY_SIZE])
{
    const struct pick *speed = picks[CONFIGURED].there ? &picks[CONFIGURED] : &picks[SPEED];
    struct line size = {0};
    char rate[24] = "";

    if (picks[SIZE].there)
        line_size(&size, DIALECT_3_7, picks[SIZE].number, 0);
    else
        line_add(&size, "of unknown size");
    if (speed->there)
        (void)snprintf(rate, sizeof rate, " %u MT/s", (unsigned)speed->number);
    (void)snprintf(text, TALLY_SIZE, "%.24s%s%.24s%s%s%.40s%s%.40s", size.text,
                   *picks[KIND].text ? " " : "", picks[KIND].text, rate,
                   *picks[MAKER].text ? ", " : "", picks[MAKER].text, *picks[PART].text ? ", " : "",
                   picks[PART].text);
}

/* Names number `n` of a group's slots; the last that are named makes room for dots. */
static void add_locator(char *list, size_t n, const char *locator)
{
    size_t used = strlen(list);

    if (n < LOCATORS)
        (void)snprintf(list + used, LOCATORS_SIZE - used, "%s%.24s", n > 0 ? ", " : "", locator);
    else if (n == LOCATORS)
        (void)snprintf(list + used, LOCATORS_SIZE - used, ", ...");
}

static bool is_empty(const struct pick picks[PICKS])
{
    return !picks[SIZE].there && picks[SIZE].absent == HWIDENT_E_NO_STRUCTURE;
}

static void read_devices(struct memory *m, const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    struct pick picks[PICKS];
    char text[TALLY_SIZE];

    for (; next_device(m, table, &s, picks); m->slots++) {
        size_t n;

        if (is_empty(picks)) {
            add_locator(m->empty, m->slots - m->full, picks[LOCATOR].text);
            continue;
        }
        describe(picks, text);
        n = tally_add(&m->modules, text);
        if (n < TALLY_TEXTS)
            add_locator(m->locators[n], m->modules.count[n] - 1, picks[LOCATOR].text);
        m->installed += picks[SIZE].number;
        m->unknown += !picks[SIZE].there;
        m->full++;
    }
}

/* ---- the drawing ---------------------------------------------------------------------------- */

/* "8G", "512M": what stands in a slot; nothing in an empty one. */
static void short_size(const struct pick picks[PICKS], char text[16])
{
    static const char units[] = "BKMGTPE";
    uint64_t number = picks[SIZE].number;
    size_t unit = 0;

    if (is_empty(picks)) {
        text[0] = '\0';
        return;
    }
    for (; number >= 1024 && number % 1024 == 0 && units[unit + 1]; unit++)
        number /= 1024;
    if (picks[SIZE].there)
        (void)snprintf(text, 16, "%llu%c", (unsigned long long)number, units[unit]);
    else
        (void)snprintf(text, 16, "?");
}

static void draw(FILE *out, const struct memory *m, const struct hwident_table *table, int width)
{
    struct hwident_structure s = {0};
    struct pick picks[PICKS];
    char text[16], last[16] = "";
    size_t run = 0;

    fprintf(out, "%-*s", LABEL_WIDTH, "");
    while (next_device(m, table, &s, picks)) {
        short_size(picks, text);
        if (m->slots <= DRAWN) {
            fprintf(out, " [%*s]", width, text);
            continue;
        }
        if (run > 0 && strcmp(text, last) != 0) {
            fprintf(out, " [%*s] x%zu", width, last, run);
            run = 0;
        }
        memcpy(last, text, sizeof last);
        run++;
    }
    if (run > 0)
        fprintf(out, " [%*s] x%zu", width, last, run);
    putc('\n', out);
}

/* Characters of the longest size. */
static int drawing_width(const struct memory *m, const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    struct pick picks[PICKS];
    char text[16];
    size_t width = 2;

    while (next_device(m, table, &s, picks)) {
        short_size(picks, text);
        if (strlen(text) > width)
            width = strlen(text);
    }
    return (int)width;
}

static void print_modules(FILE *out, const struct memory *m)
{
    size_t others = m->full;

    for (size_t i = 0; i < m->modules.texts && i < KINDS; i++) {
        fprintf(out, "%-*s %zux %s: %s\n", LABEL_WIDTH, "", m->modules.count[i], m->modules.text[i],
                m->locators[i]);
        others -= m->modules.count[i];
    }
    if (others > 0)
        fprintf(out, "%-*s %zux others\n", LABEL_WIDTH, "", others);
    if (m->slots > m->full)
        fprintf(out, "%-*s %zu empty: %s\n", LABEL_WIDTH, "", m->slots - m->full, m->empty);
}

/* What is installed, as far as the firmware tells it. */
static void describe_installed(const struct memory *m, struct line *line)
{
    if (m->unknown > 0 && m->installed == 0) {
        line_add(line, "unknown size");
        return;
    }
    if (m->unknown > 0)
        line_add(line, "at least ");
    line_size(line, DIALECT_3_7, m->installed, 0);
}

void picture_print_memory(FILE *out, const struct hwident_table *table)
{
    struct memory m = {0};
    struct line installed = {0}, capacity = {0};

    read_arrays(&m, table);
    read_devices(&m, table);
    if (m.slots == 0)
        return;
    describe_installed(&m, &installed);
    line_size(&capacity, DIALECT_3_7, m.capacity, 0);
    fprintf(out, "%-*s %s in %zu of %zu slot%s", LABEL_WIDTH, "Memory", installed.text, m.full,
            m.slots, m.slots == 1 ? "" : "s");
    fprintf(out, m.capacity > 0 ? ", at most %s\n" : "\n", capacity.text);
    draw(out, &m, table, drawing_width(&m, table));
    print_modules(out, &m);
}
