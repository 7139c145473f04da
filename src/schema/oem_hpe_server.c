/*
 * HP's and HPE's servers: the server as such.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 194: ports of the Super I/O ----------------------------------------------------------------- */

static const struct field super_io[] = {
    {0x04, 1, FIELD_FLAG, "Serial Port A", "serial_port_a_enabled", NAMES(disabled_enabled),
     .mask = 1 << 0},
    {0x04, 1, FIELD_FLAG, "Serial Port B", "serial_port_b_enabled", NAMES(disabled_enabled),
     .mask = 1 << 1},
    {0x04, 1, FIELD_FLAG, "Parallel Port", "parallel_port_enabled", NAMES(disabled_enabled),
     .mask = 1 << 2},
    {0x04, 1, FIELD_FLAG, "Floppy Disk Port", "floppy_disk_port_enabled", NAMES(disabled_enabled),
     .mask = 1 << 3},
    {0x04, 1, FIELD_FLAG, "Virtual Serial Port", "virtual_serial_port_enabled",
     NAMES(disabled_enabled), .mask = 1 << 4},
};

const struct schema schema_hpe_super_io = {
    194, BRANDED("ProLiant Super IO Enable/Disable Indicator"), ROWS(super_io)};

/* ---- 195: the model, as drivers know it ---------------------------------------------------------- */

/* Two numbers. */
static void decode_platform(const struct decoding *d)
{
    struct line line = {0};

    line_number(&line, field_number(d, d->field->offset, 1));
    line_char(&line, ':');
    line_number(&line, field_number(d, d->field->offset + 1U, 1));
    emit_text(d, line.text);
}

static const struct field server_id[] = {
    {0x04, 1, FIELD_STRING, "Server System ID", "server_system_id"},
    {0x05, 2, FIELD_CUSTOM, "Platform ID", "platform_id", .decode = decode_platform},
};

const struct schema schema_hpe_server_id = {195, BRANDED("ProLiant Server System ID"),
                                            ROWS(server_id), LENGTHS(0x05, 0x07),
                                            .since_3_7 = true};

/* ---- 204: where the server is ------------------------------------------------------------------------ */

static const struct field rack[] = {
    {0x04, 1, FIELD_STRING, "Rack Name", "rack_name"},
    {0x05, 1, FIELD_STRING, "Enclosure Name", "enclosure_name"},
    {0x06, 1, FIELD_STRING, "Enclosure Model", "enclosure_model"},
    {0x0A, 1, FIELD_STRING, "Enclosure Serial", "enclosure_serial_number", .flags = PRIVATE},
    {0x08, 1, FIELD_NUMBER, "Enclosure Bays", "enclosure_bays"},
    {0x07, 1, FIELD_STRING, "Server Bay", "server_bay"},
    {0x09, 1, FIELD_NUMBER, "Bays Filled", "bays_filled"},
};

const struct schema schema_hpe_rack = {204, BRANDED("ProLiant System/Rack Locator"), ROWS(rack),
                                       LENGTHS(0x0B)};

/* ---- 219: what the server can do ----------------------------------------------------------------------- */

static const struct field misc_flags[] = {
    {0x10, 4, FIELD_FLAG, "iCRU", "icru", NAMES(no_yes), .mask = 1 << 0},
    {0x10, 4, FIELD_FLAG, "UEFI", "uefi", NAMES(no_yes), .mask = 0x1400},
};

static void decode_misc_features(const struct decoding *d)
{
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, field_number(d, d->field->offset, 4), 8);
    emit_bits(d, line.text, misc_flags, sizeof misc_flags / sizeof misc_flags[0]);
}

static const struct field features[] = {
    {0x04, 4, FIELD_HEX, "Power Features", "power_features", .flags = LOWER},
    {0x08, 4, FIELD_HEX, "Omega Features", "omega_features", .flags = LOWER},
    {0x10, 4, FIELD_CUSTOM, "Misc. Features", "misc_features", .decode = decode_misc_features},
};

const struct schema schema_hpe_features = {219, BRANDED("ProLiant Information"), ROWS(features)};

/* ---- 224: the trusted module ------------------------------------------------------------------------------ */

static const char *const module_states[] = {
    [0] = "Not Present", [1] = "Present/Enabled", [2] = "Present/Disabled"};
static const char *const disable_reasons[] = {[1] = "User Disabled", [2] = "Error Condition"};
static const char *const error_conditions[] = {[1] = "Self-Test"};
static const char *const module_types[] = {
    [1] = "TPM 1.2", [2] = "TPM 2.0", [3] = "Intel PTT fTPM"};
static const char *const module_mounting[] = {
    [1] = "Pluggable and Optional",
    [2] = "Pluggable but Standard",
    [3] = "Soldered Down on System Board",
};
static const char *const module_fips[] = {[1] = "Not FIPS Certified", [2] = "FIPS Certified"};
static const char *const module_chips[] = {
    [0] = "None",
    [1] = "STMicroGen10 TPM",
    [2] = "Intel firmware TPM (PTT)",
    [3] = "Nationz TPM",
    [4] = "STMicroGen10 Plus TPM",
    [5] = "STMicroGen11 TPM",
    [6] = "STMicroGen12 TPM",
};

static const char *const module_chips_older[] = {[6] = ""};

static const struct word zero_is_unspecified[] = {{0, "Not Specified", HWIDENT_E_NOT_SPECIFIED},
                                                  {.text = NULL}};

static const struct word ones_is_no_version[] = {{0xFFFF, "0xFFFF", HWIDENT_E_NO_STRUCTURE},
                                                 {.text = NULL}};

enum { MODULE_STATUS = 0x04, MODULE_DISABLED = 2, MODULE_REASON = 0x05, REASON_ERROR = 2 };

static bool is_present(const struct decoding *d)
{
    return (field_number(d, MODULE_STATUS, 1) & 3) != 0;
}

static bool is_disabled(const struct decoding *d)
{
    return (field_number(d, MODULE_STATUS, 1) & 3) == MODULE_DISABLED;
}

static bool has_error(const struct decoding *d)
{
    return is_present(d) && (field_number(d, MODULE_REASON, 1) & 3) == REASON_ERROR;
}

static const struct field trusted_module[] = {
    {0x04, 1, FIELD_ENUM, "Status", "status", NAMES(module_states), .mask = 0x03,
     .flags = RESERVED},
    {0x04, 1, FIELD_FLAG, "Option ROM Measuring", "option_rom_measuring", NAMES(no_yes),
     .mask = 1 << 2, .when = is_present},
    {0x04, 1, FIELD_FLAG, "Hidden", "hidden", NAMES(no_yes), .mask = 1 << 3, .when = is_present},
    {0x05, 1, FIELD_ENUM, "Disable Reason", "disable_reason", NAMES(disable_reasons),
     zero_is_unspecified, .mask = 0x03, .flags = RESERVED, .when = is_disabled},
    {0x05, 1, FIELD_ENUM, "Error Condition", "error_condition", NAMES(error_conditions),
     zero_is_unspecified, .mask = 0x3C, .flags = RESERVED, .when = has_error},
    {0x06, 1, FIELD_ENUM, "Type", "type", NAMES(module_types), zero_is_unspecified, .mask = 0x0F,
     .flags = RESERVED, .when = is_present},
    {0x06, 1, FIELD_FLAG, "Standard Algorithm Supported", "standard_algorithm_supported",
     NAMES(no_yes), .mask = 1 << 4, .when = is_present},
    {0x06, 1, FIELD_FLAG, "Chinese Algorithm Supported", "chinese_algorithm_supported",
     NAMES(no_yes), .mask = 1 << 5, .when = is_present},
    {0x07, 1, FIELD_ENUM, "Trusted Module Attributes", "mounting", NAMES(module_mounting),
     zero_is_unspecified, .mask = 0x03, .when = is_present},
    {0x07, 1, FIELD_ENUM, "FIPS Certification", "fips", NAMES(module_fips), zero_is_unspecified,
     .mask = 0x0C, .flags = RESERVED, .when = is_present},
    {0x08, 2, FIELD_HANDLE, "Associated Handle", "version_handle", .words = ones_is_no_version,
     .when = is_present},
    {0x0A, 1, FIELD_ENUM, "Chip Identifier", "chip_identifier",
     NAMES_OLDER(module_chips, module_chips_older), .flags = RESERVED, .when = is_present},
};

const struct schema schema_hpe_trusted_module = {224, BRANDED("Trusted Module (TPM or TCM) Status"),
                                                 ROWS(trusted_module), LENGTHS(0x05, 0x0A, 0x0C)};

/* ---- 226: the blade itself, where type 1 holds what Virtual Connect or a profile gave it ---------------- */

static const struct field physical[] = {
    {0x04, 16, FIELD_UUID, "UUID", "physical_uuid", .words = zero_is_none, .flags = PRIVATE},
    {0x14, 1, FIELD_STRING, "Serial Number", "physical_serial_number", .flags = PRIVATE},
};

const struct schema schema_hpe_physical = {226, BRANDED("Physical Attribute Information"),
                                           ROWS(physical), LENGTHS(0x15), .since_3_7 = true};

/* ---- 230: power supplies, beside type 39 ------------------------------------------------------------------ */

enum { FRU_ACCESS = 0x08, FRU_I2C = 1, FRU_ILO = 2, FRU_CHASSIS = 3, FRU_ADDRESS = 0x0A };

static const char *const fru_access[] = {[0] = "Not Available",
                                         [FRU_I2C] = "IPMI I2C",
                                         [FRU_ILO] = "iLO",
                                         [FRU_CHASSIS] = "Chassis Manager"};

static const struct word ones_is_not_available[] = {{0xFF, "", HWIDENT_E_UNKNOWN_VALUE},
                                                    {.text = NULL}};

static bool is_on_bus(const struct decoding *d)
{
    uint64_t access = field_number(d, FRU_ACCESS, 1);

    return access == FRU_I2C || access == FRU_CHASSIS;
}

static bool is_on_segment(const struct decoding *d)
{
    return field_number(d, FRU_ACCESS, 1) == FRU_ILO;
}

static bool has_address(const struct decoding *d)
{
    return (is_on_bus(d) || is_on_segment(d)) && field_number(d, FRU_ADDRESS, 1) != 0xFF;
}

/* The address is in the upper 7 bits. */
static const struct field power_supply[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "power_supply_handle"},
    {0x06, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x07, 1, FIELD_STRING, "Revision", "revision"},
    {0x08, 1, FIELD_ENUM, "Access Method", "fru_access_method", NAMES(fru_access),
     .flags = RESERVED},
    {0x09, 1, FIELD_NUMBER, "I2C Bus Number", "i2c_bus", .words = ones_is_not_available,
     .when = is_on_bus},
    {0x09, 1, FIELD_NUMBER, "I2C Segment Number", "i2c_segment", .words = ones_is_not_available,
     .when = is_on_segment},
    {0x0A, 1, FIELD_HEX, "I2C Address", "i2c_address", .mask = 0xFE, .flags = LOWER,
     .when = has_address},
};

const struct schema schema_hpe_power = {230, BRANDED("Power Supply Information"),
                                        ROWS(power_supply), LENGTHS(0x0B)};
