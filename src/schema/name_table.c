/*
 * Tables of names, and those that more than one file needs.
 * SPDX-License-Identifier: MIT
 */
#include "schema/name_table.h"

const char *name_table_find(const struct name_table *table, uint64_t value)
{
    return names_find(&table->names, value);
}

const char *name_table_find_older(const struct name_table *table, uint64_t value)
{
    const char *was = names_find(&table->older, value);

    if (!was)
        return name_table_find(table, value);
    return *was ? was : NULL;
}

const char *const no_yes[2] = {"No", "Yes"};
const char *const disabled_enabled[2] = {"Disabled", "Enabled"};
const char *const absent_present[2] = {"Not Present", "Present"};

/* Section 6.2 and chapter 7: structure types as other structures refer to them. */
static const char *const structure_types[] = {
    [0] = "Platform Firmware",
    [1] = "System",
    [2] = "Base Board",
    [3] = "Chassis",
    [4] = "Processor",
    [5] = "Memory Controller",
    [6] = "Memory Module",
    [7] = "Cache",
    [8] = "Port Connector",
    [9] = "System Slots",
    [10] = "On Board Devices",
    [11] = "OEM Strings",
    [12] = "System Configuration Options",
    [13] = "Firmware Language",
    [14] = "Group Associations",
    [15] = "System Event Log",
    [16] = "Physical Memory Array",
    [17] = "Memory Device",
    [18] = "32-bit Memory Error",
    [19] = "Memory Array Mapped Address",
    [20] = "Memory Device Mapped Address",
    [21] = "Built-in Pointing Device",
    [22] = "Portable Battery",
    [23] = "System Reset",
    [24] = "Hardware Security",
    [25] = "System Power Controls",
    [26] = "Voltage Probe",
    [27] = "Cooling Device",
    [28] = "Temperature Probe",
    [29] = "Electrical Current Probe",
    [30] = "Out-of-band Remote Access",
    [31] = "Boot Integrity Services",
    [32] = "System Boot",
    [33] = "64-bit Memory Error",
    [34] = "Management Device",
    [35] = "Management Device Component",
    [36] = "Management Device Threshold Data",
    [37] = "Memory Channel",
    [38] = "IPMI Device",
    [39] = "Power Supply",
    [40] = "Additional Information",
    [41] = "Onboard Device",
    [42] = "Management Controller Host Interface",
    [43] = "TPM Device",
    [44] = "Processor",
    [45] = "Firmware",
    [46] = "String Property",
};

static const char *const structure_types_older[] = {[0] = "BIOS", [13] = "BIOS Language"};

const struct name_table names_structure_type = {.names = NAMES_LIST(structure_types),
                                                .older = NAMES_LIST(structure_types_older)};
