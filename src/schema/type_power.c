/*
 * Battery, power supply and scheduled power: types 22, 25 and 39.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.23 */

/* 7.23.1 */
static const char *const chemistries[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Lead Acid",
    [0x04] = "Nickel Cadmium",
    [0x05] = "Nickel Metal Hydride",
    [0x06] = "Lithium Ion",
    [0x07] = "Zinc Air",
    [0x08] = "Lithium Polymer",
};

enum { CHEMISTRY_UNKNOWN = 0x02, BATTERY_SBDS_LENGTH = 0x1A };

/* Since 2.2 a smart battery may have some values in its own fields instead of the plain ones. */
static bool battery_says_smart(const struct decoding *d, size_t plain, uint64_t nothing)
{
    return d->end >= BATTERY_SBDS_LENGTH && field_number(d, plain, 1) == nothing;
}

/* The row, with or without its line in the text. */
static struct field field_shown(const struct decoding *d, bool shown)
{
    struct field field = *d->field;

    if (!shown)
        field.label = NULL;
    return field;
}

static void decode_plain_string(const struct decoding *d)
{
    struct field field = field_shown(d, !battery_says_smart(d, d->field->offset, 0));
    struct decoding here = *d;

    here.field = &field;
    emit_string(&here, (uint8_t)field_number(d, field.offset, 1));
}

static void decode_plain_chemistry(const struct decoding *d)
{
    struct field field =
        field_shown(d, !battery_says_smart(d, d->field->offset, CHEMISTRY_UNKNOWN));
    struct decoding here = *d;

    here.field = &field;
    emit_enum(&here, field_number(d, field.offset, 1), field.names);
}

/* The byte at 0x15 multiplies the value at 0x0A (2.2). */
static void decode_design_capacity(const struct decoding *d)
{
    uint64_t capacity = field_number(d, d->field->offset, 2);
    struct line line = {0};

    if (field_fits(d, 0x15, 1))
        capacity *= field_number(d, 0x15, 1);
    line_number(&line, capacity);
    line_add(&line, " mWh");
    emit_number(d, capacity, line.text);
}

static void decode_smart_serial(const struct decoding *d)
{
    struct field field = field_shown(d, battery_says_smart(d, 0x07, 0));
    uint64_t serial = field_number(d, field.offset, 2);
    struct decoding here = *d;
    struct line line = {0};

    here.field = &field;
    line_digits(&line, serial, 16, 4);
    emit_hex(&here, serial, 2, line.text);
}

/* Years since 1980 in 7 bits, month in 4, day in 5. */
static void decode_smart_date(const struct decoding *d)
{
    struct field field = field_shown(d, battery_says_smart(d, 0x06, 0));
    uint64_t date = field_number(d, field.offset, 2);
    struct decoding here = *d;
    struct line line = {0};

    here.field = &field;
    line_number(&line, 1980 + (date >> 9));
    line_char(&line, '-');
    line_digits(&line, date >> 5 & 0x0F, 10, 2);
    line_char(&line, '-');
    line_digits(&line, date & 0x1F, 10, 2);
    if ((date >> 5 & 0x0F) == 0 || (date & 0x1F) == 0)
        emit_absent(&here, HWIDENT_E_UNKNOWN_VALUE, line.text);
    else
        emit_text(&here, line.text);
}

static void decode_smart_chemistry(const struct decoding *d)
{
    struct field field = field_shown(d, battery_says_smart(d, 0x09, CHEMISTRY_UNKNOWN));
    struct decoding here = *d;

    here.field = &field;
    emit_string(&here, (uint8_t)field_number(d, field.offset, 1));
}

static const struct field battery[] = {
    {0x04, 1, FIELD_STRING, "Location", "location"},
    {0x05, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x06, 1, FIELD_CUSTOM, "Manufacture Date", "manufacture_date", .decode = decode_plain_string},
    {0x07, 1, FIELD_CUSTOM, "Serial Number", "serial_number", .decode = decode_plain_string,
     .flags = PRIVATE},
    {0x08, 1, FIELD_STRING, "Name", "device_name"},
    {0x09, 1, FIELD_CUSTOM, "Chemistry", "device_chemistry", NAMES(chemistries),
     .decode = decode_plain_chemistry},
    {0x0A, 2, FIELD_CUSTOM, "Design Capacity", "design_capacity_milliwatt_hours",
     .words = zero_is_unknown, .decode = decode_design_capacity},
    {0x0C, 2, FIELD_NUMBER, "Design Voltage", "design_voltage_millivolts", .words = zero_is_unknown,
     .unit = " mV"},
    {0x0E, 1, FIELD_STRING, "SBDS Version", "sbds_version_number"},
    {0x0F, 1, FIELD_NUMBER, "Maximum Error", "maximum_error_in_battery_data_percent",
     .words = ones_8_is_unknown, .unit = "%"},
    {0x10, 2, FIELD_CUSTOM, "SBDS Serial Number", "sbds_serial_number",
     .decode = decode_smart_serial, .flags = PRIVATE},
    {0x12, 2, FIELD_CUSTOM, "SBDS Manufacture Date", "sbds_manufacture_date",
     .decode = decode_smart_date},
    {0x14, 1, FIELD_CUSTOM, "SBDS Chemistry", "sbds_device_chemistry",
     .decode = decode_smart_chemistry},
    {0x16, 4, FIELD_HEX, "OEM-specific Information", "oem_specific"},
};

const struct schema schema_battery = {22, "Portable Battery", ROWS(battery), LENGTHS(0x10)};

/* Section 7.26 */

/* Two digits in BCD, or a star if that is not a number from `low` to `high`. */
static void line_timer(struct line *line, uint64_t bcd, uint64_t low, uint64_t high)
{
    if (bcd < low || bcd > high || (bcd & 0x0F) > 9)
        line_char(line, '*');
    else
        line_digits(line, bcd, 16, 2);
}

static void decode_power_on(const struct decoding *d)
{
    size_t offset = d->field->offset;
    struct line line = {0};

    line_timer(&line, field_number(d, offset, 1), 0x01, 0x12);
    line_char(&line, '-');
    line_timer(&line, field_number(d, offset + 1, 1), 0x01, 0x31);
    line_char(&line, ' ');
    line_timer(&line, field_number(d, offset + 2, 1), 0x00, 0x23);
    line_char(&line, ':');
    line_timer(&line, field_number(d, offset + 3, 1), 0x00, 0x59);
    line_char(&line, ':');
    line_timer(&line, field_number(d, offset + 4, 1), 0x00, 0x59);
    emit_text(d, line.text);
}

static const struct field power_controls[] = {
    {0x04, 5, FIELD_CUSTOM, "Next Scheduled Power-on", "next_scheduled_power_on",
     .decode = decode_power_on},
};

const struct schema schema_power_controls = {25, "System Power Controls", ROWS(power_controls),
                                             LENGTHS(0x09)};

/* Section 7.40 */

/* 7.40.1: the characteristics' bits. */
static const char *const supply_statuses[] = {
    [1] = "Other", [2] = "Unknown", [3] = "OK", [4] = "Non-critical", [5] = "Critical",
};

static const char *const supply_types[] = {
    [1] = "Other",   [2] = "Unknown", [3] = "Linear",    [4] = "Switching",
    [5] = "Battery", [6] = "UPS",     [7] = "Converter", [8] = "Regulator",
};

static const char *const voltage_switching[] = {
    [1] = "Other",       [2] = "Unknown",    [3] = "Manual",
    [4] = "Auto-switch", [5] = "Wide Range", [6] = "N/A",
};

static const char *const yes_no[] = {"Yes", "No"};

enum { SUPPLY_PRESENT = 1 << 1 };

/* The line also says whether the supply is there at all. */
static void decode_supply_status(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 2);
    uint64_t status = bits >> 7 & 7;
    struct value value = value_of(d, VALUE_ENUM, "Not Present");
    struct line line = {0};

    if (bits & SUPPLY_PRESENT) {
        line_add(&line, "Present, ");
        line_add(&line, names_or_out_of_spec(d, d->field->names, status));
        value.text = line.text;
    }
    value.number = status;
    value.name = name_table_find(d->field->names, status);
    emit(d, &value);
}

static const struct field power_supply[] = {
    {0x04, 1, FIELD_NUMBER, "Power Unit Group", "power_unit_group", .words = zero_is_none},
    {0x05, 1, FIELD_STRING, "Location", "location"},
    {0x06, 1, FIELD_STRING, "Name", "device_name"},
    {0x07, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x08, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x09, 1, FIELD_STRING, "Asset Tag", "asset_tag_number", .flags = PRIVATE},
    {0x0A, 1, FIELD_STRING, "Model Part Number", "model_part_number"},
    {0x0B, 1, FIELD_STRING, "Revision", "revision_level"},
    {0x0C, 2, FIELD_NUMBER, "Max Power Capacity", "max_power_capacity_milliwatts",
     .words = sign_16_is_unknown, .unit = " W", .scale = 1000},
    {0x0E, 2, FIELD_FLAG, NULL, "present", NAMES(no_yes), .mask = SUPPLY_PRESENT},
    {0x0E, 2, FIELD_CUSTOM, "Status", "status", NAMES(supply_statuses),
     .decode = decode_supply_status},
    {0x0E, 2, FIELD_ENUM, "Type", "type", NAMES(supply_types), .mask = 0x3C00},
    {0x0E, 2, FIELD_ENUM, "Input Voltage Range Switching", "input_voltage_range_switching",
     NAMES(voltage_switching), .mask = 0x0078},
    {0x0E, 2, FIELD_FLAG, "Plugged", "unplugged_from_the_wall", NAMES(yes_no), .mask = 0x0004},
    {0x0E, 2, FIELD_FLAG, "Hot Replaceable", "hot_replaceable", NAMES(no_yes), .mask = 0x0001},
    {0x10, 2, FIELD_HANDLE, "Input Voltage Probe Handle", "input_voltage_probe_handle",
     .words = ones_16_is_none},
    {0x12, 2, FIELD_HANDLE, "Cooling Device Handle", "cooling_device_handle",
     .words = ones_16_is_none},
    {0x14, 2, FIELD_HANDLE, "Input Current Probe Handle", "input_current_probe_handle",
     .words = ones_16_is_none},
};

const struct schema schema_power_supply = {39, "System Power Supply", ROWS(power_supply),
                                           LENGTHS(0x10, 0x16)};
