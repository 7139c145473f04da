/*
 * The machine in a few facts: what is counted and named from each structure type. Memory and the
 * older on board devices have files of their own. SPDX-License-Identifier: MIT
 */
#include "library/overview.h"

#include "library/placeholder.h"
#include "smbios/line.h"

#include <stdlib.h>
#include <string.h>

/* Adds the facts of one structure, whose values are in `picks`. */
typedef void add_structure(struct overview *o, const struct pick *picks);

/* Whether a text says nothing. Tables repeat texts, and grading one takes long. */
static bool says_nothing(struct overview *o, const char *text)
{
    size_t known = tally_add(&o->graded, text);

    if (known == TALLY_TEXTS)
        return is_placeholder(text, strlen(text));
    if (o->graded.entry[known].count == 1)
        o->says_nothing[known] = is_placeholder(text, strlen(text));
    return o->says_nothing[known];
}

/* Appends the text at `end`, as far as there is room before `limit`; returns the new end. */
static char *append(char *end, const char *limit, const char *text)
{
    while (*text && end + 1 < limit)
        *end++ = *text++;
    *end = '\0';
    return end;
}

const char *overview_telling(struct overview *o, const char *text)
{
    return says_nothing(o, text) ? "" : text;
}

size_t overview_count(struct overview *o, enum overview_list list, const char *first,
                      const char *between, const char *second, const char *after)
{
    bool both = *first && *second;
    const char *const parts[] = {first, both ? between : "", second, both ? after : ""};
    char text[4 * PICK_SIZE] = "", *end = text;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        end = append(end, text + sizeof text, parts[i]);
    return *text ? tally_add(&o->list[list], text) : OVERVIEW_NOT_COUNTED;
}

void overview_count_again(struct overview *o, enum overview_list list, size_t place)
{
    if (place != OVERVIEW_NOT_COUNTED)
        tally_add_again(&o->list[list], place);
}

/* Counts a text of two parts, each left out if it says nothing. */
static void add_joined(struct overview *o, enum overview_list list, const char *first,
                       const char *between, const char *second, const char *after)
{
    (void)overview_count(o, list, overview_telling(o, first), between, overview_telling(o, second),
                         after);
}

/* ---- processors (section 7.5) -------------------------------------------------------------------- */

enum {
    MODEL,
    FAMILY,
    POPULATED,
    STATUS,
    CORES,
    CORES_ENABLED,
    THREADS,
    THREADS_ENABLED,
    PROCESSOR_PICKS
};

enum { STATUS_BY_USER = 2, STATUS_BY_FIRMWARE = 3 };

static uint64_t number_or(const struct pick *pick, const struct pick *other)
{
    return pick->there && pick->number > 0 ? pick->number : other->number;
}

static void add_processor(struct overview *o, const struct pick *p)
{
    struct overview_processors *all = &o->processors;
    const char *model = *p[MODEL].text ? p[MODEL].text : p[FAMILY].text;

    all->sockets++;
    if (!p[POPULATED].number)
        return;
    all->populated++;
    if (p[STATUS].number == STATUS_BY_USER || p[STATUS].number == STATUS_BY_FIRMWARE) {
        all->disabled++;
        return;
    }
    all->enabled++;
    all->cores += number_or(&p[CORES_ENABLED], &p[CORES]);
    all->threads += number_or(&p[THREADS_ENABLED], &p[THREADS]);
    if (*model)
        (void)tally_add(&o->list[LIST_PROCESSORS], model);
}

/* ---- caches (section 7.8) ------------------------------------------------------------------------- */

enum { CACHE_LEVEL, CACHE_ENABLED, CACHE_SIZE, CACHE_PICKS };

static void add_cache(struct overview *o, const struct pick *p)
{
    uint64_t level = p[CACHE_LEVEL].number;

    if (level < 1 || level > sizeof o->cache / sizeof o->cache[0] || !p[CACHE_ENABLED].number ||
        p[CACHE_SIZE].number == 0)
        return;
    o->cache[level - 1].level = (unsigned)level;
    o->cache[level - 1].count++;
    o->cache[level - 1].size += p[CACHE_SIZE].number;
}

/* ---- slots and ports (sections 7.10 and 7.9) ------------------------------------------------------ */

enum { SLOT_DESIGNATION, SLOT_TYPE, SLOT_USAGE, SLOT_PICKS, IN_USE = 4 };

static void add_slot(struct overview *o, const struct pick *p)
{
    const char *name =
        *p[SLOT_DESIGNATION].text || *p[SLOT_TYPE].text ? p[SLOT_DESIGNATION].text : "unnamed";

    o->slots++;
    if (p[SLOT_USAGE].number != IN_USE)
        return;
    o->slots_in_use++;
    add_joined(o, LIST_SLOTS, name, " (", p[SLOT_TYPE].text, ")");
}

enum { PORT_CONNECTOR, PORT_TYPE, PORT_PICKS };

/* Connector type 0 means "none": the port ends inside the machine. So does port type 0. */
static void add_port(struct overview *o, const struct pick *p)
{
    if (p[PORT_CONNECTOR].number != 0 && p[PORT_TYPE].number != 0 && *p[PORT_TYPE].text)
        (void)tally_add(&o->list[LIST_PORTS], p[PORT_TYPE].text);
}

/* ---- power (sections 7.40 and 7.23) --------------------------------------------------------------- */

enum { SUPPLY_CAPACITY, SUPPLY_PRESENT, SUPPLY_NAME, SUPPLY_PICKS };

static void add_supply(struct overview *o, const struct pick *p)
{
    struct line watts;

    line_begin(&watts);
    o->supplies++;
    if (!p[SUPPLY_PRESENT].number)
        return;
    o->supplies_present++;
    if (p[SUPPLY_CAPACITY].there && p[SUPPLY_CAPACITY].number >= 1000) {
        line_number(&watts, p[SUPPLY_CAPACITY].number / 1000);
        line_add(&watts, " W");
    }
    add_joined(o, LIST_SUPPLIES, watts.text, " (", p[SUPPLY_NAME].text, ")");
}

enum { BATTERY_MAKER, BATTERY_NAME, BATTERY_CAPACITY, BATTERY_PICKS };

static void add_battery(struct overview *o, const struct pick *p)
{
    struct line name, capacity;

    line_begin(&name);
    line_begin(&capacity);
    line_add(&name, p[BATTERY_MAKER].text);
    if (*p[BATTERY_MAKER].text && *p[BATTERY_NAME].text)
        line_char(&name, ' ');
    line_add(&name, p[BATTERY_NAME].text);
    if (p[BATTERY_CAPACITY].number > 0) {
        line_number(&capacity, (p[BATTERY_CAPACITY].number + 500) / 1000);
        line_add(&capacity, " Wh");
    }
    o->batteries++;
    add_joined(o, LIST_BATTERIES, name.text, ", ", capacity.text, "");
}

/* ---- TPM and management controller (sections 7.44 and 7.39) --------------------------------------- */

enum { TPM_VENDOR, TPM_VERSION, TPM_PICKS };

static void add_tpm(struct overview *o, const struct pick *p)
{
    struct line version;

    line_begin(&version);
    line_add(&version, "TPM");
    if (*p[TPM_VERSION].text) {
        line_char(&version, ' ');
        line_add(&version, p[TPM_VERSION].text);
    }
    add_joined(o, LIST_TPMS, version.text, ", ", p[TPM_VENDOR].text, "");
}

enum { CONTROLLER_INTERFACE, CONTROLLER_VERSION, CONTROLLER_PICKS };

static void add_controller(struct overview *o, const struct pick *p)
{
    struct line version;

    line_begin(&version);
    line_add(&version, "IPMI ");
    line_add(&version, p[CONTROLLER_VERSION].text);
    add_joined(o, LIST_CONTROLLERS, version.text, ", ", p[CONTROLLER_INTERFACE].text, "");
}

/* ---- onboard devices (section 7.42) ---------------------------------------------------------------- */

enum { ONBOARD_NAME, ONBOARD_TYPE, ONBOARD_ENABLED, ONBOARD_PICKS };

static void add_onboard(struct overview *o, const struct pick *p)
{
    if (p[ONBOARD_ENABLED].number)
        add_joined(o, LIST_ONBOARD, p[ONBOARD_TYPE].text, " (", p[ONBOARD_NAME].text, ")");
}

/* ---- all of it ------------------------------------------------------------------------------------- */

enum { MOST_PICKS = PROCESSOR_PICKS };

/* The keys that are read from each type. */
static const struct subject {
    uint8_t type;
    add_structure *add;
    const char *keys[MOST_PICKS]; /* ends with NULL */
} subjects[] = {
    {4,
     add_processor,
     {"processor_version", "processor_family", "socket_populated", "status", "core_count",
      "core_enabled", "thread_count", "thread_enabled"}},
    {7, add_cache, {"level", "enabled", "installed_size_bytes"}},
    {8, add_port, {"external_connector_type", "port_type"}},
    {9, add_slot, {"slot_designation", "slot_type", "current_usage"}},
    {22, add_battery, {"manufacturer", "device_name", "design_capacity_milliwatt_hours"}},
    {38, add_controller, {"interface_type", "ipmi_specification_revision"}},
    {39, add_supply, {"max_power_capacity_milliwatts", "present", "device_name"}},
    {41, add_onboard, {"reference_designation", "device_type", "enabled"}},
    {43, add_tpm, {"vendor_id", "specification_version"}},
};

static const struct subject *subject_of(uint8_t type)
{
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
        if (subjects[i].type == type)
            return &subjects[i];
    return NULL;
}

static void read_structure(const struct hwident_table *table, const struct hwident_structure *s,
                           struct overview *o)
{
    const struct subject *subject = subject_of(s->type);
    struct pick picks[MOST_PICKS];
    size_t count = 0;

    if (!subject)
        return;
    for (; count < MOST_PICKS && subject->keys[count]; count++)
        picks[count].key = subject->keys[count];
    pick(table, s, picks, count);
    subject->add(o, picks);
}

static bool has_lost(const struct overview *o)
{
    bool lost = false;

    for (size_t i = 0; i < OVERVIEW_LISTS; i++)
        lost = lost || o->list[i].no_memory;
    return lost;
}

int overview_read(const struct hwident_table *table, struct overview *o)
{
    struct hwident_structure s = {0};

    *o = (struct overview){0};
    overview_read_onboard(table, o);
    while (hwident_table_next(table, &s) == 1)
        read_structure(table, &s, o);
    return overview_read_memory(table, &o->memory) && !has_lost(o) ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

void overview_free(struct overview *o)
{
    for (size_t i = 0; i < OVERVIEW_LISTS; i++)
        tally_free(&o->list[i]);
    tally_free(&o->graded);
    free(o->memory.slot);
    o->memory.slot = NULL;
}
