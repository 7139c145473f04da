/*
 * Which family a processor says it is of (section 7.5.2): for the keywords and the schema.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_FAMILY_H
#define HWIDENT_SMBIOS_FAMILY_H

#include "hwident.h"

/*
 * The family's number: one byte or, if that byte says so, two. *name is NULL if the specification
 * has no name for it. False if the structure is too short.
 */
bool processor_family(const struct hwident_structure *s, uint64_t *code, const char **name);

#endif
