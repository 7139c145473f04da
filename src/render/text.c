/*
 * Structures as text, like dmidecode's. No structure type has code of its own here.
 * SPDX-License-Identifier: MIT
 */
#include "render/text.h"

#include "smbios/bytes.h"

enum { BYTES_A_LINE = 16, FIRST_OEM_TYPE = 128, MAX_LEVELS = 8 };
enum { SET_END = 2 }; /* the zeros that end a set of strings; of an empty one that is all */

/* An array or object that is open: how its members are printed. */
struct level {
    uint8_t tabs; /* members are indented by this many tabs more */
    bool listed;  /* members without a label are printed too */
};

struct text {
    struct page *out;
    void (*note)(const char *text);
    bool quiet;
    unsigned depth; /* tabs before a line */
    struct level levels[MAX_LEVELS];
    size_t open;
};

static bool listed(const struct text *text)
{
    return text->open > 0 && text->open <= MAX_LEVELS && text->levels[text->open - 1].listed;
}

/* Gives the message, after printing what comes before it. */
static void print_note(struct page *out, void (*note)(const char *text), const char *message)
{
    if (!note)
        return;
    page_flush(out);
    note(message);
}

/* Whether the text has a line for the value. */
static bool printed(const struct text *text, const struct value *value)
{
    if (value->flags & NOTE || (text->quiet && value->flags & NOT_QUIET))
        return false;
    if (value->label)
        return true;
    return listed(text) && !value->key && (value->text || value->kind == VALUE_STRING);
}

static void print_line(const struct text *text, const struct value *value)
{
    struct page *out = text->out;
    bool string = value->kind == VALUE_STRING && !value->text;

    for (unsigned i = 0; i < text->depth; i++)
        page_char(out, '\t');
    if (value->label) {
        page_add(out, value->label);
        page_char(out, ':');
        if (string || value->text)
            page_char(out, ' ');
    }
    if (string)
        page_bytes(out, value->bytes, value->size);
    else if (value->text)
        page_add(out, value->text);
    page_char(out, '\n');
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
        if (value->label && *value->label)
            print_line(text, value);
        else if (!value->label && value->text)
            page_line(text->out, value->text);
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
        else if (value->flags & NOTE)
            print_note(text->out, text->note, value->text);
        break;
    }
}

static void print_hex_line(struct page *out, const uint8_t *bytes, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";

    page_add(out, "\t\t");
    for (size_t i = 0; i < size; i++) {
        if (i > 0)
            page_char(out, ' ');
        page_char(out, digits[bytes[i] >> 4]);
        page_char(out, digits[bytes[i] & 0x0F]);
    }
    page_char(out, '\n');
}

static void print_hex(struct page *out, const uint8_t *bytes, size_t size)
{
    for (size_t at = 0; at < size; at += BYTES_A_LINE)
        print_hex_line(out, bytes + at, size - at < BYTES_A_LINE ? size - at : BYTES_A_LINE);
}

static void print_strings(struct page *out, const struct hwident_structure *s, bool raw)
{
    struct references set;

    references_strings(s, &set);
    if (s->size > (size_t)s->length + SET_END)
        page_line(out, "\tStrings:");
    for (size_t i = 0; i < set.count; i++) {
        struct set_string string = references_find(&set, i + 1);

        if (raw)
            print_hex(out, string.bytes, string.size + 1);
        page_add(out, "\t\t");
        page_bytes(out, string.bytes, string.size);
        page_char(out, '\n');
    }
}

static void print_undecoded(struct page *out, const struct hwident_structure *s, bool raw)
{
    page_line(out, "\tHeader and Data:");
    print_hex(out, s->bytes, s->length);
    print_strings(out, s, raw);
}

static const char *title_of(const struct schema *schema, const struct text_options *options)
{
    bool older = options->dialect == DIALECT_3_6;

    if (vendor_is_hpe(options->vendor) && schema->hpe)
        return older && schema->hpe_older ? schema->hpe_older : schema->hpe;
    return older && schema->older ? schema->older : schema->title;
}

static void print_decoded(struct page *out, const struct schema *schema,
                          const struct hwident_table *table, const struct hwident_structure *s,
                          const struct text_options *options)
{
    struct text text = {.out = out, .note = options->note, .quiet = options->quiet, .depth = 1};
    const struct sink sink = {take, &text, options->dialect, .as_stored = options->as_stored,
                              .shown_only = true};

    if (!schema->repeats)
        page_line(out, title_of(schema, options));
    schema_decode(schema, table, s, &sink);
}

void text_handle(struct page *out, const struct hwident_structure *structure)
{
    page_add(out, "Handle 0x");
    for (unsigned shift = 16; shift > 0; shift -= 4)
        page_char(out, "0123456789ABCDEF"[structure->handle >> (shift - 4) & 0x0F]);
    page_add(out, ", DMI type ");
    page_number(out, structure->type);
    page_add(out, ", ");
    page_number(out, structure->length);
    page_add(out, " bytes\n");
}

/* The schema for showing the structure; NULL: it is shown as bytes. */
static const struct schema *schema_shown(const struct hwident_structure *structure,
                                         const struct text_options *options)
{
    const struct schema *schema = schema_find(structure, options->vendor);

    if (schema && ((schema->undecoded && options->as_dmidecode) ||
                   (schema->since_3_7 && options->dialect == DIALECT_3_6)))
        return NULL;
    return schema;
}

static void note_right_length(struct page *out, const struct hwident_structure *stated,
                              const struct hwident_structure *right,
                              const struct text_options *options)
{
    struct line line;

    if (right->length == stated->length || options->quiet)
        return;
    line_begin(&line);
    line_add(&line, "Invalid entry length (");
    line_number(&line, stated->length);
    line_add(&line, "). Fixed up to ");
    line_number(&line, right->length);
    line_char(&line, '.');
    print_note(out, options->note, line.text);
}

void text_fields(struct page *out, const struct hwident_table *table,
                 const struct hwident_structure *structure, const struct text_options *options)
{
    const struct schema *schema = schema_shown(structure, options);
    struct hwident_structure right = *structure;

    if (schema) {
        right = schema_mended(schema, structure, options->as_stored);
        note_right_length(out, structure, &right, options);
    }
    if (options->raw) {
        print_undecoded(out, &right, true);
    } else if (schema) {
        print_decoded(out, schema, table, structure, options);
    } else {
        page_line(out, structure->type >= FIRST_OEM_TYPE ? "OEM-specific Type" : "Unknown Type");
        print_undecoded(out, structure, false);
    }
}

/* Whether -q leaves the structure out. One that is too short for its rows becomes an empty line. */
static bool is_hidden(const struct schema *schema, const struct hwident_structure *s, bool raw)
{
    if (!schema || schema->marker)
        return schema || !raw;
    return schema->not_quiet && !raw && s->length >= schema->lengths[0];
}

void text_structure(struct page *out, const struct hwident_table *table,
                    const struct hwident_structure *structure, const struct text_options *options)
{
    if (options->quiet && is_hidden(schema_shown(structure, options), structure, options->raw))
        return;
    if (!options->quiet || options->raw)
        text_handle(out, structure);
    text_fields(out, table, structure, options);
    page_char(out, '\n');
}

static void take_value(void *context, const struct value *value)
{
    struct page *out = context;

    if (value->kind == VALUE_STRING)
        page_bytes(out, value->bytes, value->size);
    else if (value->label && value->text)
        page_add(out, value->text);
    else
        return;
    page_char(out, '\n');
}

void text_value(struct page *out, const struct hwident_table *table,
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
