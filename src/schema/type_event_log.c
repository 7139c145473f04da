/*
 * The system event log: type 15. What is in the log is not in the table.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.16 */

enum { END_OF_LOG = 0xFF };

/* 7.16.2 */
static const char *const access_methods[] = {
    [0x00] = "Indexed I/O, one 8-bit index port, one 8-bit data port",
    [0x01] = "Indexed I/O, two 8-bit index ports, one 8-bit data port",
    [0x02] = "Indexed I/O, one 16-bit index port, one 8-bit data port",
    [0x03] = "Memory-mapped physical 32-bit address",
    [0x04] = "General-purpose non-volatile data functions",
};

enum { ACCESS_INDEXED_LAST = 0x02, ACCESS_MEMORY = 0x03, ACCESS_GPNV = 0x04 };

/* 7.16.3 */
static const char *const log_statuses[] = {"Valid", "Full"};

/* 7.16.5.1 */
static const char *const header_formats[] = {"No Header", "Type 1"};

/* 7.16.6.1 */
static const char *const log_types[] = {
    [0x01] = "Single-bit ECC memory error",
    [0x02] = "Multi-bit ECC memory error",
    [0x03] = "Parity memory error",
    [0x04] = "Bus timeout",
    [0x05] = "I/O channel block",
    [0x06] = "Software NMI",
    [0x07] = "POST memory resize",
    [0x08] = "POST error",
    [0x09] = "PCI parity error",
    [0x0A] = "PCI system error",
    [0x0B] = "CPU failure",
    [0x0C] = "EISA failsafe timer timeout",
    [0x0D] = "Correctable memory log disabled",
    [0x0E] = "Logging disabled",
    [0x10] = "System limit exceeded",
    [0x11] = "Asynchronous hardware timer expired",
    [0x12] = "System configuration information",
    [0x13] = "Hard disk information",
    [0x14] = "System reconfigured",
    [0x15] = "Uncorrectable CPU-complex error",
    [0x16] = "Log area reset/cleared",
    [0x17] = "System boot",
    [END_OF_LOG] = "End of log",
};

/* 7.16.6.2 */
static const char *const data_formats[] = {
    [0x00] = "None",
    [0x01] = "Handle",
    [0x02] = "Multiple-event",
    [0x03] = "Multiple-event handle",
    [0x04] = "POST results bitmap",
    [0x05] = "System management",
    [0x06] = "Multiple-event system management",
};

static void decode_header_length(const struct decoding *d)
{
    uint64_t header = field_number(d, 0x06, 2), data = field_number(d, 0x08, 2);
    struct line line = {0};

    if (data <= header)
        return;
    line_number(&line, data - header);
    line_add(&line, data - header == 1 ? " byte" : " bytes");
    emit_remark(d, d->field->label, line.text);
}

/* 7.16.1: the meaning of the four bytes depends on the method. */
static void decode_access_address(const struct decoding *d)
{
    uint64_t address = field_number(d, d->field->offset, 4);
    uint64_t method = field_number(d, 0x0A, 1);
    struct line line = {0};

    if (method <= ACCESS_INDEXED_LAST) {
        line_add(&line, "Index ");
        line_hex(&line, address & 0xFFFF, 4);
        line_add(&line, ", Data ");
        line_hex(&line, address >> 16, 4);
    } else if (method == ACCESS_MEMORY) {
        line_hex(&line, address, 8);
    } else if (method == ACCESS_GPNV) {
        line_hex(&line, address & 0xFFFF, 4);
    } else {
        line_add(&line, "Unknown");
    }
    emit_hex(d, address, 4, line.text);
}

static void decode_log_status(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 1);
    struct line line = {0};

    line_add(&line, bits & 1 ? "Valid, " : "Invalid, ");
    line_add(&line, bits & 2 ? "Full" : "Not Full");
    emit_array_begin(d, line.text);
    emit_bit_names(d, bits, d->field->names);
    emit_array_end(d);
}

static const struct field log_descriptor[] = {
    {0x00, 1, FIELD_CUSTOM, "Descriptor", "log_type", NAMES(log_types),
     .decode = decode_code_or_oem},
    {0x01, 1, FIELD_CUSTOM, "Data Format", "variable_data_format_type", NAMES(data_formats),
     .decode = decode_code_or_oem},
};

enum { LOG_DESCRIPTORS = 0x17, LOG_DESCRIPTOR_MIN = 2 };

static void emit_log_descriptor(const struct decoding *d, uint64_t number, size_t offset)
{
    size_t all = field_count(d, 0x15) * field_count(d, 0x16);
    bool labelled = !d->sink->brief && field_fits(d, LOG_DESCRIPTORS, all);

    emit_object_begin(d, NULL, NULL);
    for (size_t i = 0; i < sizeof log_descriptor / sizeof log_descriptor[0]; i++) {
        struct field field = log_descriptor[i];
        struct line label;

        line_begin(&label);
        if (labelled) {
            line_add(&label, field.label);
            line_char(&label, ' ');
            line_number(&label, number);
        }
        field.label = labelled ? label.text : NULL;
        schema_rows(d, &field, 1, offset, LOG_DESCRIPTOR_MIN);
    }
    emit_object_end(d);
}

/* The structure states the length of each; the specification defines the first two bytes. */
static void decode_log_descriptors(const struct decoding *d)
{
    size_t count = field_count(d, 0x15), size = field_count(d, 0x16);

    emit_array_begin(d, NULL);
    for (size_t i = 0; size >= LOG_DESCRIPTOR_MIN && i < count; i++)
        if (field_fits(d, LOG_DESCRIPTORS + i * size, size))
            emit_log_descriptor(d, i + 1, LOG_DESCRIPTORS + i * size);
    emit_array_end(d);
}

static const struct field event_log[] = {
    {0x04, 2, FIELD_NUMBER, "Area Length", "log_area_length_bytes", .unit = " bytes"},
    {0x06, 2, FIELD_HEX, "Header Start Offset", "log_header_start_offset"},
    {0x08, 2, FIELD_CUSTOM, "Header Length", NULL, .decode = decode_header_length},
    {0x08, 2, FIELD_HEX, "Data Start Offset", "log_data_start_offset"},
    {0x0A, 1, FIELD_CUSTOM, "Access Method", "access_method", NAMES(access_methods),
     .decode = decode_code_or_oem},
    {0x10, 4, FIELD_CUSTOM, "Access Address", "access_method_address",
     .decode = decode_access_address},
    {0x0B, 1, FIELD_CUSTOM, "Status", "log_status", NAMES(log_statuses), .flags = INLINE,
     .decode = decode_log_status},
    {0x0C, 4, FIELD_HEX, "Change Token", "log_change_token"},
    {0x14, 1, FIELD_CUSTOM, "Header Format", "log_header_format", NAMES(header_formats),
     .decode = decode_code_or_oem},
    {0x15, 1, FIELD_NUMBER, "Supported Log Type Descriptors",
     "number_of_supported_log_type_descriptors"},
    {0x15, 2, FIELD_CUSTOM, NULL, "supported_event_log_type_descriptors",
     .decode = decode_log_descriptors},
};

const struct schema schema_event_log = {15, "System Event Log", ROWS(event_log),
                                        LENGTHS(0x14, 0x17)};
