/*
 * Structures as text, in dmidecode's manner. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#include "render/text.h"

#include "smbios/bytes.h"

#include <inttypes.h>

enum { BYTES_A_LINE = 16, FIRST_OEM_TYPE = 128, MAX_LEVELS = 8 };

/* An array or object that is open: what its members do. */
struct level {
    unsigned tabs; /* they stand this much deeper */
    bool listed;   /* those without a label are printed too */
};

struct text {
    FILE *out;
    bool quiet;
    unsigned depth; /* tabs before a line */
    struct level levels[MAX_LEVELS];
    size_t open;
};

void text_bytes(FILE *out, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;

    for (size_t i = 0; i < size; i++)
        putc_unlocked(byte[i] >= 0x20 && byte[i] < 0x7F ? byte[i] : '.', out);
}

static void print_tabs(const struct text *text)
{
    for (unsigned i = 0; i < text->depth; i++)
        putc_unlocked('\t', text->out);
}

static bool listed(const struct text *text)
{
    return text->open > 0 && text->open <= MAX_LEVELS && text->levels[text->open - 1].listed;
}

/* Whether the text has a line for the value. */
static bool printed(const struct text *text, const struct value *value)
{
    if (text->quiet && value->flags & NOT_QUIET)
        return false;
    if (value->label)
        return true;
    return listed(text) && !value->key && (value->text || value->kind == VALUE_STRING);
}

static void print_line(const struct text *text, const struct value *value)
{
    bool string = value->kind == VALUE_STRING && !value->text;

    print_tabs(text);
    if (value->label) {
        fputs_unlocked(value->label, text->out);
        putc_unlocked(':', text->out);
        if (string || (value->text && *value->text))
            putc_unlocked(' ', text->out);
    }
    if (string)
        text_bytes(text->out, value->bytes, value->size);
    else if (value->text)
        fputs_unlocked(value->text, text->out);
    putc_unlocked('\n', text->out);
}

static void open_level(struct text *text, struct level level)
{
    if (text->open < MAX_LEVELS) {
        text->levels[text->open] = level;
        text->depth += level.tabs;
    }
    text->open++;
}

static void close_level(struct text *text)
{
    text->open--;
    if (text->open < MAX_LEVELS)
        text->depth -= text->levels[text->open].tabs;
}

static void take(void *context, const struct value *value)
{
    struct text *text = context;
    bool line = printed(text, value);

    switch (value->kind) {
    case VALUE_ARRAY_BEGIN:
        if (line)
            print_line(text, value);
        open_level(text, (struct level){.tabs = value->label ? 1 : 0, .listed = line});
        break;
    case VALUE_OBJECT_BEGIN:
        if (value->label)
            print_line(text, value);
        else if (value->text)
            fprintf(text->out, "%s\n", value->text);
        open_level(text, (struct level){.tabs = value->label ? 1 : 0,
                                        .listed = value->text || listed(text)});
        break;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        close_level(text);
        break;
    default:
        if (line)
            print_line(text, value);
        break;
    }
}

static void print_hex_line(FILE *out, const uint8_t *bytes, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";

    fputs_unlocked("\t\t", out);
    for (size_t i = 0; i < size; i++) {
        if (i > 0)
            putc_unlocked(' ', out);
        putc_unlocked(digits[bytes[i] >> 4], out);
        putc_unlocked(digits[bytes[i] & 0x0F], out);
    }
    putc_unlocked('\n', out);
}

static void print_hex(FILE *out, const uint8_t *bytes, size_t size)
{
    for (size_t at = 0; at < size; at += BYTES_A_LINE)
        print_hex_line(out, bytes + at, size - at < BYTES_A_LINE ? size - at : BYTES_A_LINE);
}

static void print_strings(FILE *out, const struct hwident_structure *s, bool raw)
{
    const char *string;
    size_t length;

    for (uint8_t i = 1; hwident_structure_string(s, i, &string, &length) == HWIDENT_OK; i++) {
        if (i == 1)
            fputs_unlocked("\tStrings:\n", out);
        if (raw)
            print_hex(out, (const uint8_t *)string, length + 1);
        fputs_unlocked("\t\t", out);
        text_bytes(out, string, length);
        putc_unlocked('\n', out);
        if (i == UINT8_MAX)
            break;
    }
}

static void print_undecoded(FILE *out, const struct hwident_structure *s, bool raw)
{
    fputs_unlocked("\tHeader and Data:\n", out);
    print_hex(out, s->bytes, s->length);
    print_strings(out, s, raw);
}

static const char *title_of(const struct schema *schema, const struct text_options *options)
{
    if (options->vendor == VENDOR_HPE && schema->hpe)
        return schema->hpe;
    return options->dialect == DIALECT_3_6 && schema->older ? schema->older : schema->title;
}

static void print_decoded(FILE *out, const struct schema *schema, const struct hwident_table *table,
                          const struct hwident_structure *s, const struct text_options *options)
{
    struct text text = {.out = out, .quiet = options->quiet, .depth = 1};
    const struct sink sink = {take, &text, options->dialect};

    if (!schema->repeats)
        fprintf(out, "%s\n", title_of(schema, options));
    schema_decode(schema, table, s, &sink);
}

void text_handle(FILE *out, const struct hwident_structure *structure)
{
    fprintf(out, "Handle 0x%04" PRIX16 ", DMI type %u, %u bytes\n", structure->handle,
            structure->type, structure->length);
}

/* The schema by which it is shown; NULL: as bytes. */
static const struct schema *schema_shown(const struct hwident_structure *structure,
                                         const struct text_options *options)
{
    const struct schema *schema = schema_find(structure, options->vendor);

    if (schema && ((schema->undecoded && options->as_dmidecode) ||
                   (schema->since_3_7 && options->dialect == DIALECT_3_6)))
        return NULL;
    return schema;
}

void text_fields(FILE *out, const struct hwident_table *table,
                 const struct hwident_structure *structure, const struct text_options *options)
{
    const struct schema *schema = schema_shown(structure, options);

    if (options->raw) {
        print_undecoded(out, structure, true);
    } else if (schema) {
        print_decoded(out, schema, table, structure, options);
    } else {
        fputs_unlocked(structure->type >= FIRST_OEM_TYPE ? "OEM-specific Type\n" : "Unknown Type\n",
                       out);
        print_undecoded(out, structure, false);
    }
}

void text_structure(FILE *out, const struct hwident_table *table,
                    const struct hwident_structure *structure, const struct text_options *options)
{
    const struct schema *schema = schema_shown(structure, options);

    if (options->quiet && !options->raw && (!schema || schema->marker))
        return;
    if (!options->quiet || options->raw)
        text_handle(out, structure);
    text_fields(out, table, structure, options);
    putc_unlocked('\n', out);
}

static void take_value(void *context, const struct value *value)
{
    FILE *out = context;

    if (value->kind == VALUE_STRING)
        text_bytes(out, value->bytes, value->size);
    else if (value->label && value->text)
        fputs_unlocked(value->text, out);
    else
        return;
    putc_unlocked('\n', out);
}

void text_value(FILE *out, const struct hwident_table *table,
                const struct hwident_structure *structure, size_t offset)
{
    const struct schema *schema = schema_of(structure->type);
    const struct sink sink = {take_value, out};

    for (size_t i = 0; schema && i < schema->count; i++)
        if (schema->fields[i].offset == offset) {
            schema_field(schema, &schema->fields[i], table, structure, &sink);
            return;
        }
}
