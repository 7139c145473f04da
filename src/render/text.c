/*
 * Structures as text, in dmidecode's manner. Knows no type's number.
 * SPDX-License-Identifier: MIT
 */
#include "render/text.h"

#include "smbios/bytes.h"
#include "smbios/schema.h"

#include <inttypes.h>

enum { BYTES_A_LINE = 16, FIRST_OEM_TYPE = 128 };

struct text {
    FILE *out;
    bool quiet;
    unsigned depth;     /* tabs before a line */
    unsigned deeper[8]; /* what each open array or object added to `depth` */
    size_t open;
};

void text_bytes(FILE *out, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;

    for (size_t i = 0; i < size; i++)
        putc(byte[i] >= 0x20 && byte[i] < 0x7F ? byte[i] : '.', out);
}

static void print_tabs(const struct text *text)
{
    for (unsigned i = 0; i < text->depth; i++)
        putc('\t', text->out);
}

static void print_line(const struct text *text, const struct value *value)
{
    print_tabs(text);
    if (value->label) {
        fputs(value->label, text->out);
        putc(':', text->out);
    }
    if (value->label && (value->text || value->kind == VALUE_STRING))
        putc(' ', text->out);
    if (value->text)
        fputs(value->text, text->out);
    else if (value->kind == VALUE_STRING)
        text_bytes(text->out, value->bytes, value->size);
    putc('\n', text->out);
}

static void open_level(struct text *text, unsigned tabs)
{
    if (text->open < sizeof text->deeper / sizeof text->deeper[0])
        text->deeper[text->open] = tabs;
    text->open++;
    text->depth += tabs;
}

static void close_level(struct text *text)
{
    text->open--;
    if (text->open < sizeof text->deeper / sizeof text->deeper[0])
        text->depth -= text->deeper[text->open];
}

/* Whether the line is left out: of no use here, or inside an array that has no line. */
static bool silent(const struct text *text, const struct value *value)
{
    if (text->quiet && value->flags & NOT_QUIET)
        return true;
    return !value->label && value->key;
}

static void take(void *context, const struct value *value)
{
    struct text *text = context;

    switch (value->kind) {
    case VALUE_ARRAY_BEGIN:
        if (!silent(text, value))
            print_line(text, value);
        open_level(text, value->label ? 1 : 0);
        break;
    case VALUE_OBJECT_BEGIN:
        if (value->text)
            fprintf(text->out, "%s\n", value->text);
        open_level(text, 0);
        break;
    case VALUE_ARRAY_END:
    case VALUE_OBJECT_END:
        close_level(text);
        break;
    default:
        if (!silent(text, value))
            print_line(text, value);
        break;
    }
}

static void print_hex_line(FILE *out, const uint8_t *bytes, size_t size)
{
    fputs("\t\t", out);
    for (size_t i = 0; i < size; i++)
        fprintf(out, i == 0 ? "%02X" : " %02X", bytes[i]);
    putc('\n', out);
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
            fputs("\tStrings:\n", out);
        if (raw)
            print_hex(out, (const uint8_t *)string, length + 1);
        fputs("\t\t", out);
        text_bytes(out, string, length);
        putc('\n', out);
        if (i == UINT8_MAX)
            break;
    }
}

static void print_undecoded(FILE *out, const struct hwident_structure *s, bool raw)
{
    fputs("\tHeader and Data:\n", out);
    print_hex(out, s->bytes, s->length);
    print_strings(out, s, raw);
}

static void print_decoded(FILE *out, const struct schema *schema, const struct hwident_table *table,
                          const struct hwident_structure *s, bool quiet)
{
    struct text text = {.out = out, .quiet = quiet, .depth = 1};
    const struct sink sink = {take, &text};

    if (!schema->repeats)
        fprintf(out, "%s\n", schema->title);
    schema_decode(schema, table, s, &sink);
}

void text_structure(FILE *out, const struct hwident_table *table,
                    const struct hwident_structure *structure, const struct text_options *options)
{
    const struct schema *schema = schema_of(structure->type);

    if (schema && schema->undecoded && options->as_dmidecode)
        schema = NULL;
    if (options->quiet && !options->raw && (!schema || schema->marker))
        return;
    if (!options->quiet || options->raw)
        fprintf(out, "Handle 0x%04" PRIX16 ", DMI type %u, %u bytes\n", structure->handle,
                structure->type, structure->length);
    if (options->raw) {
        print_undecoded(out, structure, true);
    } else if (schema) {
        print_decoded(out, schema, table, structure, options->quiet);
    } else {
        fputs(structure->type >= FIRST_OEM_TYPE ? "OEM-specific Type\n" : "Unknown Type\n", out);
        print_undecoded(out, structure, false);
    }
    putc('\n', out);
}
