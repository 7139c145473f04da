/*
 * Slots: type 9.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

#include "smbios/bytes.h"

/* Section 7.10 */

/* 7.10.1 */
static const char *const slot_types[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "ISA",
    [0x04] = "MCA",
    [0x05] = "EISA",
    [0x06] = "PCI",
    [0x07] = "PC Card (PCMCIA)",
    [0x08] = "VLB",
    [0x09] = "Proprietary",
    [0x0A] = "Processor Card",
    [0x0B] = "Proprietary Memory Card",
    [0x0C] = "I/O Riser Card",
    [0x0D] = "NuBus",
    [0x0E] = "PCI-66",
    [0x0F] = "AGP",
    [0x10] = "AGP 2x",
    [0x11] = "AGP 4x",
    [0x12] = "PCI-X",
    [0x13] = "AGP 8x",
    [0x14] = "M.2 Socket 1-DP",
    [0x15] = "M.2 Socket 1-SD",
    [0x16] = "M.2 Socket 2",
    [0x17] = "M.2 Socket 3",
    [0x18] = "MXM Type I",
    [0x19] = "MXM Type II",
    [0x1A] = "MXM Type III",
    [0x1B] = "MXM Type III-HE",
    [0x1C] = "MXM Type IV",
    [0x1D] = "MXM 3.0 Type A",
    [0x1E] = "MXM 3.0 Type B",
    [0x1F] = "PCI Express 2 SFF-8639 (U.2)",
    [0x20] = "PCI Express 3 SFF-8639 (U.2)",
    [0x21] = "PCI Express Mini 52-pin with bottom-side keep-outs",
    [0x22] = "PCI Express Mini 52-pin without bottom-side keep-outs",
    [0x23] = "PCI Express Mini 76-pin",
    [0x24] = "PCI Express 4 SFF-8639 (U.2)",
    [0x25] = "PCI Express 5 SFF-8639 (U.2)",
    [0x26] = "OCP NIC 3.0 Small Form Factor (SFF)",
    [0x27] = "OCP NIC 3.0 Large Form Factor (LFF)",
    [0x28] = "OCP NIC Prior to 3.0",
    [0x30] = "CXL FLexbus 1.0",
    [0xA0] = "PC-98/C20",
    [0xA1] = "PC-98/C24",
    [0xA2] = "PC-98/E",
    [0xA3] = "PC-98/Local Bus",
    [0xA4] = "PC-98/Card",
    [0xA5] = "PCI Express",
    [0xA6] = "PCI Express x1",
    [0xA7] = "PCI Express x2",
    [0xA8] = "PCI Express x4",
    [0xA9] = "PCI Express x8",
    [0xAA] = "PCI Express x16",
    [0xAB] = "PCI Express 2",
    [0xAC] = "PCI Express 2 x1",
    [0xAD] = "PCI Express 2 x2",
    [0xAE] = "PCI Express 2 x4",
    [0xAF] = "PCI Express 2 x8",
    [0xB0] = "PCI Express 2 x16",
    [0xB1] = "PCI Express 3",
    [0xB2] = "PCI Express 3 x1",
    [0xB3] = "PCI Express 3 x2",
    [0xB4] = "PCI Express 3 x4",
    [0xB5] = "PCI Express 3 x8",
    [0xB6] = "PCI Express 3 x16",
    [0xB8] = "PCI Express 4",
    [0xB9] = "PCI Express 4 x1",
    [0xBA] = "PCI Express 4 x2",
    [0xBB] = "PCI Express 4 x4",
    [0xBC] = "PCI Express 4 x8",
    [0xBD] = "PCI Express 4 x16",
    [0xBE] = "PCI Express 5",
    [0xBF] = "PCI Express 5 x1",
    [0xC0] = "PCI Express 5 x2",
    [0xC1] = "PCI Express 5 x4",
    [0xC2] = "PCI Express 5 x8",
    [0xC3] = "PCI Express 5 x16",
    [0xC4] = "PCI Express 6+",
    [0xC5] = "EDSFF E1",
    [0xC6] = "EDSFF E3",
};

/* 7.10.2 */
static const char *const slot_widths[] = {
    [0x01] = "Other",      [0x02] = "Unknown",    [0x03] = "8 bit",    [0x04] = "16 bit",
    [0x05] = "32 bit",     [0x06] = "64 bit",     [0x07] = "128 bit",  [0x08] = "1x or x1",
    [0x09] = "2x or x2",   [0x0A] = "4x or x4",   [0x0B] = "8x or x8", [0x0C] = "12x or x12",
    [0x0D] = "16x or x16", [0x0E] = "32x or x32",
};

/* 7.10.3 */
static const char *const slot_usages[] = {
    [0x01] = "Other",  [0x02] = "Unknown",     [0x03] = "Available",
    [0x04] = "In Use", [0x05] = "Unavailable",
};

/* 7.10.4 */
static const char *const slot_lengths[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Short",
    [0x04] = "Long",
    [0x05] = "2.5\" drive form factor",
    [0x06] = "3.5\" drive form factor",
};

/* 7.10.6 and 7.10.7: both bytes. */
static const char *const slot_characteristics[] = {
    [1] = "5.0 V is provided",
    [2] = "3.3 V is provided",
    [3] = "Opening is shared",
    [4] = "PC Card-16 is supported",
    [5] = "Cardbus is supported",
    [6] = "Zoom Video is supported",
    [7] = "Modem ring resume is supported",
    [8] = "PME signal is supported",
    [9] = "Hot-plug devices are supported",
    [10] = "SMBus signal is supported",
    [11] = "PCIe slot bifurcation is supported",
    [12] = "Async/surprise removal is supported",
    [13] = "Flexbus slot, CXL 1.0 capable",
    [14] = "Flexbus slot, CXL 2.0 capable",
    [15] = "Flexbus slot, CXL 3.0 capable",
};

enum { SLOT_CHARACTERISTICS_UNKNOWN = 1 << 0 };

/* 7.10.13 */
static const char *const slot_heights[] = {
    [0x00] = "Not applicable", [0x01] = "Other",       [0x02] = "Unknown",
    [0x03] = "Full height",    [0x04] = "Low-profile",
};

/*
 * 7.10.5: the meaning of the ID depends on the slot's type; for most old types it has none, the
 * others use the first byte.
 */
enum { SLOT_MCA = 0x04, SLOT_PCI = 0x06, SLOT_PC_CARD = 0x07, SLOT_PCI_66 = 0x0E };
enum { SLOT_PC_98_LAST = 0xA4, SLOT_EDSFF_E1 = 0xC5, SLOT_EDSFF_E3 = 0xC6 };
enum { SLOT_SHORT = 0x03, SLOT_LONG = 0x04 };

/* The types whose ID dmidecode shows; MXM and CXL are left out as if they had none. */
static bool slot_is_numbered(uint64_t type)
{
    return (type >= SLOT_MCA && type <= SLOT_PCI) || (type >= SLOT_PCI_66 && type <= 0x17) ||
           (type >= 0x1F && type <= 0x28) || type > SLOT_PC_98_LAST;
}

/* dmidecode 3.6 shows no number for M.2 and for what came with SMBIOS 3.3 and later. */
static bool slot_was_numbered(uint64_t type)
{
    return type < 0x14 || (type >= 0x1F && type <= 0x23) || (type >= 0xA5 && type <= 0xC4);
}

/* 7.10.1: the generation of a PCI Express slot; dmidecode shows it for these types only. */
static bool slot_has_generation(uint64_t type)
{
    return (type >= 0x1F && type <= 0x23) || (type >= 0xA5 && type <= 0xC4 && type != 0xB7);
}

/* EDSFF's form factors are short or long, according to the slot's length. */
static void decode_slot_type(const struct decoding *d)
{
    uint64_t type = field_number(d, d->field->offset, 1), length = field_number(d, 0x08, 1);
    const char *name = name_table_find(d->field->names, type);
    struct line line = {0};

    if (name && (type == SLOT_EDSFF_E1 || type == SLOT_EDSFF_E3) && !in_older_words(d) &&
        (length == SLOT_SHORT || length == SLOT_LONG)) {
        line_add(&line, name);
        line_add(&line, length == SLOT_SHORT ? ".S" : ".L");
        emit_code_as(d, type, name, line.text);
        return;
    }
    emit_code(d, type, name);
}

static void decode_slot_id(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 2);
    uint64_t type = field_number(d, 0x05, 1);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    here.field = &field;
    if (type == SLOT_PC_CARD) {
        line_add(&line, "Adapter ");
        line_number(&line, id & 0xFF);
        line_add(&line, ", Socket ");
        line_number(&line, id >> 8);
    } else {
        line_number(&line, id & 0xFF);
        if (!slot_is_numbered(type) || !name_table_find(NAMES(slot_types), type) ||
            (in_older_words(d) && !slot_was_numbered(type)))
            field.label = NULL;
    }
    emit_number(&here, id, line.text);
}

/* Before 2.1 there is only the first byte. */
static void decode_slot_characteristics(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, field_fits(d, d->field->offset, 2) ? 2 : 1);

    if (bits & SLOT_CHARACTERISTICS_UNKNOWN) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
        return;
    }
    emit_array_begin(d, bits != 0 ? NULL : "None");
    emit_bit_names(d, bits, NAMES(slot_characteristics));
    emit_array_end(d);
}

/* 7.10.9: devices that share the slot. */
static const struct field slot_peer[] = {
    {0x00, 4, FIELD_CUSTOM, NULL, "bus_address", .decode = decode_bus_address},
    {0x04, 1, FIELD_NUMBER, NULL, "data_bus_width"},
};

static void decode_slot_information(const struct decoding *d)
{
    uint64_t generation = field_number(d, d->field->offset, 1);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    if (!slot_has_generation(bytes_u8(d->structure->bytes, d->structure->length, 0x05)))
        field.label = NULL;
    here.field = &field;
    line_number(&line, generation);
    emit_number(&here, generation, line.text);
}

/* The fields after the peers (3.4, the height 3.5). */
static const struct field slot_end[] = {
    {0x00, 1, FIELD_CUSTOM, "PCI Express Generation", "slot_information", .words = zero_is_none,
     .decode = decode_slot_information},
    {0x01, 1, FIELD_ENUM, "Slot Physical Width", "slot_physical_width", NAMES(slot_widths),
     .words = zero_is_none},
    {0x02, 2, FIELD_NUMBER, "Pitch", "slot_pitch_micrometers", .words = zero_is_none, .unit = " mm",
     .scale = 10, .decimals = 2},
    {0x04, 1, FIELD_ENUM, "Height", "slot_height", NAMES(slot_heights)},
};

enum { SLOT_PEERS = 0x13, SLOT_PEER_SIZE = 5, SLOT_END_SIZE = 4 };

static void remark_slot_peer(const struct decoding *d, size_t number, size_t offset)
{
    struct line label, text;

    line_begin(&label);
    line_begin(&text);
    line_add(&label, "Peer Device ");
    line_number(&label, number);
    line_bus_address(&text, d, offset);
    line_add(&text, " (Width ");
    line_number(&text, field_number(d, offset + 4, 1));
    line_char(&text, ')');
    emit_remark(d, label.text, text.text);
}

static void emit_slot_peer(const struct decoding *d, size_t number)
{
    size_t offset = SLOT_PEERS + SLOT_PEER_SIZE * (number - 1);
    size_t all = SLOT_PEER_SIZE * field_count(d, d->field->offset);

    emit_object_begin(d, NULL, NULL);
    if (!d->sink->brief && field_fits(d, SLOT_PEERS, all))
        remark_slot_peer(d, number, offset);
    schema_rows(d, slot_peer, sizeof slot_peer / sizeof slot_peer[0], offset, SLOT_PEER_SIZE);
    emit_object_end(d);
}

static void decode_slot_peers(const struct decoding *d)
{
    size_t count = field_count(d, d->field->offset);
    size_t end = SLOT_PEERS + SLOT_PEER_SIZE * count;

    emit_array_begin(d, NULL);
    for (size_t i = 1; i <= count; i++)
        if (field_fits(d, SLOT_PEERS, SLOT_PEER_SIZE * i))
            emit_slot_peer(d, i);
    emit_array_end(d);
    if (field_fits(d, end, SLOT_END_SIZE))
        schema_rows(d, slot_end, sizeof slot_end / sizeof slot_end[0], end, d->end - end);
}

static const struct field slot[] = {
    {0x04, 1, FIELD_STRING, "Designation", "slot_designation"},
    {0x05, 1, FIELD_CUSTOM, "Type", "slot_type", NAMES(slot_types), .decode = decode_slot_type},
    {0x06, 1, FIELD_ENUM, "Data Bus Width", "slot_data_bus_width", NAMES(slot_widths)},
    {0x07, 1, FIELD_ENUM, "Current Usage", "current_usage", NAMES(slot_usages)},
    {0x08, 1, FIELD_ENUM, "Length", "slot_length", NAMES(slot_lengths)},
    {0x09, 2, FIELD_CUSTOM, "ID", "slot_id", .decode = decode_slot_id},
    {0x0B, 1, FIELD_CUSTOM, "Characteristics", "slot_characteristics",
     .decode = decode_slot_characteristics},
    {0x0D, 4, FIELD_CUSTOM, "Bus Address", "bus_address", .decode = decode_bus_address},
    {0x11, 1, FIELD_NUMBER, "Data Bus Width (Base)", "data_bus_width_base"},
    {0x12, 1, FIELD_NUMBER, "Peer Devices", "peer_grouping_count"},
    {0x12, 1, FIELD_CUSTOM, NULL, "peer_groups", .decode = decode_slot_peers},
};

const struct schema schema_slot = {9, "System Slot Information", ROWS(slot),
                                   LENGTHS(0x0C, 0x11, 0x13)};
