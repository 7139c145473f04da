/*
 * HP's and HPE's servers: USB ports and what is plugged into them.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 238: USB ports, beside type 8 ----------------------------------------------------------- */

static const char *const usb_locations[] = {
    [0x00] = "Internal",       [0x01] = "Front of Server",
    [0x02] = "Rear of Server", [0x03] = "Embedded internal SD Card",
    [0x04] = "iLO USB",        [0x05] = "USB Hub for NAND Controller",
    [0x07] = "Debug Port",     [0x09] = "OCP USB",
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

enum { PORT_SEGMENT = 0x0F };

/* With the segment if the structure has one, but not in dmidecode 3.6's words. */
static void decode_port_pci(const struct decoding *d)
{
    struct line line = {0};

    if (field_fits(d, PORT_SEGMENT, 2) && !in_older_words(d)) {
        line_lower(&line, field_number(d, PORT_SEGMENT, 2), 4);
        line_char(&line, ':');
    }
    line_pci(&line, field_number(d, d->field->offset, 1),
             field_number(d, d->field->offset + 1U, 1));
    emit_text(d, line.text);
}

static const struct word hub_words[] = {{0xFE, "N/A", HWIDENT_E_NO_STRUCTURE}, {.text = NULL}};

static const struct field usb_port[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "port_connector_handle"},
    {0x06, 2, FIELD_CUSTOM, "PCI Device", "pci_device", .decode = decode_port_pci},
    {0x08, 1, FIELD_ENUM, "Location", "location", NAMES(usb_locations), .flags = RESERVED},
    {0x09, 2, FIELD_ENUM, "Management Port", "management_port", NAMES(management_ports),
     .flags = RESERVED},
    {0x0B, 1, FIELD_NUMBER, "Port Instance", "port_instance"},
    {0x0C, 1, FIELD_NUMBER, "Parent Hub Port Instance", "parent_hub_port_instance",
     .words = hub_words},
    {0x0D, 1, FIELD_ENUM, "Port Speed Capability", "port_speed_capability", NAMES(usb_speeds),
     .flags = RESERVED},
    {0x0E, 1, FIELD_STRING, "Device Path", "device_path"},
};

const struct schema schema_hpe_usb_port = {
    238,
    BRANDED_OLDER("ProLiant USB Port Connector Correlation Record",
                  "Proliant USB Port Connector Correlation Record"),
    ROWS(usb_port), LENGTHS(0x0F)};

/* ---- 239: USB devices ------------------------------------------------------------------------ */

enum { USB_CLASS = 0x0A, USB_SUBCLASS = 0x0B, CLASS_STORAGE = 8, CLASS_HUB = 9 };

static const char *const storage_subclasses[] = {
    [0x00] = "SCSI command set not reported",
    [0x01] = "RBC",
    [0x02] = "ATAPI",
    [0x03] = "Obsolete",
    [0x04] = "UFI",
    [0x05] = "Obsolete",
    [0x06] = "SCSI",
    [0x07] = "LSD FS",
    [0x08] = "IEEE 1667",
    [0xFF] = "Vendor Specific",
};

static const char *const storage_protocols[] = {
    [0x00] = "CBI w/ completion interrupt",
    [0x01] = "CBI w/o completion interrupt",
    [0x02] = "Obsolete",
    [0x50] = "Bulk-Only",
    [0x62] = "UAS",
    [0xFF] = "Vendor Specific",
};

static const char *const hub_protocols[] = {"Full Speed", "Hi-Speed w/ single TT",
                                            "Hi-Speed w/ multiple TT"};

static bool is_storage(const struct decoding *d)
{
    return field_number(d, USB_CLASS, 1) == CLASS_STORAGE;
}

static bool is_hub(const struct decoding *d)
{
    return field_number(d, USB_CLASS, 1) == CLASS_HUB && field_number(d, USB_SUBCLASS, 1) == 0;
}

/* One of USB's codes, with its name if the names of the device's class are known. */
static void emit_usb_code(const struct decoding *d, const struct name_table *names)
{
    uint64_t code = field_number(d, d->field->offset, 1);
    struct value value = value_of(d, VALUE_ENUM, NULL);
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, code, 2);
    value.number = code;
    value.name = names ? name_table_find(names, code) : NULL;
    value.text = value.name ? value.name : names ? "Reserved" : line.text;
    emit(d, &value);
}

static const char *const usb_classes[] = {[CLASS_STORAGE] = "Mass Storage", [CLASS_HUB] = "HUB"};

static const struct name_table class_names = {.names = NAMES_LIST(usb_classes)};
static const struct name_table storage_subclass_names = {.names = NAMES_LIST(storage_subclasses)};
static const struct name_table storage_protocol_names = {.names = NAMES_LIST(storage_protocols)};
static const struct name_table hub_protocol_names = {.names = NAMES_LIST(hub_protocols)};

static void decode_usb_class(const struct decoding *d)
{
    emit_usb_code(d, is_storage(d) || is_hub(d) ? &class_names : NULL);
}

/* A hub's subclass is always 0. */
static void decode_usb_subclass(const struct decoding *d)
{
    if (is_hub(d))
        emit_hidden(d, HWIDENT_E_NOT_SPECIFIED);
    else
        emit_usb_code(d, is_storage(d) ? &storage_subclass_names : NULL);
}

static void decode_usb_protocol(const struct decoding *d)
{
    if (is_storage(d))
        emit_usb_code(d, &storage_protocol_names);
    else
        emit_usb_code(d, is_hub(d) ? &hub_protocol_names : NULL);
}

static const char *const sd_card[] = {"Empty", "Present"};

static const struct field usb_device[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "port_handle"},
    {0x06, 2, FIELD_HEX, "USB Vendor ID", "usb_vendor_id", .flags = LOWER},
    {0x08, 2, FIELD_FLAG, "Embedded SD Card", "embedded_sd_card", NAMES(sd_card), .mask = 1 << 0},
    {0x0A, 1, FIELD_CUSTOM, "USB Class", "usb_class", .decode = decode_usb_class},
    {0x0B, 1, FIELD_CUSTOM, "USB SubClass", "usb_subclass", .decode = decode_usb_subclass},
    {0x0C, 1, FIELD_CUSTOM, "USB Protocol", "usb_protocol", .decode = decode_usb_protocol},
    {0x0D, 2, FIELD_HEX, "USB Product ID", "usb_product_id", .flags = LOWER},
    {0x0F, 4, FIELD_NUMBER, "USB Capacity", "usb_capacity_megabytes", .words = zero_is_none,
     .unit = " MB"},
    {0x13, 1, FIELD_STRING, "UEFI Device Path", "uefi_device_path"},
    {0x14, 1, FIELD_STRING, "UEFI Device Name", "uefi_device_name"},
    {0x15, 1, FIELD_STRING, "Device Name", "device_name"},
    {0x16, 1, FIELD_STRING, "Device Location", "device_location"},
};

const struct schema schema_hpe_usb_device = {239, BRANDED("USB Device Correlation Record"),
                                             ROWS(usb_device), LENGTHS(0x17)};
