/*
 * What every row makes of its values, and every table of names of its codes, line by line as
 * schema_listing.txt has it: the names of all codes, each bit, the edges of each number, and the
 * length from which on a field is shown. After a change that was meant,
 * `build/tests/unit/test_schema_listing tests/unit/schema_listing.txt` writes the file anew; what
 * differs is to be held against the specification.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

#include "smbios/keyword.h"

#define LISTING "tests/unit/schema_listing.txt"

enum { STRINGS = 255, HEADER = 4, BEHIND = 2, REPEATS = 16, CODES = 0x400 };

/* ---- Structures ----------------------------------------------------------------------------- */

static uint8_t fill_places(size_t at)
{
    return (uint8_t)at;
}

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

/* The value as both outputs have it: for JSON, and where the text says something else that too. */
static void take(void *context, const struct value *value)
{
    FILE *out = context;

    if (value->kind == VALUE_REMARK) {
        fprintf(out, "(%s: %s) ", value->label ? value->label : "", value->text);
        return;
    }
    record(out, value);
    if (value->text && value->kind != VALUE_STRING && value->kind != VALUE_TEXT &&
        value->kind != VALUE_NAME)
        fprintf(out, "\"%s\" ", value->text);
    if (value->kind == VALUE_ABSENT)
        fprintf(out, "%s ", hwident_error_tag(value->absent));
}

static void printable(char *text)
{
    for (; *text; text++)
        if (*text < 0x20 || *text > 0x7E)
            *text = '.';
}

static char *emitted(const struct schema *schema, const struct field *row, struct built *one,
                     enum dialect dialect)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    const struct sink sink = {take, out, dialect};

    assert_non_null(out);
    schema_field(schema, row, &one->table, &one->structure, &sink);
    fclose(out);
    if (size > 0)
        text[size - 1] = '\0'; /* the blank behind the last one */
    printable(text);
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
    static const uint16_t values[] = {2,    3,  0x1F, 0x20, 0x21, 0x7C, 0x7D, 0x7E,
                                      0xFD, 99, 100,  1000, 1200, 1350, 9900, 0xFF00};

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (p->row->width > 1 || values[i] <= UINT8_MAX)
            print_value(p, byte, values[i]);
}

static void print_row(FILE *out, const struct schema *schema, const struct field *row)
{
    static uint8_t (*const fills[])(size_t) = {fill_zeros, fill_places, fill_ones};
    static struct printing p;

    p = (struct printing){.out = out, .schema = schema, .row = row};
    fprintf(out, "-- 0x%02X, %u: %s (%s)%s\n", row->offset, row->width,
            row->label ? row->label : "", row->key ? row->key : "",
            row->flags & PRIVATE ? " private" : "");
    if (row->kind == FIELD_ENUM || row->kind == FIELD_FLAG)
        print_codes(&p);
    else
        print_edges(&p, fill_zeros);
    if (row->kind == FIELD_BITS || row->kind == FIELD_CUSTOM)
        print_bits(&p, fill_zeros);
    if (row->kind == FIELD_CUSTOM && row->names)
        print_codes(&p);
    for (size_t i = 0; row->kind == FIELD_CUSTOM && i < sizeof fills / sizeof fills[0]; i++) {
        print_edges(&p, fills[i]);
        print_more_edges(&p, fills[i]);
    }
    while (p.count > 0)
        free(p.printed[--p.count]);
}

/* ---- Lengths -------------------------------------------------------------------------------- */

static char *shown(const struct schema *schema, enum vendor vendor, size_t length)
{
    const struct text_options options = {.vendor = vendor};
    struct built one;
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct page page;

    assert_non_null(out);
    page_begin(&page, out);
    fill(&one, schema, length, fill_places);
    text_fields(&page, &one.table, &one.structure, &options);
    page_flush(&page);
    fclose(out);
    return text;
}

/* The lines of `text` that `before` has not. */
static void print_new_lines(FILE *out, const char *text, const char *before)
{
    while (*text) {
        int size = (int)strcspn(text, "\n") + 1;
        char *line = strndup(text, (size_t)size);

        if (!strstr(before, line))
            fprintf(out, "%s", line);
        free(line);
        text += size;
    }
}

static void print_lengths(FILE *out, const struct schema *schema, enum vendor vendor)
{
    char *before = strdup("");

    for (size_t length = HEADER; length <= whole_length(schema) + REPEATS; length++) {
        char *text = shown(schema, vendor, length);

        if (strcmp(text, before) != 0) {
            fprintf(out, "-- length 0x%02zX\n", length);
            print_new_lines(out, text, before);
        }
        free(before);
        before = text;
    }
    free(before);
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
    for (size_t i = 0; i < schema->count; i++)
        print_row(out, schema, &schema->fields[i]);
}

/* ---- Parts that repeat, and fields that others give their meaning ------------------------------- */

/*
 * One structure's bytes behind the header. From `from` up to `to` each is changed: at `codes` to all
 * values, elsewhere to a few.
 */
struct base {
    const char *name;
    uint8_t type;
    uint8_t from, to;
    uint8_t codes[4];
    uint8_t size;
    uint8_t data[200];
};

static const struct base bases[] = {
    {"elements of a chassis",
     3,
     0x13,
     0x1E,
     {0x15, 0x18},
     26,
     {[15] = 2, 3, 3, 1, 2, 0x91, 1, 2, 1, 1, 2}},
    {"an Intel processor", 4, 0x08, 0x10, {0}, 44, {[2] = 0xB3}},
    {"an ARM processor", 4, 0x08, 0x10, {0}, 44, {[2] = 0xFE, [36] = 0x01, 0x01}},
    {"devices on board", 10, 0x04, 0x08, {0x04, 0x06}, 4, {0x83, 1, 0x05, 2}},
    {"a group", 14, 0x05, 0x0B, {0x05}, 7, {1, 17, 0x11, 0, 4, 0x12, 0}},
    {"an event log", 15, 0x0A, 0x1B, {0x0A, 0x17, 0x18}, 23, {[17] = 2, 2, 1, 1, 2, 3}},
    {"a boot", 32, 0x0A, 0x0B, {0x0A}, 9, {[6] = 1}},
    {"a memory channel", 37, 0x06, 0x0D, {0}, 9, {3, 9, 2, 4, 0x11, 0, 5, 0x12, 0}},
    {"additional information",
     40,
     0x04,
     0x13,
     {0},
     15,
     {2, 6, 0x11, 0, 5, 1, 7, 8, 0x12, 0, 6, 2, 1, 2, 3}},
    {"a host interface by PCI",
     42,
     0x04,
     0x10,
     {0x04, 0x06},
     12,
     {0x40, 9, 3, 0xEC, 0x10, 0x68, 0x81, 0x70, 0x74, 0x68, 0x34}},
    {"a host interface by USB",
     42,
     0x05,
     0x18,
     {0x06},
     20,
     {0x40, 17, 4, 17, 0x28, 0x0D, 4, 2, 1, 0x72, 0x45, 0x77, 0xAA, 0xF7, 0x87, 1, 0, 0xFF, 0xFE}},
    {"a host interface by PCI, second version",
     42,
     0x05,
     0x1F,
     {0x06},
     27,
     {0x40, 24, 5, 24, 1, 2, 3, 4,    5,    6, 7, 8,    0,
      1,    2,  3, 4,  5, 0, 0, 0x3B, 0x11, 1, 0, 0x34, 0x12}},
    {"Redfish over a host interface",
     42,
     0x09,
     0x6F,
     {0x20, 0x21, 0x43},
     107,
     {0x40, 5,          2,   0x6B,     4,   0xB0,        0xFF, 2,        3,           0,   4,
      94,   1,          2,   3,        4,   5,           6,    7,        8,           9,   10,
      11,   12,         13,  14,       15,  16,          1,    1,        [30] = 169,  254, 0,
      17,   [46] = 255, 255, [62] = 3, 2,   [64] = 0xFE, 0x80, [79] = 1, [96] = 0xBB, 1,   7,
      0,    0,          0,   3,        'h', 'o',         's'}},
    {"a RISC-V hart", 44, 0x06, 0x78, {0x07, 0x50, 0x71}, 116, {4, 0, 0x6E, 7, 0, 1, 0x6E}},
    {"a slot with peers", 9, 0x09, 0x22, {0x1F, 0x21}, 30, {1, 0xBE, 8, 4, 4, 3,    7, 0, 0, 0, 0,
                                                            1, 0xFF, 8, 2, 5, 0,    2, 8, 4, 1, 0,
                                                            3, 0x10, 8, 5, 8, 0x14, 8, 3}},
};

static char *recorded(const struct base *base, size_t at, uint8_t value)
{
    struct built one;
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    const struct sink sink = {take, out, DIALECT_3_7};

    assert_non_null(out);
    build_one(&one, base->type, base->data, base->size, HWIDENT_SMBIOS(3, 8));
    one.builder.bytes[at] = value;
    schema_decode(schema_of(base->type), &one.table, &one.structure, &sink);
    fclose(out);
    printable(text);
    return text;
}

/* What of `now` is not as in `before`, in whole words. */
static char *difference(const char *before, const char *now)
{
    size_t start = 0, tail = 0, size = strlen(now), old = strlen(before);

    while (now[start] && now[start] == before[start])
        start++;
    while (start > 0 && now[start - 1] != ' ')
        start--;
    while (tail < size - start && tail < old - start &&
           now[size - tail - 1] == before[old - tail - 1])
        tail++;
    while (tail > 0 && now[size - tail] != ' ')
        tail--;
    return strndup(now + start, size - tail - start);
}

/* Whether they are the same but for digits: one of a row of codes without a name. */
static bool alike(const char *a, const char *b)
{
    while (*a && *b) {
        a += strspn(a, "0123456789ABCDEF");
        b += strspn(b, "0123456789ABCDEF");
        if (*a != *b)
            return false;
        if (*a) {
            a++;
            b++;
        }
    }
    return *a == *b;
}

static void print_byte(FILE *out, const struct base *base, size_t at, bool all)
{
    static const uint8_t few[] = {0, 1, 0x44, 0x80, 0xFF};
    char *before = recorded(base, at, base->data[at - HEADER]), *last = strdup("");

    for (unsigned i = 0; i < (all ? 256 : sizeof few); i++) {
        uint8_t value = all ? (uint8_t)i : few[i];
        char *now = recorded(base, at, value), *other = difference(before, now);

        if (strcmp(now, before) != 0 && !(all && alike(other, last)))
            fprintf(out, "\t%02zX=%02X %s\n", at, value, other);
        free(now);
        free(last);
        last = other;
    }
    free(last);
    free(before);
}

static void print_bases(FILE *out)
{
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        char *whole = recorded(&bases[i], HEADER, bases[i].data[0]);

        fprintf(out, "\n==== %u: %s\n%s\n", bases[i].type, bases[i].name, whole);
        for (size_t at = bases[i].from; at < bases[i].to; at++)
            print_byte(out, &bases[i], at, memchr(bases[i].codes, (int)at, sizeof bases[i].codes));
        free(whole);
    }
}

/* ---- Names that no row has ------------------------------------------------------------------ */

/* By keyword; what only the second, wider field can hold stands there. */
static void print_families(FILE *out)
{
    const struct schema *schema = schema_of(4);
    const struct field *signature = schema->fields;

    while (signature->key == NULL || strcmp(signature->key, "signature") != 0)
        signature++;
    fputs("\n==== Processor families, and what their signature is\n", out);
    for (unsigned code = 0; code < CODES; code++) {
        struct built one;
        char text[64], *parts;

        fill(&one, schema, whole_length(schema), fill_places);
        one.builder.bytes[0x06] = code < 0xFE ? (uint8_t)code : 0xFE;
        one.builder.bytes[0x28] = (uint8_t)code;
        one.builder.bytes[0x29] = (uint8_t)(code >> 8);
        parts = emitted(schema, signature, &one, DIALECT_3_7);
        if (hwident_table_get(&one.table, "processor-family", HWIDENT_UUID_LE, text, sizeof text))
            memcpy(text, "-", 2);
        if (text[0] != '-' || *parts)
            fprintf(out, "%02X %s: %s\n", code, text, *parts ? parts : "none");
        free(parts);
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
    print_bases(out);
    print_families(out);
    print_structure_types(out);
    print_keywords(out);
    print_errors(out);
}

static void every_row_is_as_listed(void **state)
{
    FILE *listing = fopen(LISTING, "r");
    char *text, *line = NULL, *rest;
    size_t size, room = 0, number = 0;
    FILE *out = open_memstream(&text, &size);

    (void)state;
    assert_true(listing && out);
    print_all(out);
    fclose(out);
    rest = text;
    while (getline(&line, &room, listing) >= 0) {
        size_t length = strlen(line);

        number++;
        if (strncmp(rest, line, length) != 0)
            fail_msg(LISTING ":%zu: %.*s is now %.*s", number, (int)length - 1, line,
                     (int)strcspn(rest, "\n"), rest);
        rest += length;
    }
    assert_string_equal(rest, "");
    free(line);
    free(text);
    fclose(listing);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_as_listed),
    };
    FILE *out = argc > 1 ? fopen(argv[1], "w") : NULL;

    if (argc == 1)
        return cmocka_run_group_tests(tests, NULL, NULL);
    if (!out)
        return 1;
    print_all(out);
    return fclose(out) != 0;
}
