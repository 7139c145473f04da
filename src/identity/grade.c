/*
 * Grades: how far a component tells one machine from all others.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/serial.h"

#include <string.h>

enum { UUID_SIZE = 16, TEXT_MIN = 2 * UUID_SIZE, TEXT_MAX = 64 };

/*@ requires \valid(component);
    assigns component->grade, component->rule, component->note;
    ensures component->grade == grade; */
void grade_set(struct hwident_component *component, enum hwident_grade grade, const char *rule,
               const char *note)
{
    component->grade = grade;
    component->rule = rule;
    component->note = note;
}

/* The rule's name if the UUID is one of the two that mean "not present" (section 7.2.1). */
/*@ requires readable(uuid, UUID_SIZE);
    assigns \nothing; */
static const char *uuid_absence(const uint8_t uuid[UUID_SIZE])
{
    if (bytes_all(uuid, UUID_SIZE, 0x00))
        return "all-00";
    return bytes_all(uuid, UUID_SIZE, 0xFF) ? "all-ff" : NULL;
}

/*@ requires \valid_read(component) && readable(component->value, component->size);
    requires \valid(uuid + (0 .. UUID_SIZE - 1));
    assigns uuid[0 .. UUID_SIZE - 1]; */
bool uuid_of_text(const struct hwident_component *component, uint8_t uuid[UUID_SIZE])
{
    char text[TEXT_MAX] = "";

    if (component->size < TEXT_MIN || component->size >= sizeof text)
        return false;
    memcpy(text, component->value, component->size);
    return hwident_uuid_parse(text, uuid, NULL) == HWIDENT_OK;
}

/* Refuses a serial number that is a UUID written as text if that UUID would be refused. */
/*@ requires \valid(component) && readable(component->value, component->size);
    assigns component->grade, component->rule, component->note; */
static void grade_uuid_in_text(struct hwident_component *component, unsigned rules)
{
    struct hwident_component uuid = {.profile = 'u'};

    if (!uuid_of_text(component, uuid.uuid))
        return;
    hwident_uuid_canonical(uuid.uuid);
    if (!uuid_absence(uuid.uuid))
        grade_uuid(&uuid, rules);
    if (uuid.grade == HWIDENT_GRADE_ABSENT || uuid.grade == HWIDENT_GRADE_PLACEHOLDER)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "placeholder-uuid", uuid.note);
}

/*@ requires readable((uint8_t *)value, size);
    requires \valid(component) && \base_addr(component) != \base_addr((uint8_t *)value);
    assigns *component;
    ensures \result == HWIDENT_OK ==> readable(component->value, component->size);
    ensures \result == HWIDENT_OK && profile == 'u' && component->grade != HWIDENT_GRADE_ABSENT ==>
            component->size == UUID_SIZE;
    ensures component->size == 0 || \base_addr(component->value) == \base_addr((uint8_t *)value);
    ensures component->profile == profile; */
int hwident_component_grade(char profile, const void *value, size_t size, unsigned rules,
                            struct hwident_component *component)
{
    const char *absence = "blank";

    *component = (struct hwident_component){.profile = profile, .rule = absence};
    if (rules > HWIDENT_RULES)
        return HWIDENT_E_RULES;
    if (!hwident_profile_name(profile) || (profile == 'u' && size != UUID_SIZE))
        return HWIDENT_E_USAGE;
    if (rules == 0)
        rules = HWIDENT_RULES;
    component->value = profile == 'u' ? value : text_trim(value, &size);
    component->size = size;
    if (profile == 'u') {
        memcpy(component->uuid, value, UUID_SIZE);
        hwident_uuid_canonical(component->uuid);
        absence = uuid_absence(component->uuid);
    } else if (size > 0) {
        absence = NULL;
    }
    if (absence)
        *component = (struct hwident_component){.profile = profile, .rule = absence};
    else if (profile == 'u')
        grade_uuid(component, rules);
    else
        grade_string(component, rules);
    if (rules >= 2 && profile != 'u' && component->grade == HWIDENT_GRADE_STRONG)
        grade_uuid_in_text(component, rules);
    return HWIDENT_OK;
}

const char *hwident_grade_name(enum hwident_grade grade)
{
    static const char *const names[] = {
        [HWIDENT_GRADE_ABSENT] = "absent",
        [HWIDENT_GRADE_PLACEHOLDER] = "placeholder",
        [HWIDENT_GRADE_WEAK] = "weak",
        [HWIDENT_GRADE_STRONG] = "strong",
    };

    return grade <= HWIDENT_GRADE_STRONG ? names[grade] : names[HWIDENT_GRADE_ABSENT];
}

/*@ assigns \nothing;
    ensures grade == HWIDENT_GRADE_ABSENT ==> \result != HWIDENT_OK; */
int hwident_grade_refusal(enum hwident_grade grade, bool strict)
{
    switch (grade) {
    case HWIDENT_GRADE_STRONG:
        return HWIDENT_OK;
    case HWIDENT_GRADE_WEAK:
        return strict ? HWIDENT_E_WEAK : HWIDENT_OK;
    case HWIDENT_GRADE_PLACEHOLDER:
        return HWIDENT_E_PLACEHOLDER;
    default:
        return HWIDENT_E_ABSENT;
    }
}
