/*
 * The rules that every row of the catalogue must keep, and structures of every length.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

#include "smbios/keyword.h"

#include <glob.h>
#include <limits.h>
#include <sys/mman.h>
#include <unistd.h>

enum { TYPES = 256, LONGEST = 255, VENDORS = VENDOR_LENOVO + 1 };

/* ---- Rows ---------------------------------------------------------------------------------- */

static void for_each_schema(void (*check)(const struct schema *))
{
    for (unsigned type = 0; type < TYPES; type++)
        if (schema_of((uint8_t)type))
            check(schema_of((uint8_t)type));
    for (unsigned vendor = 0; vendor < VENDORS; vendor++)
        for (size_t i = 0; schema_of_vendor((enum vendor)vendor, i); i++)
            if (!vendor_is_hpe((enum vendor)vendor)) /* HP's are the same */
                check(schema_of_vendor((enum vendor)vendor, i));
}

#define failing(schema, row, rule)                                                                 \
    fail_msg("type %u, offset 0x%02X, %s: %s", (schema)->type, (row)->offset,                      \
             (row)->key ? (row)->key : "", rule)

static void each_type_is_found_under_its_number(void **state)
{
    (void)state;
    for (unsigned type = 0; type < TYPES; type++)
        if (schema_of((uint8_t)type))
            assert_int_equal(schema_of((uint8_t)type)->type, type);
    for (uint8_t type = 0; type <= 46; type++)
        assert_non_null(schema_of(type));
    assert_null(schema_of(47));
    assert_null(schema_of(128));
}

/* Where dmidecode prints a field before one that stands in front of it. */
static const struct {
    uint8_t type;
    uint16_t offset;
} printed_late[] = {{0, 0x06},  {4, 0x26},   {7, 0x07},  {13, 0x04},
                    {15, 0x0B}, {204, 0x08}, {204, 0x07}};

static bool is_printed_late(uint8_t type, uint16_t offset)
{
    for (size_t i = 0; i < sizeof printed_late / sizeof printed_late[0]; i++)
        if (printed_late[i].type == type && printed_late[i].offset == offset)
            return true;
    return false;
}

static void check_rising(const struct schema *schema)
{
    for (size_t i = 1; i < schema->count; i++) {
        const struct field *row = &schema->fields[i];

        if (row->offset < schema->fields[i - 1].offset &&
            !is_printed_late(schema->type, row->offset))
            failing(schema, row, "stands behind a row of higher offset");
    }
}

static void rows_rise_by_offset(void **state)
{
    (void)state;
    for_each_schema(check_rising);
}

static const char *broken_rule(const struct field *row)
{
    bool number = row->kind == FIELD_NUMBER || row->kind == FIELD_SIZE || row->kind == FIELD_HEX;

    if (row->offset < 4 || row->offset + row->width > LONGEST)
        return "does not fit into a structure";
    if (number && row->width != 1 && row->width != 2 && row->width != 4 && row->width != 8)
        return "a number of no such width";
    if ((row->kind == FIELD_STRING || row->kind == FIELD_ENUM) && row->width > 2)
        return "too wide for what it is";
    if (row->kind == FIELD_HANDLE && row->width != 2)
        return "a handle has two bytes";
    if (row->kind == FIELD_UUID && row->width != 16)
        return "a UUID has 16 bytes";
    if ((row->kind == FIELD_ENUM || row->kind == FIELD_BITS) && !row->names)
        return "has no names";
    if ((row->kind == FIELD_CUSTOM) != (row->decode != NULL))
        return "has a function and should not, or the other way round";
    if (row->width < 8 && row->mask >> 8 * row->width != 0)
        return "its mask is wider than itself";
    if (row->kind != FIELD_CUSTOM && !row->key)
        return "has no key";
    return NULL;
}

static void check_fit(const struct schema *schema)
{
    for (size_t i = 0; i < schema->count; i++)
        if (broken_rule(&schema->fields[i]))
            failing(schema, &schema->fields[i], broken_rule(&schema->fields[i]));
}

static void rows_fit_into_their_structure(void **state)
{
    (void)state;
    for_each_schema(check_fit);
}

static void check_keys(const struct schema *schema)
{
    for (size_t i = 0; i < schema->count; i++) {
        const char *key = schema->fields[i].key;

        if (key && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(key))
            failing(schema, &schema->fields[i], "its key is not snake_case");
        for (size_t k = 0; key && k < i; k++)
            if (schema->fields[k].key && strcmp(schema->fields[k].key, key) == 0)
                failing(schema, &schema->fields[i], "its key is another row's too");
    }
}

static void keys_are_snake_case_and_unique(void **state)
{
    (void)state;
    for_each_schema(check_keys);
}

static void check_lengths(const struct schema *schema)
{
    for (const uint8_t *length = schema->lengths; length && length[0] != 0; length++)
        if (length[1] != 0)
            assert_true(length[0] < length[1]);
}

static void lengths_rise_with_the_version(void **state)
{
    (void)state;
    for_each_schema(check_lengths);
}

static void check_private(const struct schema *schema)
{
    static const char *const private[] = {"serial_number", "uuid", "asset_tag", "mac_address"};

    for (size_t i = 0; i < schema->count; i++)
        for (size_t k = 0; k < sizeof private / sizeof private[0]; k++)
            if (schema->fields[i].key && strstr(schema->fields[i].key, private[k]) &&
                !(schema->fields[i].flags & PRIVATE))
                failing(schema, &schema->fields[i], "is not marked private");
}

static void fields_that_name_a_machine_are_private(void **state)
{
    (void)state;
    for_each_schema(check_private);
}

/* ---- Structures of every length ---------------------------------------------------------------- */

/* Sees that what is opened is closed, and that every value can be read to its end. */
struct checker {
    int open;
    size_t values;
    unsigned sum;
};

static void check_value(void *context, const struct value *value)
{
    struct checker *checker = context;

    checker->values++;
    if (value->kind == VALUE_ARRAY_BEGIN || value->kind == VALUE_OBJECT_BEGIN)
        checker->open++;
    if (value->kind == VALUE_ARRAY_END || value->kind == VALUE_OBJECT_END)
        checker->open--;
    assert_true(checker->open >= 0);
    for (size_t i = 0; i < value->size; i++)
        checker->sum += value->bytes[i];
    if (value->text)
        checker->sum += (unsigned)strlen(value->text);
    if (value->kind == VALUE_ABSENT)
        assert_true(value->absent < 0);
}

/* A page after which reading faults. */
static uint8_t *guarded_page(size_t *size)
{
    long page = sysconf(_SC_PAGESIZE);
    uint8_t *bytes =
        mmap(NULL, 2 * (size_t)page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    assert_true(page > 0 && bytes != MAP_FAILED);
    assert_int_equal(mprotect(bytes + page, (size_t)page, PROT_NONE), 0);
    *size = (size_t)page;
    return bytes;
}

/* Decodes a structure whose last byte is the page's; without its strings' end it is cut there. */
static void decode_at_the_edge(uint8_t *page, size_t page_size, const struct schema *schema,
                               size_t length, uint8_t (*fill)(size_t), bool terminated,
                               uint32_t version)
{
    size_t size = length + (terminated ? 2 : 0);
    struct hwident_table table = {
        .bytes = page + page_size - size, .size = size, .version = version};
    struct hwident_structure s = {0};
    struct checker checker = {0};
    const struct sink sink = {check_value, &checker};
    uint8_t *bytes = page + page_size - size;

    for (size_t i = 0; i < length; i++)
        bytes[i] = fill(i);
    memset(bytes + length, 0, size - length);
    bytes[0] = schema->type;
    bytes[1] = (uint8_t)length;
    assert_int_equal(hwident_table_next(&table, &s), terminated ? 1 : HWIDENT_E_UNTERMINATED);
    schema_decode(schema, &table, &s, &sink);
    assert_int_equal(checker.open, 0);
}

static uint8_t fill_small(size_t at)
{
    return (uint8_t)(at * 7 % 11);
}

static uint8_t fill_any(size_t at)
{
    return (uint8_t)(at * 167 + 91);
}

static void decode_every_length(const struct schema *schema)
{
    static uint8_t (*const fills[])(size_t) = {fill_zeros, fill_ones, fill_small, fill_any};
    static const uint32_t versions[] = {0, HWIDENT_SMBIOS(2, 1), HWIDENT_SMBIOS(3, 9)};
    size_t size;
    uint8_t *page = guarded_page(&size);

    for (size_t length = 4; length <= LONGEST; length++)
        for (size_t i = 0; i < sizeof fills / sizeof fills[0]; i++)
            for (size_t v = 0; v < sizeof versions / sizeof versions[0]; v++) {
                decode_at_the_edge(page, size, schema, length, fills[i], true, versions[v]);
                decode_at_the_edge(page, size, schema, length, fills[i], false, versions[v]);
            }
    munmap(page, 2 * size);
}

static void no_structure_is_read_beyond_its_end(void **state)
{
    (void)state;
    for_each_schema(decode_every_length);
}

static void each_flag_has_a_bit_of_its_own(void **state)
{
    static const unsigned flags[] = {PRIVATE, INLINE, WHEN_FULL, NOT_QUIET,
                                     SIGNED,  LOWER,  HANDLE,    UUID};
    unsigned seen = 0;

    (void)state;
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        assert_int_equal(__builtin_popcount(flags[i]), 1);
        assert_int_equal(seen & flags[i], 0);
        seen |= flags[i];
    }
}

/* The keys of those values that bear a mark, in one string. */
struct marked {
    unsigned mark;
    char keys[64];
};

static void note_marked(void *context, const struct value *value)
{
    struct marked *marked = context;

    if (value->flags & marked->mark)
        (void)snprintf(marked->keys, sizeof marked->keys, "%s", value->key);
}

static void assert_marked(unsigned mark, const char *keys, uint8_t type, const void *data,
                          size_t size)
{
    struct marked marked = {.mark = mark};
    const struct sink sink = {.take = note_marked, .context = &marked};
    struct built one;

    build_one(&one, type, data, size, HWIDENT_SMBIOS(3, 8));
    schema_decode(schema_of(type), &one.table, &one.structure, &sink);
    assert_string_equal(marked.keys, keys);
}

static void uuids_and_handles_are_marked(void **state)
{
    (void)state;
    assert_marked(UUID, "uuid", 1,
                  BYTES(1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 6));
    assert_marked(HANDLE, "memory_array_mapped_address_handle", 20,
                  BYTES(0, 0, 0, 0, 0, 0, 0, 1, 0x11, 0x12, 0xFF, 0xFF, 0, 0, 0));
}

/* ---- What the text shows, and when ----------------------------------------------------------- */

static void a_field_beyond_the_length_has_no_value(void **state)
{
    (void)state;
    assert_values("wake_up_type=6 ", 1,
                  BYTES(1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 6));
    assert_text("System Information\n\tManufacturer: A\n\tProduct Name: B\n\tVersion: C\n"
                "\tSerial Number: D\n",
                1, BYTES(1, 2, 3, 4));
}

static void the_text_shows_a_field_from_its_versions_length_on(void **state)
{
    /* Length 0x18: the UUID is whole; dmidecode shows it from 0x19 on, with the wake-up type. */
    static const uint8_t with_uuid[] = {1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

    (void)state;
    assert_text("System Information\n\tManufacturer: A\n\tProduct Name: B\n\tVersion: C\n"
                "\tSerial Number: D\n",
                1, with_uuid, sizeof with_uuid);
    assert_values("uuid=09090909-0909-0909-0909-090909090909 ", 1, with_uuid, sizeof with_uuid);
}

static void a_uuid_is_ordered_by_the_version(void **state)
{
    static const uint8_t data[] = {0,    0, 0, 0,  0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77,
                                   0x66, 8, 9, 10, 11,   12,   13,   14,   15,   6};
    static const char head[] = "System Information\n\tManufacturer: Not Specified\n"
                               "\tProduct Name: Not Specified\n\tVersion: Not Specified\n"
                               "\tSerial Number: Not Specified\n\tUUID: %s\n"
                               "\tWake-up Type: Power Switch\n";
    char expected[512];

    (void)state;
    snprintf(expected, sizeof expected, head, "00112233-4455-6677-0809-0a0b0c0d0e0f");
    assert_text_of(HWIDENT_SMBIOS(2, 6), expected, 1, data, sizeof data);
    snprintf(expected, sizeof expected, head, "33221100-5544-7766-0809-0a0b0c0d0e0f");
    assert_text_of(HWIDENT_SMBIOS(2, 5), expected, 1, data, sizeof data);
    snprintf(expected, sizeof expected, head, "Unknown");
    assert_text_of(0, expected, 1, data, sizeof data);
}

static void strings_that_are_not_there_say_why(void **state)
{
    (void)state;
    assert_text("System Information\n\tManufacturer: <BAD INDEX>\n\tProduct Name: Not Specified\n"
                "\tVersion: A\n\tSerial Number: B\n",
                1, BYTES(6, 0, 1, 2));
    assert_values("manufacturer=- product_name=- version='A' ", 1, BYTES(6, 0, 1, 2));
}

static void sizes_are_in_the_largest_unit_that_is_whole(void **state)
{
    static const struct {
        uint64_t number;
        unsigned unit;
        const char *text;
    } cases[] = {
        {0, 0, "0 bytes"},       {0, 2, "0 MiB"},
        {1023, 0, "1023 bytes"}, {1024, 0, "1 KiB"},
        {1025, 0, "1025 bytes"}, {1536, 1, "1536 KiB"},
        {1048576, 0, "1 MiB"},   {UINT64_C(3) << 40, 0, "3 TiB"},
        {32773, 2, "32773 MiB"}, {UINT64_MAX, 0, "16383 PiB"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct line line = {0};

        line_size(&line, DIALECT_3_7, cases[i].number, cases[i].unit);
        assert_string_equal(line.text, cases[i].text);
    }
}

/* ---- Processors and memory: what their rows cannot say --------------------------------------- */

#define PROCESSOR(family, id0, id1, id2, id3, edx)                                                 \
    BYTES(0, 3, family, 1, id0, id1, id2, id3, edx, 0, 0, 0, 0, 0x8C, 0, 0, 0, 0, 0, 0, 0x41, 1)

static void signatures_are_read_as_the_family_says(void **state)
{
    (void)state;
    assert_values("signature={ type=0 family=6 model=142 stepping=9 } ", 4,
                  PROCESSOR(0xC6, 0xE9, 0x06, 0x08, 0x00, 1));
    assert_values("signature={ family=23 model=113 stepping=0 } ", 4,
                  PROCESSOR(0x6B, 0x10, 0x0F, 0x87, 0x00, 1));
    assert_values("signature={ type=0 family=4 model=3 stepping=5 } ", 4,
                  PROCESSOR(0x06, 0x35, 0x04, 0, 0, 1));
    assert_values("signature={ type=2 family=3 major_stepping=0 minor_stepping=8 } ", 4,
                  PROCESSOR(0x05, 0x08, 0x23, 0, 0, 1));
    assert_values("signature={ type=15 family=3 major_stepping=0 minor_stepping=8 } ", 4,
                  PROCESSOR(0x05, 0x08, 0xF3, 0, 0, 1));
    assert_values("processor_id=e906080001000000 processor_version=- ", 4,
                  PROCESSOR(0x02, 0xE9, 0x06, 0x08, 0x00, 1));
}

static void the_second_family_word_holds_what_the_byte_cannot(void **state)
{
    uint8_t data[0x2A - 4] = {0, 3, 0xFE, 0, 0x10, 0xD0, 0x0F, 0x41};

    (void)state;
    data[0x28 - 4] = 0x01;
    data[0x29 - 4] = 0x01;
    assert_values("processor_family=257 ", 4, data, sizeof data);
    assert_values("signature={ implementor=65 variant=0 architecture=15 part=3329 revision=0 } ", 4,
                  data, sizeof data);
    data[0x27 - 4] = 0x02;
    assert_values(
        "signature={ jep106_bank=65 jep106_manufacturer=15 soc_id=53264 soc_revision=0 } ", 4, data,
        sizeof data);
}

static void counts_of_255_are_in_the_word(void **state)
{
    uint8_t data[0x30 - 4] = {0, 3, 2};

    (void)state;
    data[0x23 - 4] = data[0x24 - 4] = data[0x25 - 4] = 0xFF;
    data[0x2B - 4] = 1;
    assert_values("core_count=256 core_enabled=0 thread_count=0 ", 4, data, sizeof data);
    assert_values("core_count=255 core_enabled=255 thread_count=255 ", 4, data, 0x2A - 4);
}

static void memory_sizes_spill_into_the_extended_field(void **state)
{
    uint8_t data[0x22 - 4] = {0};

    (void)state;
    assert_values("size_bytes=- ", 17, data, sizeof data);
    data[0x0C - 4] = 0x10;
    assert_values("size_bytes=16777216 ", 17, data, sizeof data);
    data[0x0D - 4] = 0x80;
    assert_values("size_bytes=16384 ", 17, data, sizeof data);
    data[0x0C - 4] = 0xFF;
    data[0x0D - 4] = 0x7F;
    data[0x1D - 4] = 0x80;
    assert_values("size_bytes=34359738368 ", 17, data, sizeof data);
    assert_values("size_bytes=34358689792 ", 17, data, 0x1B - 4);
}

static void an_empty_slot_shows_only_the_slot(void **state)
{
    uint8_t data[0x1B - 4] = {0};

    (void)state;
    data[0x17 - 4] = 1;
    assert_text("Memory Device\n\tArray Handle: 0x0000\n\tError Information Handle: 0x0000\n"
                "\tTotal Width: Unknown\n\tData Width: Unknown\n\tSize: No Module Installed\n"
                "\tForm Factor: <OUT OF SPEC>\n\tSet: None\n\tLocator: Not Specified\n"
                "\tBank Locator: Not Specified\n\tType: <OUT OF SPEC>\n\tType Detail: None\n",
                17, data, sizeof data);
    assert_values("manufacturer='A' ", 17, data, sizeof data);
}

static void ranges_that_do_not_fit_are_extended(void **state)
{
    uint8_t data[0x1F - 4] = {0xFF, 0xFF, 0xFF, 0xFF};

    (void)state;
    data[0x13 - 4] = 1;
    data[0x17 - 4] = 0xFF;
    data[0x1B - 4] = 2;
    assert_values("starting_address=0x0000000100000000 ending_address=0x00000002000000FF "
                  "range_size_bytes=4294967552 ",
                  19, data, sizeof data);
    assert_values("starting_address=0x000003FFFFFFFC00 ending_address=0x00000000000003FF "
                  "range_size_bytes=- ",
                  19, data, 0x0F - 4);
}

static void chassis_elements_come_before_the_sku(void **state)
{
    uint8_t data[0x18 - 4] = {0};

    (void)state;
    data[0x13 - 4] = 1;
    data[0x14 - 4] = 3;
    data[0x15 - 4] = 0x91;
    data[0x17 - 4] = 2;
    assert_values("contained_elements=[ { structure_type=17 minimum=0 maximum=2 } ] ", 3, data,
                  sizeof data);
    data[0x14 - 4] = 2;
    assert_values("contained_elements=[ ] sku_number='B' ", 3, data, sizeof data);
    data[0x13 - 4] = 0;
    data[0x15 - 4] = 1;
    data[0x16 - 4] = 1;
    assert_values("contained_elements=[ ] sku_number='A' ", 3, data, sizeof data);
}

static void bytes_after_an_older_chassis_are_not_a_rack(void **state)
{
    static const struct {
        uint32_t version;
        bool rack;
    } cases[] = {{0, false},
                 {HWIDENT_SMBIOS(2, 7), false},
                 {HWIDENT_SMBIOS(3, 8), false},
                 {HWIDENT_SMBIOS(3, 9), true}};
    const uint8_t data[0x18 - 4] = {[0x15 - 4] = 1, [0x16 - 4] = 1, [0x17 - 4] = 2};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = values_of(VENDOR_OTHER, cases[i].version, 3, data, sizeof data);

        assert_non_null(strstr(text, "sku_number='A'"));
        assert_int_equal(strstr(text, "rack_type=1 rack_height=2") != NULL, cases[i].rack);
        free(text);
    }
}

static void a_release_of_ff_is_absent(void **state)
{
    uint8_t data[0x18 - 4] = {0};

    (void)state;
    data[0x14 - 4] = 2;
    data[0x15 - 4] = 3;
    data[0x17 - 4] = 0xFF;
    assert_values("platform_firmware_release=2.3 embedded_controller_firmware_release=- ", 0, data,
                  sizeof data);
    data[0x14 - 4] = 0xFF;
    assert_values("platform_firmware_release=- ", 0, data, sizeof data);
}

static void a_risc_v_block_is_read_and_others_are_bytes(void **state)
{
    uint8_t data[0x08 + 0x6E - 4] = {4, 0, 0x6E, 7, 0, 1, 0x6E};

    (void)state;
    data[0x08 + 0x44 - 4] = 0x05;
    data[0x08 + 0x6D - 4] = 2;
    assert_values("specific_data={ revision=0x0100 hart_id=", 44, data, sizeof data);
    assert_values("instruction_set=[ <A> <C> ] ", 44, data, sizeof data);
    assert_values("user_register_width=2 } ", 44, data, sizeof data);
    assert_values("processor_type=2 specific_data=aabb ", 44, BYTES(4, 0, 2, 2, 0xAA, 0xBB));
}

static void a_loongarch_block_is_read(void **state)
{
    uint8_t data[0x08 + 0x28 - 4] = {4, 0, 0x28, 0x0A, 0, 1, 0x28};

    (void)state;
    data[0x08 + 0x24 - 4] = 0x05;
    assert_values("specific_data={ revision=0x0100 machine_vendor_id=", 44, data, sizeof data);
    assert_values("isa_extensions=[ <FPE> <ASXE> ] } ", 44, data, sizeof data);
}

/* ---- Keywords against rows --------------------------------------------------------------------- */

static size_t read_dump(const char *file, uint8_t *bytes, size_t size)
{
    FILE *in = fopen(file, "rb");
    size_t got;

    assert_non_null(in);
    got = fread(bytes, 1, size, in);
    fclose(in);
    return got;
}

/* What dmidecode has words for where a value is absent. */
static bool is_word(const char *text)
{
    static const char *const words[] = {"Not Specified",
                                        "<BAD INDEX>",
                                        "Not Present",
                                        "Not Settable",
                                        "<OUT OF SPEC>",
                                        "Unknown",
                                        ""};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

static void check_keyword(const struct hwident_table *table, const char *keyword, const char *file)
{
    const struct keyword *k = keyword_find(keyword);
    struct hwident_structure s = {0};
    char plain[4096], *row;
    size_t length;
    int err = hwident_table_get(table, keyword, HWIDENT_UUID_SPEC, plain, sizeof plain, NULL);
    struct page page;
    FILE *out;

    if (hwident_table_find(table, k->type, &s) != 1) {
        assert_true(err < 0);
        return;
    }
    out = open_memstream(&row, &length);
    page_begin(&page, out);
    text_value(&page, table, &s, k->offset);
    page_flush(&page);
    fclose(out);
    if (length > 0)
        row[length - 1] = '\0';
    if (err ? !is_word(row) : strcmp(row, plain) != 0)
        fail_msg("%s: %s: '%s' by keyword, '%s' by row", file, keyword, err ? "absent" : plain,
                 row);
    free(row);
}

static void keywords_and_rows_say_the_same(void **state)
{
    static uint8_t bytes[HWIDENT_TABLE_MAX_32 + 32];
    char pattern[PATH_MAX];
    glob_t files;
    size_t tables = 0;

    (void)state;
    assert_int_equal(glob("testdata/*.bin", 0, NULL, &files), 0);
    if (getenv("HWIDENT_DUMPS")) {
        (void)snprintf(pattern, sizeof pattern, "%s/*.bin", getenv("HWIDENT_DUMPS"));
        (void)glob(pattern, GLOB_APPEND, NULL, &files);
    }
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t size = read_dump(files.gl_pathv[i], bytes, sizeof bytes);
        struct hwident_entry_point ep;
        struct hwident_table table;

        if (hwident_entry_point_parse(bytes, size < 32 ? size : 32, &ep) || ep.table_address > size)
            continue;
        hwident_table_init(&table, bytes + ep.table_address, size - (size_t)ep.table_address, &ep);
        for (size_t k = 0; hwident_keyword(k); k++)
            check_keyword(&table, hwident_keyword(k), files.gl_pathv[i]);
        tables++;
    }
    globfree(&files);
    assert_true(tables > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_type_is_found_under_its_number),
        cmocka_unit_test(rows_rise_by_offset),
        cmocka_unit_test(rows_fit_into_their_structure),
        cmocka_unit_test(keys_are_snake_case_and_unique),
        cmocka_unit_test(lengths_rise_with_the_version),
        cmocka_unit_test(fields_that_name_a_machine_are_private),
        cmocka_unit_test(no_structure_is_read_beyond_its_end),
        cmocka_unit_test(each_flag_has_a_bit_of_its_own),
        cmocka_unit_test(uuids_and_handles_are_marked),
        cmocka_unit_test(a_field_beyond_the_length_has_no_value),
        cmocka_unit_test(the_text_shows_a_field_from_its_versions_length_on),
        cmocka_unit_test(a_uuid_is_ordered_by_the_version),
        cmocka_unit_test(strings_that_are_not_there_say_why),
        cmocka_unit_test(sizes_are_in_the_largest_unit_that_is_whole),
        cmocka_unit_test(signatures_are_read_as_the_family_says),
        cmocka_unit_test(the_second_family_word_holds_what_the_byte_cannot),
        cmocka_unit_test(counts_of_255_are_in_the_word),
        cmocka_unit_test(memory_sizes_spill_into_the_extended_field),
        cmocka_unit_test(an_empty_slot_shows_only_the_slot),
        cmocka_unit_test(ranges_that_do_not_fit_are_extended),
        cmocka_unit_test(chassis_elements_come_before_the_sku),
        cmocka_unit_test(bytes_after_an_older_chassis_are_not_a_rack),
        cmocka_unit_test(a_release_of_ff_is_absent),
        cmocka_unit_test(a_risc_v_block_is_read_and_others_are_bytes),
        cmocka_unit_test(a_loongarch_block_is_read),
        cmocka_unit_test(keywords_and_rows_say_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
