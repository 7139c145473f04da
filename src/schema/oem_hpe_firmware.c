/*
 * HP's and HPE's servers: their firmware and where it keeps things.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* Four bytes as number and, where all are printable ASCII, as text: "0x55524324 ($CRU)". */
static void decode_signature(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, 4);
    struct line line = {0}, text = {0};

    line_add(&line, "0x");
    line_lower(&line, number, 8);
    for (unsigned i = 0; i < 4; i++) {
        char c = (char)(number >> 8 * i & 0x7F);

        if (number >> 8 * i & 0x80 || c < ' ' || c > '~')
            break;
        line_char(&text, c);
    }
    if (text.used == 4) {
        line_add(&line, " (");
        line_add(&line, text.text);
        line_char(&line, ')');
    }
    emit_hex(d, number, 4, line.text);
}

/* ---- 199: microcode that the firmware brings along ------------------------------------------------------- */

enum { PATCH_SIZE = 12, PATCH_CPU = 8 };

/* BCD: year, day, month. */
static void decode_patch_date(const struct decoding *d)
{
    size_t at = d->field->offset;
    struct line line = {0};

    line_lower(&line, field_number(d, at, 2), 4);
    line_char(&line, '-');
    line_lower(&line, field_number(d, at + 3, 1), 2);
    line_char(&line, '-');
    line_lower(&line, field_number(d, at + 2, 1), 2);
    emit_text(d, line.text);
}

static void decode_patch_number(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, 4);
    struct line line = {0};

    line_hex(&line, number, 1);
    emit_hex(d, number, 4, line.text);
}

static const struct field patch[] = {
    {8, 4, FIELD_HEX, NULL, "cpu_id"},
    {4, 4, FIELD_CUSTOM, "Date", "date", .decode = decode_patch_date},
    {0, 4, FIELD_CUSTOM, "Patch", "patch", .decode = decode_patch_number},
};

/* What CPUID tells in EAX. */
static void line_cpu(struct line *line, uint64_t id)
{
    line_add(line, "Type ");
    line_number(line, id >> 12 & 3);
    line_add(line, ", Family ");
    line_number(line, (id >> 8 & 0xF) + (id >> 20 & 0xFF));
    line_add(line, ", Model ");
    line_number(line, (id >> 12 & 0xF0) + (id >> 4 & 0xF));
    line_add(line, ", Stepping ");
    line_number(line, id & 0xF);
}

static void decode_patches(const struct decoding *d)
{
    struct field field = field_member(d->field);
    struct decoding one = *d;

    field.label = d->field->label;
    one.field = &field;
    emit_unlabelled_array_begin(d);
    for (size_t at = d->field->offset; field_fits(d, at, PATCH_SIZE); at += PATCH_SIZE) {
        struct line line = {0};

        line_cpu(&line, field_number(d, at + PATCH_CPU, 4));
        emit_group_begin(&one, line.text);
        schema_rows(d, patch, sizeof patch / sizeof patch[0], at, PATCH_SIZE);
        emit_object_end(&one);
    }
    emit_array_end(d);
}

static const struct field microcode[] = {
    {0x04, 0, FIELD_CUSTOM, "CPU ID", "patches", .decode = decode_patches},
};

const struct schema schema_hpe_microcode = {
    199, BRANDED("ProLiant CPU Microcode Patch Support Info"), ROWS(microcode)};

/* ---- 212: entry points of the firmware --------------------------------------------------------------------- */

enum { SIGNATURE_CRU = 0x55524324 };

/* In text only the firmware's own service ($CRU) has address and length. */
static bool is_cru(const struct hwident_structure *s)
{
    uint64_t signature;

    return hwident_structure_field(s, 0x04, 4, &signature) && signature == SIGNATURE_CRU;
}

/* Where the memory begins and, at 0x14, how far in the entry point is. */
static void decode_entry(const struct decoding *d)
{
    uint64_t address = field_number(d, d->field->offset, 8) + field_number(d, 0x14, 4);
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, address, 16);
    emit_hex(d, address, 8, line.text);
}

static const struct field cru[] = {
    {0x04, 4, FIELD_CUSTOM, "Signature", "signature", .decode = decode_signature},
    {0x08, 8, FIELD_CUSTOM, "Physical Address", "entry_address", .decode = decode_entry,
     .flags = WHEN_FULL},
    {0x08, 8, FIELD_HEX, NULL, "physical_address"},
    {0x10, 4, FIELD_HEX, "Length", "length_bytes", .flags = LOWER | WHEN_FULL},
};

const struct schema schema_hpe_cru = {212, BRANDED("64-bit CRU Information"), ROWS(cru),
                                      LENGTHS(0x18), .full = is_cru};

/* ---- 216: versions of what runs beside the firmware ------------------------------------------------------------ */

static const char *const firmware_types[] = {
    [0x01] = "System ROM",
    [0x02] = "Redundant System ROM",
    [0x03] = "System ROM Bootblock",
    [0x04] = "Power Management Controller Firmware",
    [0x05] = "Power Management Controller Firmware Bootloader",
    [0x06] = "SL Chassis Firmware",
    [0x07] = "SL Chassis Firmware Bootloader",
    [0x08] = "Hardware PAL/CPLD",
    [0x09] = "SPS Firmware (ME Firmware)",
    [0x0A] = "SL Chassis PAL/CPLD",
    [0x0B] = "Compatibility Support Module (CSM)",
    [0x0C] = "APML",
    [0x0D] = "Smart Storage Battery (Megacell) Firmware",
    [0x0E] = "Trusted Module (TPM or TCM) Firmware",
    [0x0F] = "NVMe Backplane Firmware",
    [0x10] = "Intelligent Provisioning",
    [0x11] = "SPI Descriptor Version",
    [0x12] = "Innovation Engine Firmware (IE Firmware)",
    [0x13] = "UMB Backplane Firmware",
    [0x14] = "Embedded Diagnostics",
    [0x20] = "EL Chassis Abstraction Revision",
    [0x21] = "EL Chassis Firmware Revision",
    [0x22] = "EL Chassis PAL/CPLD",
    [0x23] = "EL Cartridge Abstraction Revision",
    [0x30] = "Embedded Video Controller",
    [0x31] = "PCIe Riser Programmable Logic Device",
    [0x32] = "PCIe Card CPLD",
    [0x33] = "Intel NVMe VROC",
    [0x34] = "Intel SATA VROC",
    [0x35] = "Intel SPS Firmware",
    [0x36] = "Secondary System Programmable Logic Device",
    [0x37] = "CPU Mezzanine Board CPLD",
    [0x38] = "Intel Arctic Sound-M Accelerator Firmware",
    [0x39] = "Ampere System Control Processor (SCP)",
    [0x3A] = "Intel CFR Information",
    [0x3B] = "OCP Card",
    [0x3C] = "DC-SCM CPLD",
    [0x3D] = "Power Distribution Board CPLD",
    [0x3E] = "PCIe Switch Board CPLD",
    [0x3F] = "Sideband Board CPLD",
    [0x40] = "PCIe Riser MCU Firmware",
    [0x41] = "PCIe Switch Board Firmware",
    [0x42] = "Power Supply Firmware",
    [0x43] = "BMC Firmware",
};

enum { VERSION_FORMAT = 0x08, VERSION_SIZE = 12 };

/* The version once more in bytes, in one of some twenty formats; 0: none. */
static void decode_version_data(const struct decoding *d)
{
    struct line line = {0};

    if (field_number(d, VERSION_FORMAT, 1) == 0) {
        emit_absent(d, HWIDENT_E_NOT_SPECIFIED, "No Version Data");
        return;
    }
    for (size_t i = 0; i < VERSION_SIZE; i++) {
        if (i > 0)
            line_char(&line, ' ');
        line_digits(&line, field_number(d, d->field->offset + i, 1), 16, 2);
    }
    emit_bytes(d, d->field->offset, VERSION_SIZE, line.text);
}

static const struct word zero_is_no_id[] = {{0, "", HWIDENT_E_NOT_SPECIFIED}, {.text = NULL}};

static const struct field version[] = {
    {0x04, 2, FIELD_ENUM, "Firmware Type", "firmware_type", NAMES(firmware_types)},
    {0x06, 1, FIELD_STRING, "Firmware Name String", "firmware_name"},
    {0x07, 1, FIELD_STRING, "Firmware Version String", "firmware_version"},
    {0x08, 1, FIELD_NUMBER, NULL, "version_data_format"},
    {0x09, VERSION_SIZE, FIELD_CUSTOM, "Version Data", "version_data",
     .decode = decode_version_data},
    {0x15, 2, FIELD_HEX, "Unique ID", "unique_id", .words = zero_is_no_id},
};

const struct schema schema_hpe_version = {216, BRANDED("Version Indicator"), ROWS(version),
                                          LENGTHS(0x17)};

/* ---- 229: memory that the firmware keeps ----------------------------------------------------------------------- */

enum { REGION_SIZE = 16 };

/* Bit 31: in KiB. */
static void decode_region_size(const struct decoding *d)
{
    uint64_t size = field_number(d, d->field->offset, 4);

    emit_size(d, size & 0x7FFFFFFF, size >> 31 ? 1 : 0);
}

static const struct field region[] = {
    {0, 4, FIELD_CUSTOM, "Signature", "signature", .decode = decode_signature},
    {4, 8, FIELD_HEX, "Physical Address", "physical_address", .flags = LOWER},
    {12, 4, FIELD_CUSTOM, "Size", "size_bytes", .decode = decode_region_size},
};

static void decode_regions(const struct decoding *d)
{
    emit_unlabelled_array_begin(d);
    for (size_t at = d->field->offset; field_fits(d, at, REGION_SIZE); at += REGION_SIZE) {
        emit_object_begin(d, NULL, NULL);
        schema_rows(d, region, sizeof region / sizeof region[0], at, REGION_SIZE);
        emit_object_end(d);
    }
    emit_array_end(d);
}

static const struct field reserved_memory[] = {
    {0x04, 0, FIELD_CUSTOM, NULL, "regions", .decode = decode_regions},
};

const struct schema schema_hpe_reserved_memory = {229, BRANDED("Reserved Memory Location"),
                                                  ROWS(reserved_memory)};

/* ---- 240: firmware that can be replaced ---------------------------------------------------------------------------- */

static const struct word zero_is_not_available[] = {{0, "Not Available", HWIDENT_E_UNKNOWN_VALUE},
                                                    {.text = NULL}};

static const struct {
    const char *label, *key;
} attributes[] = {
    {"Updatable", "updatable"},
    {"Reset Required", "reset_required"},
    {"Authentication Required", "authentication_required"},
    {"In Use", "in_use"},
    {"UEFI Image", "uefi_image"},
};

/* 8 bytes that say which attributes count, and 8 with their values. */
static void decode_attributes(const struct decoding *d)
{
    uint64_t defined = field_number(d, d->field->offset, 8);
    uint64_t set = field_number(d, d->field->offset + 8U, 8);

    emit_group_begin(d, NULL);
    for (size_t bit = 0; bit < sizeof attributes / sizeof attributes[0]; bit++) {
        const struct value value = {.kind = VALUE_FLAG,
                                    .label = attributes[bit].label,
                                    .key = attributes[bit].key,
                                    .text = set >> bit & 1 ? "Yes" : "No",
                                    .number = set >> bit & 1};

        if (defined >> bit & 1)
            emit(d, &value);
    }
    emit_object_end(d);
}

static const struct field inventory[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "associated_handle"},
    {0x06, 4, FIELD_HEX, "Package Version", "package_version"},
    {0x0A, 1, FIELD_STRING, "Version String", "version"},
    {0x0B, 8, FIELD_SIZE, "Image Size", "image_size_bytes", .words = zero_is_not_available},
    {0x13, 16, FIELD_CUSTOM, "Attributes Defined/Set", "attributes", .decode = decode_attributes},
    {0x23, 4, FIELD_HEX, "Lowest Supported Version", "lowest_supported_version",
     .words = zero_is_not_available},
};

const struct schema schema_hpe_inventory = {240, BRANDED("Proliant Inventory Record"),
                                            ROWS(inventory), LENGTHS(0x27)};
