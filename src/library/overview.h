/*
 * The machine in the facts that people ask for first, gathered from all structures: what summary
 * prints, in each of its forms.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_OVERVIEW_H
#define HWIDENT_LIBRARY_OVERVIEW_H

#include "library/pick.h"
#include "library/tally.h"

/* Sockets (type 4). Populated and enabled are different things: hypervisors populate all sockets
 * that a guest could have and disable those that it has not. */
struct overview_processors {
    size_t sockets, populated, enabled, disabled;
    uint64_t cores, threads; /* of those that are enabled */
};

enum { SLOT_NAME = 2 * PICK_SIZE };

/* At most this many slots are described; the largest machine seen has 192. */
enum { OVERVIEW_SLOTS = 1024 };

enum slot_state { SLOT_EMPTY, SLOT_FULL, SLOT_SIZE_UNKNOWN };

/* One slot of the system's memory (type 17). */
struct memory_slot {
    char locator[PICK_SIZE], bank[PICK_SIZE];
    char name[SLOT_NAME];  /* unique in the machine as far as the firmware allows */
    char group[PICK_SIZE]; /* the channel or processor that it belongs to; "": not known */
    char label[PICK_SIZE]; /* its name within the group */
    enum slot_state state;
    uint64_t size;         /* in bytes */
    char type[PICK_SIZE];  /* "DDR5" */
    char form[PICK_SIZE];  /* "DIMM" */
    uint64_t rated, speed; /* MT/s; 0: not known. `speed` is the configured one */
    char maker[PICK_SIZE]; /* its name, also where the firmware has a number */
    char part[PICK_SIZE];  /* the part number */
};

/* The system's memory (types 16 and 17). */
struct overview_memory {
    uint64_t capacity, installed; /* in bytes */
    size_t slots, full, unknown;  /* `unknown`: how many full ones state no size */
    char correction[PICK_SIZE];   /* "Multi-bit ECC", "None"; "": not known */
    struct memory_slot *slot;     /* the first `kept` of them */
    size_t kept;
    bool grouped; /* the slots have groups */
};

struct overview_cache {
    unsigned level; /* 1 to 8 */
    size_t count;
    uint64_t size; /* of all caches of the level that are enabled, in bytes */
};

/* The lists of what is named and how often. */
enum overview_list {
    LIST_PROCESSORS,  /* models of those that are enabled */
    LIST_SLOTS,       /* type 9, those in use */
    LIST_PORTS,       /* type 8, those that can be reached from outside */
    LIST_SUPPLIES,    /* type 39, those present: "750 W (PWR SPLY)" */
    LIST_BATTERIES,   /* type 22 */
    LIST_TPMS,        /* type 43 */
    LIST_CONTROLLERS, /* type 38: of the management controller */
    LIST_ONBOARD,     /* types 10 and 41, those that are enabled */
    OVERVIEW_LISTS,
};

struct overview {
    struct overview_processors processors;
    struct overview_memory memory;
    struct overview_cache cache[8]; /* by level; count 0: none */
    size_t slots, slots_in_use;
    size_t supplies, supplies_present;
    size_t batteries;
    struct tally list[OVERVIEW_LISTS];
    struct tally graded; /* texts of which it is known whether they say nothing */
    bool says_nothing[TALLY_TEXTS];
};

/*
 * Gathers the facts from the table. HWIDENT_E_MEMORY; call overview_free in either case. If the
 * table is broken, everything after that place is left out.
 */
int overview_read(const struct hwident_table *table, struct overview *overview);
void overview_free(struct overview *overview);

/* ---- for the files of this overview ---------------------------------------------------------------- */

/* Gathers the facts about memory; in overview_memory.c. False if memory ran out. */
bool overview_read_memory(const struct hwident_table *table, struct overview_memory *memory);

/* Counts the devices of type 10; in overview_onboard.c. */
void overview_read_onboard(const struct hwident_table *table, struct overview *overview);

/* The text, or "" if it says nothing. */
const char *overview_telling(struct overview *overview, const char *text);

enum { OVERVIEW_NOT_COUNTED = TALLY_TEXTS + 1 };

/*
 * Counts a text of two parts with `between` them and `after` both; if one is "", the other is all of
 * it. Returns its place in the list, for others that are alike; OVERVIEW_NOT_COUNTED: both are "".
 */
size_t overview_count(struct overview *overview, enum overview_list list, const char *first,
                      const char *between, const char *second, const char *after);
void overview_count_again(struct overview *overview, enum overview_list list, size_t place);

/* Names the slots and finds their groups; in slot_names.c. */
void slots_name(struct overview_memory *memory);

#endif
