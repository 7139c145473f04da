/*
 * Port connectors, pointing devices and what is on the board: types 8, 10, 21 and 41.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.9 */

/* 7.9.2 */
static const char *const connector_types[] = {
    [0x00] = "None",
    [0x01] = "Centronics",
    [0x02] = "Mini Centronics",
    [0x03] = "Proprietary",
    [0x04] = "DB-25 male",
    [0x05] = "DB-25 female",
    [0x06] = "DB-15 male",
    [0x07] = "DB-15 female",
    [0x08] = "DB-9 male",
    [0x09] = "DB-9 female",
    [0x0A] = "RJ-11",
    [0x0B] = "RJ-45",
    [0x0C] = "50 Pin MiniSCSI",
    [0x0D] = "Mini DIN",
    [0x0E] = "Micro DIN",
    [0x0F] = "PS/2",
    [0x10] = "Infrared",
    [0x11] = "HP-HIL",
    [0x12] = "Access Bus (USB)",
    [0x13] = "SSA SCSI",
    [0x14] = "Circular DIN-8 male",
    [0x15] = "Circular DIN-8 female",
    [0x16] = "On Board IDE",
    [0x17] = "On Board Floppy",
    [0x18] = "9 Pin Dual Inline (pin 10 cut)",
    [0x19] = "25 Pin Dual Inline (pin 26 cut)",
    [0x1A] = "50 Pin Dual Inline",
    [0x1B] = "68 Pin Dual Inline",
    [0x1C] = "On Board Sound Input From CD-ROM",
    [0x1D] = "Mini Centronics Type-14",
    [0x1E] = "Mini Centronics Type-26",
    [0x1F] = "Mini Jack (headphones)",
    [0x20] = "BNC",
    [0x21] = "IEEE 1394",
    [0x22] = "SAS/SATA Plug Receptacle",
    [0x23] = "USB Type-C Receptacle",
    [0xA0] = "PC-98",
    [0xA1] = "PC-98 Hireso",
    [0xA2] = "PC-H98",
    [0xA3] = "PC-98 Note",
    [0xA4] = "PC-98 Full",
    [0xFF] = "Other",
};

/* 7.9.3 */
static const char *const port_types[] = {
    [0x00] = "None",
    [0x01] = "Parallel Port XT/AT Compatible",
    [0x02] = "Parallel Port PS/2",
    [0x03] = "Parallel Port ECP",
    [0x04] = "Parallel Port EPP",
    [0x05] = "Parallel Port ECP/EPP",
    [0x06] = "Serial Port XT/AT Compatible",
    [0x07] = "Serial Port 16450 Compatible",
    [0x08] = "Serial Port 16550 Compatible",
    [0x09] = "Serial Port 16550A Compatible",
    [0x0A] = "SCSI Port",
    [0x0B] = "MIDI Port",
    [0x0C] = "Joystick Port",
    [0x0D] = "Keyboard Port",
    [0x0E] = "Mouse Port",
    [0x0F] = "SSA SCSI",
    [0x10] = "USB",
    [0x11] = "Firewire (IEEE P1394)",
    [0x12] = "PCMCIA Type I",
    [0x13] = "PCMCIA Type II",
    [0x14] = "PCMCIA Type III",
    [0x15] = "Cardbus",
    [0x16] = "Access Bus Port",
    [0x17] = "SCSI II",
    [0x18] = "SCSI Wide",
    [0x19] = "PC-98",
    [0x1A] = "PC-98 Hireso",
    [0x1B] = "PC-H98",
    [0x1C] = "Video Port",
    [0x1D] = "Audio Port",
    [0x1E] = "Modem Port",
    [0x1F] = "Network Port",
    [0x20] = "SATA",
    [0x21] = "SAS",
    [0x22] = "MFDP (Multi-Function Display Port)",
    [0x23] = "Thunderbolt",
    [0xA0] = "8251 Compatible",
    [0xA1] = "8251 FIFO Compatible",
    [0xFF] = "Other",
};

static const struct field port_connector[] = {
    {0x04, 1, FIELD_STRING, "Internal Reference Designator", "internal_reference_designator"},
    {0x05, 1, FIELD_ENUM, "Internal Connector Type", "internal_connector_type",
     NAMES(connector_types)},
    {0x06, 1, FIELD_STRING, "External Reference Designator", "external_reference_designator"},
    {0x07, 1, FIELD_ENUM, "External Connector Type", "external_connector_type",
     NAMES(connector_types)},
    {0x08, 1, FIELD_ENUM, "Port Type", "port_type", NAMES(port_types)},
};

const struct schema schema_port_connector = {8, "Port Connector Information", ROWS(port_connector),
                                             LENGTHS(0x09)};

/* Section 7.11 */

/* 7.11.1 and 7.42.2: type 41 has more codes, and firmware uses them in type 10 too. */
static const char *const onboard_device_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Video",
    [0x04] = "SCSI Controller",
    [0x05] = "Ethernet",
    [0x06] = "Token Ring",
    [0x07] = "Sound",
    [0x08] = "PATA Controller",
    [0x09] = "SATA Controller",
    [0x0A] = "SAS Controller",
    [0x0B] = "Wireless LAN",
    [0x0C] = "Bluetooth",
    [0x0D] = "WWAN",
    [0x0E] = "eMMC",
    [0x0F] = "NVMe Controller",
    [0x10] = "UFS Controller",
};

static const struct field on_board_device[] = {
    {0x00, 1, FIELD_ENUM, "Type", "device_type", NAMES(onboard_device_types), .mask = 0x7F},
    {0x00, 1, FIELD_FLAG, "Status", "enabled", NAMES(disabled_enabled), .mask = 0x80},
    {0x01, 1, FIELD_STRING, "Description", "description"},
};

enum { ON_BOARD_DEVICES = 0x04, ON_BOARD_DEVICE_SIZE = 2 };

/* If there is only one, it is not numbered. */
static void begin_on_board_device(const struct decoding *d, size_t number, size_t count)
{
    struct line heading = {0};

    line_add(&heading, "On Board Device ");
    if (count > 1) {
        line_number(&heading, number);
        line_char(&heading, ' ');
    }
    line_add(&heading, "Information");
    emit_object_begin(d, NULL, heading.text);
}

/* As many as the length has room for. */
static void decode_on_board_devices(const struct decoding *d)
{
    size_t count = (d->end - ON_BOARD_DEVICES) / ON_BOARD_DEVICE_SIZE;

    emit_array_begin(d, NULL);
    for (size_t i = 0; i < count; i++) {
        if (d->sink->brief)
            emit_object_begin(d, NULL, NULL);
        else
            begin_on_board_device(d, i + 1, count);
        schema_rows(d, on_board_device, sizeof on_board_device / sizeof on_board_device[0],
                    ON_BOARD_DEVICES + ON_BOARD_DEVICE_SIZE * i, ON_BOARD_DEVICE_SIZE);
        emit_object_end(d);
    }
    emit_array_end(d);
}

static const struct field on_board_devices[] = {
    {0x04, 2, FIELD_CUSTOM, NULL, "devices", .decode = decode_on_board_devices},
};

const struct schema schema_on_board_devices = {10, "On Board Device Information",
                                               ROWS(on_board_devices), .repeats = true};

/* Section 7.22 */

/* 7.22.1 */
static const char *const pointing_types[] = {
    [0x01] = "Other",      [0x02] = "Unknown",      [0x03] = "Mouse",
    [0x04] = "Track Ball", [0x05] = "Track Point",  [0x06] = "Glide Point",
    [0x07] = "Touch Pad",  [0x08] = "Touch Screen", [0x09] = "Optical Sensor",
};

/* 7.22.2 */
static const char *const pointing_interfaces[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Serial",
    [0x04] = "PS/2",
    [0x05] = "Infrared",
    [0x06] = "HIP-HIL",
    [0x07] = "Bus Mouse",
    [0x08] = "ADB (Apple Desktop Bus)",
    [0xA0] = "Bus Mouse DB-9",
    [0xA1] = "Bus Mouse Micro DIN",
    [0xA2] = "USB",
    [0xA3] = "I2C",
    [0xA4] = "SPI",
};

static const struct field pointing_device[] = {
    {0x04, 1, FIELD_ENUM, "Type", "type", NAMES(pointing_types)},
    {0x05, 1, FIELD_ENUM, "Interface", "interface", NAMES(pointing_interfaces)},
    {0x06, 1, FIELD_NUMBER, "Buttons", "number_of_buttons"},
};

const struct schema schema_pointing_device = {21, "Built-in Pointing Device", ROWS(pointing_device),
                                              LENGTHS(0x07)};

/* Section 7.42 */

static const struct field onboard_device[] = {
    {0x04, 1, FIELD_STRING, "Reference Designation", "reference_designation"},
    {0x05, 1, FIELD_ENUM, "Type", "device_type", NAMES(onboard_device_types), .mask = 0x7F},
    {0x05, 1, FIELD_FLAG, "Status", "enabled", NAMES(disabled_enabled), .mask = 0x80},
    {0x06, 1, FIELD_NUMBER, "Type Instance", "device_type_instance"},
    {0x07, 4, FIELD_CUSTOM, "Bus Address", "bus_address", .decode = decode_bus_address},
};

const struct schema schema_onboard_device = {41, "Onboard Device", ROWS(onboard_device),
                                             LENGTHS(0x0B)};
