/*
 * HP's and HPE's servers: their firmware and where it keeps things.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 193: other images of the firmware ------------------------------------------------------- */

static bool has_redundant_rom(const struct decoding *d)
{
    return d->schema != &schema_hpe_other_rom_gen12 && (field_number(d, 0x04, 1) & 1) != 0;
}

static bool has_oem_rom(const struct decoding *d)
{
    return field_number(d, 0x07, 1) != 0;
}

static const struct field other_rom[] = {
    {0x05, 1, FIELD_STRING, "Redundant ROM Version", "redundant_rom_version",
     .when = has_redundant_rom},
    {0x07, 1, FIELD_STRING, "OEM ROM Binary Filename", "oem_rom_file", .when = has_oem_rom},
    {0x08, 1, FIELD_STRING, "OEM ROM Binary Build Date", "oem_rom_date", .when = has_oem_rom},
};

#define OTHER_ROM                                                                                  \
    193, BRANDED("ProLiant Other ROM Info"), ROWS(other_rom), LENGTHS(0x09), .since_3_7 = true

const struct schema schema_hpe_other_rom = {OTHER_ROM};
const struct schema schema_hpe_other_rom_gen12 = {OTHER_ROM};

/* ---- 212: entry points of the firmware ------------------------------------------------------- */

/* Four bytes as a number and, if all are printable ASCII, as text: "0x55524324 ($CRU)". */
static void decode_signature(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, 4);
    struct line line = {0}, text = {0};

    line_add(&line, "0x");
    line_lower(&line, number, 8);
    for (unsigned i = 0; i < 4; i++) {
        char c = (char)(number >> 8 * i & 0x7F);

        if (number >> 8 * i & 0x80 || c < ' ' || c > '~')
            break;
        line_char(&text, c);
    }
    if (text.used == 4) {
        line_add(&line, " (");
        line_add(&line, text.text);
        line_char(&line, ')');
    }
    emit_hex(d, number, 4, line.text);
}

enum { SIGNATURE_CRU = 0x55524324 };

/* In the text, only the firmware's own service ($CRU) has an address and a length. */
static bool is_cru(const struct hwident_structure *s)
{
    uint64_t signature;

    return hwident_structure_field(s, 0x04, 4, &signature) && signature == SIGNATURE_CRU;
}

/* The start of the memory and, at 0x14, the entry point's offset in it. */
static void decode_entry(const struct decoding *d)
{
    uint64_t address = field_number(d, d->field->offset, 8) + field_number(d, 0x14, 4);
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, address, 16);
    emit_hex(d, address, 8, line.text);
}

static const struct field cru[] = {
    {0x04, 4, FIELD_CUSTOM, "Signature", "signature", .decode = decode_signature},
    {0x08, 8, FIELD_CUSTOM, "Physical Address", "entry_address", .decode = decode_entry,
     .flags = WHEN_FULL},
    {0x08, 8, FIELD_HEX, NULL, "physical_address"},
    {0x10, 4, FIELD_HEX, "Length", "length_bytes", .flags = LOWER | WHEN_FULL},
};

const struct schema schema_hpe_cru = {212, BRANDED("64-bit CRU Information"), ROWS(cru),
                                      LENGTHS(0x18), .full = is_cru};

/* ---- 229: memory that the firmware keeps ----------------------------------------------------- */

enum { REGION_SIZE = 16 };

/* Bit 31: in KiB. */
static void decode_region_size(const struct decoding *d)
{
    uint64_t size = field_number(d, d->field->offset, 4);

    emit_size(d, size & 0x7FFFFFFF, size >> 31 ? 1 : 0);
}

/* Up to four characters. */
static void decode_region_signature(const struct decoding *d)
{
    size_t size = 0;

    while (size < d->field->width && field_number(d, d->field->offset + size, 1) != 0)
        size++;
    emit_part(d, VALUE_STRING, d->field->offset, size, NULL);
}

static const struct field region[] = {
    {0, 4, FIELD_CUSTOM, "Signature", "signature", .decode = decode_region_signature},
    {4, 8, FIELD_HEX, "Physical Address", "physical_address"},
    {12, 4, FIELD_CUSTOM, "Size", "size_bytes", .decode = decode_region_size},
};

static void decode_regions(const struct decoding *d)
{
    struct field field = field_member(d->field);
    struct decoding one = *d;
    uint64_t number = 1;

    field.label = d->field->label;
    one.field = &field;
    emit_unlabelled_array_begin(d);
    for (size_t at = d->field->offset; field_fits(d, at, REGION_SIZE); at += REGION_SIZE) {
        struct line line = {0};

        line_number(&line, number++);
        emit_group_begin(&one, line.text);
        schema_rows(d, region, sizeof region / sizeof region[0], at, REGION_SIZE);
        emit_object_end(&one);
    }
    emit_array_end(d);
}

static const struct field reserved_memory[] = {
    {0x04, 0, FIELD_CUSTOM, "Memory Location", "regions", .decode = decode_regions},
};

const struct schema schema_hpe_reserved_memory = {229, BRANDED("Reserved Memory Location"),
                                                  ROWS(reserved_memory), .since_3_7 = true};

/* ---- 240: firmware that can be replaced ------------------------------------------------------ */

static const struct word zero_is_not_available[] = {{0, "Not Available", HWIDENT_E_UNKNOWN_VALUE},
                                                    {.text = NULL}};

static const struct {
    const char *label, *key;
} attributes[] = {
    {"Updatable", "updatable"},
    {"Reset Required", "reset_required"},
    {"Authentication Required", "authentication_required"},
    {"In Use", "in_use"},
    {"UEFI Image", "uefi_image"},
};

/* 8 bytes that say which attributes are valid, and 8 with their values. */
static void decode_attributes(const struct decoding *d)
{
    uint64_t defined = field_number(d, d->field->offset, 8);
    uint64_t set = field_number(d, d->field->offset + 8U, 8);

    emit_group_begin(d, NULL);
    for (size_t bit = 0; bit < sizeof attributes / sizeof attributes[0]; bit++) {
        const struct value value = {.kind = VALUE_FLAG,
                                    .label = d->field->label ? attributes[bit].label : NULL,
                                    .key = attributes[bit].key,
                                    .text = set >> bit & 1 ? "Yes" : "No",
                                    .number = set >> bit & 1};

        if (defined >> bit & 1)
            emit(d, &value);
    }
    emit_object_end(d);
}

static const struct field inventory[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "associated_handle"},
    {0x06, 4, FIELD_HEX, "Package Version", "package_version"},
    {0x0A, 1, FIELD_STRING, "Version String", "version"},
    {0x0B, 8, FIELD_SIZE, "Image Size", "image_size_bytes", .words = zero_is_not_available},
    {0x13, 16, FIELD_CUSTOM, "Attributes Defined/Set", "attributes", .decode = decode_attributes},
    {0x23, 4, FIELD_HEX, "Lowest Supported Version", "lowest_supported_version",
     .words = zero_is_not_available},
};

const struct schema schema_hpe_inventory = {
    240, BRANDED_OLDER("ProLiant Inventory Record", "Proliant Inventory Record"), ROWS(inventory),
    LENGTHS(0x27)};
