/*
 * Which strings of a structure its fields refer to.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_REFERENCES_H
#define HWIDENT_SMBIOS_REFERENCES_H

#include "smbios/schema.h"

enum { REFERENCES = 256 };

/* Sets used[n] for each string number n that a field of the structure refers to. */
void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, bool used[REFERENCES]);

#endif
