/*
 * Probes and cooling devices: types 26 to 29.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* 7.27.1: the statuses of all types in this file. */
static const char *const probe_statuses[] = {
    [1] = "Other",        [2] = "Unknown",  [3] = "OK",
    [4] = "Non-critical", [5] = "Critical", [6] = "Non-recoverable",
};

/* 7.29.1; the boards of the last four have no voltage and current probes (7.27.1, 7.30.1). */
static const char *const locations[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Processor",
    [0x04] = "Disk",
    [0x05] = "Peripheral Bay",
    [0x06] = "System Management Module",
    [0x07] = "Motherboard",
    [0x08] = "Memory Module",
    [0x09] = "Processor Module",
    [0x0A] = "Power Unit",
    [0x0B] = "Add-in Card",
    [0x0C] = "Front Panel Board",
    [0x0D] = "Back Panel Board",
    [0x0E] = "Power System Board",
    [0x0F] = "Drive Back Plane",
};

static const struct name_table probe_locations = {.names = {locations, 0x0C}};

/* Section 7.27 */

static const struct field voltage_probe[] = {
    {0x04, 1, FIELD_STRING, "Description", "description"},
    {0x05, 1, FIELD_ENUM, "Location", "location", &probe_locations, .mask = 0x1F},
    {0x05, 1, FIELD_ENUM, "Status", "status", NAMES(probe_statuses), .mask = 0xE0},
    {0x06, 2, FIELD_NUMBER, "Maximum Value", "maximum_value_millivolts",
     .words = sign_16_is_unknown, .unit = " V", .decimals = 3, .flags = SIGNED},
    {0x08, 2, FIELD_NUMBER, "Minimum Value", "minimum_value_millivolts",
     .words = sign_16_is_unknown, .unit = " V", .decimals = 3, .flags = SIGNED},
    {0x0A, 2, FIELD_NUMBER, "Resolution", "resolution_microvolts", .words = sign_16_is_unknown,
     .unit = " mV", .decimals = 1, .scale = 100},
    {0x0C, 2, FIELD_NUMBER, "Tolerance", "tolerance_millivolts", .words = sign_16_is_unknown,
     .unit = " V", .decimals = 3, .flags = SIGNED},
    {0x0E, 2, FIELD_NUMBER, "Accuracy", "accuracy_hundredths_percent", .words = sign_16_is_unknown,
     .unit = "%", .decimals = 2},
    {0x10, 4, FIELD_HEX, "OEM-specific Information", "oem_defined"},
    {0x14, 2, FIELD_NUMBER, "Nominal Value", "nominal_value_millivolts",
     .words = sign_16_is_unknown, .unit = " V", .decimals = 3, .flags = SIGNED},
};

const struct schema schema_voltage_probe = {26, "Voltage Probe", ROWS(voltage_probe),
                                            LENGTHS(0x14)};

/* Section 7.28 */

/* 7.28.1 */
static const char *const cooling_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Fan",
    [0x04] = "Centrifugal Blower",
    [0x05] = "Chip Fan",
    [0x06] = "Cabinet Fan",
    [0x07] = "Power Supply Fan",
    [0x08] = "Heat Pipe",
    [0x09] = "Integrated Refrigeration",
    [0x10] = "Active Cooling",
    [0x11] = "Passive Cooling",
};

static const struct word no_speed[] = {{0x8000, "Unknown Or Non-rotating", HWIDENT_E_UNKNOWN_VALUE},
                                       {.text = NULL}};

static const struct field cooling_device[] = {
    {0x04, 2, FIELD_HANDLE, "Temperature Probe Handle", "temperature_probe_handle",
     .words = ones_16_is_none},
    {0x06, 1, FIELD_ENUM, "Type", "device_type", NAMES(cooling_types), .mask = 0x1F},
    {0x06, 1, FIELD_ENUM, "Status", "status", NAMES(probe_statuses), .mask = 0xE0},
    {0x07, 1, FIELD_NUMBER, "Cooling Unit Group", "cooling_unit_group", .words = zero_is_none},
    {0x08, 4, FIELD_HEX, "OEM-specific Information", "oem_defined"},
    {0x0C, 2, FIELD_NUMBER, "Nominal Speed", "nominal_speed_rpm", .words = no_speed,
     .unit = " rpm"},
    {0x0E, 1, FIELD_STRING, "Description", "description"},
};

const struct schema schema_cooling_device = {27, "Cooling Device", ROWS(cooling_device),
                                             LENGTHS(0x0C)};

/* Section 7.29 */

static const struct field temperature_probe[] = {
    {0x04, 1, FIELD_STRING, "Description", "description"},
    {0x05, 1, FIELD_ENUM, "Location", "location", NAMES(locations), .mask = 0x1F},
    {0x05, 1, FIELD_ENUM, "Status", "status", NAMES(probe_statuses), .mask = 0xE0},
    {0x06, 2, FIELD_NUMBER, "Maximum Value", "maximum_value_millidegrees_celsius",
     .words = sign_16_is_unknown, .unit = " deg C", .decimals = 1, .scale = 100, .flags = SIGNED},
    {0x08, 2, FIELD_NUMBER, "Minimum Value", "minimum_value_millidegrees_celsius",
     .words = sign_16_is_unknown, .unit = " deg C", .decimals = 1, .scale = 100, .flags = SIGNED},
    {0x0A, 2, FIELD_NUMBER, "Resolution", "resolution_millidegrees_celsius",
     .words = sign_16_is_unknown, .unit = " deg C", .decimals = 3},
    {0x0C, 2, FIELD_NUMBER, "Tolerance", "tolerance_millidegrees_celsius",
     .words = sign_16_is_unknown, .unit = " deg C", .decimals = 1, .scale = 100, .flags = SIGNED},
    {0x0E, 2, FIELD_NUMBER, "Accuracy", "accuracy_hundredths_percent", .words = sign_16_is_unknown,
     .unit = "%", .decimals = 2},
    {0x10, 4, FIELD_HEX, "OEM-specific Information", "oem_defined"},
    {0x14, 2, FIELD_NUMBER, "Nominal Value", "nominal_value_millidegrees_celsius",
     .words = sign_16_is_unknown, .unit = " deg C", .decimals = 1, .scale = 100, .flags = SIGNED},
};

const struct schema schema_temperature_probe = {28, "Temperature Probe", ROWS(temperature_probe),
                                                LENGTHS(0x14)};

/* Section 7.30 */

static const struct field current_probe[] = {
    {0x04, 1, FIELD_STRING, "Description", "description"},
    {0x05, 1, FIELD_ENUM, "Location", "location", &probe_locations, .mask = 0x1F},
    {0x05, 1, FIELD_ENUM, "Status", "status", NAMES(probe_statuses), .mask = 0xE0},
    {0x06, 2, FIELD_NUMBER, "Maximum Value", "maximum_value_milliamperes",
     .words = sign_16_is_unknown, .unit = " A", .decimals = 3, .flags = SIGNED},
    {0x08, 2, FIELD_NUMBER, "Minimum Value", "minimum_value_milliamperes",
     .words = sign_16_is_unknown, .unit = " A", .decimals = 3, .flags = SIGNED},
    {0x0A, 2, FIELD_NUMBER, "Resolution", "resolution_microamperes", .words = sign_16_is_unknown,
     .unit = " mA", .decimals = 1, .scale = 100},
    {0x0C, 2, FIELD_NUMBER, "Tolerance", "tolerance_milliamperes", .words = sign_16_is_unknown,
     .unit = " A", .decimals = 3, .flags = SIGNED},
    {0x0E, 2, FIELD_NUMBER, "Accuracy", "accuracy_hundredths_percent", .words = sign_16_is_unknown,
     .unit = "%", .decimals = 2},
    {0x10, 4, FIELD_HEX, "OEM-specific Information", "oem_defined"},
    {0x14, 2, FIELD_NUMBER, "Nominal Value", "nominal_value_milliamperes",
     .words = sign_16_is_unknown, .unit = " A", .decimals = 3, .flags = SIGNED},
};

const struct schema schema_current_probe = {29, "Electrical Current Probe", ROWS(current_probe),
                                            LENGTHS(0x14)};
