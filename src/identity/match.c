/*
 * Match: whether a UUID or a code written down elsewhere names the machine of a table.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/structure.h"

#include <string.h>

enum { UUID_SIZE = 16, PROFILE_AT = 3 };

/*@ requires readable(written, UUID_SIZE) && readable(stored, UUID_SIZE);
    assigns \nothing; */
enum hwident_verdict hwident_uuid_compare(const uint8_t written[16], const uint8_t stored[16],
                                          uint32_t version)
{
    uint8_t swapped[UUID_SIZE];
    bool little_endian = version >= HWIDENT_SMBIOS(2, 6);
    bool as_stored, as_swapped;

    memcpy(swapped, stored, UUID_SIZE);
    hwident_uuid_swap(swapped);
    as_stored = bytes_equal(written, stored, UUID_SIZE);
    as_swapped = bytes_equal(written, swapped, UUID_SIZE);
    if (version == 0)
        return as_stored || as_swapped ? HWIDENT_SAME : HWIDENT_DIFFERENT;
    if (little_endian ? as_swapped : as_stored)
        return HWIDENT_SAME;
    return as_stored || as_swapped ? HWIDENT_SWAPPED : HWIDENT_DIFFERENT;
}

/* The machine's own component; refused if an equal one would not prove that it is this machine. */
/*@ requires table_whole(table);
    requires \valid(own) && \separated(own, table);
    requires \base_addr(own) != \base_addr(table->bytes);
    assigns *own;
    ensures \result == HWIDENT_OK ==> readable(own->value, own->size);
    ensures \result == HWIDENT_OK && profile == 'u' ==> own->size == UUID_SIZE; */
static int read_own(const struct hwident_table *table, char profile, unsigned rules, bool strict,
                    struct hwident_component *own)
{
    int err = hwident_component_read(table, profile, rules, own);

    return err ? err : hwident_grade_refusal(own->grade, strict);
}

/*@ requires table_whole(table);
    requires valid_read_string(value) && strlen(value) < SIZE_MAX;
    requires app == \null || valid_read_string(app);
    requires key == \null || readable((uint8_t *)key, key_size);
    requires \valid(verdict) && (where == \null || \valid(where));
    requires \separated(where, value + (0 .. strlen(value)));
    requires \separated(verdict, table) && \separated(where, table);
    assigns *verdict, *where; */
static int match_code(const struct hwident_table *table, const char *value, const char *app,
                      const void *key, size_t key_size, unsigned rules, bool strict,
                      enum hwident_verdict *verdict, size_t *where)
{
    char written[HWIDENT_CODE_SIZE], code[HWIDENT_CODE_SIZE];
    struct hwident_component own;
    int err = hwident_code_parse(value, written, where);

    if (!err)
        err = hwident_app_id_check(app, NULL);
    if (!err)
        err = hwident_key_check(key, key_size);
    if (!err)
        err = read_own(table, written[PROFILE_AT], rules, strict, &own);
    if (!err)
        err = hwident_code_derive(own.profile, own.value, own.size, app, key, key_size, code);
    if (!err && strcmp(written, code) == 0)
        *verdict = HWIDENT_SAME;
    return err;
}

/*@ requires table_whole(table);
    requires valid_read_string(value) && strlen(value) < SIZE_MAX;
    requires \valid(verdict) && (where == \null || \valid(where));
    requires \separated(where, value + (0 .. strlen(value)));
    requires \separated(verdict, table) && \separated(where, table);
    assigns *verdict, *where; */
static int match_uuid(const struct hwident_table *table, const char *value, unsigned rules,
                      bool strict, enum hwident_verdict *verdict, size_t *where)
{
    struct hwident_component own, other;
    uint8_t written[UUID_SIZE];
    int err = hwident_uuid_parse(value, written, where);

    if (!err)
        err = hwident_component_grade('u', written, UUID_SIZE, rules, &other);
    if (!err)
        err = hwident_grade_refusal(other.grade, strict);
    if (!err)
        err = read_own(table, 'u', rules, strict, &own);
    if (!err)
        *verdict = hwident_uuid_compare(written, own.value, table->version);
    return err;
}

/* Whether the first two characters, without blanks and dashes, are "hw": no UUID begins so. */
/*@ requires valid_read_string(value);
    assigns \nothing; */
static bool begins_as_code(const char *value)
{
    static const char separators[] = " -\t\r\n";

    value += strspn(value, separators);
    if (*value != 'h' && *value != 'H')
        return false;
    value++;
    value += strspn(value, separators);
    return *value == 'w' || *value == 'W';
}

int hwident_value_check(const char *value, char *profile, size_t *where)
{
    char code[HWIDENT_CODE_SIZE] = {[PROFILE_AT] = 'u'};
    uint8_t uuid[UUID_SIZE];
    int err;

    if (begins_as_code(value))
        err = hwident_code_parse(value, code, where);
    else
        err = hwident_uuid_parse(value, uuid, where);
    if (profile)
        *profile = code[PROFILE_AT];
    return err;
}

int hwident_table_match(const struct hwident_table *table, const char *value, const char *app,
                        const void *key, size_t key_size, unsigned rules, bool strict,
                        enum hwident_verdict *verdict, size_t *where)
{
    *verdict = HWIDENT_DIFFERENT;
    if (begins_as_code(value))
        return match_code(table, value, app, key, key_size, rules, strict, verdict, where);
    return match_uuid(table, value, rules, strict, verdict, where);
}

const char *hwident_verdict_name(enum hwident_verdict verdict)
{
    switch (verdict) {
    case HWIDENT_SAME:
        return "same";
    case HWIDENT_SWAPPED:
        return "swapped";
    default:
        return "different";
    }
}
