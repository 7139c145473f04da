/*
 * What every row makes of its values, and every table of names of its codes, line by line as
 * schema_listing.txt has it: the names of all codes, each bit, the edges of each number, the length
 * from which on a field is shown, and what versions and dialects change. After a change that was meant,
 * `build/tests/unit/test_schema_listing tests/unit/schema_listing.txt` writes the file anew; what
 * differs is to be held against the specification.
 * SPDX-License-Identifier: MIT
 */
#include "schema_listing.h"

#include "smbios/keyword.h"

#define LISTING "tests/unit/schema_listing.txt"

enum { STRINGS = 255, BEHIND = 2, REPEATS = 16, CODES = 0x400 };

/* ---- Structures ----------------------------------------------------------------------------- */

static uint8_t fill_places(size_t at)
{
    return (uint8_t)at;
}

/* What the bytes behind the header are. */
static const struct {
    const char *name;
    uint8_t (*byte)(size_t);
} fills[] = {{"places", fill_places}, {"zeros", fill_zeros}, {"ones", fill_ones}};

enum { FILLS = sizeof fills / sizeof fills[0] };

/* A set with a string for every number, and its end; made once, since it is used often. */
static const char *string_set(size_t *size)
{
    static char set[STRINGS * 5 + 1];
    static size_t used;

    if (used == 0)
        for (unsigned i = 1; i <= STRINGS; i++)
            used += (size_t)sprintf(set + used, "s%u", i) + 1;
    *size = used + 1;
    return set;
}

/* A structure of that length. */
static void fill(struct built *one, const struct schema *schema, size_t length,
                 uint8_t (*byte)(size_t))
{
    struct builder *b = &one->builder;
    size_t size;
    const char *strings = string_set(&size);

    for (size_t i = 0; i < length; i++)
        b->bytes[i] = byte(i);
    b->bytes[0] = schema->type;
    b->bytes[1] = (uint8_t)length;
    memcpy(b->bytes + length, strings, size);
    b->size = length + size;
    one->structure = (struct hwident_structure){0};
    one->table = build_table(b, HWIDENT_SMBIOS(3, 8));
    assert_int_equal(hwident_table_next(&one->table, &one->structure), 1);
}

/* With all rows, and a word that some of them are continued in. */
static size_t whole_length(const struct schema *schema)
{
    size_t length = HEADER;

    for (size_t i = 0; i < schema->count; i++) {
        size_t end = (size_t)schema->fields[i].offset + schema->fields[i].width;

        length = end > length ? end : length;
    }
    return length + BEHIND;
}

/* ---- One row with one value ----------------------------------------------------------------- */

/* Sets the row's bits: those of its mask, or all. */
static void store(struct built *one, const struct field *row, uint64_t value)
{
    uint64_t mask = row->mask ? row->mask : UINT64_MAX;

    while ((mask & 1) == 0) {
        mask >>= 1;
        value <<= 1;
    }
    for (size_t i = 0; i < row->width && i < sizeof value; i++)
        one->builder.bytes[row->offset + i] = (uint8_t)(value >> 8 * i);
}

static char *emitted(const struct schema *schema, const struct field *row, struct built *one,
                     enum dialect dialect)
{
    char *text = taken(schema, row, one, dialect);
    size_t size = strlen(text);

    if (size > 0)
        text[size - 1] = '\0'; /* the blank behind the last one */
    return text;
}

/* ---- Which values --------------------------------------------------------------------------- */

/* A row that is being printed, and what was printed of it: nothing twice. */
struct printing {
    FILE *out;
    const struct schema *schema;
    const struct field *row;
    char *printed[0x1000];
    size_t count;
};

static bool is_new(struct printing *p, const char *text)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->printed[i], text) == 0)
            return false;
    assert_true(p->count < sizeof p->printed / sizeof p->printed[0]);
    p->printed[p->count++] = strdup(text);
    return true;
}

/* One value over that filling, with the words of dmidecode 3.6 where they differ. */
static void print_value(struct printing *p, uint8_t (*byte)(size_t), uint64_t value)
{
    struct built one;
    char *now, *older;

    fill(&one, p->schema, whole_length(p->schema), byte);
    store(&one, p->row, value);
    now = emitted(p->schema, p->row, &one, DIALECT_3_7);
    older = emitted(p->schema, p->row, &one, DIALECT_3_6);
    if (is_new(p, now))
        fprintf(p->out, "\t%02" PRIX64 " %s%s%s\n", value, now,
                strcmp(now, older) != 0 ? " | 3.6: " : "", strcmp(now, older) != 0 ? older : "");
    free(older);
    free(now);
}

/* Those that have a name, and one that has none. */
static void print_codes(struct printing *p)
{
    const struct names *names = p->row->names;

    for (uint64_t code = 0; code < (p->row->width > 1 ? CODES : 0x100); code++)
        if (!names || names_find(names, code) || names_find_older(names, code) || code == 0xFF)
            print_value(p, fill_zeros, code);
}

static unsigned bits_of(const struct field *row)
{
    if (row->mask)
        return (unsigned)__builtin_popcountll(row->mask);
    return row->width < 8 ? 8U * row->width : 64;
}

static void print_bits(struct printing *p, uint8_t (*byte)(size_t))
{
    for (unsigned bit = 0; bit < bits_of(p->row); bit++)
        print_value(p, byte, (uint64_t)1 << bit);
}

/* Nothing, the edges of the sign and of all, and bytes that differ; of strings two are enough. */
static void print_edges(struct printing *p, uint8_t (*byte)(size_t))
{
    const size_t count = p->row->kind == FIELD_STRING ? 2 : 7;
    const unsigned spare = (64 - bits_of(p->row)) % 64; /* a row without width: none */
    uint64_t all = UINT64_MAX >> spare, top = all - all / 2;
    const uint64_t values[] = {0, 1, top - 1, top, all - 1, all, 0x8796A5B4C3D2E1F0 >> spare};

    for (size_t i = 0; i < count; i++)
        print_value(p, byte, values[i]);
}

/* What functions decide by: powers of two and round numbers, and what is beside them. */
static void print_more_edges(struct printing *p, uint8_t (*byte)(size_t))
{
    static const uint16_t values[] = {2,  3,   0x1F, 0x20, 0x21, 0x7C, 0x7D, 0x7E, 0xFD,
                                      99, 100, 1000, 1005, 1050, 1200, 1350, 9900, 0xFF00};

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (p->row->width > 1 || values[i] <= UINT8_MAX)
            print_value(p, byte, values[i]);
}

/* Those that stand for something else, and what is beside them. */
static void print_words(struct printing *p)
{
    for (const struct word *word = p->row->words; word && word->text; word++)
        for (uint64_t step = 0; step < 3; step++)
            print_value(p, fill_zeros, word->value + step - 1);
}

/* Of a row with a mask, what each bit of its bytes says alone, where that is not what none says. */
static void print_masked(struct printing *p)
{
    struct built one;
    char *none, *alone;

    fill(&one, p->schema, whole_length(p->schema), fill_zeros);
    none = emitted(p->schema, p->row, &one, DIALECT_3_7);
    for (unsigned bit = 0; p->row->mask && bit < 8U * p->row->width; bit++) {
        one.builder.bytes[p->row->offset + bit / 8] ^= (uint8_t)(1 << bit % 8);
        alone = emitted(p->schema, p->row, &one, DIALECT_3_7);
        one.builder.bytes[p->row->offset + bit / 8] ^= (uint8_t)(1 << bit % 8);
        if (strcmp(alone, none) != 0)
            fprintf(p->out, "\tbit %u %s\n", bit, alone);
        free(alone);
    }
    free(none);
}

static void print_row(FILE *out, const struct schema *schema, const struct field *row)
{
    static struct printing p;

    p = (struct printing){.out = out, .schema = schema, .row = row};
    fprintf(out, "-- 0x%02X, %u: %s (%s)%s\n", row->offset, row->width,
            row->label ? row->label : "", row->key ? row->key : "",
            row->flags & PRIVATE ? " private" : "");
    if (row->kind == FIELD_ENUM || row->kind == FIELD_FLAG)
        print_codes(&p);
    else
        print_edges(&p, fill_zeros);
    print_words(&p);
    print_masked(&p);
    if (row->kind == FIELD_BITS || row->kind == FIELD_CUSTOM)
        print_bits(&p, fill_zeros);
    if (row->kind == FIELD_CUSTOM && row->names)
        print_codes(&p);
    for (size_t i = 0; row->kind == FIELD_CUSTOM && i < FILLS; i++) {
        print_edges(&p, fills[i].byte);
        print_more_edges(&p, fills[i].byte);
    }
    while (p.count > 0)
        free(p.printed[--p.count]);
}

/* ---- Lengths -------------------------------------------------------------------------------- */

/* Whose words are shown, and of which version. */
struct way {
    const char *name;
    struct text_options options;
    uint32_t version;
};

static const struct way ways[] = {
    {"usual", {0}, HWIDENT_SMBIOS(3, 8)},
    {"for -q", {.quiet = true}, HWIDENT_SMBIOS(3, 8)},
    {"as dmidecode", {.as_dmidecode = true}, HWIDENT_SMBIOS(3, 8)},
    {"in the words of 3.6", {.dialect = DIALECT_3_6}, HWIDENT_SMBIOS(3, 8)},
    {"of no version", {0}, 0},
    {"of 2.2", {0}, HWIDENT_SMBIOS(2, 2)},
    {"of 2.3", {0}, HWIDENT_SMBIOS(2, 3)},
    {"of 2.5", {0}, HWIDENT_SMBIOS(2, 5)},
    {"of 2.6", {0}, HWIDENT_SMBIOS(2, 6)},
    {"of 2.7", {0}, HWIDENT_SMBIOS(2, 7)},
    {"of 3.1", {0}, HWIDENT_SMBIOS(3, 1)},
    {"of 3.2", {0}, HWIDENT_SMBIOS(3, 2)},
    {"of 3.9", {0}, HWIDENT_SMBIOS(3, 9)},
};

enum { WAYS = sizeof ways / sizeof ways[0] };

static struct look look_at(const struct schema *schema, enum vendor vendor, size_t length,
                           const struct way *way, uint8_t (*byte)(size_t))
{
    struct text_options options = way->options;
    struct built one;

    options.vendor = vendor;
    fill(&one, schema, length, byte);
    one.table.version = way->version;
    return look_of(&one, schema, &options);
}

static void print_lengths(FILE *out, const struct schema *schema, enum vendor vendor)
{
    struct look before = {strdup(""), strdup("")};

    if (schema->lengths)
        fprintf(out, "-- oldest length 0x%02X\n", schema->lengths[0]);
    for (size_t length = HEADER; length <= whole_length(schema) + REPEATS; length++)
        print_length(out, length, look_at(schema, vendor, length, &ways[0], fill_places), &before);
    look_away(&before);
}

/* `usual` is how these bytes are shown else; what is as in the way before is left out. */
static void print_ways(FILE *out, const struct schema *schema, enum vendor vendor, size_t filled,
                       const struct look *usual)
{
    size_t length = whole_length(schema) + REPEATS;
    struct look before = {strdup(usual->text), strdup(usual->values)};

    for (size_t i = 1; i < WAYS; i++) {
        struct look look = look_at(schema, vendor, length, &ways[i], fills[filled].byte);

        if (is_other(&look, &before)) {
            fprintf(out, "-- %s, %s\n", fills[filled].name, ways[i].name);
            print_other(out, &look, usual);
        }
        look_away(&before);
        before = look;
    }
    look_away(&before);
}

static void print_fills(FILE *out, const struct schema *schema, enum vendor vendor)
{
    size_t length = whole_length(schema) + REPEATS;

    for (size_t i = 0; i < FILLS; i++) {
        struct look look = look_at(schema, vendor, length, &ways[0], fills[i].byte);

        if (i > 0)
            fprintf(out, "-- %s\n%s\n= %s\n", fills[i].name, look.text, look.values);
        print_ways(out, schema, vendor, i, &look);
        look_away(&look);
    }
}

/* ---- All of them ---------------------------------------------------------------------------- */

static void print_schema(FILE *out, const struct schema *schema, enum vendor vendor)
{
    static const char *const vendors[] = {[VENDOR_ACER] = " (Acer)",
                                          [VENDOR_DELL] = " (Dell)",
                                          [VENDOR_HP_GEN9] = " (HP)",
                                          [VENDOR_LENOVO] = " (Lenovo)"};

    fprintf(out, "\n==== %u %s%s\n", schema->type, schema->title,
            vendors[vendor] ? vendors[vendor] : "");
    print_lengths(out, schema, vendor);
    print_fills(out, schema, vendor);
    for (size_t i = 0; i < schema->count; i++)
        print_row(out, schema, &schema->fields[i]);
}

/* ---- Names that no row has ------------------------------------------------------------------ */

/* A processor of that family, of the bytes that are their places. */
static void fill_family(struct built *one, const struct schema *schema, unsigned code)
{
    fill(one, schema, whole_length(schema), fill_places);
    one->builder.bytes[0x06] = code < 0xFE ? (uint8_t)code : 0xFE;
    one->builder.bytes[0x28] = (uint8_t)code;
    one->builder.bytes[0x29] = (uint8_t)(code >> 8);
}

static const struct field *row_of(const struct schema *schema, const char *key)
{
    const struct field *row = schema->fields;

    while (row->key == NULL || strcmp(row->key, key) != 0)
        row++;
    return row;
}

/* By keyword; what only the second, wider field can hold stands there. */
static void print_families(FILE *out)
{
    const struct schema *schema = schema_of(4);

    fputs("\n==== Processor families, and what their signature is\n", out);
    for (unsigned code = 0; code < CODES; code++) {
        struct built one;
        char text[64], *parts;

        fill_family(&one, schema, code);
        parts = emitted(schema, row_of(schema, "signature"), &one, DIALECT_3_7);
        if (hwident_table_get(&one.table, "processor-family", HWIDENT_UUID_LE, text, sizeof text))
            memcpy(text, "-", 2);
        if (text[0] != '-' || *parts)
            fprintf(out, "%02X %s: %s\n", code, text, *parts ? parts : "none");
        free(parts);
    }
}

static void print_cpuid_flags(FILE *out)
{
    enum { XEON = 0xB3 };
    const struct schema *schema = schema_of(4);
    const struct field *row = row_of(schema, "cpuid_flags");

    fputs("\n==== Flags of CPUID\n", out);
    for (unsigned bit = 0; bit < 32; bit++) {
        struct built one;
        char *flags;

        fill_family(&one, schema, XEON);
        for (unsigned i = 0; i < 4; i++)
            one.builder.bytes[row->offset + i] = (uint8_t)((1U << bit) >> 8 * i);
        flags = emitted(schema, row, &one, DIALECT_3_7);
        fprintf(out, "%u %s\n", bit, flags);
        free(flags);
    }
}

static void print_structure_types(FILE *out)
{
    fputs("\n==== Structure types\n", out);
    for (unsigned type = 0; type < 256; type++)
        if (names_find(&names_structure_type, type))
            fprintf(out, "%u %s\n", type, names_find(&names_structure_type, type));
}

static void print_keyword(FILE *out, const char *keyword)
{
    const uint8_t type = keyword_find(keyword)->type;
    struct built one;
    char text[64];
    int err;

    fill(&one, schema_of(type), whole_length(schema_of(type)), fill_places);
    err = hwident_table_get(&one.table, keyword, HWIDENT_UUID_SPEC, text, sizeof text);
    fprintf(out, "%s: type %u, %s\n", keyword, type, err ? hwident_error_tag(err) : text);
}

/* Over structures whose bytes are their places. */
static void print_keywords(FILE *out)
{
    fputs("\n==== Keywords\n", out);
    for (size_t i = 0; hwident_keyword(i); i++) {
        print_keyword(out, hwident_keyword(i));
        if (hwident_keyword_sysfs(i))
            print_keyword(out, hwident_keyword_sysfs(i));
    }
}

static void print_errors(FILE *out)
{
    fputs("\n==== Errors, with the exit codes\n", out);
    for (int err = 1; err > -120; err--)
        fprintf(out, "%d %s %d %s\n", err, hwident_error_tag(err), hwident_error_exit(err),
                hwident_error_text(err));
}

static void print_all(FILE *out)
{
    for (unsigned type = 0; type < 256; type++)
        if (schema_of((uint8_t)type))
            print_schema(out, schema_of((uint8_t)type), VENDOR_OTHER);
    for (unsigned vendor = 0; vendor <= VENDOR_LENOVO; vendor++)
        for (size_t i = 0; schema_of_vendor((enum vendor)vendor, i); i++)
            if (vendor != VENDOR_HP && vendor != VENDOR_HPE) /* generation 9 has them all */
                print_schema(out, schema_of_vendor((enum vendor)vendor, i), (enum vendor)vendor);
    print_families(out);
    print_cpuid_flags(out);
    print_structure_types(out);
    print_keywords(out);
    print_errors(out);
}

static void every_row_is_as_listed(void **state)
{
    (void)state;
    assert_listed(LISTING, print_all);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_as_listed),
    };

    if (argc > 1)
        return listing_main(argv[1], print_all);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
