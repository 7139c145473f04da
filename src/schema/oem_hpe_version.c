/*
 * HP's and HPE's servers: versions of what runs beside the firmware (216).
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* Spelt as in dmidecode. */
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
    [0x0E] = "Trusted Module (TPM or TCM) Firmware Version",
    [0x0F] = "NVMe Backplane Firmware",
    [0x10] = "Intelligent Provisioning",
    [0x11] = "SPI Descriptor Version",
    [0x12] = "Innovation Engine Firmware (IE Firmware)",
    [0x13] = "UMB Backplane Firmware",
    [0x14] = "Embedded Diagnostics",
    [0x20] = "EL Chassis Abstraction Revision",
    [0x21] = "EL Chassis Firmware Revision",
    [0x22] = "EL Chassis PAL/CPLD",
    [0x23] = "EL Cartride Abstraction Revision",
    [0x30] = "Embedded Video Controller",
    [0x31] = "PCIe Riser Programmable Logic Device",
    [0x32] = "PCIe cards that contain a CPLD",
    [0x33] = "Intel NVMe VROC",
    [0x34] = "Intel SATA VROC",
    [0x35] = "Intel SPS Firmware",
    [0x36] = "Secondary System Programmable Logic Device",
    [0x37] = "CPU Mezzanine Board CPLD",
    [0x38] = "Intel Artic Sound -M Accelerator Models Firmware",
    [0x39] = "Ampere System Control Processor (SCP - PMPro+SMPro)",
    [0x3A] = "Intel CFR information",
    [0x3B] = "OCP cards",
    [0x3C] = "DC-SCM CPLD",
    [0x3D] = "Power Distribution Board CPLD",
    [0x3E] = "PCIe Switch Board CPLD",
    [0x3F] = "Sideband Board CPLD",
    [0x40] = "PCIe Riser MCU Firmware",
    [0x41] = "PCIe Switch Board Firmware",
    [0x42] = "Power Supply Firmware",
    [0x43] = "BMC Firmware",
};

static const char *const firmware_types_older[] = {
    [0x14] = "", [0x40] = "", [0x41] = "", [0x42] = "", [0x43] = ""};

/* ---- The version's formats ------------------------------------------------------------------- */

enum part_style { DECIMAL, SIGNED_DECIMAL, TWO_DIGITS, LOWER_HEX, UPPER_HEX, CHARACTER };

/* A number in a version: the text before it, its offset, its bits (0: all), how it is written. */
struct part {
    const char *before;
    uint8_t at, width, mask;
    enum part_style style;
};

/* The most that a format has; one with fewer ends with `before` NULL. */
enum { PARTS = 8 };

static const struct part formats[][PARTS] = {
    [1] = {{"0x", 1, 1, 0x7F, UPPER_HEX}},
    [2] = {{"", 0, 1, 0xF0}, {".", 0, 1, 0x0F}},
    [4] = {{"", 0, 1, 0xF0}, {".", 0, 1, 0x0F}, {".", 1, 1, 0x7F}},
    [5] = {{"", 1, 1, 0x0F}, {".", 3, 1, 0x0F}, {".", 5, 1, 0x0F}, {".", 6, 1, 0x0F}},
    [6] = {{"", 1, 1}, {".", 0, 1}},
    [7] = {{"v", 0, 1},
           {".", 1, 1, .style = TWO_DIGITS},
           {" (", 2, 1, .style = TWO_DIGITS},
           {"/", 3, 1, .style = TWO_DIGITS},
           {"/", 4, 2},
           {")"}},
    [8] = {{"", 4, 2}, {".", 0, 2}},
    [9] = {{"", 0, 1}, {".", 1, 1}, {".", 2, 2}},
    [10] = {{"", 0, 1}, {".", 1, 1}, {".", 2, 1}, {" Build ", 3, 1}},
    [11] = {{"", 2, 2}, {".", 0, 2}, {" ", 4, 4, .style = SIGNED_DECIMAL}},
    [12] = {{"", 0, 2}, {".", 2, 2}, {".", 4, 2}, {".", 6, 2}},
    [13] = {{"", 0, 1}},
    [14] = {{"", 0, 1}, {".", 1, 1}, {".", 2, 1}, {".", 3, 2}},
    [15] = {{"", 0, 2},
            {".", 2, 2},
            {".", 4, 2},
            {".", 6, 2},
            {" (", 8, 1, .style = TWO_DIGITS},
            {"/", 9, 1, .style = TWO_DIGITS},
            {"/", 10, 2},
            {")"}},
    [16] = {{"", 0, 1, .style = CHARACTER},
            {"", 1, 1, .style = CHARACTER},
            {"", 2, 1, .style = CHARACTER},
            {"", 3, 1, .style = CHARACTER},
            {".", 4, 1},
            {"", 5, 1}},
    [17] = {{"", 0, 4, .style = UPPER_HEX}},
    [18] = {{"", 0, 1}, {".", 1, 1, .style = TWO_DIGITS}},
    [19] = {{"0x", 0, 1, .style = LOWER_HEX},
            {".0x", 1, 1, .style = LOWER_HEX},
            {".0x", 2, 1, .style = LOWER_HEX}},
    [20] = {{"", 0, 1}, {".", 1, 1}, {".", 2, 1}, {".", 3, 1}},
};

enum { VERSION_FORMAT = 0x08, VERSION_SIZE = 12, NO_VERSION = 0, WITH_BUILD = 1 };
/* The second format of each pair was read as the first before Gen10, and by dmidecode 3.6. */
enum { SHORT_NIBBLES = 4, NIBBLES = 5, FOUR_BYTES = 20, WITH_WORD = 14 };

static void line_part(struct line *line, const struct part *part, uint64_t number)
{
    switch (part->style) {
    case DECIMAL:
        line_number(line, number);
        break;
    case SIGNED_DECIMAL:
        line_decimal(line, (int32_t)number, 0);
        break;
    case TWO_DIGITS:
        line_digits(line, number, 10, 2);
        break;
    case LOWER_HEX:
        line_lower(line, number, 2U * part->width);
        break;
    case UPPER_HEX:
        line_digits(line, number, 16, 2U * part->width);
        break;
    case CHARACTER:
        line_char(line, line_printable((uint8_t)number));
        break;
    }
}

static void line_version(struct line *line, const struct decoding *d, const struct part *parts)
{
    for (size_t i = 0; i < PARTS; i++) {
        const struct part *part = &parts[i];
        const char *before = part->before;
        uint64_t number = field_number(d, d->field->offset + (size_t)part->at, part->width);

        if (!before)
            return;
        line_add(line, before);
        if (part->mask == 0xF0)
            line_part(line, part, number >> 4);
        else if (part->width > 0)
            line_part(line, part, part->mask ? number & part->mask : number);
    }
}

/* The format of the data; NULL if it is unknown. */
static const struct part *version_format(const struct decoding *d)
{
    uint64_t number = field_number(d, VERSION_FORMAT, 1);

    if (number == NIBBLES && d->schema == &schema_hpe_version_gen8)
        return NULL;
    if (number == NIBBLES && d->schema == &schema_hpe_version_gen9)
        number = SHORT_NIBBLES;
    if (number == WITH_WORD && in_older_words(d))
        number = FOUR_BYTES;
    if (number >= sizeof formats / sizeof formats[0] || !formats[number][0].before)
        return NULL;
    return formats[number];
}

static void decode_version_data(const struct decoding *d)
{
    uint64_t number = field_number(d, VERSION_FORMAT, 1);
    const struct part *format = version_format(d);
    uint64_t build = field_number(d, d->field->offset, 1);
    struct line line = {0};

    if (number == NO_VERSION) {
        emit_absent(d, HWIDENT_E_NOT_SPECIFIED, "No Version Data");
        return;
    }
    if (!format) {
        emit_bytes(d, d->field->offset, VERSION_SIZE, "Reserved");
        return;
    }
    line_version(&line, d, format);
    if (number == WITH_BUILD && build & 0x80) {
        line_add(&line, " B.");
        line_hex(&line, build & 0x7F, 2);
    }
    emit_text(d, line.text);
}

static const struct field version[] = {
    {0x04, 2, FIELD_ENUM, "Firmware Type", "firmware_type",
     NAMES_OLDER(firmware_types, firmware_types_older), .flags = RESERVED},
    {0x06, 1, FIELD_STRING, "Firmware Name String", "firmware_name"},
    {0x07, 1, FIELD_STRING, "Firmware Version String", "firmware_version"},
    {0x08, 1, FIELD_NUMBER, NULL, "version_data_format"},
    {0x09, VERSION_SIZE, FIELD_CUSTOM, "Version Data", "version_data",
     .decode = decode_version_data},
    {0x15, 2, FIELD_HEX, "Unique ID", "unique_id", .words = zero_is_none, .flags = LOWER},
};

#define VERSION_INDICATOR 216, BRANDED("Version Indicator"), ROWS(version), LENGTHS(0x17)

const struct schema schema_hpe_version_gen8 = {VERSION_INDICATOR};
const struct schema schema_hpe_version_gen9 = {VERSION_INDICATOR};
const struct schema schema_hpe_version = {VERSION_INDICATOR};
