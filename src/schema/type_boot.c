/*
 * Reset, security, remote access and boot: types 23, 24 and 30 to 32.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

#include "smbios/bytes.h"

/* Section 7.24 */

/* 7.24.1 */
static const char *const boot_options[] = {
    [1] = "Operating System", [2] = "System Utilities", [3] = "Do Not Reboot"};

static bool has_watchdog(const struct hwident_structure *s)
{
    return (bytes_u8(s->bytes, s->length, 0x04) & 0x20) != 0;
}

static const struct field system_reset[] = {
    {0x04, 1, FIELD_FLAG, "Status", "enabled", NAMES(disabled_enabled), .mask = 0x01},
    {0x04, 1, FIELD_FLAG, "Watchdog Timer", "watchdog_timer", NAMES(absent_present), .mask = 0x20},
    {0x04, 1, FIELD_ENUM, "Boot Option", "boot_option", NAMES(boot_options), .mask = 0x06,
     .flags = WHEN_FULL},
    {0x04, 1, FIELD_ENUM, "Boot Option On Limit", "boot_option_on_limit", NAMES(boot_options),
     .mask = 0x18, .flags = WHEN_FULL},
    {0x05, 2, FIELD_NUMBER, "Reset Count", "reset_count", .words = ones_16_is_unknown,
     .flags = WHEN_FULL},
    {0x07, 2, FIELD_NUMBER, "Reset Limit", "reset_limit", .words = ones_16_is_unknown,
     .flags = WHEN_FULL},
    {0x09, 2, FIELD_NUMBER, "Timer Interval", "timer_interval_seconds", .words = ones_16_is_unknown,
     .unit = " min", .scale = 60, .flags = WHEN_FULL},
    {0x0B, 2, FIELD_NUMBER, "Timeout", "timeout_seconds", .words = ones_16_is_unknown,
     .unit = " min", .scale = 60, .flags = WHEN_FULL},
};

const struct schema schema_system_reset = {23, "System Reset", ROWS(system_reset), LENGTHS(0x0D),
                                           .full = has_watchdog};

/* Section 7.25 */

/* 7.25.1 */
static const char *const security_statuses[] = {"Disabled", "Enabled", "Not Implemented",
                                                "Unknown"};

static const struct field hardware_security[] = {
    {0x04, 1, FIELD_ENUM, "Power-On Password Status", "power_on_password_status",
     NAMES(security_statuses), .mask = 0xC0},
    {0x04, 1, FIELD_ENUM, "Keyboard Password Status", "keyboard_password_status",
     NAMES(security_statuses), .mask = 0x30},
    {0x04, 1, FIELD_ENUM, "Administrator Password Status", "administrator_password_status",
     NAMES(security_statuses), .mask = 0x0C},
    {0x04, 1, FIELD_ENUM, "Front Panel Reset Status", "front_panel_reset_status",
     NAMES(security_statuses), .mask = 0x03},
};

const struct schema schema_hardware_security = {24, "Hardware Security", ROWS(hardware_security),
                                                LENGTHS(0x05)};

/* Section 7.31 */

static const struct field remote_access[] = {
    {0x04, 1, FIELD_STRING, "Manufacturer Name", "manufacturer_name"},
    {0x05, 1, FIELD_FLAG, "Inbound Connection", "inbound_connection_enabled",
     NAMES(disabled_enabled), .mask = 0x01},
    {0x05, 1, FIELD_FLAG, "Outbound Connection", "outbound_connection_enabled",
     NAMES(disabled_enabled), .mask = 0x02},
};

const struct schema schema_remote_access = {30, "Out-of-band Remote Access", ROWS(remote_access),
                                            LENGTHS(0x06)};

/* Section 7.32: the fields are those of the BIS specification. */

/* All bytes of the structure add up to zero. */
static void decode_bis_checksum(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_FLAG, NULL);
    uint8_t sum = 0;

    for (size_t i = 0; i < d->end; i++)
        sum = (uint8_t)(sum + field_number(d, i, 1));
    value.number = sum == 0;
    value.text = sum == 0 ? "OK" : "Invalid";
    emit(d, &value);
}

static void decode_bis_entry_16(const struct decoding *d)
{
    struct line line = {0};

    line_digits(&line, field_number(d, d->field->offset + 2, 2), 16, 4);
    line_char(&line, ':');
    line_digits(&line, field_number(d, d->field->offset, 2), 16, 4);
    emit_text(d, line.text);
}

static const struct field boot_integrity[] = {
    {0x04, 1, FIELD_CUSTOM, "Checksum", "checksum_valid", .decode = decode_bis_checksum},
    {0x08, 4, FIELD_CUSTOM, "16-bit Entry Point Address", "entry_point_address_16_bit",
     .decode = decode_bis_entry_16},
    {0x0C, 4, FIELD_HEX, "32-bit Entry Point Address", "entry_point_address_32_bit"},
};

const struct schema schema_boot_integrity = {31, "Boot Integrity Services Entry Point",
                                             ROWS(boot_integrity), LENGTHS(0x1C)};

/* Section 7.33 */

/* 7.33.1 */
static const char *const boot_statuses[] = {
    [0] = "No errors detected",
    [1] = "No bootable media",
    [2] = "Operating system failed to load",
    [3] = "Firmware-detected hardware failure",
    [4] = "Operating system-detected hardware failure",
    [5] = "User-requested boot",
    [6] = "System security violation",
    [7] = "Previously-requested image",
    [8] = "System watchdog timer expired",
};

enum { BOOT_STATUS_OEM = 128, BOOT_STATUS_PRODUCT = 192 };

static void decode_boot_status(const struct decoding *d)
{
    uint64_t status = field_number(d, d->field->offset, 1);

    if (status >= BOOT_STATUS_OEM)
        emit_code(d, status, status >= BOOT_STATUS_PRODUCT ? "Product-specific" : "OEM-specific");
    else
        emit_enum(d, status, NAMES(boot_statuses));
}

static const struct field system_boot[] = {
    {0x0A, 1, FIELD_CUSTOM, "Status", "boot_status", .decode = decode_boot_status},
};

const struct schema schema_system_boot = {32, "System Boot Information", ROWS(system_boot),
                                          LENGTHS(0x0B)};
