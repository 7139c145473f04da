/*
 * Enumerations that more than one file needs.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/names.h"

/*@ requires \valid_read(names) && \valid_read(names->list + (0 .. names->count - 1));
    assigns \nothing;
    ensures \result == \null || valid_read_string(\result); */
const char *names_find(const struct names *names, uint64_t value)
{
    return value < names->count ? names->list[value] : NULL;
}

const char *names_find_older(const struct names *names, uint64_t value)
{
    const char *was = value < names->older_count ? names->older[value] : NULL;

    if (!was)
        return names_find(names, value);
    return *was ? was : NULL;
}

const char *const no_yes[2] = {"No", "Yes"};
const char *const disabled_enabled[2] = {"Disabled", "Enabled"};
const char *const absent_present[2] = {"Not Present", "Present"};

/* Section 7.4.1. */
static const char *const chassis_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Desktop",
    [0x04] = "Low Profile Desktop",
    [0x05] = "Pizza Box",
    [0x06] = "Mini Tower",
    [0x07] = "Tower",
    [0x08] = "Portable",
    [0x09] = "Laptop",
    [0x0A] = "Notebook",
    [0x0B] = "Hand Held",
    [0x0C] = "Docking Station",
    [0x0D] = "All In One",
    [0x0E] = "Sub Notebook",
    [0x0F] = "Space-saving",
    [0x10] = "Lunch Box",
    [0x11] = "Main Server Chassis",
    [0x12] = "Expansion Chassis",
    [0x13] = "Sub Chassis",
    [0x14] = "Bus Expansion Chassis",
    [0x15] = "Peripheral Chassis",
    [0x16] = "RAID Chassis",
    [0x17] = "Rack Mount Chassis",
    [0x18] = "Sealed-case PC",
    [0x19] = "Multi-system",
    [0x1A] = "Compact PCI",
    [0x1B] = "Advanced TCA",
    [0x1C] = "Blade",
    [0x1D] = "Blade Enclosure",
    [0x1E] = "Tablet",
    [0x1F] = "Convertible",
    [0x20] = "Detachable",
    [0x21] = "IoT Gateway",
    [0x22] = "Embedded PC",
    [0x23] = "Mini PC",
    [0x24] = "Stick PC",
};

const struct names names_chassis_type = {.list = chassis_types,
                                         .count = sizeof chassis_types / sizeof chassis_types[0]};

/* Section 6.2 and chapter 7: structures as others refer to them. */
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

const struct names names_structure_type = {
    .list = structure_types,
    .count = sizeof structure_types / sizeof structure_types[0],
    .older = structure_types_older,
    .older_count = sizeof structure_types_older / sizeof structure_types_older[0]};
