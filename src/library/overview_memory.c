/*
 * The system's memory: its arrays and the slots in them.
 * SPDX-License-Identifier: MIT
 */
#include "library/overview.h"

#include <stdlib.h>
#include <string.h>

enum {
    ARRAY = 16,
    DEVICE = 17,
    SYSTEM_MEMORY = 3, /* a value of an array's use, section 7.17.2 */
    HANDLES = 0x10000,
};

/* A bit for each array that is not system memory. */
struct other_arrays {
    uint8_t bits[HANDLES / 8];
};

static void read_arrays(const struct hwident_table *table, struct overview_memory *m,
                        struct other_arrays *other)
{
    enum { USE, CAPACITY, CORRECTION, PICKS };
    struct pick picks[PICKS] = {
        {.key = "use"}, {.key = "maximum_capacity_bytes"}, {.key = "memory_error_correction"}};
    struct hwident_structure s = {0};

    while (hwident_table_find(table, ARRAY, &s) == 1) {
        pick(table, &s, picks, PICKS);
        if (picks[USE].number != SYSTEM_MEMORY) {
            other->bits[s.handle / 8] |= (uint8_t)(1 << s.handle % 8);
            continue;
        }
        m->capacity += picks[CAPACITY].number;
        if (!*m->correction)
            memcpy(m->correction, picks[CORRECTION].text, sizeof m->correction);
    }
}

enum { OWNER, SIZE, TYPE, FORM, RATED, SPEED, MAKER, MAKER_NAME, PART, LOCATOR, BANK, PICKS };

static const char *const keys[PICKS] = {
    [OWNER] = "physical_memory_array_handle",
    [SIZE] = "size_bytes",
    [TYPE] = "memory_type",
    [FORM] = "form_factor",
    [RATED] = "speed_mt_s",
    [SPEED] = "configured_memory_speed_mt_s",
    [MAKER] = "manufacturer",
    [MAKER_NAME] = "manufacturer_name",
    [PART] = "part_number",
    [LOCATOR] = "device_locator",
    [BANK] = "bank_locator",
};

static enum slot_state state_of(const struct pick *size)
{
    if (size->there)
        return SLOT_FULL;
    return size->absent == HWIDENT_E_NO_STRUCTURE ? SLOT_EMPTY : SLOT_SIZE_UNKNOWN;
}

static void fill_slot(struct memory_slot *slot, const struct pick picks[PICKS])
{
    const struct pick *maker = &picks[*picks[MAKER_NAME].text ? MAKER_NAME : MAKER];

    *slot = (struct memory_slot){
        .state = state_of(&picks[SIZE]),
        .size = picks[SIZE].number,
        .rated = picks[RATED].number,
        .speed = picks[SPEED].number,
    };
    memcpy(slot->locator, picks[LOCATOR].text, PICK_SIZE);
    memcpy(slot->bank, picks[BANK].text, PICK_SIZE);
    memcpy(slot->type, picks[TYPE].text, PICK_SIZE);
    memcpy(slot->form, picks[FORM].text, PICK_SIZE);
    memcpy(slot->maker, maker->text, PICK_SIZE);
    memcpy(slot->part, picks[PART].text, PICK_SIZE);
}

/* Makes room for one more slot, by doubling; false if memory ran out. */
static bool make_room(struct overview_memory *m)
{
    struct memory_slot *more;

    if ((m->kept & (m->kept - 1)) != 0)
        return true;
    more = realloc(m->slot, (m->kept ? 2 * m->kept : 1) * sizeof *more);
    if (more)
        m->slot = more;
    return more != NULL;
}

static bool add_slot(struct overview_memory *m, const struct pick picks[PICKS])
{
    enum slot_state state = state_of(&picks[SIZE]);

    m->slots++;
    m->full += state != SLOT_EMPTY;
    m->unknown += state == SLOT_SIZE_UNKNOWN;
    m->installed += picks[SIZE].number;
    if (m->kept == OVERVIEW_SLOTS)
        return true;
    if (!make_room(m))
        return false;
    fill_slot(&m->slot[m->kept++], picks);
    return true;
}

bool overview_read_memory(const struct hwident_table *table, struct overview_memory *m)
{
    struct other_arrays other = {0};
    struct hwident_structure s = {0};
    struct pick picks[PICKS];

    for (size_t i = 0; i < PICKS; i++)
        picks[i].key = keys[i];
    read_arrays(table, m, &other);
    while (hwident_table_find(table, DEVICE, &s) == 1) {
        size_t owner;

        pick(table, &s, picks, PICKS);
        owner = (size_t)picks[OWNER].number % HANDLES;
        if (picks[OWNER].there && (other.bits[owner / 8] >> owner % 8 & 1) != 0)
            continue;
        if (!add_slot(m, picks))
            return false;
    }
    slots_name(m);
    return true;
}
