/*
 * The identity of the hardware itself, where the firmware keeps it beside one that it was given:
 * HPE's Virtual Connect and its like put serial number and UUID of a profile into type 1.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_HARDWARE_H
#define HWIDENT_LIBRARY_HARDWARE_H

#include "library/pick.h"
#include "render/json.h"

enum { HARDWARE_SERIAL, HARDWARE_UUID, HARDWARE_PICKS };

struct hardware {
    struct pick own[HARDWARE_PICKS], given[HARDWARE_PICKS];
    bool differs;
};

/* False where the firmware keeps none. */
bool hardware_read(const struct hwident_table *table, struct hardware *hardware);

/* Writes serial number, UUID and whether they differ from type 1's as the object `key`, if known. */
void hardware_json(struct json *json, const char *key, const struct hwident_table *table);

#endif
