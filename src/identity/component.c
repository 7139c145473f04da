/*
 * The components: where in the tables each thing stands that a licence can be bound to.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

enum { SYSTEM = 1, BASE_BOARD = 2, CHASSIS = 3 };    /* types, section 7 */
enum { UUID = 0x08, UUID_SIZE = 16, SERIAL = 0x07 }; /* sections 7.2, 7.3, 7.4 */
enum { BOARD_FEATURES = 0x09, BOARD_HOSTS = 1 };     /* section 7.3.1 */

static const struct {
    char profile;
    uint8_t type;
    const char *name;
} profiles[] = {
    {'u', SYSTEM, "system UUID"},
    {'s', SYSTEM, "system serial number"},
    {'b', BASE_BOARD, "base board serial number"},
    {'c', CHASSIS, "chassis serial number"},
};

enum { PROFILES = sizeof profiles / sizeof profiles[0] };

/* The row of `profile`, or PROFILES. */
static size_t row_of(char profile)
{
    size_t row = 0;

    while (row < PROFILES && profiles[row].profile != profile)
        row++;
    return row;
}

const char *hwident_profile_name(char profile)
{
    size_t row = row_of(profile);

    return row < PROFILES ? profiles[row].name : NULL;
}

static bool hosts_others(const struct hwident_structure *board)
{
    uint64_t features;

    return hwident_structure_field(board, BOARD_FEATURES, 1, &features) &&
           (features & BOARD_HOSTS) != 0;
}

/* Finds the board that hosts others, else the first; returns as hwident_table_find does. */
static int find_board(const struct hwident_table *table, struct hwident_structure *board)
{
    struct hwident_structure next = {0};
    bool found = false;
    int result;

    while ((result = hwident_table_find(table, BASE_BOARD, &next)) == 1) {
        bool hosts = hosts_others(&next);

        if (!found || hosts)
            *board = next;
        found = true;
        if (hosts)
            break;
    }
    return result < 0 ? result : found;
}

static int find(const struct hwident_table *table, uint8_t type, struct hwident_structure *s)
{
    return type == BASE_BOARD ? find_board(table, s) : hwident_table_find(table, type, s);
}

/* Why the component is not there, as the rule's name. */
static const char *absence(int err)
{
    switch (err) {
    case HWIDENT_E_NO_STRUCTURE:
        return "no-structure";
    case HWIDENT_E_NOT_SPECIFIED:
        return "not-specified";
    case HWIDENT_E_BAD_INDEX:
        return "bad-index";
    default:
        return "too-short";
    }
}

/* The component's bytes in its structure: HWIDENT_E_SHORT and a string's errors. */
static int locate(const struct hwident_structure *s, char profile, const void **value, size_t *size)
{
    const char *string = NULL;
    int err;

    if (profile == 'u') {
        if (s->length < UUID + UUID_SIZE)
            return HWIDENT_E_SHORT;
        *value = s->bytes + UUID;
        *size = UUID_SIZE;
        return HWIDENT_OK;
    }
    err = hwident_structure_text(s, SERIAL, &string, size);
    *value = string;
    return err;
}

int hwident_component_read(const struct hwident_table *table, char profile,
                           struct hwident_component *component)
{
    struct hwident_structure s = {0};
    size_t row = row_of(profile);
    const void *value = NULL;
    size_t size = 0;
    int result, err;

    *component = (struct hwident_component){.profile = profile, .rule = "broken-table"};
    if (row == PROFILES)
        return HWIDENT_E_USAGE;
    result = find(table, profiles[row].type, &s);
    if (result < 0)
        return result;
    err = result == 1 ? locate(&s, profile, &value, &size) : HWIDENT_E_NO_STRUCTURE;
    if (!err)
        return hwident_component_grade(profile, value, size, component);
    component->rule = absence(err);
    return HWIDENT_OK;
}
