/*
 * HP's and HPE's servers: drives and the backplanes that they are plugged into.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 236: backplanes of drives --------------------------------------------------------------- */

/* As it is on the bus, and as it is stored: with the bit for read or write. */
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

static bool is_before_gen10_plus(const struct decoding *d)
{
    return d->schema != &schema_hpe_backplane_gen10_plus;
}

static const struct field backplane[] = {
    {0x04, 1, FIELD_CUSTOM, "FRU I2C Address", "fru_i2c_address", .decode = decode_i2c_address},
    {0x05, 2, FIELD_NUMBER, "Box Number", "box_number"},
    {0x07, 2, FIELD_CUSTOM, "NVRAM ID", "nvram_id", .decode = decode_short_hex},
    {0x09, 8, FIELD_CUSTOM, "SAS Expander WWID", "sas_expander_wwid", .decode = decode_short_hex,
     .flags = PRIVATE},
    {0x11, 1, FIELD_NUMBER, "Total SAS Bays", "total_sas_bays"},
    {0x12, 1, FIELD_NUMBER, "A0 Bay Count", "a0_bay_count", .when = is_before_gen10_plus},
    {0x13, 1, FIELD_NUMBER, "A2 Bay Count", "a2_bay_count", .when = is_before_gen10_plus},
    {0x14, 1, FIELD_STRING, "Backplane Name", "backplane_name", .when = is_before_gen10_plus},
};

const struct schema schema_hpe_backplane = {236, BRANDED("HDD Backplane FRU Information"),
                                            ROWS(backplane), LENGTHS(0x08, 0x09, 0x11, 0x12, 0x15)};
const struct schema schema_hpe_backplane_gen10_plus = {
    236, BRANDED("HDD Backplane FRU Information"), ROWS(backplane),
    LENGTHS(0x08, 0x09, 0x11, 0x12)};

/* ---- 242: drives ----------------------------------------------------------------------------- */

static const char *const drive_types[] = {
    [0x00] = "Undetermined", [0x01] = "NVMe SSD", [0x02] = "SATA",
    [0x03] = "SAS",          [0x04] = "SATA SSD", [0x05] = "NVMe Manged by VROC/VMD",
};

static const char *const drive_forms[] = {
    [0x02] = "3.5\" form factor",
    [0x03] = "2.5\" form factor",
    [0x04] = "1.8\" form factor",
    [0x05] = "Less than 1.8\" form factor",
    [0x06] = "mSATA",
    [0x07] = "M.2",
    [0x08] = "MicroSSD",
    [0x09] = "CFast",
    [0x20] = "EDSFF Unknown",
    [0x21] = "EDSFF 1U Short",
    [0x22] = "EDSFF 1U Long",
    [0x23] = "EDSFF E3 Short",
    [0x24] = "EDSFF E3 Long",
};

static const char *const drive_health[] = {"OK", "Warning", "Critical"};

enum { CAPACITY_UNITS = 6, CAPACITY_MB = 0x0F, CAPACITY = 0x2C };

/* Appends `number` times 1000 to the power of `unit` bytes with one decimal: "1.6 TB". */
static void line_capacity(struct line *line, uint64_t number, unsigned unit)
{
    static const char *const units[] = {" bytes", " kB", " MB", " GB", " TB", " PB", " EB"};
    uint64_t scale = 1, tenths, over;

    for (; unit < CAPACITY_UNITS && number / scale >= 1000; unit++)
        scale *= 1000;
    tenths = number / scale * 10 + number % scale * 10 / scale;
    over = number % scale * 10 % scale;
    if (over * 2 > scale || (over * 2 == scale && tenths % 2 == 1))
        tenths++;
    line_decimal(line, (int64_t)tenths, 1);
    line_add(line, units[unit]);
}

/* dmidecode 3.6 counts bytes in powers of 1024, and leaves megabytes as they are. */
static void line_older_capacity(struct line *line, uint64_t number, unsigned unit)
{
    if (unit == 0) {
        line_size(line, DIALECT_3_6, number, unit);
        return;
    }
    line_number(line, number);
    line_add(line, " MB");
}

/* `number` times 1000 to the power of `unit` bytes. */
static void emit_capacity(const struct decoding *d, uint64_t number, unsigned unit, uint64_t bytes)
{
    struct line line = {0};

    if (in_older_words(d))
        line_older_capacity(&line, number, unit);
    else
        line_capacity(&line, number, unit);
    emit_number(d, bytes, line.text);
}

static bool has_capacity(const struct decoding *d)
{
    return field_fits(d, CAPACITY, 0x3E - CAPACITY);
}

static void decode_capacity(const struct decoding *d)
{
    uint64_t megabytes = field_number(d, CAPACITY_MB, 4), bytes = field_number(d, CAPACITY, 8);

    if (has_capacity(d))
        emit_capacity(d, bytes, 0, bytes);
    else
        emit_capacity(d, megabytes, 2, megabytes * 1000000);
}

static void decode_drive_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 8);
    struct line line = {0};

    line_lower(&line, id, 1);
    emit_hex(d, id, 8, line.text);
}

static const struct word no_hours[] = {{UINT64_MAX, "-1 hours", HWIDENT_E_UNKNOWN_VALUE},
                                       {.text = NULL}};

/* A solid-state drive does not rotate: 1. */
static const struct word no_rotation[] = {
    {0, "", HWIDENT_E_UNKNOWN_VALUE}, {1, "", HWIDENT_E_NOT_SPECIFIED}, {.text = NULL}};

static const struct field drive[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "associated_handle"},
    {0x06, 1, FIELD_ENUM, "Hard Drive Type", "drive_type", NAMES(drive_types), .flags = RESERVED},
    {0x07, 8, FIELD_CUSTOM, "ID", "drive_id", .decode = decode_drive_id, .flags = PRIVATE},
    {0x0F, 4, FIELD_CUSTOM, "Capacity", "capacity_bytes", .decode = decode_capacity},
    {0x13, 8, FIELD_NUMBER, "Poweron", "power_on_hours", .words = no_hours, .unit = " hours",
     .flags = SIGNED},
    {0x24, 1, FIELD_NUMBER, "Power Wattage", "power_watts", .words = zero_is_unknown, .unit = " W"},
    {0x25, 1, FIELD_ENUM, "Form Factor", "form_factor", NAMES(drive_forms), .flags = RESERVED},
    {0x26, 1, FIELD_ENUM, "Health Status", "health_status", NAMES(drive_health), ones_8_is_unknown,
     .flags = RESERVED},
    {0x27, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x28, 1, FIELD_STRING, "Model Number", "model_number"},
    {0x29, 1, FIELD_STRING, "Firmware Revision", "firmware_revision"},
    {0x2A, 1, FIELD_STRING, "Location", "location"},
    {0x2B, 1, FIELD_ENUM, "Encryption Status", "encryption_status", NAMES(hpe_encryption),
     .flags = RESERVED},
    {0x34, 4, FIELD_NUMBER, "Block Size", "block_size_bytes", .unit = " bytes"},
    {0x38, 2, FIELD_NUMBER, "Rotational Speed", "rotational_speed_rpm", .words = no_rotation,
     .unit = " RPM"},
    {0x3A, 2, FIELD_NUMBER, "Negotiated Speed", "negotiated_speed_gbit_s", .words = zero_is_unknown,
     .unit = " Gbit/s"},
    {0x3C, 2, FIELD_NUMBER, "Capable Speed", "capable_speed_gbit_s", .words = zero_is_unknown,
     .unit = " Gbit/s"},
};

const struct schema schema_hpe_drive = {242, BRANDED("ProLiant Hard Drive Inventory Record"),
                                        ROWS(drive), LENGTHS(0x2A, 0x2C, 0x3E)};
