/*
 * HP's and HPE's servers: the devices in them.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* Appends bus, device and function: "03:00.1". */
static void line_pci(struct line *line, uint64_t bus, uint64_t device)
{
    line_lower(line, bus, 2);
    line_char(line, ':');
    line_lower(line, device >> 3, 2);
    line_char(line, '.');
    line_lower(line, device & 7, 1);
}

/* A row's function: a byte for the bus, one for device and function. */
static void decode_pci(const struct decoding *d)
{
    struct line line = {0};

    line_pci(&line, field_number(d, d->field->offset, 1),
             field_number(d, d->field->offset + 1U, 1));
    emit_text(d, line.text);
}

/* A row's function: an enumeration of which HPE keeps the rest to itself. */
static void decode_or_reserved(const struct decoding *d)
{
    uint64_t code = field_number(d, d->field->offset, d->field->width);
    struct value value = value_of(d, VALUE_ENUM, "Reserved");

    value.number = code;
    value.name = names_find(d->field->names, code);
    if (value.name)
        value.text = value.name;
    emit(d, &value);
}

/* ---- 203: a device that firmware and operating system name differently ------------------------------------ */

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
};

static const char *const device_locations[] = {
    [0x00] = "Unknown",
    [0x01] = "Embedded",
    [0x02] = "iLO Virtual Media",
    [0x03] = "Front USB Port",
    [0x04] = "Rear USB Port",
    [0x05] = "Internal USB",
    [0x06] = "Internal SD Card",
    [0x07] = "Internal Virutal USB (Embedded NAND)",
    [0x08] = "Embedded SATA Port",
    [0x09] = "Embedded Smart Array",
    [0x0A] = "PCI Slot",
    [0x0B] = "RAM Memory",
    [0x0C] = "USB",
    [0x0D] = "Dynamic Smart Array Controller",
    [0x0E] = "URL",
    [0x0F] = "NVMe Drive Bay",
};

enum { PCI_IDS = 0x08, PCI_CLASSES = 0x10 };

/* One of six numbers that name a PCI device; all bits set: it is not there. */
static void decode_pci_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, d->field->width);
    bool none =
        field_number(d, PCI_IDS, 8) == UINT64_MAX && field_number(d, PCI_CLASSES, 2) == UINT16_MAX;
    struct line line = {0};

    if (none && d->field->offset == PCI_IDS)
        emit_remark(d, "PCI Device Info", "Device Not Present");
    line_add(&line, "0x");
    line_lower(&line, id, 4);
    if (none)
        emit_hidden(d, HWIDENT_E_NO_STRUCTURE);
    else if (id == (d->field->width == 1 ? UINT8_MAX : UINT16_MAX))
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, "Device Not Present");
    else
        emit_hex(d, id, d->field->width, line.text);
}

/* Bit 0 of the flags says whether there is one. */
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
    {0x14, 2, FIELD_HEX, "Flags", "flags"},
    {0x16, 1, FIELD_CUSTOM, "Device Type", "device_type", NAMES(device_types),
     .decode = decode_or_reserved},
    {0x17, 1, FIELD_CUSTOM, "Device Location", "device_location", NAMES(device_locations),
     .decode = decode_or_reserved},
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

/* ---- 209, 221, 233: network interfaces and their MAC addresses ---------------------------------------------- */

enum { MAC_SIZE = 6, NIC_DISABLED = 0, NIC_MISSING = 0xFFFF };

/* Where they stand. */
struct nic {
    size_t bus, device, mac;
};

static void line_mac(struct line *line, const struct decoding *d, size_t offset)
{
    for (size_t i = 0; i < MAC_SIZE; i++) {
        if (i > 0)
            line_char(line, ':');
        line_digits(line, field_number(d, offset + i, 1), 16, 2);
    }
}

/* A part of the NIC without a line of its own; the row is private for the sake of the address. */
static void emit_pci(const struct decoding *d, const char *text)
{
    const struct value value = {.kind = VALUE_TEXT, .key = "pci_device", .text = text};

    emit(d, &value);
}

static void emit_mac(const struct decoding *d, size_t offset, const char *text)
{
    const struct value value = {.kind = VALUE_TEXT,
                                .key = "mac_address",
                                .text = text,
                                .flags = d->field->flags,
                                .offset = d->base + offset,
                                .span = MAC_SIZE};

    emit(d, &value);
}

static void emit_nic(const struct decoding *d, uint64_t number, const struct nic *nic)
{
    uint64_t bus = field_number(d, nic->bus, 1), device = field_number(d, nic->device, 1);
    struct field field = *d->field;
    struct decoding one = *d;
    struct line label = {0}, pci = {0}, mac = {0}, text = {0};

    line_add(&label, "NIC ");
    line_number(&label, number);
    field.label = label.text;
    one.field = &field;
    if ((bus << 8 | device) == NIC_DISABLED || (bus << 8 | device) == NIC_MISSING) {
        emit_absent(&one, HWIDENT_E_NO_STRUCTURE, bus == 0 ? "Disabled" : "Not Installed");
        return;
    }
    line_pci(&pci, bus, device);
    line_mac(&mac, d, nic->mac);
    line_add(&text, "PCI device ");
    line_add(&text, pci.text);
    line_add(&text, ", MAC address ");
    line_add(&text, mac.text);
    emit_object_begin(&one, field.key, NULL);
    emit_remark(&one, label.text, text.text);
    emit_pci(&one, pci.text);
    emit_mac(&one, nic->mac, mac.text);
    emit_object_end(&one);
}

/* As many as fit, of 8 bytes each. */
static void decode_nics(const struct decoding *d)
{
    struct field member = field_member(d->field);
    struct decoding one = *d;
    size_t at = d->field->offset;

    one.field = &member;
    emit_unlabelled_array_begin(d);
    for (uint64_t number = 1; field_fits(d, at, 2 + MAC_SIZE); number++, at += 2 + MAC_SIZE) {
        const struct nic nic = {.device = at, .bus = at + 1, .mac = at + 2};

        emit_nic(&one, number, &nic);
    }
    emit_array_end(d);
}

static const struct field nics[] = {
    {0x04, 0, FIELD_CUSTOM, "NIC", "nics", .decode = decode_nics, .flags = PRIVATE},
};

const struct schema schema_hpe_pxe_nics = {209, BRANDED("BIOS PXE NIC PCI and MAC Information"),
                                           ROWS(nics)};
const struct schema schema_hpe_iscsi_nics = {221, BRANDED("BIOS iSCSI NIC PCI and MAC Information"),
                                             ROWS(nics)};

enum { NIC_NUMBER = 0x28 };

static void decode_nic(const struct decoding *d)
{
    const struct nic nic = {.bus = 0x06, .device = 0x07, .mac = 0x08};
    uint64_t number = field_fits(d, NIC_NUMBER, 1) ? field_number(d, NIC_NUMBER, 1) : 1;

    emit_nic(d, number, &nic);
}

static const struct field numbered_nic[] = {
    {0x04, 2, FIELD_HEX, NULL, "segment_group"},
    {0x06, 8, FIELD_CUSTOM, "NIC", "nic", .decode = decode_nic, .flags = PRIVATE},
    {NIC_NUMBER, 1, FIELD_NUMBER, NULL, "nic_number"},
};

const struct schema schema_hpe_nic = {233, BRANDED("BIOS PXE NIC PCI and MAC Information"),
                                      ROWS(numbered_nic)};

/* ---- 236: backplanes of drives --------------------------------------------------------------------------------- */

/* As the bus has it, and as it is stored: with the bit for read or write. */
static void decode_i2c_address(const struct decoding *d)
{
    uint64_t raw = field_number(d, d->field->offset, 1);
    struct line line = {0};

    line_hex(&line, raw >> 1, 1);
    line_add(&line, " raw(");
    line_hex(&line, raw, 1);
    line_char(&line, ')');
    emit_hex(d, raw >> 1, 1, line.text);
}

/* A row's function: in text without leading zeros. */
static void decode_short_hex(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, d->field->width);
    struct line line = {0};

    line_hex(&line, number, 1);
    emit_hex(d, number, d->field->width, line.text);
}

static const struct field backplane[] = {
    {0x04, 1, FIELD_CUSTOM, "FRU I2C Address", "fru_i2c_address", .decode = decode_i2c_address},
    {0x05, 2, FIELD_NUMBER, "Box Number", "box_number"},
    {0x07, 2, FIELD_CUSTOM, "NVRAM ID", "nvram_id", .decode = decode_short_hex},
    {0x09, 8, FIELD_CUSTOM, "SAS Expander WWID", "sas_expander_wwid", .decode = decode_short_hex,
     .flags = PRIVATE},
    {0x11, 1, FIELD_NUMBER, "Total SAS Bays", "total_sas_bays"},
    {0x12, 1, FIELD_NUMBER, "A0 Bay Count", "a0_bay_count"},
    {0x13, 1, FIELD_NUMBER, "A2 Bay Count", "a2_bay_count"},
    {0x14, 1, FIELD_STRING, "Backplane Name", "backplane_name"},
};

const struct schema schema_hpe_backplane = {236, BRANDED("HDD Backplane FRU Information"),
                                            ROWS(backplane), LENGTHS(0x09, 0x11, 0x12, 0x15)};

/* ---- 237: memory modules, beside type 17 ------------------------------------------------------------------------ */

static const struct field dimm[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "memory_device_handle"},
    {0x06, 1, FIELD_STRING, "DIMM Manufacturer", "manufacturer"},
    {0x07, 1, FIELD_STRING, "DIMM Manufacturer Part Number", "part_number"},
    {0x08, 1, FIELD_STRING, "DIMM Vendor Serial Number", "serial_number", .flags = PRIVATE},
    {0x09, 1, FIELD_STRING, "DIMM Spare Part Number", "spare_part_number"},
};

const struct schema schema_hpe_dimm = {237, BRANDED("DIMM Vendor Information"), ROWS(dimm),
                                       LENGTHS(0x08)};

/* ---- 238: USB ports, beside type 8 --------------------------------------------------------------------------------- */

static const char *const usb_locations[] = {
    [0x00] = "Internal",       [0x01] = "Front of Server",
    [0x02] = "Rear of Server", [0x03] = "Embedded internal SD Card",
    [0x04] = "iLO USB",        [0x05] = "HP NAND Controller (USX 2065 or other)",
    [0x07] = "Debug Port",
};

static const char *const management_ports[] = {
    [0x00] = "Not Shared",
    [0x01] = "Shared with physical switch",
    [0x02] = "Shared with automatic control",
};

static const char *const usb_speeds[] = {
    [0x01] = "USB 1.1 Full Speed",
    [0x02] = "USB 2.0 High Speed",
    [0x03] = "USB 3.0 Super Speed",
};

static const struct word hub_words[] = {{0xFE, "N/A", HWIDENT_E_NO_STRUCTURE}, {.text = NULL}};

static const struct field usb_port[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "port_connector_handle"},
    {0x06, 2, FIELD_CUSTOM, "PCI Device", "pci_device", .decode = decode_pci},
    {0x08, 1, FIELD_CUSTOM, "Location", "location", NAMES(usb_locations),
     .decode = decode_or_reserved},
    {0x09, 2, FIELD_CUSTOM, "Management Port", "management_port", NAMES(management_ports),
     .decode = decode_or_reserved},
    {0x0B, 1, FIELD_NUMBER, "Port Instance", "port_instance"},
    {0x0C, 1, FIELD_NUMBER, "Parent Hub Port Instance", "parent_hub_port_instance",
     .words = hub_words},
    {0x0D, 1, FIELD_CUSTOM, "Port Speed Capability", "port_speed_capability", NAMES(usb_speeds),
     .decode = decode_or_reserved},
    {0x0E, 1, FIELD_STRING, "Device Path", "device_path"},
};

const struct schema schema_hpe_usb_port = {
    238, BRANDED("Proliant USB Port Connector Correlation Record"), ROWS(usb_port), LENGTHS(0x0F)};
