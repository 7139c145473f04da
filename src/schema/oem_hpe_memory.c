/*
 * HP's and HPE's servers: their memory modules, beside type 17.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 202: where a module is ------------------------------------------------------------------ */

static const struct word board_words[] = {{0xFF, "System Board", HWIDENT_E_NO_STRUCTURE},
                                          {.text = NULL}};
static const struct word ones_is_none[] = {{0xFF, "", HWIDENT_E_NO_STRUCTURE}, {.text = NULL}};

/* Gen12 no longer has the innovation engine (IE). */
static bool is_before_gen12(const struct decoding *d)
{
    return d->schema != &schema_hpe_dimm_location_gen12;
}

static const struct field dimm_location[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Memory Record", "memory_device_handle"},
    {0x06, 1, FIELD_NUMBER, "Board Number", "board_number", .words = board_words},
    {0x07, 1, FIELD_NUMBER, "DIMM Number", "dimm_number"},
    {0x08, 1, FIELD_NUMBER, "Processor Number", "processor_number", .words = ones_is_none},
    {0x09, 1, FIELD_NUMBER, "Logical DIMM Number", "logical_dimm_number"},
    {0x0A, 1, FIELD_STRING, "UEFI Device Path", "uefi_device_path", .words = zero_is_none},
    {0x0B, 1, FIELD_STRING, "UEFI Device Name", "uefi_device_name", .words = zero_is_none},
    {0x0C, 1, FIELD_STRING, "Device Name", "device_name", .words = zero_is_none},
    {0x0D, 1, FIELD_NUMBER, "Memory Controller Number", "memory_controller_number",
     .words = zero_is_none},
    {0x0E, 1, FIELD_NUMBER, "Memory Channel Number", "memory_channel_number",
     .words = zero_is_none},
    {0x0F, 1, FIELD_NUMBER, "IE DIMM Number", "ie_dimm_number", .words = ones_is_none,
     .when = is_before_gen12},
    {0x10, 1, FIELD_NUMBER, "IE PLDM ID", "ie_pldm_id", .words = ones_is_none,
     .when = is_before_gen12},
    {0x11, 2, FIELD_HEX, "Vendor ID", "vendor_id", .words = zero_is_none},
    {0x13, 2, FIELD_HEX, "Device ID", "device_id", .words = zero_is_none},
    {0x15, 2, FIELD_CUSTOM, "Controller Manufacturer ID", "controller_manufacturer_id",
     .words = zero_is_none, .decode = decode_manufacturer_id},
    {0x17, 2, FIELD_HEX, "Controller Product ID", "controller_product_id", .words = zero_is_none},
    {0x19, 1, FIELD_NUMBER, "Best Interleave", "best_interleave", .words = zero_is_none},
    {0x1A, 1, FIELD_STRING, "Part Number", "part_number"},
    {0x1B, 1, FIELD_NUMBER, "DIMM Index", "dimm_index"},
};

#define DIMM_LOCATION                                                                              \
    202, BRANDED("DIMM Location Record"), ROWS(dimm_location),                                     \
        LENGTHS(0x09, 0x0A, 0x0D, 0x19, 0x1A, 0x1B, 0x1C), .since_3_7 = true

const struct schema schema_hpe_dimm_location = {DIMM_LOCATION};
const struct schema schema_hpe_dimm_location_gen12 = {DIMM_LOCATION};

/* ---- 232: what a module is and does ---------------------------------------------------------- */

enum { DIMM_ATTRIBUTES = 0x06, LOAD_REDUCED_KNOWN = 1 << 2, STANDARD_KNOWN = 1 << 4 };

static const char *const smart_memory[] = {"No", "Yes", "Unknown", "Unknown"};

static bool is_load_reduced_known(const struct decoding *d)
{
    return (field_number(d, DIMM_ATTRIBUTES, 1) & LOAD_REDUCED_KNOWN) != 0;
}

static bool is_standard_known(const struct decoding *d)
{
    return (field_number(d, DIMM_ATTRIBUTES, 1) & STANDARD_KNOWN) != 0;
}

static const struct field attributes[] = {
    {0x06, 1, FIELD_ENUM, "HPE Smart Memory", "hpe_smart_memory", NAMES(smart_memory),
     .mask = 0x03},
    {0x06, 1, FIELD_FLAG, "Load Reduced DIMM installed", "load_reduced", NAMES(no_yes),
     .mask = 1 << 3, .when = is_load_reduced_known},
    {0x06, 1, FIELD_FLAG, "HPE Standard Memory Installed", "hpe_standard_memory", NAMES(no_yes),
     .mask = 1 << 5, .when = is_standard_known},
};

static void decode_attributes(const struct decoding *d)
{
    struct line line = {0};

    line_hex(&line, field_number(d, d->field->offset, 4), 8);
    emit_bits(d, line.text, attributes, sizeof attributes / sizeof attributes[0]);
}

static const struct field map_out_reasons[] = {
    {0x22, 1, FIELD_FLAG, "Configuration Error", "configuration_error", NAMES(no_yes),
     .mask = 1 << 0},
    {0x22, 1, FIELD_FLAG, "Training Error", "training_error", NAMES(no_yes), .mask = 1 << 1},
};

static void decode_map_out(const struct decoding *d)
{
    struct line line = {0};

    line_hex(&line, field_number(d, d->field->offset, 1), 1);
    emit_bits(d, line.text, map_out_reasons, sizeof map_out_reasons / sizeof map_out_reasons[0]);
}

static const struct field dimm_attributes[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "memory_device_handle"},
    {0x06, 4, FIELD_CUSTOM, "Attributes", "attributes", .decode = decode_attributes},
    {0x0A, 2, FIELD_NUMBER, "Minimum Voltage", "minimum_voltage_millivolts",
     .words = zero_is_unknown, .unit = " mV"},
    {0x0C, 2, FIELD_NUMBER, "Configured Voltage", "configured_voltage_millivolts",
     .words = zero_is_unknown, .unit = " mV"},
    {0x22, 1, FIELD_CUSTOM, "Map-Out Reason", "map_out_reason", .words = zero_is_none,
     .decode = decode_map_out},
    {0x23, 1, FIELD_ENUM, "Encryption Status", "encryption_status", NAMES(hpe_encryption),
     .flags = RESERVED},
};

const struct schema schema_hpe_dimm_attributes = {232, BRANDED("DIMM Attributes Record"),
                                                  ROWS(dimm_attributes), LENGTHS(0x0E, 0x23, 0x24),
                                                  .since_3_7 = true};

/* ---- 237: who made it ------------------------------------------------------------------------ */

/* Year and week, in BCD. */
static void decode_date(const struct decoding *d)
{
    struct line line = {0};

    line_add(&line, "20");
    line_lower(&line, field_number(d, d->field->offset, 1), 2);
    line_add(&line, "-W");
    line_lower(&line, field_number(d, d->field->offset + 1U, 1), 2);
    emit_text(d, line.text);
}

static const struct field dimm_vendor[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "memory_device_handle"},
    {0x06, 1, FIELD_STRING, "DIMM Manufacturer", "manufacturer"},
    {0x07, 1, FIELD_STRING, "DIMM Manufacturer Part Number", "part_number"},
    {0x08, 1, FIELD_STRING, "DIMM Vendor Serial Number", "serial_number", .flags = PRIVATE},
    {0x09, 2, FIELD_CUSTOM, "DIMM Manufacture Date", "manufacture_date", .words = zero_is_none,
     .decode = decode_date},
};

const struct schema schema_hpe_dimm_vendor = {237, BRANDED("DIMM Vendor Information"),
                                              ROWS(dimm_vendor), LENGTHS(0x08, 0x09, 0x0B)};

/* ---- 244: how persistent memory is set up ---------------------------------------------------- */

enum { PERSISTENCE_VOLATILE = 1 << 0, PERSISTENCE_BYTES = 1 << 1, PERSISTENCE_BLOCKS = 1 << 2 };

/* One of three bits; the lowest that is set counts. */
static void decode_persistence(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 1);
    const char *name = bits & PERSISTENCE_VOLATILE ? "Volatile"
                       : bits & PERSISTENCE_BYTES  ? "Byte Accessible"
                       : bits & PERSISTENCE_BLOCKS ? "Block I/O"
                                                   : NULL;

    emit_code(d, bits, name);
}

static bool is_interleaved(const struct decoding *d)
{
    return field_number(d, 0x12, 2) != 0;
}

static const char *const set_health[] = {
    "Healthy", "DIMM Missing", "Config Inactive", "SPA Missing", "New Goal", "Locked",
};

static const struct field dimm_configuration[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "memory_device_handle"},
    {0x06, 1, FIELD_NUMBER, "Region ID", "region_id"},
    {0x07, 2, FIELD_CUSTOM, "Persistence Type", "persistence_type", .decode = decode_persistence,
     .flags = RESERVED},
    {0x09, 8, FIELD_SIZE, "Size", "size_bytes", .scale = 2},
    {0x11, 1, FIELD_FLAG, "Passphrase Enabled", "passphrase_enabled", NAMES(no_yes)},
    {0x12, 2, FIELD_NUMBER, "Interleave Set Index", "interleave_set_index", .when = is_interleaved},
    {0x14, 1, FIELD_NUMBER, "Interleave DIMM Count", "interleave_dimm_count",
     .when = is_interleaved},
    {0x15, 1, FIELD_ENUM, "Interleave Set Health", "interleave_set_health", NAMES(set_health),
     .flags = RESERVED, .when = is_interleaved},
};

const struct schema schema_hpe_dimm_configuration = {244, BRANDED("DIMM Current Configuration"),
                                                     ROWS(dimm_configuration),
                                                     LENGTHS(0x14, 0x15, 0x16), .since_3_7 = true};
