/*
 * Management devices and IPMI: types 34 to 36 and 38.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.35 */

/* 7.35.1 */
static const char *const management_types[] = {
    [0x01] = "Other",    [0x02] = "Unknown", [0x03] = "LM75",    [0x04] = "LM78",
    [0x05] = "LM79",     [0x06] = "LM80",    [0x07] = "LM81",    [0x08] = "ADM9240",
    [0x09] = "DS1780",   [0x0A] = "MAX1617", [0x0B] = "GL518SM", [0x0C] = "W83781D",
    [0x0D] = "HT82H791",
};

/* 7.35.2 */
static const char *const management_address_types[] = {
    [0x01] = "Other", [0x02] = "Unknown", [0x03] = "I/O Port", [0x04] = "Memory", [0x05] = "SMBus",
};

enum { MANAGEMENT_DEVICE_LENGTH = 0x0B, MANAGEMENT_DEVICE_WRONG_LENGTH = 0x10 };

/* Some firmware writes the length of a type 36; then its last five bytes belong to the strings. */
static uint8_t management_device_length(const struct hwident_structure *s)
{
    if (s->length != MANAGEMENT_DEVICE_WRONG_LENGTH)
        return s->length;
    for (size_t i = MANAGEMENT_DEVICE_LENGTH; i < s->length; i++)
        if (s->bytes[i] < 0x20 || s->bytes[i] > 0x7E)
            return s->length;
    return MANAGEMENT_DEVICE_LENGTH;
}

static const struct field management_device[] = {
    {0x04, 1, FIELD_STRING, "Description", "description"},
    {0x05, 1, FIELD_ENUM, "Type", "type", NAMES(management_types)},
    {0x06, 4, FIELD_HEX, "Address", "address"},
    {0x0A, 1, FIELD_ENUM, "Address Type", "address_type", NAMES(management_address_types)},
};

const struct schema schema_management_device = {34, "Management Device", ROWS(management_device),
                                                LENGTHS(0x0B),
                                                .right_length = management_device_length};

/* Section 7.36 */

static const struct field management_component[] = {
    {0x04, 1, FIELD_STRING, "Description", "description"},
    {0x05, 2, FIELD_HANDLE, "Management Device Handle", "management_device_handle"},
    {0x07, 2, FIELD_HANDLE, "Component Handle", "component_handle"},
    {0x09, 2, FIELD_HANDLE, "Threshold Handle", "threshold_handle", .words = ones_16_is_none},
};

const struct schema schema_management_component = {35, "Management Device Component",
                                                   ROWS(management_component), LENGTHS(0x0B)};

/* Section 7.37: in the unit of the probe that a type 35 ties them to. */

static const struct field management_threshold[] = {
    {0x04, 2, FIELD_NUMBER, "Lower Non-critical Threshold", "lower_threshold_non_critical",
     .words = sign_16_is_none, .flags = SIGNED},
    {0x06, 2, FIELD_NUMBER, "Upper Non-critical Threshold", "upper_threshold_non_critical",
     .words = sign_16_is_none, .flags = SIGNED},
    {0x08, 2, FIELD_NUMBER, "Lower Critical Threshold", "lower_threshold_critical",
     .words = sign_16_is_none, .flags = SIGNED},
    {0x0A, 2, FIELD_NUMBER, "Upper Critical Threshold", "upper_threshold_critical",
     .words = sign_16_is_none, .flags = SIGNED},
    {0x0C, 2, FIELD_NUMBER, "Lower Non-recoverable Threshold", "lower_threshold_non_recoverable",
     .words = sign_16_is_none, .flags = SIGNED},
    {0x0E, 2, FIELD_NUMBER, "Upper Non-recoverable Threshold", "upper_threshold_non_recoverable",
     .words = sign_16_is_none, .flags = SIGNED},
};

const struct schema schema_management_threshold = {36, "Management Device Threshold Data",
                                                   ROWS(management_threshold), LENGTHS(0x10)};

/* Section 7.39 */

/* 7.39.1 */
static const char *const ipmi_interfaces[] = {
    [0x00] = "Unknown",
    [0x01] = "KCS (Keyboard Control Style)",
    [0x02] = "SMIC (Server Management Interface Chip)",
    [0x03] = "BT (Block Transfer)",
    [0x04] = "SSIF (SMBus System Interface)",
};

enum { IPMI_SSIF = 0x04 };

/* 7.39.2 */
static const char *const register_spacings[] = {"Successive Byte Boundaries", "32-bit Boundaries",
                                                "16-byte Boundaries"};

static const char *const polarities[] = {"Active Low", "Active High"};
static const char *const trigger_modes[] = {"Edge", "Level"};

enum { IPMI_MODIFIER = 0x10, IPMI_ADDRESS_LOW_BIT = 0x10, IPMI_INTERRUPT_GIVEN = 0x08 };

static bool ipmi_is_ssif(const struct decoding *d)
{
    return field_number(d, 0x04, 1) == IPMI_SSIF;
}

/* An address on the bus has seven bits, the upper ones of the byte. */
static void decode_ipmi_target(const struct decoding *d)
{
    uint64_t address = field_number(d, d->field->offset, 1) >> 1;
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, address, 2);
    emit_hex(d, address, 1, line.text);
}

static void decode_ipmi_storage(const struct decoding *d)
{
    uint64_t address = field_number(d, d->field->offset, 1);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    here.field = &field;
    if (address == 0xFF) {
        field.label = field.label ? "NV Storage Device" : NULL;
        emit_absent(&here, HWIDENT_E_NOT_SPECIFIED, "Not Present");
    } else {
        line_number(&line, address);
        emit_number(&here, address, line.text);
    }
}

/*
 * 7.39: bit 0 distinguishes I/O ports from memory; the address's own bit 0 is in the modifier. For
 * an SSIF the first byte is its address on the bus.
 */
static void decode_ipmi_base(const struct decoding *d)
{
    uint64_t base = field_number(d, d->field->offset, 8);
    uint64_t low = (field_number(d, IPMI_MODIFIER, 1) & IPMI_ADDRESS_LOW_BIT) != 0;
    bool ssif = ipmi_is_ssif(d);
    uint64_t address = ssif ? (base & 0xFF) >> 1 : (base & ~(uint64_t)1) | low;
    struct line line = {0};

    line_hex(&line, address, ssif ? 2 : 16);
    line_add(&line, ssif ? " (SMBus)" : base & 1 ? " (I/O)" : " (Memory-mapped)");
    emit_hex(d, address, ssif ? 1 : 8, line.text);
}

static void decode_ipmi_space(const struct decoding *d)
{
    uint64_t base = field_number(d, 0x08, 1);

    emit_text(d, ipmi_is_ssif(d) ? "smbus" : base & 1 ? "io" : "memory");
}

static const struct field ipmi_spacing[] = {
    {0x10, 1, FIELD_ENUM, "Register Spacing", "register_spacing", NAMES(register_spacings),
     .mask = 0xC0},
};

static const struct field ipmi_interrupt[] = {
    {0x10, 1, FIELD_ENUM, "Interrupt Polarity", "interrupt_polarity", NAMES(polarities),
     .mask = 0x02},
    {0x10, 1, FIELD_ENUM, "Interrupt Trigger Mode", "interrupt_trigger_mode", NAMES(trigger_modes),
     .mask = 0x01},
};

/* An SSIF has neither registers nor interrupts; the others have an interrupt if bit 3 is set. */
static void decode_ipmi_modifier(const struct decoding *d)
{
    if (ipmi_is_ssif(d))
        return;
    schema_rows(d, ipmi_spacing, 1, 0, d->end);
    if (field_number(d, IPMI_MODIFIER, 1) & IPMI_INTERRUPT_GIVEN)
        schema_rows(d, ipmi_interrupt, sizeof ipmi_interrupt / sizeof ipmi_interrupt[0], 0, d->end);
}

static const struct field ipmi[] = {
    {0x04, 1, FIELD_ENUM, "Interface Type", "interface_type", NAMES(ipmi_interfaces)},
    {0x05, 1, FIELD_BCD, "Specification Version", "ipmi_specification_revision"},
    {0x06, 1, FIELD_CUSTOM, "I2C Slave Address", "i2c_target_address",
     .decode = decode_ipmi_target},
    {0x07, 1, FIELD_CUSTOM, "NV Storage Device Address", "nv_storage_device_address",
     .decode = decode_ipmi_storage},
    {0x08, 8, FIELD_CUSTOM, "Base Address", "base_address", .decode = decode_ipmi_base},
    {0x08, 8, FIELD_CUSTOM, NULL, "base_address_space", .decode = decode_ipmi_space},
    {0x10, 1, FIELD_CUSTOM, NULL, NULL, .decode = decode_ipmi_modifier},
    {0x11, 1, FIELD_NUMBER, "Interrupt Number", "interrupt_number", .words = zero_is_none},
};

const struct schema schema_ipmi = {38, "IPMI Device Information", ROWS(ipmi), LENGTHS(0x10, 0x12)};
