/*
 * The walker: rows of a schema against the bytes of a structure, into a sink.
 * SPDX-License-Identifier: MIT
 */
#include "schema/decode.h"

#include "schema/emit.h"
#include "smbios/bytes.h"

static uint64_t row_number(const struct decoding *d)
{
    const struct field *f = d->field;
    uint64_t number = field_number(d, f->offset, f->width);
    uint64_t mask = f->mask;

    if (mask == 0)
        return number;
    for (number &= mask; (mask & 1) == 0; mask >>= 1)
        number >>= 1;
    return number;
}

static const struct word *row_word(const struct decoding *d, uint64_t number)
{
    for (const struct word *w = d->field->words; w && w->text; w++)
        if (w->value == number && !(w->quirk && d->sink->as_stored))
            return w;
    return NULL;
}

static uint64_t sign_bit(const struct field *f)
{
    return f->flags & SIGNED && f->width > 0 ? (uint64_t)0x80 << 8 * (f->width - 1) : 0;
}

static void decode_number(const struct decoding *d, uint64_t number)
{
    const struct field *f = d->field;
    uint64_t sign = sign_bit(f);
    int64_t value = (int64_t)((number ^ sign) - sign);
    uint64_t scaled = (uint64_t)value * (f->scale ? f->scale : 1);
    struct line line;

    line_begin(&line);
    line_decimal(&line, value, f->decimals);
    if (f->unit)
        line_add(&line, f->unit);
    if (f->flags & SIGNED)
        emit_signed(d, (int64_t)scaled, line.text);
    else
        emit_number(d, scaled, line.text);
}

static void decode_hex(const struct decoding *d, uint64_t number)
{
    struct line line;

    line_begin(&line);
    if (d->field->flags & LOWER) {
        line_add(&line, "0x");
        line_lower(&line, number, 2U * d->field->width);
    } else {
        line_hex(&line, number, 2U * d->field->width);
    }
    emit_hex(d, number, d->field->width, line.text);
}

static void decode_bits(const struct decoding *d, uint64_t bits)
{
    struct line line;

    line_begin(&line);
    line_bits(&line, d->field, bits);
    if (line.used == 0)
        emit_array_begin(d, "None");
    else
        emit_array_begin(d, d->field->flags & INLINE ? line.text : NULL);
    emit_bit_names(d, bits, d->field->names);
    emit_array_end(d);
}

/* Section 7.12 and similar types: "String 1", "String 2", … */
static void decode_strings(const struct decoding *d, uint64_t count)
{
    struct decoding member = *d;
    struct field field = *d->field;
    struct field array = *d->field;
    struct line label = {0};

    array.label = NULL;
    member.field = &array;
    emit_array_begin(&member, NULL);
    field.key = NULL;
    member.field = &field;
    count = strings_listed(d, count);
    for (uint64_t i = 1; i <= count && i <= UINT8_MAX; i++) {
        if (d->field->label) {
            label.used = 0;
            line_add(&label, d->field->label);
            line_char(&label, ' ');
            line_number(&label, i);
            field.label = label.text;
        }
        emit_string(&member, (uint8_t)i);
    }
    emit_array_end(d);
}

static void decode_handles(const struct decoding *d)
{
    struct field field = field_member(d->field);
    struct decoding member = *d;
    size_t count = field_count(d, d->field->offset);
    struct line line = {0};

    line_number(&line, count);
    if (field_fits(d, d->field->offset + 1U, 2 * count))
        emit_array_begin(d, line.text);
    else
        emit_unlabelled_array_begin(d);
    member.field = &field;
    for (size_t i = 0; i < count && field_fits(d, d->field->offset + 1 + 2 * i, 2); i++)
        emit_handle(&member, (uint16_t)field_number(d, d->field->offset + 1 + 2 * i, 2));
    emit_array_end(d);
}

static void decode_version(const struct decoding *d, uint64_t major, uint64_t minor)
{
    struct line line;

    line_begin(&line);
    if (major == 0xFF || minor == 0xFF) {
        emit_hidden(d, HWIDENT_E_UNKNOWN_VALUE);
        return;
    }
    line_number(&line, major);
    line_char(&line, '.');
    line_number(&line, minor);
    emit_text(d, line.text);
}

static void decode_bytes(const struct decoding *d)
{
    struct line line;

    line_begin(&line);
    for (size_t i = 0; i < d->field->width; i++) {
        if (i > 0)
            line_char(&line, ' ');
        line_digits(&line, field_number(d, d->field->offset + i, 1), 16, 2);
    }
    emit_bytes(d, d->field->offset, d->field->width, line.text);
}

static void decode_row(const struct decoding *d)
{
    const struct field *f = d->field;
    uint64_t number = row_number(d);
    const struct word *word = f->kind == FIELD_UUID ? NULL : row_word(d, number);

    if (word) {
        if (*word->text)
            emit_absent(d, word->absent, word->text);
        else
            emit_hidden(d, word->absent);
        return;
    }
    switch (f->kind) {
    case FIELD_NUMBER:
        decode_number(d, number);
        break;
    case FIELD_SIZE:
        emit_size(d, number, (unsigned)f->scale);
        break;
    case FIELD_HEX:
        decode_hex(d, number);
        break;
    case FIELD_FLAG:
        emit_flag(d, number != 0);
        break;
    case FIELD_ENUM:
        emit_enum(d, number, f->names);
        break;
    case FIELD_BITS:
        decode_bits(d, number);
        break;
    case FIELD_STRING:
        emit_string(d, (uint8_t)number);
        break;
    case FIELD_STRINGS:
        decode_strings(d, number);
        break;
    case FIELD_UUID:
        emit_uuid(d);
        break;
    case FIELD_HANDLE:
        emit_handle(d, (uint16_t)number);
        break;
    case FIELD_HANDLES:
        decode_handles(d);
        break;
    case FIELD_VERSION:
        decode_version(d, number & 0xFF, number >> 8);
        break;
    case FIELD_BCD:
        decode_version(d, number >> 4, number & 0x0F);
        break;
    case FIELD_BYTES:
        decode_bytes(d);
        break;
    case FIELD_CUSTOM:
        f->decode(d);
        break;
    }
}

/*
 * Where the part of the structure ends that dmidecode shows: a row is shown if everything that the
 * specification added together with it is there; a part that repeats is shown as far as it goes.
 */
static size_t shown_end(const struct decoding *d)
{
    size_t end = 0;

    if (d->base != 0)
        return SIZE_MAX;
    for (const uint8_t *length = d->schema->lengths; length && *length != 0; length++) {
        if (*length > d->structure->length)
            return end;
        end = *length;
    }
    return SIZE_MAX;
}

/* Whether rows are shown that only a full slot has. */
static bool full_shown(const struct decoding *d)
{
    const struct schema *schema = d->schema;

    return !schema->full || (d->sink->as_stored && schema->stored_if_empty) ||
           schema->full(d->structure);
}

/* `shown`: the text has a line for the row, if the row has a label. */
static bool wanted(const struct decoding *d, const struct field *row, bool shown)
{
    const struct sink *sink = d->sink;

    /* A function can emit lines with labels of their own. */
    if (sink->shown_only && !(shown && (row->label || row->kind == FIELD_CUSTOM)))
        return false;
    return !sink->wants || sink->wants(sink->context, row);
}

/* A row that dmidecode's text leaves out. */
static void decode_unlabelled(struct decoding d)
{
    struct field row = *d.field;

    row.label = NULL;
    d.field = &row;
    decode_row(&d);
}

static void decode_rows(struct decoding d, const struct field *rows, size_t count)
{
    size_t end = shown_end(&d);
    bool full = full_shown(&d);

    for (size_t i = 0; i < count; i++) {
        const struct field *row = &rows[i];
        bool shown = (full || !(row->flags & WHEN_FULL)) && (size_t)row->offset + row->width <= end;

        if (!field_fits(&d, row->offset, row->width) || !wanted(&d, row, shown) ||
            (row->when && !row->when(&d)))
            continue;
        d.field = row;
        if (shown)
            decode_row(&d);
        else
            decode_unlabelled(d);
    }
}

void schema_rows(const struct decoding *d, const struct field *rows, size_t count, size_t base,
                 size_t size)
{
    struct decoding part = *d;

    part.base = base;
    part.end = base + size;
    if (part.end >= base && part.end <= d->end)
        decode_rows(part, rows, count);
}

struct hwident_structure schema_mended(const struct schema *schema,
                                       const struct hwident_structure *structure, bool as_stored)
{
    struct hwident_structure mended = *structure;

    if (schema->right_length && !as_stored)
        mended.length = schema->right_length(structure);
    return mended;
}

void schema_decode(const struct schema *schema, const struct hwident_table *table,
                   const struct hwident_structure *structure, const struct sink *sink)
{
    struct references strings;
    const struct hwident_structure mended = schema_mended(schema, structure, sink->as_stored);
    const struct decoding d = {.table = table,
                               .structure = &mended,
                               .schema = schema,
                               .strings = &strings,
                               .sink = sink,
                               .end = mended.length};

    references_begin(&strings, &mended);
    decode_rows(d, schema->fields, schema->count);
}

void schema_field(const struct schema *schema, const struct field *field,
                  const struct hwident_table *table, const struct hwident_structure *structure,
                  const struct sink *sink)
{
    struct references strings;
    const struct decoding d = {.table = table,
                               .structure = structure,
                               .schema = schema,
                               .field = field,
                               .strings = &strings,
                               .sink = sink,
                               .end = structure->length};

    references_begin(&strings, structure);
    if (field_fits(&d, field->offset, field->width))
        decode_row(&d);
}
