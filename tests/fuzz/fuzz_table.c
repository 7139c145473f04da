/*
 * 32 bytes of entry point, then the table: everything that decodes, grades and compares.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

static void check_inside(const struct hwident_table *table, const void *at, size_t size)
{
    const uint8_t *bytes = at;

    HOLDS(bytes >= table->bytes && bytes + size <= table->bytes + table->size);
}

static void check_strings(const struct hwident_table *table, const struct hwident_structure *s)
{
    const char *string;
    size_t length;

    for (unsigned n = 0; n <= UINT8_MAX; n++) {
        int err = hwident_structure_string(s, (uint8_t)n, &string, &length);

        HOLDS(err == HWIDENT_OK || string == NULL);
        if (!err)
            check_inside(table, string, length + 1);
        if (err == HWIDENT_E_BAD_INDEX)
            break;
    }
}

static void check_structures(const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    struct hwident_walk walk;
    size_t bytes = 0;
    uint32_t structures = 0;
    int result;

    while ((result = hwident_table_next(table, &s)) == 1) {
        uint64_t field;

        HOLDS(s.offset == bytes && s.length >= 4 && s.size >= s.length + 2U);
        check_inside(table, s.bytes, s.size);
        HOLDS(hwident_structure_field(&s, s.length - 1U, 1, &field));
        HOLDS(!hwident_structure_field(&s, s.length, 1, &field) && field == 0);
        check_strings(table, &s);
        bytes += s.size;
        structures++;
    }
    if (result == HWIDENT_E_UNTERMINATED)
        check_strings(table, &s);
    hwident_table_walk(table, &walk);
    HOLDS(walk.structures == structures && walk.bytes == bytes && walk.error == result);
}

static void check_uuid(const struct hwident_table *table)
{
    struct hwident_component as_stored, as_swapped;
    uint8_t stored[16], swapped[16], canonical[16];
    const char *evidence;

    if (hwident_table_uuid(table, stored))
        return;
    memcpy(swapped, stored, sizeof swapped);
    hwident_uuid_swap(swapped);
    memcpy(canonical, stored, sizeof canonical);
    hwident_uuid_canonical(canonical);
    HOLDS(!hwident_component_grade('u', stored, sizeof stored, 0, &as_stored));
    HOLDS(!hwident_component_grade('u', swapped, sizeof swapped, 0, &as_swapped));
    HOLDS(as_stored.grade == as_swapped.grade && as_stored.rule == as_swapped.rule);
    HOLDS(memcmp(as_stored.uuid, canonical, sizeof canonical) == 0);
    HOLDS(memcmp(as_swapped.uuid, canonical, sizeof canonical) == 0);
    HOLDS((hwident_table_uuid_order(table, &evidence) == HWIDENT_UUID_SPEC) == (evidence == NULL));
}

static void check_values(const struct hwident_table *table)
{
    size_t room = table->size + HWIDENT_UUID_TEXT_SIZE;
    char *value = malloc(room);

    HOLDS(value != NULL);
    for (size_t n = 0; hwident_keyword(n); n++) {
        int err =
            hwident_table_get(table, hwident_keyword(n), HWIDENT_UUID_SPEC, value, room, NULL);
        size_t length = err ? 0 : strlen(value);

        HOLDS(err != HWIDENT_E_BUFFER && hwident_error_exit(err) != 2);
        for (size_t i = 0; i < length; i++)
            HOLDS(value[i] >= 0x20 && value[i] < 0x7F);
        if (err)
            continue;
        HOLDS(hwident_table_get(table, hwident_keyword(n), HWIDENT_UUID_SPEC, value, length,
                                NULL) == HWIDENT_E_BUFFER);
        HOLDS(!hwident_table_get(table, hwident_keyword(n), HWIDENT_UUID_SPEC, value, length + 1,
                                 NULL));
    }
    free(value);
}

static void check_components(const struct hwident_table *table)
{
    struct hwident_component component;
    struct hwident_virtual found;

    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        int err = hwident_component_read(table, *profile, 0, &component);

        HOLDS(component.rule != NULL);
        HOLDS(err == HWIDENT_OK || component.grade == HWIDENT_GRADE_ABSENT);
        HOLDS((component.grade == HWIDENT_GRADE_ABSENT) == (component.size == 0));
        if (component.size > 0)
            check_inside(table, component.value, component.size);
    }
    hwident_table_virtual(table, &found);
    HOLDS(found.is_virtual == (found.stated || found.name != NULL));
}

static void check_table(const struct hwident_table *table)
{
    uint32_t version = hwident_table_version(table);

    HOLDS(version == 0 || version == HWIDENT_SMBIOS(2, 6));
    check_structures(table);
    check_uuid(table);
    check_values(table);
    check_components(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hwident_entry_point ep;
    struct hwident_table table;
    size_t entry_size = size < HWIDENT_ENTRY_POINT_MAX ? size : HWIDENT_ENTRY_POINT_MAX;
    int err = hwident_entry_point_parse(data, entry_size, &ep);

    data += entry_size;
    size -= entry_size;
    if (!err) {
        hwident_table_init(&table, data, size, &ep);
        check_table(&table);
    }
    hwident_table_init(&table, data, size, NULL);
    check_table(&table);
    return 0;
}
