/*
 * Memory: types 5, 6, 16 to 20, 33 and 37.
 * SPDX-License-Identifier: MIT
 */
#include "schema/jedec.h"
#include "schema/types.h"

/* Section 7.6: obsolete since 2.1. */

static const char *const error_detections[] = {
    [0x01] = "Other",      [0x02] = "Unknown",    [0x03] = "None",        [0x04] = "8-bit Parity",
    [0x05] = "32-bit ECC", [0x06] = "64-bit ECC", [0x07] = "128-bit ECC", [0x08] = "CRC",
};

static const char *const error_corrections[] = {
    "Other",
    "Unknown",
    "None",
    "Single-bit Error Correcting",
    "Double-bit Error Correcting",
    "Error Scrubbing",
};

static const char *const interleaves[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "One-way Interleave",
    [0x04] = "Two-way Interleave",
    [0x05] = "Four-way Interleave",
    [0x06] = "Eight-way Interleave",
    [0x07] = "Sixteen-way Interleave",
};

static const char *const module_speeds[] = {"Other", "Unknown", "70 ns", "60 ns", "50 ns"};

/* 7.7.1 */
static const char *const module_types[] = {
    "Other", "Unknown", "Standard", "FPM",       "EDO",   "Parity",
    "ECC",   "SIMM",    "DIMM",     "Burst EDO", "SDRAM",
};

/* A power of two, in MiB; the total is that of all slots. */
static void decode_module_size(const struct decoding *d)
{
    bool total = d->field->width > 1;
    uint64_t power = field_number(d, 0x08, 1);
    uint64_t slots = total ? field_number(d, 0x0E, 1) : 1;
    struct line line = {0};

    if (power > 31) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "<OUT OF SPEC>");
        return;
    }
    line_number(&line, slots << power);
    line_add(&line, size_unit(d->sink->dialect, 2));
    emit_number(d, slots << power << 20, line.text);
}

static const struct field enabled_corrections[] = {
    {0, 1, FIELD_BITS, "Enabled Error Correcting Capabilities",
     "enabled_error_correcting_capabilities", NAMES(error_corrections)},
};

/* After the handles. */
static void decode_enabled_corrections(const struct decoding *d)
{
    schema_rows(d, enabled_corrections, 1, 0x0F + 2 * field_count(d, 0x0E), 1);
}

static const struct field memory_controller[] = {
    {0x04, 1, FIELD_ENUM, "Error Detecting Method", "error_detecting_method",
     NAMES(error_detections)},
    {0x05, 1, FIELD_BITS, "Error Correcting Capabilities", "error_correcting_capability",
     NAMES(error_corrections)},
    {0x06, 1, FIELD_ENUM, "Supported Interleave", "supported_interleave", NAMES(interleaves)},
    {0x07, 1, FIELD_ENUM, "Current Interleave", "current_interleave", NAMES(interleaves)},
    {0x08, 1, FIELD_CUSTOM, "Maximum Memory Module Size", "maximum_memory_module_size_bytes",
     .decode = decode_module_size},
    {0x08, 7, FIELD_CUSTOM, "Maximum Total Memory Size", "maximum_total_memory_size_bytes",
     .decode = decode_module_size},
    {0x09, 2, FIELD_BITS, "Supported Speeds", "supported_speeds", NAMES(module_speeds)},
    {0x0B, 2, FIELD_BITS, "Supported Memory Types", "supported_memory_types", NAMES(module_types)},
    {0x0D, 1, FIELD_CUSTOM, "Memory Module Voltage", "memory_module_voltages_millivolts",
     .decode = decode_voltages},
    {0x0E, 1, FIELD_HANDLES, "Associated Memory Slots", "memory_module_configuration_handles"},
    {0x0E, 1, FIELD_CUSTOM, NULL, NULL, .decode = decode_enabled_corrections},
};

const struct schema schema_memory_controller = {5, "Memory Controller Information",
                                                ROWS(memory_controller), LENGTHS(0x0F)};

/* Section 7.7: obsolete since 2.1. */

/* Two halves of a byte; F: no bank. */
static void decode_banks(const struct decoding *d)
{
    uint64_t banks[] = {field_number(d, d->field->offset, 1) >> 4,
                        field_number(d, d->field->offset, 1) & 0xF};
    struct line line = {0};

    for (size_t i = 0; i < 2; i++) {
        if (banks[i] == 0xF)
            continue;
        if (line.used > 0)
            line_char(&line, ' ');
        line_number(&line, banks[i]);
    }
    emit_array_begin(d, line.used > 0 ? line.text : "None");
    for (size_t i = 0; i < 2; i++) {
        const struct value value = {.kind = VALUE_NUMBER, .number = banks[i]};

        if (banks[i] != 0xF)
            emit(d, &value);
    }
    emit_array_end(d);
}

/* 7.7.2: a power of two, in MiB; bit 7: in two banks. */
static void decode_bank_size(const struct decoding *d)
{
    uint64_t code = field_number(d, d->field->offset, 1), power = code & 0x7F;
    const char *banks = code & 0x80 ? " (Double-bank Connection)" : " (Single-bank Connection)";
    struct line line = {0};

    if (power == 0x7F) {
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, "Not Installed");
        return;
    }
    if (power > 31) {
        line_add(&line, power == 0x7D   ? "Not Determinable"
                        : power == 0x7E ? "Disabled"
                                        : "<OUT OF SPEC>");
        line_add(&line, banks);
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, line.text);
        return;
    }
    line_number(&line, (uint64_t)1 << power);
    line_add(&line, size_unit(d->sink->dialect, 2));
    line_add(&line, banks);
    emit_number(d, (uint64_t)1 << (power + 20), line.text);
}

static const char *const error_states[] = {
    "OK",
    "Uncorrectable Errors",
    "Correctable Errors",
    "Correctable and Uncorrectable Errors",
    "See Event Log",
    "See Event Log",
    "See Event Log",
    "See Event Log",
};

static const struct field memory_module[] = {
    {0x04, 1, FIELD_STRING, "Socket Designation", "socket_designation"},
    {0x05, 1, FIELD_CUSTOM, "Bank Connections", "bank_connections", .decode = decode_banks},
    {0x06, 1, FIELD_NUMBER, "Current Speed", "current_speed_nanoseconds", .words = zero_is_unknown,
     .unit = " ns"},
    {0x07, 2, FIELD_BITS, "Type", "current_memory_type", NAMES(module_types), .flags = INLINE},
    {0x09, 1, FIELD_CUSTOM, "Installed Size", "installed_size_bytes", .decode = decode_bank_size},
    {0x0A, 1, FIELD_CUSTOM, "Enabled Size", "enabled_size_bytes", .decode = decode_bank_size},
    {0x0B, 1, FIELD_ENUM, "Error Status", "error_status", NAMES(error_states), .mask = 0x07},
};

const struct schema schema_memory_module = {6, "Memory Module Information", ROWS(memory_module),
                                            LENGTHS(0x0C)};

/* Section 7.17 */

/* 7.17.1 */
static const char *const array_locations[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "System Board Or Motherboard",
    [0x04] = "ISA Add-on Card",
    [0x05] = "EISA Add-on Card",
    [0x06] = "PCI Add-on Card",
    [0x07] = "MCA Add-on Card",
    [0x08] = "PCMCIA Add-on Card",
    [0x09] = "Proprietary Add-on Card",
    [0x0A] = "NuBus",
    [0xA0] = "PC-98/C20 Add-on Card",
    [0xA1] = "PC-98/C24 Add-on Card",
    [0xA2] = "PC-98/E Add-on Card",
    [0xA3] = "PC-98/Local Bus Add-on Card",
    [0xA4] = "CXL Add-on Card",
};

/* 7.17.2 */
static const char *const array_uses[] = {
    [0x01] = "Other",        [0x02] = "Unknown",      [0x03] = "System Memory",
    [0x04] = "Video Memory", [0x05] = "Flash Memory", [0x06] = "Non-volatile RAM",
    [0x07] = "Cache Memory",
};

/* 7.17.3 */
static const char *const array_corrections[] = {
    [0x01] = "Other",          [0x02] = "Unknown",       [0x03] = "None", [0x04] = "Parity",
    [0x05] = "Single-bit ECC", [0x06] = "Multi-bit ECC", [0x07] = "CRC",
};

/* In KiB; 80000000: see the extended capacity (2.7), in bytes. */
static void decode_capacity(const struct decoding *d)
{
    uint64_t capacity = field_number(d, d->field->offset, 4);

    if (capacity != 0x80000000)
        emit_size(d, capacity, 1);
    else if (field_fits(d, 0x0F, 8))
        emit_size(d, field_number(d, 0x0F, 8), 0);
    else
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
}

static const struct field memory_array[] = {
    {0x04, 1, FIELD_ENUM, "Location", "location", NAMES(array_locations)},
    {0x05, 1, FIELD_ENUM, "Use", "use", NAMES(array_uses)},
    {0x06, 1, FIELD_ENUM, "Error Correction Type", "memory_error_correction",
     NAMES(array_corrections)},
    {0x07, 4, FIELD_CUSTOM, "Maximum Capacity", "maximum_capacity_bytes",
     .decode = decode_capacity},
    {0x0B, 2, FIELD_HANDLE, "Error Information Handle", "memory_error_information_handle",
     .words = error_handle_words},
    {0x0D, 2, FIELD_NUMBER, "Number Of Devices", "number_of_memory_devices"},
};

const struct schema schema_memory_array = {16, "Physical Memory Array", ROWS(memory_array),
                                           LENGTHS(0x0F)};

/* Section 7.18 */

/* 7.18.1 */
static const char *const form_factors[] = {
    [0x01] = "Other",  [0x02] = "Unknown", [0x03] = "SIMM",         [0x04] = "SIP",
    [0x05] = "Chip",   [0x06] = "DIP",     [0x07] = "ZIP",          [0x08] = "Proprietary Card",
    [0x09] = "DIMM",   [0x0A] = "TSOP",    [0x0B] = "Row Of Chips", [0x0C] = "RIMM",
    [0x0D] = "SODIMM", [0x0E] = "SRIMM",   [0x0F] = "FB-DIMM",      [0x10] = "Die",
    [0x11] = "CAMM",   [0x12] = "CUDIMM",  [0x13] = "CSODIMM",
};

/* 7.18.2 */
static const char *const memory_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "DRAM",
    [0x04] = "EDRAM",
    [0x05] = "VRAM",
    [0x06] = "SRAM",
    [0x07] = "RAM",
    [0x08] = "ROM",
    [0x09] = "Flash",
    [0x0A] = "EEPROM",
    [0x0B] = "FEPROM",
    [0x0C] = "EPROM",
    [0x0D] = "CDRAM",
    [0x0E] = "3DRAM",
    [0x0F] = "SDRAM",
    [0x10] = "SGRAM",
    [0x11] = "RDRAM",
    [0x12] = "DDR",
    [0x13] = "DDR2",
    [0x14] = "DDR2 FB-DIMM",
    [0x15] = "Reserved",
    [0x16] = "Reserved",
    [0x17] = "Reserved",
    [0x18] = "DDR3",
    [0x19] = "FBD2",
    [0x1A] = "DDR4",
    [0x1B] = "LPDDR",
    [0x1C] = "LPDDR2",
    [0x1D] = "LPDDR3",
    [0x1E] = "LPDDR4",
    [0x1F] = "Logical non-volatile device",
    [0x20] = "HBM",
    [0x21] = "HBM2",
    [0x22] = "DDR5",
    [0x23] = "LPDDR5",
    [0x24] = "HBM3",
    [0x25] = "MRDIMM",
};

/* 7.18.3 */
static const char *const type_details[] = {
    [1] = "Other",
    [2] = "Unknown",
    [3] = "Fast-paged",
    [4] = "Static Column",
    [5] = "Pseudo-static",
    [6] = "RAMBus",
    [7] = "Synchronous",
    [8] = "CMOS",
    [9] = "EDO",
    [10] = "Window DRAM",
    [11] = "Cache DRAM",
    [12] = "Non-Volatile",
    [13] = "Registered (Buffered)",
    [14] = "Unbuffered (Unregistered)",
    [15] = "LRDIMM",
};

/* 7.18.6 */
static const char *const memory_technologies[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "DRAM",
    [0x04] = "NVDIMM-N",
    [0x05] = "NVDIMM-F",
    [0x06] = "NVDIMM-P",
    [0x07] = "Intel Optane persistent memory",
    [0x08] = "MRDIMM",
};

static const char *const memory_technologies_older[] = {[0x08] = ""};

/* 7.18.7 */
static const char *const operating_modes[] = {
    [1] = "Other",
    [2] = "Unknown",
    [3] = "Volatile memory",
    [4] = "Byte-accessible persistent memory",
    [5] = "Block-accessible persistent memory",
};

/* The text of reserved bits is empty. */
static void decode_operating_modes(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 2);
    struct line line;

    line_begin(&line);
    line_bits(&line, d->field, bits);
    emit_array_begin(d, line.used > 0 || bits & 0xFFFE ? line.text : "None");
    emit_bit_names(d, bits, d->field->names);
    emit_array_end(d);
}

static const struct word set_words[] = {{0, "None", HWIDENT_E_NO_STRUCTURE},
                                        {0xFF, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                        {.text = NULL}};
static const struct word part_size_words[] = {{0, "None", HWIDENT_E_NO_STRUCTURE},
                                              {UINT64_MAX, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                              {.text = NULL}};

/* In the largest of MiB, GiB and TiB that leaves no remainder. dmidecode prints 0 in TiB here. */
static void emit_extended_size(const struct decoding *d, uint64_t mebibytes)
{
    unsigned unit = mebibytes & 0x3FF ? 2 : mebibytes & 0xFFC00 ? 3 : 4;
    struct line line = {0};

    line_number(&line, mebibytes >> 10 * (unit - 2));
    line_add(&line, size_unit(d->sink->dialect, unit));
    emit_number(d, mebibytes << 20, line.text);
}

static bool module_installed(const struct hwident_structure *s)
{
    uint64_t size;

    return !hwident_structure_field(s, 0x0C, 2, &size) || size != 0;
}

/* 7.18.4, 7.18.5: in MiB, or with bit 15 in KiB; 7FFF: see the extended size (2.7), in MiB. */
static void decode_device_size(const struct decoding *d)
{
    uint64_t size = field_number(d, d->field->offset, 2);

    if (size == 0)
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, "No Module Installed");
    else if (size == 0xFFFF)
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
    else if (size == 0x7FFF && field_fits(d, 0x1C, 4))
        emit_extended_size(d, field_number(d, 0x1C, 4) & 0x7FFFFFFF);
    else
        emit_size(d, size & 0x7FFF, size & 0x8000 ? 1 : 2);
}

/* FFFF: see the extended speed (3.3), whose bit 31 is reserved; dmidecode prints it too. */
static void decode_speed(const struct decoding *d)
{
    uint64_t speed = field_number(d, d->field->offset, 2);
    struct line line;

    line_begin(&line);
    if (speed == 0xFFFF)
        speed = field_number(d, d->field->offset == 0x15 ? 0x54 : 0x58, 4);
    if (speed == 0) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
        return;
    }
    line_number(&line, speed);
    line_add(&line, " MT/s");
    emit_number(d, speed & 0x7FFFFFFF, line.text);
}

/* In millivolts; the text has as many decimals as it needs, and at least one. */
static void decode_millivolts(const struct decoding *d)
{
    uint64_t millivolts = field_number(d, d->field->offset, 2);
    struct line line;

    line_begin(&line);
    if (millivolts == 0) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
        return;
    }
    line_number(&line, millivolts / 1000);
    line_char(&line, '.');
    if (millivolts % 100 == 0)
        line_number(&line, millivolts / 100 % 10);
    else if (millivolts % 10 == 0)
        line_digits(&line, millivolts / 10 % 100, 10, 2);
    else
        line_digits(&line, millivolts % 1000, 10, 3);
    line_add(&line, " V");
    emit_number(d, millivolts, line.text);
}

/* 7.18.8, 7.18.10. */
void decode_manufacturer_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 2);
    struct line line;

    line_begin(&line);
    if (id == 0) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
        return;
    }
    line_add(&line, "Bank ");
    line_number(&line, (id & 0x7F) + 1);
    line_add(&line, ", Hex ");
    line_hex(&line, id >> 8, 2);
    emit_hex(d, id, 2, line.text);
}

static void emit_maker(const struct decoding *d, const char *maker)
{
    if (maker)
        emit_text(d, maker);
}

/* The maker that belongs to the identification at the row's offset. */
static void decode_maker_of_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 2);

    emit_maker(d, jedec_maker((id & 0x7F) + 1, (uint8_t)(id >> 8)));
}

/* The maker, if the string is such an identification. */
/*@ requires row_whole(d); */
static void decode_maker_of_string(const struct decoding *d)
{
    const char *string;
    size_t size;

    if (hwident_structure_string_at(d->structure, d->field->offset, &string, &size) == HWIDENT_OK)
        emit_maker(d, jedec_maker_of_text((const uint8_t *)string, size));
}

/* `device` and one thing about it: "RCD Device Type: 1". */
static void emit_device_line(const struct decoding *d, const char *device, const char *what,
                             const char *text)
{
    struct line label = {0};

    line_add(&label, device);
    line_add(&label, what);
    emit_remark(d, label.text, text);
}

/* As in DDR5's SPD: bit 15 says that the device is there; then its type and its revision. */
static void emit_device_lines(const struct decoding *d, const char *device, uint64_t revision)
{
    struct line type = {0}, number = {0};

    if ((revision & 0x8000) == 0) {
        emit_device_line(d, device, " Device Type", "Not Installed");
        return;
    }
    line_number(&type, revision >> 8 & 0x0F);
    emit_device_line(d, device, " Device Type", type.text);
    line_number(&number, revision >> 4 & 0x0F);
    line_char(&number, '.');
    line_number(&number, revision & 0x0F);
    emit_device_line(d, device, " Device Revision", number.text);
}

enum { MEMORY_TYPE_DDR5 = 0x22, MEMORY_TYPE_LPDDR5 = 0x23 };

/* 7.18.16, 7.18.18 */
static void decode_device_revision(const struct decoding *d)
{
    uint64_t revision = field_number(d, d->field->offset, 2), type = field_number(d, 0x12, 1);
    struct field silent = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, revision, 4);
    if (d->field->label && (type == MEMORY_TYPE_DDR5 || type == MEMORY_TYPE_LPDDR5))
        emit_device_lines(d, d->field->offset == 0x5E ? "PMIC0" : "RCD", revision);
    else if (d->field->label)
        emit_remark(d, d->field->label, line.text);
    silent.label = NULL;
    here.field = &silent;
    emit_hex(&here, revision, 2, line.text);
}

static const struct word revision_words[] = {{0xFF00, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                             {.text = NULL}};

static const struct word width_words[] = {{0, "Unknown", HWIDENT_E_UNKNOWN_VALUE, .quirk = true},
                                          {0xFFFF, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                          {.text = NULL}};

static const struct field memory_device[] = {
    {0x04, 2, FIELD_HANDLE, "Array Handle", "physical_memory_array_handle"},
    {0x06, 2, FIELD_HANDLE, "Error Information Handle", "memory_error_information_handle",
     .words = error_handle_words},
    {0x08, 2, FIELD_NUMBER, "Total Width", "total_width_bits", .words = width_words,
     .unit = " bits"},
    {0x0A, 2, FIELD_NUMBER, "Data Width", "data_width_bits", .words = width_words, .unit = " bits"},
    {0x0C, 2, FIELD_CUSTOM, "Size", "size_bytes", .decode = decode_device_size},
    {0x0E, 1, FIELD_ENUM, "Form Factor", "form_factor", NAMES(form_factors)},
    {0x0F, 1, FIELD_NUMBER, "Set", "device_set", .words = set_words},
    {0x10, 1, FIELD_STRING, "Locator", "device_locator"},
    {0x11, 1, FIELD_STRING, "Bank Locator", "bank_locator"},
    {0x12, 1, FIELD_ENUM, "Type", "memory_type", NAMES(memory_types)},
    {0x13, 2, FIELD_BITS, "Type Detail", "type_detail", NAMES(type_details), .flags = INLINE},
    {0x15, 2, FIELD_CUSTOM, "Speed", "speed_mt_s", .decode = decode_speed, .flags = WHEN_FULL},
    {0x17, 1, FIELD_STRING, "Manufacturer", "manufacturer", .flags = WHEN_FULL},
    {0x17, 1, FIELD_CUSTOM, NULL, "manufacturer_name", .decode = decode_maker_of_string},
    {0x18, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = WHEN_FULL | PRIVATE},
    {0x19, 1, FIELD_STRING, "Asset Tag", "asset_tag", .flags = WHEN_FULL | PRIVATE},
    {0x1A, 1, FIELD_STRING, "Part Number", "part_number", .flags = WHEN_FULL},
    {0x1B, 1, FIELD_NUMBER, "Rank", "rank", .words = zero_is_unknown, .mask = 0x0F,
     .flags = WHEN_FULL},
    {0x20, 2, FIELD_CUSTOM, "Configured Memory Speed", "configured_memory_speed_mt_s",
     .decode = decode_speed, .flags = WHEN_FULL},
    {0x22, 2, FIELD_CUSTOM, "Minimum Voltage", "minimum_voltage_millivolts",
     .decode = decode_millivolts, .flags = WHEN_FULL},
    {0x24, 2, FIELD_CUSTOM, "Maximum Voltage", "maximum_voltage_millivolts",
     .decode = decode_millivolts, .flags = WHEN_FULL},
    {0x26, 2, FIELD_CUSTOM, "Configured Voltage", "configured_voltage_millivolts",
     .decode = decode_millivolts, .flags = WHEN_FULL},
    {0x28, 1, FIELD_ENUM, "Memory Technology", "memory_technology",
     NAMES_OLDER(memory_technologies, memory_technologies_older), .flags = WHEN_FULL},
    {0x29, 2, FIELD_CUSTOM, "Memory Operating Mode Capability", "memory_operating_mode_capability",
     NAMES(operating_modes), .decode = decode_operating_modes, .flags = WHEN_FULL | INLINE},
    {0x2B, 1, FIELD_STRING, "Firmware Version", "firmware_version", .flags = WHEN_FULL},
    {0x2C, 2, FIELD_CUSTOM, "Module Manufacturer ID", "module_manufacturer_id",
     .decode = decode_manufacturer_id, .flags = WHEN_FULL},
    {0x2C, 2, FIELD_CUSTOM, NULL, "module_manufacturer_name", .decode = decode_maker_of_id},
    {0x2E, 2, FIELD_HEX, "Module Product ID", "module_product_id", .words = zero_is_unknown,
     .flags = WHEN_FULL},
    {0x30, 2, FIELD_CUSTOM, "Memory Subsystem Controller Manufacturer ID",
     "memory_subsystem_controller_manufacturer_id", .decode = decode_manufacturer_id,
     .flags = WHEN_FULL},
    {0x30, 2, FIELD_CUSTOM, NULL, "memory_subsystem_controller_manufacturer_name",
     .decode = decode_maker_of_id},
    {0x32, 2, FIELD_HEX, "Memory Subsystem Controller Product ID",
     "memory_subsystem_controller_product_id", .words = zero_is_unknown, .flags = WHEN_FULL},
    {0x34, 8, FIELD_SIZE, "Non-Volatile Size", "non_volatile_size_bytes", .words = part_size_words,
     .flags = WHEN_FULL},
    {0x3C, 8, FIELD_SIZE, "Volatile Size", "volatile_size_bytes", .words = part_size_words,
     .flags = WHEN_FULL},
    {0x44, 8, FIELD_SIZE, "Cache Size", "cache_size_bytes", .words = part_size_words,
     .flags = WHEN_FULL},
    {0x4C, 8, FIELD_SIZE, "Logical Size", "logical_size_bytes", .words = part_size_words,
     .flags = WHEN_FULL},
    {0x5C, 2, FIELD_CUSTOM, "PMIC0 Manufacturer ID", "pmic0_manufacturer_id",
     .decode = decode_manufacturer_id, .flags = WHEN_FULL},
    {0x5C, 2, FIELD_CUSTOM, NULL, "pmic0_manufacturer_name", .decode = decode_maker_of_id},
    {0x5E, 2, FIELD_CUSTOM, "PMIC0 Revision Number", "pmic0_revision_number",
     .words = revision_words, .decode = decode_device_revision, .flags = WHEN_FULL},
    {0x60, 2, FIELD_CUSTOM, "RCD Manufacturer ID", "rcd_manufacturer_id",
     .decode = decode_manufacturer_id, .flags = WHEN_FULL},
    {0x60, 2, FIELD_CUSTOM, NULL, "rcd_manufacturer_name", .decode = decode_maker_of_id},
    {0x62, 2, FIELD_CUSTOM, "RCD Revision Number", "rcd_revision_number", .words = revision_words,
     .decode = decode_device_revision, .flags = WHEN_FULL},
};

const struct schema schema_memory_device = {
    17,
    "Memory Device",
    ROWS(memory_device),
    .full = module_installed,
    .stored_if_empty = true,
    LENGTHS(0x15, 0x17, 0x1B, 0x1C, 0x22, 0x28, 0x34, 0x3C, 0x44, 0x4C, 0x54, 0x64)};

/* Sections 7.19 and 7.34 */

/* 7.19.1 */
static const char *const error_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "OK",
    [0x04] = "Bad Read",
    [0x05] = "Parity Error",
    [0x06] = "Single-bit Error",
    [0x07] = "Double-bit Error",
    [0x08] = "Multi-bit Error",
    [0x09] = "Nibble Error",
    [0x0A] = "Checksum Error",
    [0x0B] = "CRC Error",
    [0x0C] = "Corrected Single-bit Error",
    [0x0D] = "Corrected Error",
    [0x0E] = "Uncorrectable Error",
};

/* 7.19.2 */
static const char *const error_granularities[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Device Level",
    [0x04] = "Memory Partition Level",
};

/* 7.19.3 */
static const char *const error_operations[] = {
    [0x01] = "Other", [0x02] = "Unknown",       [0x03] = "Read",
    [0x04] = "Write", [0x05] = "Partial Write",
};

static const struct word sign_32_is_unknown[] = {{0x80000000, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                                 {.text = NULL}};
static const struct word sign_64_is_unknown[] = {
    {0x8000000000000000, "Unknown", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};

static const struct field memory_error_32[] = {
    {0x04, 1, FIELD_ENUM, "Type", "error_type", NAMES(error_types)},
    {0x05, 1, FIELD_ENUM, "Granularity", "error_granularity", NAMES(error_granularities)},
    {0x06, 1, FIELD_ENUM, "Operation", "error_operation", NAMES(error_operations)},
    {0x07, 4, FIELD_HEX, "Vendor Syndrome", "vendor_syndrome", .words = zero_is_unknown},
    {0x0B, 4, FIELD_HEX, "Memory Array Address", "memory_array_error_address",
     .words = sign_32_is_unknown},
    {0x0F, 4, FIELD_HEX, "Device Address", "device_error_address", .words = sign_32_is_unknown},
    {0x13, 4, FIELD_HEX, "Resolution", "error_resolution", .words = sign_32_is_unknown},
};

const struct schema schema_memory_error_32 = {18, "32-bit Memory Error Information",
                                              ROWS(memory_error_32), LENGTHS(0x17)};

static const struct field memory_error_64[] = {
    {0x04, 1, FIELD_ENUM, "Type", "error_type", NAMES(error_types)},
    {0x05, 1, FIELD_ENUM, "Granularity", "error_granularity", NAMES(error_granularities)},
    {0x06, 1, FIELD_ENUM, "Operation", "error_operation", NAMES(error_operations)},
    {0x07, 4, FIELD_HEX, "Vendor Syndrome", "vendor_syndrome", .words = zero_is_unknown},
    {0x0B, 8, FIELD_HEX, "Memory Array Address", "memory_array_error_address",
     .words = sign_64_is_unknown},
    {0x13, 8, FIELD_HEX, "Device Address", "device_error_address", .words = sign_64_is_unknown},
    {0x1B, 4, FIELD_HEX, "Resolution", "error_resolution", .words = sign_32_is_unknown},
};

const struct schema schema_memory_error_64 = {33, "64-bit Memory Error Information",
                                              ROWS(memory_error_64), LENGTHS(0x1F)};

/* Sections 7.20 and 7.21 */

/*
 * The range in bytes: two long words in KiB or, if both are FFFFFFFF, two numbers of 8 bytes (2.7).
 * An end of FFFFFFFF with a different start is a contradiction: only the end would be elsewhere.
 */
struct range {
    uint64_t start, end;
    bool extended, contradictory;
};

static struct range mapped_range(const struct decoding *d)
{
    size_t extended = d->schema->type == 19 ? 0x0F : 0x13;
    uint64_t start = field_number(d, 0x04, 4), end = field_number(d, 0x08, 4);

    if (start == 0xFFFFFFFF && field_fits(d, extended, 16))
        return (struct range){.start = field_number(d, extended, 8),
                              .end = field_number(d, extended + 8, 8),
                              .extended = true};
    return (struct range){.start = start << 10,
                          .end = (end << 10) + 0x3FF,
                          .contradictory = end == 0xFFFFFFFF && start != end};
}

static void decode_mapped_address(const struct decoding *d)
{
    struct range range = mapped_range(d);
    uint64_t address = d->field->offset == 0x04 ? range.start : range.end;
    struct line line = {0};

    line_hex(&line, address, range.extended ? 16 : 11);
    if (range.extended && in_older_words(d)) /* although they are in bytes */
        line_char(&line, 'k');
    emit_hex(d, address, 8, line.text);
}

/* dmidecode takes one byte for no range, and the whole 64-bit address space for 0 bytes. */
static void decode_mapped_size(const struct decoding *d)
{
    struct range range = mapped_range(d);

    uint64_t last = range.end - range.start;

    if (range.start > range.end || range.contradictory || last == 0)
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Invalid");
    else if (last == UINT64_MAX)
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "0 bytes");
    else
        emit_size(d, last + 1, 0);
}

static const struct field memory_array_address[] = {
    {0x04, 4, FIELD_CUSTOM, "Starting Address", "starting_address",
     .decode = decode_mapped_address},
    {0x08, 4, FIELD_CUSTOM, "Ending Address", "ending_address", .decode = decode_mapped_address},
    {0x08, 4, FIELD_CUSTOM, "Range Size", "range_size_bytes", .decode = decode_mapped_size},
    {0x0C, 2, FIELD_HANDLE, "Physical Array Handle", "memory_array_handle"},
    {0x0E, 1, FIELD_NUMBER, "Partition Width", "partition_width"},
};

const struct schema schema_memory_array_address = {19, "Memory Array Mapped Address",
                                                   ROWS(memory_array_address), LENGTHS(0x0F)};

static const struct word row_words[] = {{0, "<OUT OF SPEC>", HWIDENT_E_UNKNOWN_VALUE},
                                        {0xFF, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                        {.text = NULL}};

/* 0: the device is not part of an interleave. */
static void decode_interleave(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, 1);
    struct line line = {0};

    line_number(&line, number);
    if (number == 0)
        emit_hidden(d, HWIDENT_E_NO_STRUCTURE);
    else if (number == 0xFF)
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
    else
        emit_number(d, number, line.text);
}

static const struct field memory_device_address[] = {
    {0x04, 4, FIELD_CUSTOM, "Starting Address", "starting_address",
     .decode = decode_mapped_address},
    {0x08, 4, FIELD_CUSTOM, "Ending Address", "ending_address", .decode = decode_mapped_address},
    {0x08, 4, FIELD_CUSTOM, "Range Size", "range_size_bytes", .decode = decode_mapped_size},
    {0x0C, 2, FIELD_HANDLE, "Physical Device Handle", "memory_device_handle"},
    {0x0E, 2, FIELD_HANDLE, "Memory Array Mapped Address Handle",
     "memory_array_mapped_address_handle"},
    {0x10, 1, FIELD_NUMBER, "Partition Row Position", "partition_row_position", .words = row_words},
    {0x11, 1, FIELD_CUSTOM, "Interleave Position", "interleave_position",
     .decode = decode_interleave},
    {0x12, 1, FIELD_CUSTOM, "Interleaved Data Depth", "interleaved_data_depth",
     .decode = decode_interleave},
};

const struct schema schema_memory_device_address = {20, "Memory Device Mapped Address",
                                                    ROWS(memory_device_address), LENGTHS(0x13)};

/* Section 7.38 */

static const char *const channel_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "RamBus",
    [0x04] = "SyncLink",
};

static void decode_channel_device(const struct decoding *d, size_t number)
{
    struct line load = {0}, handle;
    const struct field rows[] = {{0, 1, FIELD_NUMBER, load.text, "load"},
                                 {1, 2, FIELD_HANDLE, handle.text, "handle"}};

    line_add(&load, "Device ");
    line_number(&load, number);
    handle = load;
    line_add(&load, " Load");
    line_add(&handle, " Handle");
    emit_object_begin(d, NULL, NULL);
    schema_rows(d, rows, sizeof rows / sizeof rows[0], 0x04 + 3 * number, 3);
    emit_object_end(d);
}

static void decode_channel_devices(const struct decoding *d)
{
    size_t count = field_count(d, d->field->offset);
    struct line line = {0};

    line_number(&line, count);
    if (d->field->label)
        emit_remark(d, d->field->label, line.text);
    emit_unlabelled_array_begin(d);
    for (size_t i = 1; i <= count && field_fits(d, 0x04 + 3 * i, 3); i++)
        decode_channel_device(d, i);
    emit_array_end(d);
}

static const struct field memory_channel[] = {
    {0x04, 1, FIELD_ENUM, "Type", "channel_type", NAMES(channel_types)},
    {0x05, 1, FIELD_NUMBER, "Maximal Load", "maximum_channel_load"},
    {0x06, 1, FIELD_CUSTOM, "Devices", "memory_devices", .decode = decode_channel_devices},
};

const struct schema schema_memory_channel = {37, "Memory Channel", ROWS(memory_channel),
                                             LENGTHS(0x07)};
