/*
 * Firmware and system: types 0, 1 and 43, and the markers 126 and 127.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.1 */

/* 7.1.1; the bits after 31 are left to vendors. */
static const char *const firmware_characteristics[] = {
    [3] = "Firmware characteristics not supported",
    [4] = "ISA is supported",
    [5] = "MCA is supported",
    [6] = "EISA is supported",
    [7] = "PCI is supported",
    [8] = "PC Card (PCMCIA) is supported",
    [9] = "PNP is supported",
    [10] = "APM is supported",
    [11] = "Firmware is upgradeable",
    [12] = "Firmware shadowing is allowed",
    [13] = "VLB is supported",
    [14] = "ESCD support is available",
    [15] = "Boot from CD is supported",
    [16] = "Selectable boot is supported",
    [17] = "Firmware ROM is socketed",
    [18] = "Boot from PC Card (PCMCIA) is supported",
    [19] = "EDD is supported",
    [20] = "Japanese floppy for NEC 9800 1.2 MB is supported (int 13h)",
    [21] = "Japanese floppy for Toshiba 1.2 MB is supported (int 13h)",
    [22] = "5.25\"/360 kB floppy services are supported (int 13h)",
    [23] = "5.25\"/1.2 MB floppy services are supported (int 13h)",
    [24] = "3.5\"/720 kB floppy services are supported (int 13h)",
    [25] = "3.5\"/2.88 MB floppy services are supported (int 13h)",
    [26] = "Print screen service is supported (int 5h)",
    [27] = "8042 keyboard services are supported (int 9h)",
    [28] = "Serial services are supported (int 14h)",
    [29] = "Printer services are supported (int 17h)",
    [30] = "CGA/mono video services are supported (int 10h)",
    [31] = "NEC PC-98",
};

static const char *const firmware_characteristics_older[] = {
    [3] = "BIOS characteristics not supported",
    [11] = "BIOS is upgradeable",
    [12] = "BIOS shadowing is allowed",
    [17] = "BIOS ROM is socketed",
};

/* 7.1.2, both bytes. */
static const char *const firmware_extensions[] = {
    [0] = "ACPI is supported",
    [1] = "USB legacy is supported",
    [2] = "AGP is supported",
    [3] = "I2O boot is supported",
    [4] = "LS-120 boot is supported",
    [5] = "ATAPI Zip drive boot is supported",
    [6] = "IEEE 1394 boot is supported",
    [7] = "Smart battery is supported",
    [8] = "BIOS boot specification is supported",
    [9] = "Function key-initiated network boot is supported",
    [10] = "Targeted content distribution is supported",
    [11] = "UEFI is supported",
    [12] = "System is a virtual machine",
    [13] = "Manufacturing mode is supported",
    [14] = "Manufacturing mode is enabled",
};

enum { CHARACTERISTICS_NOT_SUPPORTED = 1 << 3 };

static const struct field runtime_size = {
    .label = "Runtime Size", .key = "firmware_runtime_size_bytes", .kind = FIELD_CUSTOM};

/* The segment is where the image begins; it ends at 1 MiB. Segment 0: UEFI, no such image. */
static void decode_segment(const struct decoding *d)
{
    uint64_t segment = field_number(d, d->field->offset, 2);
    uint64_t size = (0x10000 - segment) << 4;
    struct field field = runtime_size;
    struct decoding runtime = *d;
    struct line address = {0}, text = {0};

    if (segment == 0) {
        emit_hidden(d, HWIDENT_E_NOT_SPECIFIED);
        return;
    }
    line_add(&address, "0x");
    line_digits(&address, segment, 16, 4);
    line_char(&address, '0');
    emit_hex(d, segment << 4, 4, address.text);
    line_number(&text, size % 1024 ? size : size / 1024);
    line_add(&text, size_unit(d->sink->dialect, size % 1024 ? 0 : 1));
    if (!d->field->label)
        field.label = NULL;
    runtime.field = &field;
    emit_number(&runtime, size, text.text);
}

/* In units of 64 KiB; FF: too large for the byte, see the extended size (2.7 and 3.1). */
static void decode_rom_size(const struct decoding *d)
{
    uint64_t size = field_number(d, d->field->offset, 1);
    uint64_t extended = field_number(d, 0x18, 2);
    struct line line = {0};

    if (size != 0xFF) {
        line_size(&line, d->sink->dialect, (size + 1) * 64, 1);
        emit_number(d, (size + 1) * 64 * 1024, line.text);
    } else if (!field_fits(d, 0x18, 2)) {
        line_size(&line, d->sink->dialect, (uint64_t)16 * 1024, 1);
        emit_number(d, (uint64_t)16 * 1024 * 1024, line.text);
    } else {
        line_number(&line, extended & 0x3FFF);
        line_add(&line, extended >> 14 > 1 ? " <OUT OF SPEC>"
                                           : size_unit(d->sink->dialect, extended >> 14 ? 3 : 2));
        if (extended >> 14 > 1)
            emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, line.text);
        else
            emit_number(d, (extended & 0x3FFF) << (extended >> 14 ? 30 : 20), line.text);
    }
}

/* One list of the eight bytes and, if the structure has them, the extension bytes. */
static void decode_characteristics(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 8);

    if (bits & CHARACTERISTICS_NOT_SUPPORTED)
        bits = CHARACTERISTICS_NOT_SUPPORTED;
    emit_array_begin(d, NULL);
    emit_bit_names(d, bits, NAMES_OLDER(firmware_characteristics, firmware_characteristics_older));
    if (field_fits(d, 0x12, 2))
        emit_bit_names(d, field_number(d, 0x12, 2), NAMES(firmware_extensions));
    else
        emit_bit_names(d, field_number(d, 0x12, 1), NAMES(firmware_extensions));
    emit_array_end(d);
}

static const struct field platform_firmware[] = {
    {0x04, 1, FIELD_STRING, "Vendor", "vendor"},
    {0x05, 1, FIELD_STRING, "Version", "firmware_version"},
    {0x08, 1, FIELD_STRING, "Release Date", "firmware_release_date"},
    {0x06, 2, FIELD_CUSTOM, "Address", "firmware_starting_address", .decode = decode_segment},
    {0x09, 1, FIELD_CUSTOM, "ROM Size", "firmware_rom_size_bytes", .decode = decode_rom_size},
    {0x0A, 8, FIELD_CUSTOM, "Characteristics", "characteristics", .decode = decode_characteristics},
    {0x14, 2, FIELD_VERSION, "Platform Firmware Revision", "platform_firmware_release",
     .older = "BIOS Revision"},
    {0x16, 2, FIELD_VERSION, "Embedded Controller Firmware Revision",
     "embedded_controller_firmware_release", .older = "Firmware Revision"},
};

const struct schema schema_platform_firmware = {0, "Platform Firmware Information",
                                                ROWS(platform_firmware), LENGTHS(0x12, 0x18),
                                                .older = "BIOS Information"};

/* Section 7.2 */

static const char *const wake_up_types[] = {
    [0x00] = "Reserved",     [0x01] = "Other",      [0x02] = "Unknown",
    [0x03] = "APM Timer",    [0x04] = "Modem Ring", [0x05] = "LAN Remote",
    [0x06] = "Power Switch", [0x07] = "PCI PME#",   [0x08] = "AC Power Restored",
};

static const struct field system_information[] = {
    {0x04, 1, FIELD_STRING, "Manufacturer", "manufacturer"},
    {0x05, 1, FIELD_STRING, "Product Name", "product_name"},
    {0x06, 1, FIELD_STRING, "Version", "version"},
    {0x07, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x08, 16, FIELD_UUID, "UUID", "uuid", .flags = PRIVATE},
    {0x18, 1, FIELD_ENUM, "Wake-up Type", "wake_up_type", NAMES(wake_up_types)},
    {0x19, 1, FIELD_STRING, "SKU Number", "sku_number"},
    {0x1A, 1, FIELD_STRING, "Family", "family"},
};

const struct schema schema_system = {1, "System Information", ROWS(system_information),
                                     LENGTHS(0x08, 0x19, 0x1B)};

/* Section 7.44 */

static const char *const tpm_characteristics[] = {
    [2] = "TPM Device characteristics not supported",
    [3] = "Family configurable via firmware update",
    [4] = "Family configurable via platform software support",
    [5] = "Family configurable via OEM proprietary mechanism",
};

enum { TPM_NOT_SUPPORTED = 1 << 2 };

/* Up to four characters. */
static void decode_tpm_vendor(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_STRING, NULL);

    while (value.size < 4 && field_number(d, d->field->offset + value.size, 1) != 0)
        value.size++;
    value.bytes = d->structure->bytes + d->base + d->field->offset;
    emit(d, &value);
}

static void decode_tpm_version(const struct decoding *d)
{
    struct line line = {0};

    line_number(&line, field_number(d, 0x08, 1));
    line_char(&line, '.');
    line_number(&line, field_number(d, 0x09, 1));
    emit_text(d, line.text);
}

/* TPM 1.2: bytes 2 and 3 of a TPM_VERSION; TPM 2.0: two halves of a vendor's number. */
static void decode_tpm_firmware(const struct decoding *d)
{
    uint64_t major = field_number(d, 0x08, 1);
    struct line line = {0};

    if (major != 1 && major != 2) {
        emit_hidden(d, HWIDENT_E_UNKNOWN_VALUE);
        return;
    }
    line_number(&line, major == 1 ? field_number(d, 0x0C, 1) : field_number(d, 0x0C, 2));
    line_char(&line, '.');
    line_number(&line, major == 1 ? field_number(d, 0x0D, 1) : field_number(d, 0x0A, 2));
    emit_text(d, line.text);
}

/* If bit 2 is set, the others have no meaning. */
static void decode_tpm_characteristics(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 8);

    if (bits & TPM_NOT_SUPPORTED)
        bits = TPM_NOT_SUPPORTED;
    emit_array_begin(d, NULL);
    emit_bit_names(d, bits, NAMES(tpm_characteristics));
    emit_array_end(d);
}

static const struct field tpm_device[] = {
    {0x04, 4, FIELD_CUSTOM, "Vendor ID", "vendor_id", .decode = decode_tpm_vendor},
    {0x08, 2, FIELD_CUSTOM, "Specification Version", "specification_version",
     .decode = decode_tpm_version},
    {0x0A, 8, FIELD_CUSTOM, "Firmware Revision", "firmware_version", .decode = decode_tpm_firmware},
    {0x12, 1, FIELD_STRING, "Description", "description"},
    {0x13, 8, FIELD_CUSTOM, "Characteristics", "characteristics",
     .decode = decode_tpm_characteristics},
    {0x1B, 4, FIELD_HEX, "OEM-specific Information", "oem_defined"},
};

const struct schema schema_tpm = {43, "TPM Device", ROWS(tpm_device), LENGTHS(0x1B)};

/* Section 7.127: a structure that the firmware switched off. */

const struct schema schema_inactive = {126, "Inactive", .marker = true};

/* Section 7.128 */

const struct schema schema_end_of_table = {127, "End Of Table", .marker = true};
