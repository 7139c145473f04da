/*
 * Shared by the files that grade: one judges UUIDs, one strings, one the fields beside them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_GRADE_H
#define HWIDENT_IDENTITY_GRADE_H

#include "hwident.h"

void grade_set(struct hwident_component *component, enum hwident_grade grade, const char *rule,
               const char *note);

/* Grades component->uuid, canonical and neither all 00 nor all FF, by rule set `rules`. */
void grade_uuid(struct hwident_component *component, unsigned rules);

/* Reads a string component that is a UUID in any spelling; false if it is not. */
bool uuid_of_text(const struct hwident_component *component, uint8_t uuid[16]);

/* Grades component->size bytes at component->value, trimmed and not empty. */
void grade_string(struct hwident_component *component, unsigned rules);

/* Lowers the grade of a component of structure `s` of `table` because of the fields beside it. */
void grade_context(const struct hwident_table *table, const struct hwident_structure *s,
                   struct hwident_component *component, unsigned rules);

/*
 * The name of the rule by which a string, trimmed and not empty, is a placeholder, with its note;
 * or NULL. `cut`: the string may be only the beginning of a longer one.
 */
const char *string_rule(const uint8_t *bytes, size_t size, bool cut, unsigned rules,
                        const char **note);

#endif
