/*
 * HP's and HPE's servers: the devices in them.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 203: a device that firmware and operating system name differently ----------------------- */

static const struct word handle_words[] = {{0xFFFE, "N/A", HWIDENT_E_NO_STRUCTURE}, {.text = NULL}};
static const struct word place_words[] = {{0, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                          {0xFF, "Do Not Display", HWIDENT_E_UNKNOWN_VALUE},
                                          {.text = NULL}};

static const char *const device_types[] = {
    [0x00] = "Unknown",
    [0x03] = "Flexible LOM",
    [0x04] = "Embedded LOM",
    [0x05] = "NIC in a Slot",
    [0x06] = "Storage Controller",
    [0x07] = "Smart Array Storage Controller",
    [0x08] = "USB Hard Disk",
    [0x09] = "Other PCI Device",
    [0x0A] = "RAM Disk",
    [0x0B] = "Firmware Volume",
    [0x0C] = "UEFI Shell",
    [0x0D] = "Generic UEFI USB Boot Entry",
    [0x0E] = "Dynamic Smart Array Controller",
    [0x0F] = "File",
    [0x10] = "NVME Hard Drive",
    [0x11] = "NVDIMM",
    [0x12] = "Embedded GPU",
};

static const char *const device_types_older[] = {[0x12] = ""};

static const char *const device_locations[] = {
    [0x00] = "Unknown",
    [0x01] = "Embedded",
    [0x02] = "iLO Virtual Media",
    [0x03] = "Front USB Port",
    [0x04] = "Rear USB Port",
    [0x05] = "Internal USB",
    [0x06] = "Internal SD Card",
    [0x07] = "Internal Virtual USB (Embedded NAND)",
    [0x08] = "Embedded SATA Port",
    [0x09] = "Embedded Smart Array",
    [0x0A] = "PCI Slot",
    [0x0B] = "RAM Memory",
    [0x0C] = "USB",
    [0x0D] = "Dynamic Smart Array Controller",
    [0x0E] = "URL",
    [0x0F] = "NVMe Drive Bay",
    [0x10] = "NVDIMM Processor",
    [0x11] = "NVDIMM Board",
    [0x12] = "NVMe Riser",
    [0x13] = "NVDIMM Name Space",
    [0x14] = "VROC SATA",
    [0x15] = "VROC NVMe",
};

enum { PCI_IDS = 0x08, PCI_CLASSES = 0x10 };

/* One of six numbers that name a PCI device; if all bits of all six are set, there is none. */
static void decode_pci_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, d->field->width);
    bool ones = id == (d->field->width == 1 ? UINT8_MAX : UINT16_MAX);
    bool none =
        field_number(d, PCI_IDS, 8) == UINT64_MAX && field_number(d, PCI_CLASSES, 2) == UINT16_MAX;
    struct line line = {0};

    if (none && d->field->offset == PCI_IDS && d->field->label)
        emit_remark(d, "PCI Device Info", "Device Not Present");
    line_add(&line, "0x");
    line_lower(&line, id, in_older_words(d) ? 4 : 2U * d->field->width);
    if (none)
        emit_hidden(d, HWIDENT_E_NO_STRUCTURE);
    else if (ones && in_older_words(d))
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, "Device Not Present");
    else
        emit_hex(d, id, d->field->width, line.text);
}

static const char *const only_yes[] = {NULL, "Yes"};

static const struct field device_flags[] = {
    {0x14, 2, FIELD_FLAG, "Peer Bifurcated Device", "peer_bifurcated", NAMES(only_yes),
     .mask = 1 << 0},
    {0x14, 2, FIELD_FLAG, "Upstream Device", "upstream", NAMES(only_yes), .mask = 1 << 1},
};

static void decode_device_flags(const struct decoding *d)
{
    struct line line = {0};

    line_hex(&line, field_number(d, d->field->offset, 2), 4);
    emit_bits(d, line.text, device_flags, sizeof device_flags / sizeof device_flags[0]);
}

/* Bit 0 of the flags says whether there is a handle. */
static void decode_real_handle(const struct decoding *d)
{
    if (field_number(d, 0x14, 2) & 1)
        emit_handle(d, (uint16_t)field_number(d, d->field->offset, 2));
    else
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, "N/A");
}

static const struct field correlation[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Device Record", "device_handle", .words = handle_words},
    {0x06, 2, FIELD_HANDLE, "Associated SMBus Record", "smbus_handle", .words = handle_words},
    {0x08, 2, FIELD_CUSTOM, "PCI Vendor ID", "pci_vendor_id", .decode = decode_pci_id},
    {0x0A, 2, FIELD_CUSTOM, "PCI Device ID", "pci_device_id", .decode = decode_pci_id},
    {0x0C, 2, FIELD_CUSTOM, "PCI Sub Vendor ID", "pci_sub_vendor_id", .decode = decode_pci_id},
    {0x0E, 2, FIELD_CUSTOM, "PCI Sub Device ID", "pci_sub_device_id", .decode = decode_pci_id},
    {0x10, 1, FIELD_CUSTOM, "PCI Class Code", "pci_class_code", .decode = decode_pci_id},
    {0x11, 1, FIELD_CUSTOM, "PCI Sub Class Code", "pci_sub_class_code", .decode = decode_pci_id},
    {0x12, 2, FIELD_HANDLE, "Parent Handle", "parent_handle", .words = handle_words},
    {0x14, 2, FIELD_CUSTOM, "Flags", "flags", .decode = decode_device_flags},
    {0x16, 1, FIELD_ENUM, "Device Type", "device_type",
     NAMES_OLDER(device_types, device_types_older), .flags = RESERVED},
    {0x17, 1, FIELD_ENUM, "Device Location", "device_location", NAMES(device_locations),
     .flags = RESERVED},
    {0x18, 1, FIELD_NUMBER, "Device Instance", "device_instance"},
    {0x19, 1, FIELD_NUMBER, "Device Sub-Instance", "device_sub_instance"},
    {0x1A, 1, FIELD_NUMBER, "Bay", "bay", .words = place_words},
    {0x1B, 1, FIELD_NUMBER, "Enclosure", "enclosure", .words = place_words},
    {0x1C, 1, FIELD_STRING, "Device Path", "device_path"},
    {0x1D, 1, FIELD_STRING, "Structured Name", "structured_name"},
    {0x1E, 1, FIELD_STRING, "Device Name", "device_name"},
    {0x1F, 1, FIELD_STRING, "UEFI Location", "uefi_location"},
    {0x20, 2, FIELD_CUSTOM, "Associated Real/Phys Handle", "real_handle",
     .decode = decode_real_handle, .flags = NOT_QUIET},
    {0x22, 1, FIELD_STRING, "PCI Part Number", "pci_part_number"},
    {0x23, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x24, 2, FIELD_HEX, "Segment Group Number", "segment_group", .flags = LOWER},
    {0x26, 2, FIELD_CUSTOM, "PCI Device", "pci_device", .decode = decode_pci},
};

const struct schema schema_hpe_device = {203, BRANDED("Device Correlation Record"),
                                         ROWS(correlation), LENGTHS(0x1F, 0x22, 0x24, 0x28)};

/* ---- 245: boards that extend the system board ------------------------------------------------ */

enum { BOARD_TYPE = 0x04, BOARD_RISER = 0, BOARD_MHS_RISER = 1, SLOT_COUNT = 0x0A };

static const char *const board_types[] = {"PCIe Riser", "PCIe Riser (MHS Platform)"};

static const char *const riser_positions[] = {
    [1] = "Primary", [2] = "Secondary", [3] = "Tertiary", [4] = "Quaternary", [10] = "Front"};

static bool is_board(const struct hwident_structure *s, uint64_t expected)
{
    uint64_t type;

    return hwident_structure_field(s, BOARD_TYPE, 1, &type) && type == expected;
}

static bool is_riser(const struct hwident_structure *s)
{
    return is_board(s, BOARD_RISER);
}

static bool is_mhs_riser(const struct hwident_structure *s)
{
    return is_board(s, BOARD_MHS_RISER);
}

/* Bit 7: the board is not released yet. 0: none. */
static void decode_cpld(const struct decoding *d)
{
    uint64_t version = field_number(d, d->field->offset, 1);
    struct line line = {0};

    if (version & 0x80)
        line_add(&line, "B.");
    line_hex(&line, version & 0x7F, 2);
    emit_text(d, line.text);
}

static void decode_riser_firmware(const struct decoding *d)
{
    uint64_t major = field_number(d, d->field->offset, 1);
    struct line line = {0};

    if (major == 0) {
        emit_hidden(d, HWIDENT_E_NOT_SPECIFIED);
        return;
    }
    line_lower(&line, major, 1);
    line_char(&line, '.');
    line_lower(&line, field_number(d, d->field->offset + 1U, 1), 1);
    emit_text(d, line.text);
}

static void decode_slot_ids(const struct decoding *d)
{
    struct field field = field_member(d->field);
    struct decoding member = *d;
    size_t count = field_count(d, SLOT_COUNT);

    member.field = &field;
    emit_array_begin(d, NULL);
    for (size_t i = 0; i < count && field_fits(d, d->field->offset + i, 1); i++) {
        uint64_t id = field_number(d, d->field->offset + i, 1);
        struct line line = {0};

        line_add(&line, "0x");
        line_lower(&line, id, 1);
        emit_hex(&member, id, 1, line.text);
    }
    emit_array_end(d);
}

static const struct field riser[] = {
    {0x04, 1, FIELD_ENUM, "Board Type", "board_type", NAMES(board_types)},
    {0x05, 1, FIELD_ENUM, "Riser Position", "riser_position", NAMES(riser_positions),
     .flags = RESERVED},
    {0x06, 1, FIELD_NUMBER, "Riser ID", "riser_id"},
    {0x07, 1, FIELD_CUSTOM, "CPLD Version", "cpld_version", .words = zero_is_none,
     .decode = decode_cpld},
    {0x08, 1, FIELD_STRING, "Riser Name", "riser_name"},
};

/* dmidecode 3.6 shows the title only. */
static bool is_since_3_7(const struct decoding *d)
{
    return !in_older_words(d);
}

static const struct field mhs_riser[] = {
    {0x04, 1, FIELD_ENUM, "Board Type", "board_type", NAMES(board_types), .when = is_since_3_7},
    {0x05, 1, FIELD_NUMBER, "Riser ID", "riser_id", .when = is_since_3_7},
    {0x06, 2, FIELD_CUSTOM, "Firmware Version", "firmware_version", .decode = decode_riser_firmware,
     .when = is_since_3_7},
    {0x08, 1, FIELD_FLAG, "Downgradable", "downgradable", NAMES(no_yes), .mask = 1 << 0,
     .when = is_since_3_7},
    {0x09, 1, FIELD_STRING, "Riser Name", "riser_name", .when = is_since_3_7},
    {0x0A, 1, FIELD_NUMBER, "Slot Count", "slot_count", .when = is_since_3_7},
    {0x0B, 0, FIELD_CUSTOM, "Slot IDs", "slot_ids", .decode = decode_slot_ids,
     .when = is_since_3_7},
};

static const struct field other_board[] = {
    {0x04, 1, FIELD_ENUM, NULL, "board_type", NAMES(board_types)},
};

#define EXTENSION_BOARD 245, BRANDED("ProLiant Extension Board Inventory Record")

const struct schema schema_hpe_riser = {EXTENSION_BOARD, ROWS(riser), LENGTHS(0x05, 0x09),
                                        .is = is_riser};
const struct schema schema_hpe_mhs_riser = {EXTENSION_BOARD, ROWS(mhs_riser), LENGTHS(0x05, 0x0B),
                                            .is = is_mhs_riser};
const struct schema schema_hpe_other_board = {EXTENSION_BOARD, ROWS(other_board)};
