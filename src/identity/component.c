/*
 * The components: where the tables hold each value that a licence can be bound to.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/profile.h"
#include "identity/system_types.h"
#include "smbios/structure.h"

enum { UUID = 0x08, UUID_SIZE = 16, SERIAL = 0x07 }; /* sections 7.2, 7.3, 7.4 */
enum { BOARD_FEATURES = 0x09, BOARD_HOSTS = 1 };     /* section 7.3.1 */

/*@ requires structure_whole(board);
    assigns \nothing; */
static bool hosts_others(const struct hwident_structure *board)
{
    uint64_t features;

    return hwident_structure_field(board, BOARD_FEATURES, 1, &features) &&
           (features & BOARD_HOSTS) != 0;
}

/* Finds the board that hosts others, else the first; returns as hwident_table_find does. */
/*@ requires table_whole(table);
    requires \valid(board) && \separated(board, table);
    assigns *board;
    ensures \result == 1 ==> structure_inside(board, table) && structure_whole(board);
    ensures \result <= 1; */
static int find_board(const struct hwident_table *table, struct hwident_structure *board)
{
    int result;

    /*@ loop assigns result, *board; */
    do
        result = hwident_table_find(table, BASE_BOARD, board);
    while (result == 1 && !hosts_others(board));
    if (result != 0)
        return result;
    *board = (struct hwident_structure){0};
    return hwident_table_find(table, BASE_BOARD, board);
}

/*@ requires table_whole(table);
    requires \valid(s) && \separated(s, table);
    assigns *s;
    ensures \result == 1 ==> structure_inside(s, table) && structure_whole(s);
    ensures \result <= 1; */
static int find(const struct hwident_table *table, uint8_t type, struct hwident_structure *s)
{
    return type == BASE_BOARD ? find_board(table, s) : hwident_table_find(table, type, s);
}

/* The name of the rule that says why the component is missing. */
/*@ assigns \nothing; */
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
/*@ requires structure_whole(s);
    requires \valid(value) && \valid(size) && \separated(value, size, s);
    assigns *value, *size;
    ensures \result == HWIDENT_OK ==>
            readable((uint8_t *)*value, *size) &&
            \base_addr((uint8_t *)*value) == \base_addr(s->bytes);
    ensures \result == HWIDENT_OK && profile == 'u' ==> *size == UUID_SIZE; */
static int locate(const struct hwident_structure *s, char profile, const void **value, size_t *size)
{
    const char *string = NULL;
    int err;

    if (profile == 'u') {
        if (!bytes_hold(s->length, UUID, UUID_SIZE))
            return HWIDENT_E_SHORT;
        *value = s->bytes + UUID;
        *size = UUID_SIZE;
        return HWIDENT_OK;
    }
    err = hwident_structure_string_at(s, SERIAL, &string, size);
    *value = string;
    return err;
}

/*@ requires table_whole(table);
    requires \valid(component) && \separated(component, table);
    requires \base_addr(component) != \base_addr(table->bytes);
    assigns *component;
    ensures \result == HWIDENT_OK ==> readable(component->value, component->size);
    ensures \result == HWIDENT_OK && profile == 'u' && component->grade != HWIDENT_GRADE_ABSENT ==>
            component->size == UUID_SIZE;
    ensures component->size == 0 || \base_addr(component->value) == \base_addr(table->bytes);
    ensures component->profile == profile; */
int hwident_component_read(const struct hwident_table *table, char profile, unsigned rules,
                           struct hwident_component *component)
{
    struct hwident_structure s = {0};
    size_t row = profile_row(profile);
    const void *value = NULL;
    size_t size = 0;
    int result, err;

    *component = (struct hwident_component){.profile = profile, .rule = "broken-table"};
    if (rules > HWIDENT_RULES)
        return HWIDENT_E_RULES;
    if (row == PROFILES)
        return HWIDENT_E_USAGE;
    result = find(table, profiles[row].type, &s);
    if (result < 0)
        return result;
    err = result == 1 ? locate(&s, profile, &value, &size) : HWIDENT_E_NO_STRUCTURE;
    if (err) {
        grade_set(component, HWIDENT_GRADE_ABSENT, absence(err), NULL);
        return HWIDENT_OK;
    }
    err = hwident_component_grade(profile, value, size, rules, component);
    if (!err)
        grade_context(table, &s, component, rules ? rules : HWIDENT_RULES);
    return err;
}
