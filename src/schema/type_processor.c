/*
 * Processors and their caches: types 4, 7 and 44.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"
#include "smbios/family.h"

/* Section 7.5 */

static const char *const processor_types[] = {
    [0x01] = "Other",          [0x02] = "Unknown",       [0x03] = "Central Processor",
    [0x04] = "Math Processor", [0x05] = "DSP Processor", [0x06] = "Video Processor",
};

/* dmidecode 3.6 does not know the families that came with SMBIOS 3.8. */
static bool is_newer_family(uint64_t code)
{
    return code == 0xD0 || (code >= 0x300 && code <= 0x307);
}

static void decode_family(const struct decoding *d)
{
    uint64_t code;
    const char *name;

    if (processor_family(d->structure, &code, &name))
        emit_code(d, code, in_older_words(d) && is_newer_family(code) ? NULL : name);
}

/* How a family's processor ID is read (7.5.3). */
enum id_kind { ID_UNKNOWN, ID_80386, ID_80486, ID_INTEL, ID_AMD, ID_ARM, ID_ARM_SOC, ID_LOONGARCH };

enum { ARM64_SOC_ID = 1 << 9 };

struct id_format {
    uint16_t first, last; /* families */
    enum id_kind kind;
    bool hidden; /* in JSON only: dmidecode does not read the ID of these */
};

static const struct id_format id_formats[] = {
    {0x05, 0x05, ID_80386, false},       {0x06, 0x06, ID_80486, false},
    {0x0B, 0x15, ID_INTEL, false},       {0x16, 0x16, ID_INTEL, true},
    {0x18, 0x1D, ID_AMD, false},         {0x1F, 0x1F, ID_AMD, false},
    {0x28, 0x2F, ID_INTEL, false},       {0x38, 0x3F, ID_AMD, false},
    {0x46, 0x4F, ID_AMD, false},         {0x66, 0x6B, ID_AMD, false},
    {0x83, 0x8F, ID_AMD, false},         {0xA1, 0xB3, ID_INTEL, false},
    {0xB5, 0xB5, ID_INTEL, false},       {0xB6, 0xB7, ID_AMD, false},
    {0xB9, 0xC7, ID_INTEL, false},       {0xCD, 0xCF, ID_INTEL, false},
    {0xD0, 0xD0, ID_INTEL, true},        {0xD2, 0xDB, ID_INTEL, false},
    {0xDD, 0xE0, ID_INTEL, false},       {0xE4, 0xEF, ID_AMD, false},
    {0x100, 0x102, ID_ARM, false},       {0x118, 0x119, ID_ARM, false},
    {0x258, 0x262, ID_LOONGARCH, false}, {0x26C, 0x271, ID_LOONGARCH, false},
    {0x300, 0x307, ID_INTEL, true},
};

/* The later 80486 models, which are recognised by model and stepping in DX at reset. */
static bool i486_has_cpuid(uint64_t dx)
{
    uint64_t family = dx >> 8 & 0xF, model = dx >> 4 & 0xF, stepping = dx & 0xF;

    return family == 4 && stepping >= 3 && (model == 4 || model >= 7);
}

/*@ requires structure_whole(s);
    assigns \nothing; */
static struct id_format id_format_of_family(const struct hwident_structure *s)
{
    struct id_format format = {0};
    uint64_t family;
    const char *name;

    if (!processor_family(s, &family, &name))
        return format;
    /*@ loop invariant 0 <= i;
        loop assigns i, format; */
    for (size_t i = 0; i < sizeof id_formats / sizeof id_formats[0]; i++)
        if (family >= id_formats[i].first && family <= id_formats[i].last)
            format = id_formats[i];
    return format;
}

enum { PROCESSOR = 4, SEARCHED = 256 };

/* Firmware puts processors near the beginning; searching to the end for each structure that asks
 * would take time proportional to the table each time. */
/*@ requires table_whole(table);
    assigns \nothing; */
enum cpuid_maker table_cpuid_maker(const struct hwident_table *table)
{
    struct hwident_structure s = {0};

    /*@ loop invariant 0 <= i <= SEARCHED;
        loop assigns i, s;
        loop variant SEARCHED - i; */
    for (unsigned i = 0; i < SEARCHED && hwident_table_next(table, &s) == 1; i++) {
        enum id_kind kind = s.type == PROCESSOR ? id_format_of_family(&s).kind : ID_UNKNOWN;

        if (kind == ID_INTEL || kind == ID_AMD)
            return kind == ID_INTEL ? CPUID_INTEL : CPUID_AMD;
    }
    return CPUID_UNKNOWN;
}

static struct id_format id_format(const struct decoding *d)
{
    struct id_format format = id_format_of_family(d->structure);

    if (format.kind == ID_80486 && i486_has_cpuid(field_number(d, 0x08, 2)))
        format.kind = ID_INTEL;
    if (format.kind == ID_ARM && field_number(d, 0x26, 2) & ARM64_SOC_ID)
        format.kind = ID_ARM_SOC;
    return format;
}

/* One part of a signature: a member of the object, a piece of the line. NULL ends a list. */
struct part {
    const char *text; /* before the number */
    const char *key;
    uint64_t number;
    unsigned hex; /* digits; 0: decimal */
};

static void emit_parts(const struct decoding *d, const struct part *parts, const char *end)
{
    struct line line = {0};

    for (const struct part *part = parts; part->text; part++) {
        line_add(&line, part->text);
        if (part->hex) {
            line_add(&line, "0x");
            line_lower(&line, part->number, part->hex);
        } else {
            line_number(&line, part->number);
        }
    }
    line_add(&line, end);
    if (d->field->label)
        emit_remark(d, d->field->label, line.text);
    emit_object_begin(d, d->field->key, NULL);
    for (const struct part *part = parts; part->text; part++) {
        struct value value = {.kind = VALUE_NUMBER, .key = part->key, .number = part->number};

        emit(d, &value);
    }
    emit_object_end(d);
}

#define EMIT_PARTS(d, ...) EMIT_PARTS_AND(d, "", __VA_ARGS__)
#define EMIT_PARTS_AND(d, end, ...)                                                                \
    emit_parts(d, (const struct part[]){__VA_ARGS__, {NULL, NULL, 0, 0}}, end)

/* CPUID function 1's EAX or, before there was CPUID, DX at reset. */
static void emit_x86(const struct decoding *d, uint64_t eax, enum id_kind format)
{
    uint64_t type = eax >> 12 & 0x3, family = eax >> 8 & 0xF;
    uint64_t model = eax >> 4 & 0xF, stepping = eax & 0xF;
    bool extended = format == ID_INTEL || (format == ID_AMD && family == 0xF);

    if (extended) {
        family += eax >> 20 & 0xFF;
        model |= eax >> 12 & 0xF0;
    }
    if (format == ID_AMD)
        EMIT_PARTS(d, {"Family ", "family", family, 0}, {", Model ", "model", model, 0},
                   {", Stepping ", "stepping", stepping, 0});
    else if (format == ID_80386)
        EMIT_PARTS(d, {"Type ", "type", eax >> 12 & 0xF, 0}, {", Family ", "family", family, 0},
                   {", Major Stepping ", "major_stepping", model, 0},
                   {", Minor Stepping ", "minor_stepping", stepping, 0});
    else
        EMIT_PARTS(d, {"Type ", "type", type, 0}, {", Family ", "family", family, 0},
                   {", Model ", "model", model, 0}, {", Stepping ", "stepping", stepping, 0});
}

/* The register MIDR. */
static void emit_midr(const struct decoding *d, uint64_t midr)
{
    EMIT_PARTS(d, {"Implementor ", "implementor", midr >> 24, 2},
               {", Variant ", "variant", midr >> 20 & 0xF, 1},
               {", Architecture ", "architecture", midr >> 16 & 0xF, 0},
               {", Part ", "part", midr >> 4 & 0xFFF, 3},
               {", Revision ", "revision", midr & 0xF, 0});
}

/* What SMCCC_ARCH_SOC_ID returns: the version, followed by the revision. */
static void emit_soc(const struct decoding *d, uint64_t id)
{
    EMIT_PARTS(d, {"JEP-106 Bank ", "jep106_bank", id >> 24 & 0x7F, 2},
               {" Manufacturer ", "jep106_manufacturer", id >> 16 & 0x7F, 2},
               {", SoC ID ", "soc_id", id & 0xFFFF, 4},
               {", SoC Revision ", "soc_revision", id >> 32, 8});
}

/* The register PRID. dmidecode prints an empty line after it. */
static void emit_prid(const struct decoding *d, uint64_t prid)
{
    EMIT_PARTS_AND(d, "\n", {"Processor Identity ", "processor_identity", prid, 8});
}

/* The row, without its label if the text has no line for it. */
static struct field hidden_field(const struct field *field, bool hidden)
{
    struct field copy = *field;

    if (hidden)
        copy.label = NULL;
    return copy;
}

static void decode_signature(const struct decoding *d)
{
    uint64_t id = field_number(d, d->field->offset, 8), low = id & 0xFFFFFFFF;
    struct id_format format = id_format(d);
    struct field field = hidden_field(d->field, format.hidden);
    struct decoding here = *d;

    here.field = &field;
    switch (format.kind) {
    case ID_80386:
    case ID_80486:
    case ID_INTEL:
    case ID_AMD:
        emit_x86(&here, low, format.kind);
        break;
    case ID_ARM:
        if (low != 0)
            emit_midr(d, low);
        break;
    case ID_ARM_SOC:
        emit_soc(d, id);
        break;
    case ID_LOONGARCH:
        emit_prid(d, low);
        break;
    case ID_UNKNOWN:
        break;
    }
}

/* What CPUID's function 1 returns in EDX. */
static const char *const cpuid_flags[] = {
    [0] = "FPU (Floating-point unit on-chip)",
    [1] = "VME (Virtual mode extension)",
    [2] = "DE (Debugging extension)",
    [3] = "PSE (Page size extension)",
    [4] = "TSC (Time stamp counter)",
    [5] = "MSR (Model specific registers)",
    [6] = "PAE (Physical address extension)",
    [7] = "MCE (Machine check exception)",
    [8] = "CX8 (CMPXCHG8 instruction supported)",
    [9] = "APIC (On-chip APIC hardware supported)",
    [11] = "SEP (Fast system call)",
    [12] = "MTRR (Memory type range registers)",
    [13] = "PGE (Page global enable)",
    [14] = "MCA (Machine check architecture)",
    [15] = "CMOV (Conditional move instruction supported)",
    [16] = "PAT (Page attribute table)",
    [17] = "PSE-36 (36-bit page size extension)",
    [18] = "PSN (Processor serial number present and enabled)",
    [19] = "CLFSH (CLFLUSH instruction supported)",
    [21] = "DS (Debug store)",
    [22] = "ACPI (ACPI supported)",
    [23] = "MMX (MMX technology supported)",
    [24] = "FXSR (FXSAVE and FXSTOR instructions supported)",
    [25] = "SSE (Streaming SIMD extensions)",
    [26] = "SSE2 (Streaming SIMD extensions 2)",
    [27] = "SS (Self-snoop)",
    [28] = "HTT (Multi-threading)",
    [29] = "TM (Thermal monitor supported)",
    [31] = "PBE (Pending break enabled)",
};

static void decode_flags(const struct decoding *d)
{
    uint64_t flags = field_number(d, d->field->offset, 4);
    struct id_format format = id_format(d);
    struct field field = hidden_field(d->field, format.hidden);
    struct decoding here = *d;
    bool named = false;

    if (format.kind != ID_INTEL && format.kind != ID_AMD)
        return;
    here.field = &field;
    for (size_t bit = 0; bit < sizeof cpuid_flags / sizeof cpuid_flags[0]; bit++)
        named = named || (flags >> bit & 1 && cpuid_flags[bit]);
    emit_array_begin(&here, named ? NULL : "None");
    emit_bit_names(&here, flags, NAMES(cpuid_flags));
    emit_array_end(&here);
}

static void decode_processor_voltages(const struct decoding *d)
{
    if (field_number(d, d->field->offset, 1) == 0 && !in_older_words(d))
        emit_hidden(d, HWIDENT_E_UNKNOWN_VALUE);
    else
        decode_voltages(d);
}

/* 7.5.5 */
static const char *const processor_status[] = {
    [0x00] = "Unknown",
    [0x01] = "Enabled",
    [0x02] = "Disabled by user",
    [0x03] = "Disabled by firmware",
    [0x04] = "Idle",
    [0x07] = "Other",
};

static const char *const processor_status_older[] = {
    [0x02] = "Disabled By User", [0x03] = "Disabled By BIOS"};

static const struct field status_parts[] = {
    {0, 1, FIELD_FLAG, NULL, "socket_populated", .mask = 0x40},
    {0, 1, FIELD_ENUM, NULL, "status", NAMES_OLDER(processor_status, processor_status_older),
     .mask = 0x07},
};

static void decode_status(const struct decoding *d)
{
    uint64_t status = field_number(d, d->field->offset, 1);
    struct line line;

    line_begin(&line);
    line_add(&line, status & 0x40 ? "Populated, " : "Unpopulated");
    if (status & 0x40)
        line_add(&line, names_or_out_of_spec(d, status_parts[1].names, status & 0x07));
    if (d->field->label)
        emit_remark(d, d->field->label, line.text);
    schema_rows(d, status_parts, 2, d->field->offset, 1);
}

/* 7.5.5 */
static const char *const processor_upgrades[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Daughter Board",
    [0x04] = "ZIF Socket",
    [0x05] = "Replaceable Piggy Back",
    [0x06] = "None",
    [0x07] = "LIF Socket",
    [0x08] = "Slot 1",
    [0x09] = "Slot 2",
    [0x0A] = "370-pin Socket",
    [0x0B] = "Slot A",
    [0x0C] = "Slot M",
    [0x0D] = "Socket 423",
    [0x0E] = "Socket A (Socket 462)",
    [0x0F] = "Socket 478",
    [0x10] = "Socket 754",
    [0x11] = "Socket 940",
    [0x12] = "Socket 939",
    [0x13] = "Socket mPGA604",
    [0x14] = "Socket LGA771",
    [0x15] = "Socket LGA775",
    [0x16] = "Socket S1",
    [0x17] = "Socket AM2",
    [0x18] = "Socket F (1207)",
    [0x19] = "Socket LGA1366",
    [0x1A] = "Socket G34",
    [0x1B] = "Socket AM3",
    [0x1C] = "Socket C32",
    [0x1D] = "Socket LGA1156",
    [0x1E] = "Socket LGA1567",
    [0x1F] = "Socket PGA988A",
    [0x20] = "Socket BGA1288",
    [0x21] = "Socket rPGA988B",
    [0x22] = "Socket BGA1023",
    [0x23] = "Socket BGA1224",
    [0x24] = "Socket BGA1155",
    [0x25] = "Socket LGA1356",
    [0x26] = "Socket LGA2011",
    [0x27] = "Socket FS1",
    [0x28] = "Socket FS2",
    [0x29] = "Socket FM1",
    [0x2A] = "Socket FM2",
    [0x2B] = "Socket LGA2011-3",
    [0x2C] = "Socket LGA1356-3",
    [0x2D] = "Socket LGA1150",
    [0x2E] = "Socket BGA1168",
    [0x2F] = "Socket BGA1234",
    [0x30] = "Socket BGA1364",
    [0x31] = "Socket AM4",
    [0x32] = "Socket LGA1151",
    [0x33] = "Socket BGA1356",
    [0x34] = "Socket BGA1440",
    [0x35] = "Socket BGA1515",
    [0x36] = "Socket LGA3647-1",
    [0x37] = "Socket SP3",
    [0x38] = "Socket SP3r2",
    [0x39] = "Socket LGA2066",
    [0x3A] = "Socket BGA1392",
    [0x3B] = "Socket BGA1510",
    [0x3C] = "Socket BGA1528",
    [0x3D] = "Socket LGA4189",
    [0x3E] = "Socket LGA1200",
    [0x3F] = "Socket LGA4677",
    [0x40] = "Socket LGA1700",
    [0x41] = "Socket BGA1744",
    [0x42] = "Socket BGA1781",
    [0x43] = "Socket BGA1211",
    [0x44] = "Socket BGA2422",
    [0x45] = "Socket LGA1211",
    [0x46] = "Socket LGA2422",
    [0x47] = "Socket LGA5773",
    [0x48] = "Socket BGA5773",
    [0x49] = "Socket AM5",
    [0x4A] = "Socket SP5",
    [0x4B] = "Socket SP6",
    [0x4C] = "Socket BGA883",
    [0x4D] = "Socket BGA1190",
    [0x4E] = "Socket BGA4129",
    [0x4F] = "Socket LGA4710",
    [0x50] = "Socket LGA7529",
    [0x51] = "Socket BGA1964",
    [0x52] = "Socket BGA1792",
    [0x53] = "Socket BGA2049",
    [0x54] = "Socket BGA2551",
    [0x55] = "Socket LGA1851",
    [0x56] = "Socket BGA2114",
    [0x57] = "Socket BGA2833",
};

/* dmidecode 3.6 does not know the codes that came with 3.8 (0x51 and up). */
static const char *const processor_upgrades_older[] = {
    [0x51] = "", [0x52] = "", [0x53] = "", [0x54] = "", [0x55] = "", [0x56] = "", [0x57] = "",
};

/* Before 2.3 a missing handle means that there is no such cache. */
static void decode_cache_handle(const struct decoding *d)
{
    uint64_t handle = field_number(d, d->field->offset, 2);
    struct line line;

    line_begin(&line);
    if (handle != 0xFFFF) {
        emit_handle(d, (uint16_t)handle);
    } else if (d->table->version != 0 && d->table->version < HWIDENT_SMBIOS(2, 3)) {
        line_add(&line, "No L");
        line_number(&line, (d->field->offset - 0x1AU) / 2 + 1);
        line_add(&line, " Cache");
        emit_absent(d, HWIDENT_E_NO_STRUCTURE, line.text);
    } else {
        emit_absent(d, HWIDENT_E_NOT_SPECIFIED, "Not Provided");
    }
}

/* A byte; FF: the number is in the word that 3.0 added. */
static void decode_count(const struct decoding *d)
{
    uint64_t count = field_number(d, d->field->offset, 1);
    size_t word = 0x2A + 2 * (size_t)(d->field->offset - 0x23);
    struct line line;

    line_begin(&line);
    if (count == 0) {
        emit_hidden(d, HWIDENT_E_UNKNOWN_VALUE);
        return;
    }
    if (count == 0xFF && field_fits(d, word, 2))
        count = field_number(d, word, 2);
    line_number(&line, count);
    emit_number(d, count, line.text);
}

/* 7.5.9 */
static const char *const processor_characteristics[] = {
    [2] = "64-bit capable",          [3] = "Multi-Core",
    [4] = "Hardware Thread",         [5] = "Execute Protection",
    [6] = "Enhanced Virtualization", [7] = "Power/Performance Control",
    [8] = "128-bit Capable",         [9] = "Arm64 SoC ID",
};

enum { CHARACTERISTICS_BUT_LAST = 0x00FC };

/* dmidecode prints "None" if only the last two are set. */
static void decode_processor_characteristics(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 2);
    bool none = (bits & CHARACTERISTICS_BUT_LAST) == 0;
    struct field field = *d->field;
    struct decoding here = *d;

    if (none)
        field.flags |= INLINE;
    here.field = &field;
    emit_array_begin(d, none ? "None" : NULL);
    emit_bit_names(&here, bits, field.names);
    emit_array_end(d);
}

static const struct field processor[] = {
    {0x04, 1, FIELD_STRING, "Socket Designation", "socket_designation"},
    {0x05, 1, FIELD_ENUM, "Type", "processor_type", NAMES(processor_types)},
    {0x06, 1, FIELD_CUSTOM, "Family", "processor_family", .decode = decode_family},
    {0x07, 1, FIELD_STRING, "Manufacturer", "processor_manufacturer"},
    {0x08, 8, FIELD_BYTES, "ID", "processor_id", .flags = NOT_QUIET},
    {0x08, 8, FIELD_CUSTOM, "Signature", "signature", .decode = decode_signature},
    {0x0C, 4, FIELD_CUSTOM, "Flags", "cpuid_flags", .decode = decode_flags},
    {0x10, 1, FIELD_STRING, "Version", "processor_version"},
    {0x11, 1, FIELD_CUSTOM, "Voltage", "voltages_millivolts", .decode = decode_processor_voltages},
    {0x12, 2, FIELD_NUMBER, "External Clock", "external_clock_hertz", .words = zero_is_unknown,
     .unit = " MHz", .scale = 1000000},
    {0x14, 2, FIELD_NUMBER, "Max Speed", "max_speed_hertz", .words = zero_is_unknown,
     .unit = " MHz", .scale = 1000000},
    {0x16, 2, FIELD_NUMBER, "Current Speed", "current_speed_hertz", .words = zero_is_unknown,
     .unit = " MHz", .scale = 1000000},
    {0x18, 1, FIELD_CUSTOM, "Status", "status", .decode = decode_status},
    {0x19, 1, FIELD_ENUM, "Upgrade", "processor_upgrade",
     NAMES_OLDER(processor_upgrades, processor_upgrades_older)},
    {0x1A, 2, FIELD_CUSTOM, "L1 Cache Handle", "l1_cache_handle", .decode = decode_cache_handle,
     .flags = NOT_QUIET},
    {0x1C, 2, FIELD_CUSTOM, "L2 Cache Handle", "l2_cache_handle", .decode = decode_cache_handle,
     .flags = NOT_QUIET},
    {0x1E, 2, FIELD_CUSTOM, "L3 Cache Handle", "l3_cache_handle", .decode = decode_cache_handle,
     .flags = NOT_QUIET},
    {0x20, 1, FIELD_STRING, "Serial Number", "serial_number", .flags = PRIVATE},
    {0x21, 1, FIELD_STRING, "Asset Tag", "asset_tag", .flags = PRIVATE},
    {0x22, 1, FIELD_STRING, "Part Number", "part_number"},
    {0x23, 1, FIELD_CUSTOM, "Core Count", "core_count", .decode = decode_count},
    {0x24, 1, FIELD_CUSTOM, "Core Enabled", "core_enabled", .decode = decode_count},
    {0x25, 1, FIELD_CUSTOM, "Thread Count", "thread_count", .decode = decode_count},
    {0x30, 2, FIELD_NUMBER, "Thread Enabled", "thread_enabled", .words = zero_is_none},
    {0x26, 2, FIELD_CUSTOM, "Characteristics", "processor_characteristics",
     NAMES(processor_characteristics), .decode = decode_processor_characteristics},
    {0x32, 1, FIELD_STRING, NULL, "socket_type"},
};

const struct schema schema_processor = {4, "Processor Information", ROWS(processor),
                                        LENGTHS(0x1A, 0x20, 0x23, 0x28)};

/* Section 7.8 */

static const char *const cache_modes[] = {"Write Through", "Write Back",
                                          "Varies With Memory Address", "Unknown"};
static const char *const cache_locations[] = {"Internal", "External", NULL, "Unknown"};

static const struct field configuration_parts[] = {
    {0, 2, FIELD_FLAG, NULL, "enabled", .mask = 0x80},
    {0, 2, FIELD_FLAG, NULL, "socketed", .mask = 0x08},
};

static void decode_configuration(const struct decoding *d)
{
    uint64_t configuration = field_number(d, d->field->offset, 2);
    uint64_t level = (configuration & 0x07) + 1;
    const struct value value = {.kind = VALUE_NUMBER, .key = "level", .number = level};
    struct line line = {0};

    line_add(&line, configuration & 0x80 ? "Enabled, " : "Disabled, ");
    line_add(&line, configuration & 0x08 ? "Socketed, Level " : "Not Socketed, Level ");
    line_number(&line, level);
    if (d->field->label)
        emit_remark(d, d->field->label, line.text);
    schema_rows(d, configuration_parts, 2, d->field->offset, 2);
    emit(d, &value);
}

/* In KiB, or in units of 64 KiB if the highest bit of the `width` bytes is set. */
static uint64_t cache_kib(const struct decoding *d, size_t offset, size_t width)
{
    uint64_t size = field_number(d, offset, width), high = (uint64_t)1 << (8 * width - 1);

    return (size & (high - 1)) << (size & high ? 6 : 0);
}

/*
 * Since 3.1 two long words repeat the sizes, for caches of 2 GiB and more. Firmware that left them
 * 0 has the size in the word only; dmidecode prints the long word.
 */
static void decode_cache_size(const struct decoding *d)
{
    size_t long_word = d->field->offset == 0x07 ? 0x13 : 0x17;
    uint64_t kib = cache_kib(d, d->field->offset, 2);
    uint64_t printed = field_fits(d, long_word, 4) ? cache_kib(d, long_word, 4) : kib;
    struct line line = {0};

    line_size(&line, d->sink->dialect, printed, 1);
    emit_number(d, (printed ? printed : kib) << 10, line.text);
}

/* 7.8.2 */
static const char *const sram_types[] = {
    "Other", "Unknown", "Non-burst", "Burst", "Pipeline Burst", "Synchronous", "Asynchronous",
};

/* 7.8.3 */
static const char *const cache_corrections[] = {
    [0x01] = "Other",  [0x02] = "Unknown",        [0x03] = "None",
    [0x04] = "Parity", [0x05] = "Single-bit ECC", [0x06] = "Multi-bit ECC",
};

/* 7.8.4 */
static const char *const cache_types[] = {
    [0x01] = "Other", [0x02] = "Unknown", [0x03] = "Instruction",
    [0x04] = "Data",  [0x05] = "Unified",
};

/* 7.8.5 */
static const char *const associativities[] = {
    [0x01] = "Other",
    [0x02] = "Unknown",
    [0x03] = "Direct Mapped",
    [0x04] = "2-way Set-associative",
    [0x05] = "4-way Set-associative",
    [0x06] = "Fully Associative",
    [0x07] = "8-way Set-associative",
    [0x08] = "16-way Set-associative",
    [0x09] = "12-way Set-associative",
    [0x0A] = "24-way Set-associative",
    [0x0B] = "32-way Set-associative",
    [0x0C] = "48-way Set-associative",
    [0x0D] = "64-way Set-associative",
    [0x0E] = "20-way Set-associative",
};

static const struct field cache[] = {
    {0x04, 1, FIELD_STRING, "Socket Designation", "socket_designation"},
    {0x05, 2, FIELD_CUSTOM, "Configuration", NULL, .decode = decode_configuration},
    {0x05, 2, FIELD_ENUM, "Operational Mode", "operational_mode", NAMES(cache_modes),
     .mask = 0x0300},
    {0x05, 2, FIELD_ENUM, "Location", "location", NAMES(cache_locations), .mask = 0x0060},
    {0x09, 2, FIELD_CUSTOM, "Installed Size", "installed_size_bytes", .decode = decode_cache_size},
    {0x07, 2, FIELD_CUSTOM, "Maximum Size", "maximum_size_bytes", .decode = decode_cache_size},
    {0x0B, 2, FIELD_BITS, "Supported SRAM Types", "supported_sram_type", NAMES(sram_types)},
    {0x0D, 2, FIELD_BITS, "Installed SRAM Type", "current_sram_type", NAMES(sram_types),
     .flags = INLINE},
    {0x0F, 1, FIELD_NUMBER, "Speed", "cache_speed_nanoseconds", .words = zero_is_unknown,
     .unit = " ns"},
    {0x10, 1, FIELD_ENUM, "Error Correction Type", "error_correction_type",
     NAMES(cache_corrections)},
    {0x11, 1, FIELD_ENUM, "System Type", "system_cache_type", NAMES(cache_types)},
    {0x12, 1, FIELD_ENUM, "Associativity", "associativity", NAMES(associativities)},
};

const struct schema schema_cache = {7, "Cache Information", ROWS(cache), LENGTHS(0x0F, 0x13)};

/* Section 7.45 */

static const char *const architectures[] = {
    [0x00] = "Reserved",
    [0x01] = "IA32 (x86)",
    [0x02] = "x64 (x86-64)",
    [0x03] = "Itanium",
    [0x04] = "32-bit ARM (Aarch32)",
    [0x05] = "64-bit ARM (Aarch64)",
    [0x06] = "32-bit RISC-V (RV32)",
    [0x07] = "64-bit RISC-V (RV64)",
    [0x08] = "128-bit RISC-V (RV128)",
    [0x09] = "32-bit LoongArch (LoongArch32)",
    [0x0A] = "64-bit LoongArch (LoongArch64)",
};

enum { RISCV_32 = 0x06, RISCV_128 = 0x08, LOONGARCH_32 = 0x09, LOONGARCH_64 = 0x0A };

/* A to Z of misa. */
static const char *const riscv_extensions[] = {
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
    "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
};

static const char *const riscv_privileges[] = {
    [0] = "Machine", [2] = "Supervisor", [3] = "User", [7] = "Debug"};

static const char *const riscv_widths[] = {"Unsupported", "32-bit", "64-bit", "128-bit"};

/* What the RISC-V International group defines for the block: its version 1.0. */
static const struct field riscv_hart[] = {
    {0x00, 2, FIELD_HEX, "Revision", "revision"},
    {0x03, 16, FIELD_BYTES, "Hart ID", "hart_id"},
    {0x13, 1, FIELD_NUMBER, "Boot Hart", "boot_hart"},
    {0x14, 16, FIELD_BYTES, "Machine Vendor ID", "machine_vendor_id"},
    {0x24, 16, FIELD_BYTES, "Machine Architecture ID", "machine_architecture_id"},
    {0x34, 16, FIELD_BYTES, "Machine Implementation ID", "machine_implementation_id"},
    {0x44, 4, FIELD_BITS, "Instruction Set", "instruction_set", NAMES(riscv_extensions),
     .flags = INLINE},
    {0x48, 1, FIELD_BITS, "Privilege Levels", "privilege_levels", NAMES(riscv_privileges),
     .flags = INLINE},
    {0x49, 16, FIELD_BYTES, "Machine Exception Delegation", "machine_exception_delegation"},
    {0x59, 16, FIELD_BYTES, "Machine Interrupt Delegation", "machine_interrupt_delegation"},
    {0x69, 1, FIELD_ENUM, "Register Width", "register_width", NAMES(riscv_widths)},
    {0x6A, 1, FIELD_ENUM, "Machine Register Width", "machine_register_width", NAMES(riscv_widths)},
    {0x6C, 1, FIELD_ENUM, "Supervisor Register Width", "supervisor_register_width",
     NAMES(riscv_widths)},
    {0x6D, 1, FIELD_ENUM, "User Register Width", "user_register_width", NAMES(riscv_widths)},
};

static const char *const loongarch_extensions[] = {"FPE", "SXE", "ASXE", "BTE"};

/* What Loongson defines for the block: its version 1.0. */
static const struct field loongarch[] = {
    {0x00, 2, FIELD_HEX, "Revision", "revision"},
    {0x04, 16, FIELD_BYTES, "Machine Vendor ID", "machine_vendor_id"},
    {0x14, 16, FIELD_BYTES, "CPU ID", "cpu_id"},
    {0x24, 4, FIELD_BITS, "ISA Extensions", "isa_extensions", NAMES(loongarch_extensions),
     .flags = INLINE},
};

static void emit_block(const struct decoding *d, const struct field *rows, size_t count,
                       size_t size)
{
    emit_object_begin(d, d->field->key, NULL);
    schema_rows(d, rows, count, d->field->offset, size);
    emit_object_end(d);
}

/* 7.45.1: the length of the block, the architecture, and data specific to that. */
static void decode_specific_data(const struct decoding *d)
{
    size_t size = field_count(d, 0x06);
    uint64_t architecture = field_number(d, 0x07, 1);

    if (size == 0 || !field_fits(d, d->field->offset, size))
        return;
    if (architecture >= RISCV_32 && architecture <= RISCV_128)
        emit_block(d, riscv_hart, sizeof riscv_hart / sizeof riscv_hart[0], size);
    else if (architecture == LOONGARCH_32 || architecture == LOONGARCH_64)
        emit_block(d, loongarch, sizeof loongarch / sizeof loongarch[0], size);
    else
        emit_bytes(d, d->field->offset, size, NULL);
}

static const struct field processor_additional[] = {
    {0x04, 2, FIELD_HANDLE, "Referenced Handle", "referenced_handle"},
    {0x06, 1, FIELD_NUMBER, "Specific Block Length", "specific_block_length"},
    {0x07, 1, FIELD_ENUM, "Processor Type", "processor_type", NAMES(architectures)},
    {0x08, 0, FIELD_CUSTOM, NULL, "specific_data", .decode = decode_specific_data},
};

const struct schema schema_processor_additional = {44, "Processor Additional Information",
                                                   ROWS(processor_additional), .undecoded = true};
