/*
 * The identity of the hardware itself, for people.
 * SPDX-License-Identifier: MIT
 */
#include "cli/physical.h"

#include "cli/report.h"
#include "library/hardware.h"

void physical_print(FILE *out, const struct hwident_table *table)
{
    struct hardware p;

    if (!hardware_read(table, &p) || !p.differs)
        return;
    fprintf(out, "%-*s %s%s%s (the hardware's own; type 1 holds those of a profile)\n", LABEL_WIDTH,
            "Physical", p.own[HARDWARE_SERIAL].text,
            p.own[HARDWARE_SERIAL].there && p.own[HARDWARE_UUID].there ? ", " : "",
            p.own[HARDWARE_UUID].text);
}
