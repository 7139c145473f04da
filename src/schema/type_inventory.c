/*
 * What is said about other structures and about firmware: types 40, 45 and 46.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.41 */

enum { ADDITIONAL_ENTRIES = 0x05, ADDITIONAL_VALUE = 0x05, ADDITIONAL_LENGTH = 0x0B };

/* As wide as the field that it extends: 1, 2 or 4 bytes. */
static void decode_additional_value(const struct decoding *d)
{
    size_t size = d->end - d->base - ADDITIONAL_VALUE;
    uint64_t value = field_number(d, ADDITIONAL_VALUE, size);
    struct line line = {0};

    if (size != 1 && size != 2 && size != 4) {
        emit_bytes(d, ADDITIONAL_VALUE, size, "Unexpected size");
        return;
    }
    line_add(&line, "0x");
    line_lower(&line, value, 2 * (unsigned)size);
    emit_hex(d, value, (uint8_t)size, line.text);
}

static const struct field additional_entry[] = {
    {0x01, 2, FIELD_HEX, "Referenced Handle", "referenced_handle", .flags = LOWER | NOT_QUIET},
    {0x03, 1, FIELD_HEX, "Referenced Offset", "referenced_offset", .flags = LOWER},
    {0x04, 1, FIELD_STRING, "String", "string"},
    {0x04, 1, FIELD_CUSTOM, "Value", "value", .decode = decode_additional_value},
};

/* Each entry states its length; an entry that is cut or too short for its fields is the last. */
static void decode_additional_entries(const struct decoding *d)
{
    uint64_t count = field_number(d, 0x04, 1);
    size_t offset = ADDITIONAL_ENTRIES, size = ADDITIONAL_VALUE;

    if (d->end < ADDITIONAL_LENGTH)
        return;

    emit_array_begin(d, NULL);
    for (uint64_t i = 1; i <= count && size >= ADDITIONAL_VALUE; i++, offset += size) {
        struct line heading = {0};

        line_add(&heading, "Additional Information ");
        line_number(&heading, i);
        emit_object_begin(d, NULL, heading.text);
        size = field_count(d, offset);
        if (!field_fits(d, offset, size))
            size = 0;
        if (size >= ADDITIONAL_VALUE)
            schema_rows(d, additional_entry, sizeof additional_entry / sizeof additional_entry[0],
                        offset, size);
        emit_object_end(d);
    }
    emit_array_end(d);
}

static const struct field additional_information[] = {
    {0x04, 1, FIELD_CUSTOM, NULL, "entries", .decode = decode_additional_entries},
};

const struct schema schema_additional_information = {40,
                                                     "Additional Information",
                                                     ROWS(additional_information),
                                                     .repeats = true,
                                                     .not_quiet = true,
                                                     LENGTHS(ADDITIONAL_LENGTH)};

/* Section 7.46 */

/* 7.46.1 */
static const char *const version_formats[] = {"Free-form string", "MAJOR.MINOR",
                                              "32-bit hexadecimal", "64-bit hexadecimal"};

/* 7.46.2 */
static const char *const id_formats[] = {"Free-form string", "UEFI GUID"};

/* 7.46.4 */
static const char *const firmware_states[] = {
    [0x01] = "Other",          [0x02] = "Unknown",
    [0x03] = "Disabled",       [0x04] = "Enabled",
    [0x05] = "Absent",         [0x06] = "Stand-by Offline",
    [0x07] = "Stand-by Spare", [0x08] = "Unavailable Offline",
};

static const struct word image_size_words[] = {{0, "None", HWIDENT_E_NO_STRUCTURE},
                                               {UINT64_MAX, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                               {.text = NULL}};

/* 7.46.3 */
static const struct field firmware_characteristics[] = {
    {0x14, 2, FIELD_FLAG, "Updatable", "updatable", NAMES(no_yes), .mask = 0x01},
    {0x14, 2, FIELD_FLAG, "Write-Protect", "write_protect", NAMES(no_yes), .mask = 0x02},
};

static void decode_firmware_characteristics(const struct decoding *d)
{
    emit_group_begin(d, NULL);
    schema_rows(d, firmware_characteristics,
                sizeof firmware_characteristics / sizeof firmware_characteristics[0], 0, d->end);
    emit_object_end(d);
}

static const struct field firmware_inventory[] = {
    {0x04, 1, FIELD_STRING, "Firmware Component Name", "firmware_component_name"},
    {0x05, 1, FIELD_STRING, "Firmware Version", "firmware_version"},
    {0x06, 1, FIELD_CUSTOM, NULL, "firmware_version_format", NAMES(version_formats),
     .decode = decode_code_or_oem},
    {0x07, 1, FIELD_STRING, "Firmware ID", "firmware_id"},
    {0x08, 1, FIELD_CUSTOM, NULL, "firmware_id_format", NAMES(id_formats),
     .decode = decode_code_or_oem},
    {0x09, 1, FIELD_STRING, "Release Date", "release_date"},
    {0x0A, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x0B, 1, FIELD_STRING, "Lowest Supported Firmware Version",
     "lowest_supported_firmware_version"},
    {0x0C, 8, FIELD_SIZE, "Image Size", "image_size_bytes", .words = image_size_words},
    {0x14, 2, FIELD_CUSTOM, "Characteristics", "characteristics",
     .decode = decode_firmware_characteristics},
    {0x16, 1, FIELD_ENUM, "State", "state", NAMES(firmware_states)},
    {0x17, 1, FIELD_HANDLES, "Associated Components", "associated_component_handles",
     .flags = NOT_QUIET},
};

const struct schema schema_firmware_inventory = {45, "Firmware Inventory Information",
                                                 ROWS(firmware_inventory), LENGTHS(0x18)};

/* Section 7.47 */

enum {
    PROPERTY_RESERVED,
    PROPERTY_UEFI_DEVICE_PATH,
    PROPERTY_VENDOR = 0x8000,
    PROPERTY_OEM = 0xC000
};

static void decode_property_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 2);

    emit_code(d, id,
              id >= PROPERTY_OEM                ? "OEM-specific"
              : id >= PROPERTY_VENDOR           ? "Vendor-specific"
              : id == PROPERTY_UEFI_DEVICE_PATH ? "UEFI device path"
              : id == PROPERTY_RESERVED         ? "Reserved"
                                                : NULL);
}

static const struct field string_property[] = {
    {0x04, 2, FIELD_CUSTOM, "String Property ID", "string_property_id",
     .decode = decode_property_id},
    {0x06, 1, FIELD_STRING, "String Property Value", "string_property_value"},
    {0x07, 2, FIELD_HANDLE, "Parent Handle", "parent_handle"},
};

const struct schema schema_string_property = {46, "String Property", ROWS(string_property),
                                              LENGTHS(0x09), .undecoded = true};
