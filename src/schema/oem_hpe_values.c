/*
 * HP's and HPE's servers: what rows of several files are decoded by.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

const char *const hpe_encryption[4] = {"Not Encrypted", "Encrypted", "Unknown", "Not Supported"};

void line_pci(struct line *line, uint64_t bus, uint64_t device)
{
    line_lower(line, bus, 2);
    line_char(line, ':');
    line_lower(line, device >> 3, 2);
    line_char(line, '.');
    line_lower(line, device & 7, 1);
}

void decode_pci(const struct decoding *d)
{
    struct line line = {0};

    line_pci(&line, field_number(d, d->field->offset, 1),
             field_number(d, d->field->offset + 1U, 1));
    emit_text(d, line.text);
}

void decode_short_hex(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, d->field->width);
    struct line line = {0};

    line_hex(&line, number, 1);
    emit_hex(d, number, d->field->width, line.text);
}

void emit_bits(const struct decoding *d, const char *text, const struct field *rows, size_t count)
{
    struct field number = field_member(d->field);
    struct decoding part = *d;

    emit_group_begin(d, d->field->label ? text : NULL);
    number.key = "bits";
    part.field = &number;
    emit_hex(&part, field_number(d, number.offset, number.width), number.width, NULL);
    schema_rows(d, rows, count, 0, d->end);
    emit_object_end(d);
}
