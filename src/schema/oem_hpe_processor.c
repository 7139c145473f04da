/*
 * HP's and HPE's servers: their processors.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

/* ---- 197: beside type 4 ---------------------------------------------------------------------- */

enum { PROCESSOR_FLAGS = 0x07, X2APIC = 1 << 1 };

static const struct word ones_is_none[] = {{0xFF, "", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};

static bool has_x2apic(const struct decoding *d)
{
    return (field_number(d, PROCESSOR_FLAGS, 1) & X2APIC) != 0;
}

static const struct field processor[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Handle", "processor_handle"},
    {0x06, 1, FIELD_NUMBER, "APIC ID", "apic_id"},
    {0x07, 1, FIELD_FLAG, "BSP", "bootstrap_processor", NAMES(no_yes), .mask = 1 << 0},
    {0x07, 1, FIELD_FLAG, "x2APIC", "x2apic", NAMES(no_yes), .mask = X2APIC},
    {0x07, 1, FIELD_FLAG, "Advanced Thermal Margining", "advanced_thermal_margining", NAMES(no_yes),
     .mask = 1 << 2},
    {0x08, 1, FIELD_NUMBER, "Physical Slot", "physical_slot", .words = ones_is_none},
    {0x09, 1, FIELD_NUMBER, "Physical Socket", "physical_socket", .words = ones_is_none},
    {0x0A, 2, FIELD_NUMBER, "Maximum Power", "maximum_power_watts", .words = zero_is_none,
     .unit = " W"},
    {0x0C, 4, FIELD_HEX, "x2APIC ID", "x2apic_id", .flags = LOWER, .when = has_x2apic},
    {0x10, 8, FIELD_HEX, "UUID", "unique_id", .words = zero_is_none, .flags = PRIVATE | LOWER},
    {0x18, 2, FIELD_NUMBER, "Interconnect Speed", "interconnect_speed_mt_s", .words = zero_is_none,
     .unit = " MT/s"},
};

const struct schema schema_hpe_processor = {197, BRANDED("Processor Specific Information"),
                                            ROWS(processor), LENGTHS(0x0A, 0x0C, 0x10, 0x18, 0x1A)};

/* ---- 199: microcode that the firmware brings along ------------------------------------------- */

enum { PATCH_SIZE = 12, PATCH_CPU = 8 };

/* BCD: year, day, month. */
static void decode_patch_date(const struct decoding *d)
{
    size_t at = d->field->offset;
    struct line line = {0};

    line_lower(&line, field_number(d, at, 2), 4);
    line_char(&line, '-');
    line_lower(&line, field_number(d, at + 3, 1), 2);
    line_char(&line, '-');
    line_lower(&line, field_number(d, at + 2, 1), 2);
    emit_text(d, line.text);
}

static void decode_patch_number(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, 4);
    struct line line = {0};

    line_hex(&line, number, 1);
    emit_hex(d, number, 4, line.text);
}

static const struct field patch[] = {
    {8, 4, FIELD_HEX, NULL, "cpu_id"},
    {4, 4, FIELD_CUSTOM, "Date", "date", .decode = decode_patch_date},
    {0, 4, FIELD_CUSTOM, "Patch", "patch", .decode = decode_patch_number},
};

/* AMD's patches have the id without the bits that all processors share. */
static void line_amd(struct line *line, uint64_t id)
{
    line_add(line, "Family ");
    line_number(line, (id >> 12 & 0xFF) + 0xF);
    line_add(line, ", Model ");
    line_number(line, id >> 4 & 0xFF);
    line_add(line, ", Stepping ");
    line_number(line, id & 0xF);
}

/* As CPUID returns it in EAX. */
static void line_intel(struct line *line, uint64_t id)
{
    line_add(line, "Type ");
    line_number(line, id >> 12 & 3);
    line_add(line, ", Family ");
    line_number(line, (id >> 8 & 0xF) + (id >> 20 & 0xFF));
    line_add(line, ", Model ");
    line_number(line, (id >> 12 & 0xF0) + (id >> 4 & 0xF));
    line_add(line, ", Stepping ");
    line_number(line, id & 0xF);
}

/* If the maker is unknown there is no line, but the patch's lines are indented all the same. */
static void decode_patches(const struct decoding *d)
{
    enum cpuid_maker maker = table_cpuid_maker(d->table);
    struct field field = field_member(d->field);
    struct decoding one = *d;

    field.label = d->field->label && maker == CPUID_UNKNOWN ? "" : d->field->label;
    one.field = &field;
    emit_unlabelled_array_begin(d);
    for (size_t at = d->field->offset; field_fits(d, at, PATCH_SIZE); at += PATCH_SIZE) {
        uint64_t id = field_number(d, at + PATCH_CPU, 4);
        struct line line = {0};

        if (maker == CPUID_AMD)
            line_amd(&line, id);
        else
            line_intel(&line, id);
        emit_group_begin(&one, line.text);
        schema_rows(d, patch, sizeof patch / sizeof patch[0], at, PATCH_SIZE);
        emit_object_end(&one);
    }
    emit_array_end(d);
}

static const struct field microcode[] = {
    {0x04, 0, FIELD_CUSTOM, "CPU ID", "patches", .decode = decode_patches},
};

const struct schema schema_hpe_microcode = {
    199, BRANDED("ProLiant CPU Microcode Patch Support Info"), ROWS(microcode)};

/* ---- 211: how hot a processor may get -------------------------------------------------------- */

static const struct word zero_is_not_available[] = {{0, "N/A", HWIDENT_E_UNKNOWN_VALUE},
                                                    {.text = NULL}};

static const struct field thermal_control[] = {
    {0x04, 2, FIELD_HANDLE, "Associated Processor Handle", "processor_handle"},
    {0x06, 1, FIELD_NUMBER, "TControl Value", "tcontrol_celsius", .words = zero_is_not_available},
};

const struct schema schema_hpe_thermal_control = {211, BRANDED("ProLiant TControl Information"),
                                                  ROWS(thermal_control), LENGTHS(0x07),
                                                  .since_3_7 = true};
