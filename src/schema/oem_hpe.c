/*
 * HP's and HPE's servers (ProLiant and its kin): the server as such.
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

static const struct schema schema_super_io = {
    194, BRANDED("ProLiant Super IO Enable/Disable Indicator"), ROWS(super_io)};

/* ---- 195: the model, as drivers know it ---------------------------------------------------------- */

static const struct field server_id[] = {
    {0x04, 1, FIELD_STRING, "Server System ID", "server_system_id"},
};

static const struct schema schema_server_id = {195, BRANDED("ProLiant Server System ID"),
                                               ROWS(server_id), .since_3_7 = true};

/* ---- 197, 211: processors -------------------------------------------------------------------------- */

static const struct word zero_is_not_given[] = {{0, "", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};

static const struct field processor[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "processor_handle"},
    {0x06, 1, FIELD_NUMBER, "APIC ID", "apic_id"},
    {0x07, 1, FIELD_FLAG, "BSP", "bootstrap_processor", NAMES(no_yes), .mask = 1 << 0},
    {0x07, 1, FIELD_FLAG, "x2APIC", "x2apic", NAMES(no_yes), .mask = 1 << 1},
    {0x07, 1, FIELD_FLAG, "Advanced Thermal Margining", "advanced_thermal_margining", NAMES(no_yes),
     .mask = 1 << 2},
    {0x09, 1, FIELD_NUMBER, "Physical Socket", "physical_socket"},
    {0x0A, 2, FIELD_NUMBER, NULL, "maximum_power_watts", .words = zero_is_not_given},
    {0x0C, 4, FIELD_HEX, NULL, "x2apic_id"},
    {0x10, 8, FIELD_HEX, NULL, "unique_id", .words = zero_is_not_given, .flags = PRIVATE},
    {0x18, 2, FIELD_NUMBER, NULL, "interconnect_speed_mt_s", .words = zero_is_not_given},
};

static const struct schema schema_processor_specific = {
    197, BRANDED("Processor Specific Information"), ROWS(processor), LENGTHS(0x0A)};

static const struct word zero_is_not_available[] = {{0, "N/A", HWIDENT_E_UNKNOWN_VALUE},
                                                    {.text = NULL}};

static const struct field thermal_control[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Processor Handle", "processor_handle"},
    {0x06, 1, FIELD_NUMBER, "TControl Value", "tcontrol_celsius", .words = zero_is_not_available},
};

static const struct schema schema_thermal_control = {211, BRANDED("ProLiant TControl Information"),
                                                     ROWS(thermal_control), LENGTHS(0x07),
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

static const struct schema schema_rack = {204, BRANDED("ProLiant System/Rack Locator"), ROWS(rack),
                                          LENGTHS(0x0B)};

/* ---- 219: what the server can do ----------------------------------------------------------------------- */

static void decode_uefi(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_FLAG, NULL);

    value.number = (field_number(d, d->field->offset, 4) & 0x1400) != 0;
    value.text = no_yes[value.number];
    emit(d, &value);
}

static const struct field misc_flags[] = {
    {0x10, 4, FIELD_FLAG, "iCRU", "icru", NAMES(no_yes), .mask = 1 << 0},
    {0x10, 4, FIELD_CUSTOM, "UEFI", "uefi", .decode = decode_uefi},
};

/* The number, and below it what two of its bits mean. */
static void decode_misc_features(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 4);
    struct decoding part = *d;
    struct field number = field_member(d->field);
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, bits, 8);
    emit_group_begin(d, d->field->label ? line.text : NULL);
    number.key = "bits";
    part.field = &number;
    emit_hex(&part, bits, 4, NULL);
    schema_rows(d, misc_flags, sizeof misc_flags / sizeof misc_flags[0], 0, d->end);
    emit_object_end(d);
}

static const struct field features[] = {
    {0x04, 4, FIELD_HEX, "Power Features", "power_features", .flags = LOWER},
    {0x08, 4, FIELD_HEX, "Omega Features", "omega_features", .flags = LOWER},
    {0x10, 4, FIELD_CUSTOM, "Misc. Features", "misc_features", .decode = decode_misc_features},
};

static const struct schema schema_features = {219, BRANDED("ProLiant Information"), ROWS(features)};

/* ---- 224: the trusted module ------------------------------------------------------------------------------ */

static const char *const module_presence[] = {
    [0] = "Not Present", [1] = "Present and Enabled", [2] = "Present and Disabled"};
static const char *const module_types[] = {[1] = "TPM 1.2", [2] = "TPM 2.0", [3] = "Intel PTT"};
static const char *const module_mounting[] = {
    [1] = "Pluggable, Optional", [2] = "Pluggable, Standard", [3] = "Soldered"};
static const char *const module_fips[] = {[1] = "Not Certified", [2] = "Certified"};

static const struct word zero_is_unspecified[] = {{0, "Not Specified", HWIDENT_E_NOT_SPECIFIED},
                                                  {.text = NULL}};

static const struct field trusted_module[] = {
    {0x04, 1, FIELD_ENUM, "Status", "status", NAMES(module_presence), .mask = 0x03},
    {0x04, 1, FIELD_FLAG, NULL, "option_rom_measuring", .mask = 1 << 2},
    {0x04, 1, FIELD_FLAG, NULL, "hidden", .mask = 1 << 3},
    {0x06, 1, FIELD_ENUM, "Type", "type", NAMES(module_types), zero_is_unspecified, .mask = 0x0F},
    {0x07, 1, FIELD_ENUM, "Mounting", "mounting", NAMES(module_mounting), zero_is_unspecified,
     .mask = 0x03},
    {0x07, 1, FIELD_ENUM, "FIPS", "fips", NAMES(module_fips), zero_is_unspecified, .mask = 0x0C},
    {0x08, 2, FIELD_HANDLE, "Version Indicator Handle", "version_handle", .words = ones_16_is_none},
};

static const struct schema schema_trusted_module = {
    224, BRANDED("Trusted Module (TPM or TCM) Status"), ROWS(trusted_module), LENGTHS(0x05, 0x0A)};

/* ---- 226: the blade itself, where type 1 holds what Virtual Connect or a profile gave it ---------------- */

static const struct field physical[] = {
    {0x04, 16, FIELD_UUID, "Physical UUID", "physical_uuid", .flags = PRIVATE},
    {0x14, 1, FIELD_STRING, "Physical Serial Number", "physical_serial_number", .flags = PRIVATE},
};

static const struct schema schema_physical = {226, BRANDED("Physical Attribute Information"),
                                              ROWS(physical), LENGTHS(0x15)};

/* ---- 230: power supplies, beside type 39 ------------------------------------------------------------------ */

static const char *const fru_access[] = {
    [0] = "Not Available", [1] = "IPMI I2C", [2] = "iLO", [3] = "Chassis Manager"};

static const struct word ones_is_not_available[] = {
    {0xFF, "Not Available", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};

static const struct field power_supply[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "power_supply_handle"},
    {0x06, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x07, 1, FIELD_STRING, "Revision", "revision"},
    {0x08, 1, FIELD_ENUM, "FRU Access Method", "fru_access_method", NAMES(fru_access)},
    {0x09, 1, FIELD_NUMBER, "I2C Bus Number", "i2c_bus", .words = ones_is_not_available},
    {0x0A, 1, FIELD_HEX, "I2C Address", "i2c_address", .words = ones_is_not_available},
};

static const struct schema schema_power = {230, BRANDED("Power Supply Information"),
                                           ROWS(power_supply), LENGTHS(0x0B)};

/* ------------------------------------------------------------------------------------------------------------ */

#define OF_ALL_GENERATIONS                                                                         \
    &schema_super_io, &schema_server_id, &schema_processor_specific, &schema_rack,                 \
        &schema_hpe_pxe_nics, &schema_thermal_control, &schema_hpe_cru, &schema_hpe_version,       \
        &schema_features, &schema_hpe_iscsi_nics, &schema_trusted_module, &schema_physical,        \
        &schema_hpe_reserved_memory, &schema_power, &schema_hpe_nic, &schema_hpe_backplane,        \
        &schema_hpe_inventory

static const struct schema *const all_hp[] = {OF_ALL_GENERATIONS};
const struct schemas schemas_hp = SCHEMAS(all_hp);

/* Older ones use these types for other things. */
static const struct schema *const all_hp_gen9[] = {OF_ALL_GENERATIONS, &schema_hpe_microcode,
                                                   &schema_hpe_device, &schema_hpe_dimm,
                                                   &schema_hpe_usb_port};
const struct schemas schemas_hp_gen9 = SCHEMAS(all_hp_gen9);
