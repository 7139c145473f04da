/*
 * Between the files that grade: one judges UUIDs, one strings.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_GRADE_H
#define HWIDENT_IDENTITY_GRADE_H

#include "hwident.h"

void grade_set(struct hwident_component *component, enum hwident_grade grade, const char *rule,
               const char *note);

/* Grades component->uuid, canonical and neither all 00 nor all FF. */
void grade_uuid(struct hwident_component *component);

/* Dell writes its name and the service tag's seven characters; this order shows them as text. */
bool uuid_is_dell(const uint8_t uuid[16]);

/* Grades component->size bytes at component->value, trimmed and not empty. */
void grade_string(struct hwident_component *component);

#endif
