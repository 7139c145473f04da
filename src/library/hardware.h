/*
 * The identity of the hardware itself, if the firmware keeps it in addition to an assigned one:
 * HPE's Virtual Connect and similar products put a profile's serial number and UUID into type 1.
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

/* False if the firmware does not keep one. */
bool hardware_read(const struct hwident_table *table, struct hardware *hardware);

/*
 * Writes serial number, UUID and whether they differ from those of type 1 as the object `key`, if
 * known.
 */
void hardware_json(struct json *json, const char *key, const struct hwident_table *table);

#endif
