/*
 * Base board and chassis: types 2 and 3.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.3 */

static const char *const board_features[] = {
    [0] = "Board is a hosting board", [1] = "Board requires at least one daughter board",
    [2] = "Board is removable",       [3] = "Board is replaceable",
    [4] = "Board is hot swappable",
};

/* 7.3.2 */
static const char *const board_types[] = {
    [0x01] = "Unknown",
    [0x02] = "Other",
    [0x03] = "Server Blade",
    [0x04] = "Connectivity Switch",
    [0x05] = "System Management Module",
    [0x06] = "Processor Module",
    [0x07] = "I/O Module",
    [0x08] = "Memory Module",
    [0x09] = "Daughter Board",
    [0x0A] = "Motherboard",
    [0x0B] = "Processor+Memory Module",
    [0x0C] = "Processor+I/O Module",
    [0x0D] = "Interconnect Board",
};

static const struct field base_board[] = {
    {0x04, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x05, 1, FIELD_STRING, "Product Name", "product"},
    {0x06, 1, FIELD_STRING, "Version", "version"},
    {0x07, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x08, 1, FIELD_STRING, "Asset Tag", "asset_tag", .flags = PRIVATE},
    {0x09, 1, FIELD_BITS, "Features", "feature_flags", NAMES(board_features)},
    {0x0A, 1, FIELD_STRING, "Location In Chassis", "location_in_chassis"},
    {0x0B, 2, FIELD_HANDLE, "Chassis Handle", "chassis_handle"},
    {0x0D, 1, FIELD_ENUM, "Type", "board_type", NAMES(board_types)},
    {0x0E, 1, FIELD_HANDLES, "Contained Object Handles", "contained_object_handles",
     .flags = NOT_QUIET},
};

const struct schema schema_base_board = {2, "Base Board Information", ROWS(base_board),
                                         LENGTHS(0x08, 0x09, 0x0A, 0x0E)};

/* Section 7.4 */

/* 7.4.2 */
static const char *const chassis_states[] = {
    [0x01] = "Other",   [0x02] = "Unknown",  [0x03] = "Safe",
    [0x04] = "Warning", [0x05] = "Critical", [0x06] = "Non-recoverable",
};

/* 7.4.3 */
static const char *const chassis_security[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "None",
    [0x04] = "External Interface Locked Out",
    [0x05] = "External Interface Enabled",
};

static const char *const rack_types[] = {[0x00] = "Unspecified", [0x01] = "OU"};

static const struct word zero_is_unspecified[] = {{0, "Unspecified", HWIDENT_E_NOT_SPECIFIED},
                                                  {.text = NULL}};

/* FF: see the rack height (3.9). */
static void decode_height(const struct decoding *d)
{
    uint64_t height = field_number(d, d->field->offset, 1);
    struct line line = {0};

    line_number(&line, height);
    line_add(&line, d->field->unit);
    if (height != 0xFF)
        emit_number(d, height, line.text);
    else if (in_older_words(d))
        emit_absent(d, HWIDENT_E_NOT_SPECIFIED, line.text);
    else
        emit_hidden(d, HWIDENT_E_NOT_SPECIFIED);
}

/* 7.4.4: bit 7 of the type says which list it is from. */
static const struct field elements_of_structures[] = {
    {0, 1, FIELD_ENUM, NULL, "structure_type", &names_structure_type, .mask = 0x7F},
    {1, 1, FIELD_NUMBER, NULL, "minimum"},
    {2, 1, FIELD_NUMBER, NULL, "maximum"},
};
static const struct field elements_of_boards[] = {
    {0, 1, FIELD_ENUM, NULL, "board_type", NAMES(board_types), .mask = 0x7F},
    {1, 1, FIELD_NUMBER, NULL, "minimum"},
    {2, 1, FIELD_NUMBER, NULL, "maximum"},
};

static void emit_element(const struct decoding *d, const struct field rows[3], size_t offset,
                         size_t size)
{
    uint64_t type = field_number(d, offset, 1) & rows[0].mask;
    uint64_t minimum = field_number(d, offset + 1, 1), maximum = field_number(d, offset + 2, 1);
    struct line line = {0};

    line_add(&line, names_or_out_of_spec(d, rows[0].names, type));
    line_add(&line, " (");
    line_number(&line, minimum);
    if (minimum != maximum) {
        line_char(&line, '-');
        line_number(&line, maximum);
    }
    line_char(&line, ')');
    emit_object_begin(d, NULL, NULL);
    emit_remark(d, NULL, line.text);
    schema_rows(d, rows, 3, offset, size);
    emit_object_end(d);
}

static void decode_element(const struct decoding *d, size_t offset, size_t size)
{
    if (field_number(d, offset, 1) & 0x80)
        emit_element(d, elements_of_structures, offset, size);
    else
        emit_element(d, elements_of_boards, offset, size);
}

/* The count is at 0x13, the size of each at 0x14. */
static void decode_elements(const struct decoding *d)
{
    size_t count = field_count(d, 0x13), size = field_count(d, 0x14);
    struct line line = {0};

    line_number(&line, count);
    if (field_fits(d, 0x15, count * size))
        emit_array_begin(d, line.text);
    else
        emit_unlabelled_array_begin(d);
    for (size_t i = 0; size >= 3 && i < count && field_fits(d, 0x15 + i * size, size); i++)
        decode_element(d, 0x15 + i * size, size);
    emit_array_end(d);
}

/* After the contained elements. Structures of older versions are padded. */
static const struct field chassis_end[] = {
    {0, 1, FIELD_STRING, "SKU Number", "sku_number"}, /* since 2.7; those after it since 3.9 */
};

static const struct field chassis_rack[] = {
    {0, 1, FIELD_ENUM, "Rack Type", "rack_type", NAMES(rack_types), .older = ""},
    {1, 1, FIELD_NUMBER, "Rack Height", "rack_height", .older = ""},
};

static void decode_chassis_end(const struct decoding *d)
{
    size_t offset = 0x15 + field_count(d, 0x13) * field_count(d, 0x14);
    uint32_t version = d->table->version;

    if (version != 0 && version < HWIDENT_SMBIOS(2, 7) && !in_older_words(d))
        return;
    schema_rows(d, chassis_end, 1, offset, 1);
    if (version >= HWIDENT_SMBIOS(3, 9))
        schema_rows(d, chassis_rack, 2, offset + 1, 2);
}

static const struct field chassis[] = {
    {0x04, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x05, 1, FIELD_ENUM, "Type", "type", NAMES(chassis_types), .mask = 0x7F},
    {0x05, 1, FIELD_FLAG, "Lock", "lock_present", NAMES(absent_present), .mask = 0x80},
    {0x06, 1, FIELD_STRING, "Version", "version"},
    {0x07, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x08, 1, FIELD_STRING, "Asset Tag", "asset_tag", .flags = PRIVATE},
    {0x09, 1, FIELD_ENUM, "Boot-up State", "boot_up_state", NAMES(chassis_states)},
    {0x0A, 1, FIELD_ENUM, "Power Supply State", "power_supply_state", NAMES(chassis_states)},
    {0x0B, 1, FIELD_ENUM, "Thermal State", "thermal_state", NAMES(chassis_states)},
    {0x0C, 1, FIELD_ENUM, "Security Status", "security_status", NAMES(chassis_security)},
    {0x0D, 4, FIELD_HEX, "OEM Information", "oem_defined"},
    {0x11, 1, FIELD_CUSTOM, "Height", "height_u", .words = zero_is_unspecified,
     .decode = decode_height, .unit = " U"},
    {0x12, 1, FIELD_NUMBER, "Number Of Power Cords", "number_of_power_cords",
     .words = zero_is_unspecified},
    {0x13, 2, FIELD_CUSTOM, "Contained Elements", "contained_elements", .decode = decode_elements},
    {0x13, 2, FIELD_CUSTOM, "SKU Number", "sku_number", .decode = decode_chassis_end},
};

const struct schema schema_chassis = {3, "Chassis Information", ROWS(chassis),
                                      LENGTHS(0x09, 0x0D, 0x11, 0x13)};
