/*
 * What rows and their functions emit: one value each, with dmidecode's text beside it.
 * SPDX-License-Identifier: MIT
 */
#include "schema/emit.h"

const struct word zero_is_unknown[] = {{0, "Unknown", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};
const struct word ones_8_is_unknown[] = {{0xFF, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                         {.text = NULL}};
const struct word ones_16_is_unknown[] = {{0xFFFF, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                          {.text = NULL}};
const struct word sign_16_is_unknown[] = {{0x8000, "Unknown", HWIDENT_E_UNKNOWN_VALUE},
                                          {.text = NULL}};
const struct word zero_is_none[] = {{0, "", HWIDENT_E_NOT_SPECIFIED}, {.text = NULL}};
const struct word ones_16_is_none[] = {{0xFFFF, "", HWIDENT_E_NO_STRUCTURE}, {.text = NULL}};
const struct word sign_16_is_none[] = {{0x8000, "", HWIDENT_E_UNKNOWN_VALUE}, {.text = NULL}};
const struct word error_handle_words[] = {{0xFFFE, "Not Provided", HWIDENT_E_NOT_SPECIFIED},
                                          {0xFFFF, "No Error", HWIDENT_E_NO_STRUCTURE},
                                          {.text = NULL}};

enum { FIRST_OEM_CODE = 0x80 };

/* A row that is not in the text has no label in either dialect. */
/*@ requires row_whole(d);
    assigns \nothing; */
static const char *field_label(const struct decoding *d)
{
    const struct field *f = d->field;

    if (!in_older_words(d) || !f->label || !f->older)
        return f->label;
    return *f->older ? f->older : NULL;
}

static const char *name_of(const struct decoding *d, const struct name_table *names, uint64_t code)
{
    return in_older_words(d) ? name_table_find_older(names, code) : name_table_find(names, code);
}

const char *names_or_out_of_spec(const struct decoding *d, const struct name_table *names,
                                 uint64_t code)
{
    const char *text = name_of(d, names, code);

    return text ? text : "<OUT OF SPEC>";
}

/*@ requires row_whole(d);
    assigns \nothing;
    ensures \result.bytes == \null && \result.size == 0; */
struct value value_of(const struct decoding *d, enum value_kind kind, const char *text)
{
    return (struct value){.kind = kind,
                          .label = field_label(d),
                          .key = d->field->key,
                          .text = text,
                          .flags = d->field->kind == FIELD_HANDLE ? d->field->flags | NOT_QUIET
                                                                  : d->field->flags,
                          .offset = d->base + d->field->offset,
                          .span = d->field->width};
}

/*@ requires \valid_read(d) && \valid_read(d->sink) && \valid_read(value);
    requires value->bytes == \null || readable((uint8_t *)value->bytes, value->size); */
void emit(const struct decoding *d, const struct value *value)
{
    d->sink->take(d->sink->context, value);
}

void emit_number(const struct decoding *d, uint64_t number, const char *text)
{
    struct value value = value_of(d, VALUE_NUMBER, text);

    value.number = number;
    emit(d, &value);
}

void emit_signed(const struct decoding *d, int64_t number, const char *text)
{
    struct value value = value_of(d, VALUE_SIGNED, text);

    value.number = (uint64_t)number;
    emit(d, &value);
}

void emit_hex(const struct decoding *d, uint64_t number, uint8_t width, const char *text)
{
    struct value value = value_of(d, VALUE_HEX, text);

    value.number = number;
    value.width = width;
    emit(d, &value);
}

void emit_flag(const struct decoding *d, bool set)
{
    const struct name_table *names = d->field->names;
    struct value value = value_of(d, VALUE_FLAG, names ? name_table_find(names, set) : NULL);

    value.number = set;
    if (names && !value.text)
        value.label = NULL;
    emit(d, &value);
}

void emit_code_as(const struct decoding *d, uint64_t code, const char *name, const char *text)
{
    struct value value = value_of(d, VALUE_ENUM, text);

    value.number = code;
    value.name = name;
    emit(d, &value);
}

void emit_code(const struct decoding *d, uint64_t code, const char *name)
{
    const char *unknown = d->field->flags & RESERVED ? "Reserved" : "<OUT OF SPEC>";

    emit_code_as(d, code, name, name ? name : unknown);
}

void emit_enum(const struct decoding *d, uint64_t code, const struct name_table *names)
{
    emit_code(d, code, name_of(d, names, code));
}

void emit_text(const struct decoding *d, const char *text)
{
    struct value value = value_of(d, VALUE_TEXT, text);

    emit(d, &value);
}

/*@ requires row_whole(d); */
void emit_part(const struct decoding *d, enum value_kind kind, size_t offset, size_t size,
               const char *text)
{
    struct value value = value_of(d, kind, text);
    size_t at = d->base + offset;

    if (!bytes_hold(d->structure->length, at, size))
        return;
    value.bytes = d->structure->bytes + at;
    value.size = size;
    emit(d, &value);
}

void emit_bytes(const struct decoding *d, size_t offset, size_t size, const char *text)
{
    emit_part(d, VALUE_BYTES, offset, size, text);
}

void emit_absent(const struct decoding *d, int reason, const char *text)
{
    struct value value = value_of(d, VALUE_ABSENT, text);

    value.absent = reason;
    emit(d, &value);
}

void emit_hidden(const struct decoding *d, int reason)
{
    struct value value = value_of(d, VALUE_ABSENT, NULL);

    value.label = NULL;
    value.absent = reason;
    emit(d, &value);
}

/*@ requires row_whole(d); */
void emit_string(const struct decoding *d, uint8_t number)
{
    struct value value = value_of(d, VALUE_STRING, NULL);
    struct set_string found = references_find(d->strings, number);

    if (number == 0) {
        emit_absent(d, HWIDENT_E_NOT_SPECIFIED, "Not Specified");
    } else if (!found.bytes) {
        emit_absent(d, HWIDENT_E_BAD_INDEX, "<BAD INDEX>");
    } else {
        value.bytes = found.bytes;
        value.size = found.size;
        emit(d, &value);
    }
}

/*@ requires row_whole(d); */
uint64_t strings_listed(const struct decoding *d, uint64_t count)
{
    if (!d->sink->brief || references_find(d->strings, (size_t)count).bytes)
        return count;
    return count > d->strings->count ? d->strings->count + 1 : count;
}

const char *size_unit(enum dialect dialect, unsigned unit)
{
    static const char *const units[][2] = {
        [0] = {" bytes", " bytes"}, [1] = {" KiB", " kB"}, [2] = {" MiB", " MB"},
        [3] = {" GiB", " GB"},      [4] = {" TiB", " TB"}, [5] = {" PiB", " PB"},
        [6] = {" EiB", " EB"},      [7] = {" ZiB", " ZB"}, [8] = {" YiB", " YB"},
    };

    return unit < sizeof units / sizeof units[0] ? units[unit][dialect == DIALECT_3_6] : "";
}

void line_size(struct line *line, enum dialect dialect, uint64_t number, unsigned unit)
{
    unsigned top = 0;

    while (top < 6 && number >> 10 * (top + 1) != 0)
        top++;
    if (top > 0 && (number >> 10 * (top - 1) & 0x3FF) != 0)
        top--;
    line_number(line, number >> 10 * top);
    line_add(line, size_unit(dialect, unit + top));
}

void emit_size(const struct decoding *d, uint64_t number, unsigned unit)
{
    struct line line;

    line_begin(&line);
    line_size(&line, d->sink->dialect, number, unit);
    emit_number(d, number << 10 * unit, line.text);
}

void emit_handle(const struct decoding *d, uint16_t handle)
{
    struct value value = value_of(d, VALUE_HEX, NULL);
    struct line line;

    line_begin(&line);
    line_hex(&line, handle, 4);
    value.text = line.text;
    value.number = handle;
    value.width = sizeof handle;
    value.flags |= HANDLE;
    emit(d, &value);
}

/* Section 7.2.1: the order of the bytes depends on the version. */
void emit_uuid(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_TEXT, NULL);
    uint8_t uuid[16];
    char text[HWIDENT_UUID_TEXT_SIZE];

    for (size_t i = 0; i < sizeof uuid; i++)
        uuid[i] = (uint8_t)field_number(d, d->field->offset + i, 1);
    if (bytes_all(uuid, sizeof uuid, 0xFF)) {
        emit_absent(d, HWIDENT_E_UUID_ONES, "Not Present");
        return;
    }
    if (bytes_all(uuid, sizeof uuid, 0x00)) {
        if (d->field->words)
            emit_hidden(d, HWIDENT_E_UUID_ZERO);
        else
            emit_absent(d, HWIDENT_E_UUID_ZERO, "Not Settable");
        return;
    }
    if (d->table->version == 0) {
        emit_absent(d, HWIDENT_E_VERSION, "Unknown");
        return;
    }
    if (d->table->version >= HWIDENT_SMBIOS(2, 6))
        hwident_uuid_swap(uuid);
    hwident_uuid_format(uuid, text);
    value.text = text;
    value.flags |= UUID;
    emit(d, &value);
}

void decode_code_or_oem(const struct decoding *d)
{
    uint64_t code = field_number(d, d->field->offset, 1);
    const char *name = name_of(d, d->field->names, code);

    emit_code(d, code, !name && code >= FIRST_OEM_CODE ? "OEM-specific" : name);
}

static void emit_millivolts(const struct decoding *d, uint64_t millivolts)
{
    const struct value value = {.kind = VALUE_NUMBER, .number = millivolts};

    emit(d, &value);
}

/* Sections 7.5.4, 7.6.5: tenths of a volt or, in the older form, one bit per possible voltage. */
void decode_voltages(const struct decoding *d)
{
    static const uint16_t legacy[] = {5000, 3300, 2900};
    uint64_t code = field_number(d, d->field->offset, 1);
    struct line line;

    line_begin(&line);
    for (size_t i = 0; i < 3; i++) {
        if (code & 0x80 || (code >> i & 1) == 0)
            continue;
        if (line.used > 0)
            line_char(&line, ' ');
        line_decimal(&line, legacy[i] / 100, 1);
        line_add(&line, " V");
    }
    if (code & 0x80) {
        line_decimal(&line, (int64_t)(code & 0x7F), 1);
        line_add(&line, " V");
    }
    if (line.used == 0) {
        emit_absent(d, HWIDENT_E_UNKNOWN_VALUE, "Unknown");
        return;
    }
    emit_array_begin(d, line.text);
    if (code & 0x80)
        emit_millivolts(d, (code & 0x7F) * 100);
    for (size_t i = 0; (code & 0x80) == 0 && i < 3; i++)
        if (code >> i & 1)
            emit_millivolts(d, legacy[i]);
    emit_array_end(d);
}

void line_bus_address(struct line *line, const struct decoding *d, size_t offset)
{
    uint64_t device = field_number(d, offset + 3, 1);

    line_lower(line, field_number(d, offset, 2), 4);
    line_char(line, ':');
    line_lower(line, field_number(d, offset + 2, 1), 2);
    line_char(line, ':');
    line_lower(line, device >> 3, 2);
    line_char(line, '.');
    line_lower(line, device & 7, 1);
}

void decode_bus_address(const struct decoding *d)
{
    struct line line = {0};

    if (field_number(d, d->field->offset, 4) == 0xFFFFFFFF) {
        emit_hidden(d, HWIDENT_E_NOT_SPECIFIED);
        return;
    }
    line_bus_address(&line, d, d->field->offset);
    emit_text(d, line.text);
}

void emit_remark(const struct decoding *d, const char *label, const char *text)
{
    struct value value = value_of(d, VALUE_REMARK, text);

    value.label = label;
    value.key = NULL;
    emit(d, &value);
}

void emit_note(const struct decoding *d, const char *text)
{
    const struct value value = {.kind = VALUE_REMARK, .text = text, .flags = NOTE};

    emit(d, &value);
}

void emit_array_begin(const struct decoding *d, const char *text)
{
    struct value value = value_of(d, VALUE_ARRAY_BEGIN, text);

    emit(d, &value);
}

void emit_unlabelled_array_begin(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_ARRAY_BEGIN, NULL);

    value.label = NULL;
    emit(d, &value);
}

void emit_array_end(const struct decoding *d)
{
    struct value value = value_of(d, VALUE_ARRAY_END, NULL);

    emit(d, &value);
}

void emit_object_begin(const struct decoding *d, const char *key, const char *text)
{
    const struct value value = {.kind = VALUE_OBJECT_BEGIN, .key = key, .text = text};

    emit(d, &value);
}

void emit_group_begin(const struct decoding *d, const char *text)
{
    struct value value = value_of(d, VALUE_OBJECT_BEGIN, text);

    emit(d, &value);
}

void emit_object_end(const struct decoding *d)
{
    const struct value value = {.kind = VALUE_OBJECT_END};

    emit(d, &value);
}

void line_bits(struct line *line, const struct field *f, uint64_t bits)
{
    for (uint64_t bit = 0; bit < 64 && bit < f->names->names.count; bit++) {
        const char *name = bits >> bit & 1 ? name_table_find(f->names, bit) : NULL;

        if (!name)
            continue;
        if (line->used > 0)
            line_char(line, ' ');
        line_add(line, name);
        if ((f->flags & INLINE) == 0)
            return;
    }
}

void emit_bit_names(const struct decoding *d, uint64_t bits, const struct name_table *names)
{
    struct value value = {.kind = VALUE_NAME, .flags = d->field->flags};

    for (uint64_t bit = 0; bit < 64 && bit < names->names.count; bit++) {
        value.name = bits >> bit & 1 ? name_of(d, names, bit) : NULL;
        value.text = d->field->flags & INLINE ? NULL : value.name;
        if (value.name)
            emit(d, &value);
    }
}

struct field field_member(const struct field *field)
{
    struct field member = *field;

    member.label = NULL;
    member.key = NULL;
    return member;
}
