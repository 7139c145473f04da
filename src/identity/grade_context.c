/*
 * Grading a component by the fields beside it in its table.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/serial.h"
#include "identity/system_types.h"
#include "smbios/structure.h"

#include <string.h>

enum { UUID_SIZE = 16, UUID_AT = 0x08 }; /* section 7.2 */
enum { MANUFACTURER = 0x04, PRODUCT = 0x05, VERSION = 0x06, SERIAL = 0x07 };
enum { CHASSIS_TYPE = 0x05, LOCKED = 0x80, MULTI_SYSTEM = 0x19, BLADE = 0x1C, BLADES = 0x1D };

/* The string at `offset`, trimmed; `*size` is 0 if there is none. */
/*@ requires structure_whole(s) && \valid(size) && \separated(size, s);
    assigns *size;
    ensures readable(\result, *size); */
static const uint8_t *text_at(const struct hwident_structure *s, size_t offset, size_t *size)
{
    const char *string = NULL;

    *size = 0;
    if (hwident_structure_string_at(s, offset, &string, size))
        *size = 0;
    return text_trim(string, size);
}

/*@ requires readable(bytes, size);
    assigns \nothing; */
static bool has_digit(const uint8_t *bytes, size_t size)
{
    /*@ loop invariant 0 <= i <= size;
        loop assigns i;
        loop variant size - i; */
    for (size_t i = 0; i < size; i++)
        if (byte_is_digit(bytes[i]))
            return true;
    return false;
}

/* Whether the serial number has no digits and repeats manufacturer, product or version. */
/*@ requires structure_whole(s) && \valid_read(component);
    requires readable(component->value, component->size);
    assigns \nothing; */
static bool repeats_a_name(const struct hwident_structure *s,
                           const struct hwident_component *component)
{
    static const uint8_t names[] = {MANUFACTURER, PRODUCT, VERSION};

    if (has_digit(component->value, component->size))
        return false;
    /*@ loop invariant 0 <= i;
        loop assigns i; */
    for (size_t i = 0; i < sizeof names; i++) {
        size_t size = 0;
        const uint8_t *name;

        if (s->type == CHASSIS && names[i] == PRODUCT) /* a chassis has its type there */
            continue;
        name = text_at(s, names[i], &size);
        if (size > 0 && folds_equal(name, size, component->value, component->size))
            return true;
    }
    return false;
}

/* Whether the serial number contains the guest's UUID, in either byte order. */
/*@ requires structure_whole(s) && \valid_read(component);
    requires readable(component->value, component->size);
    assigns \nothing; */
static bool is_own_uuid(const struct hwident_structure *s,
                        const struct hwident_component *component)
{
    uint8_t serial[UUID_SIZE] = {0}, uuid[UUID_SIZE];

    if (!bytes_hold(s->length, UUID_AT, UUID_SIZE) || !uuid_of_text(component, serial))
        return false;
    memcpy(uuid, s->bytes + UUID_AT, UUID_SIZE);
    hwident_uuid_canonical(uuid);
    hwident_uuid_canonical(serial);
    return bytes_equal(uuid, serial, UUID_SIZE);
}

/* OpenStack shows the host's serial number to every guest that was not told to show its own. */
/*@ requires structure_whole(s) && \valid_read(component);
    requires readable(component->value, component->size);
    assigns \nothing; */
static bool is_hosts_number(const struct hwident_structure *s,
                            const struct hwident_component *component)
{
    static const uint8_t names[] = {MANUFACTURER, PRODUCT};

    /*@ loop invariant 0 <= i;
        loop assigns i; */
    for (size_t i = 0; i < sizeof names; i++) {
        size_t size = 0;
        const uint8_t *name = text_at(s, names[i], &size);

        if (bytes_are(name, size, 0, "OpenStack"))
            return !is_own_uuid(s, component);
    }
    return false;
}

/* Whether the UUID is the start of a longer serial number: then only its end differs by machine. */
/*@ requires structure_whole(s) && \valid_read(component);
    requires readable(component->value, UUID_SIZE);
    assigns \nothing; */
static bool is_cut_serial(const struct hwident_structure *s,
                          const struct hwident_component *component)
{
    size_t size = 0;
    const uint8_t *serial = text_at(s, SERIAL, &size);

    return size > UUID_SIZE && bytes_equal(serial, component->value, UUID_SIZE);
}

/* Whether this is an enclosure of several systems whose serial number the system has too. */
/*@ requires table_whole(table) && \valid_read(component);
    requires readable(component->value, component->size);
    assigns \nothing; */
static bool is_enclosures_number(const struct hwident_table *table,
                                 const struct hwident_component *component)
{
    struct hwident_structure chassis = {0};
    uint64_t type = 0;
    size_t size = 0;
    const uint8_t *serial;

    if (hwident_table_find(table, CHASSIS, &chassis) != 1 ||
        !hwident_structure_field(&chassis, CHASSIS_TYPE, 1, &type))
        return false;
    type &= ~(uint64_t)LOCKED;
    serial = text_at(&chassis, SERIAL, &size);
    return (type == MULTI_SYSTEM || type == BLADE || type == BLADES) && size == component->size &&
           bytes_equal(serial, component->value, size);
}

/*@ requires table_whole(table) && structure_whole(s) && \valid(component);
    requires readable(component->value, component->size);
    requires component->profile == 'u' && component->grade != HWIDENT_GRADE_ABSENT ==>
             component->size == UUID_SIZE;
    assigns component->grade, component->rule, component->note;
    ensures \old(component->grade) == HWIDENT_GRADE_ABSENT ==>
            component->grade == HWIDENT_GRADE_ABSENT; */
void grade_context(const struct hwident_table *table, const struct hwident_structure *s,
                   struct hwident_component *component, unsigned rules)
{
    if (rules < 2 || hwident_grade_refusal(component->grade, false))
        return;
    if (component->profile == 'u') {
        if (is_cut_serial(s, component))
            grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "cut-serial",
                      "the first 16 characters of the system serial number");
        return;
    }
    if (repeats_a_name(s, component))
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "name", "another field's text");
    else if (component->profile == 's' && is_hosts_number(s, component))
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "host-serial",
                  "OpenStack shows the host's, which all its guests share");
    else if (component->profile == 's' && is_enclosures_number(table, component))
        component->note = "the chassis has the same, which blades share";
}
