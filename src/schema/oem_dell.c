/*
 * Dell's structures: types 177, 178, 212 and 218.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* ---- 177: flags ------------------------------------------------------------------------------ */

static const struct field flags[] = {
    {0x04, 4, FIELD_FLAG, "ACPI WMI Supported", "acpi_wmi_supported", NAMES(no_yes),
     .mask = 1 << 1},
};

static const struct schema schema_flags = {177, "Dell BIOS Flags", ROWS(flags), LENGTHS(0x0C),
                                           .since_3_7 = true};

/* An array; without members it has no line in the text. */
static void begin_list(const struct decoding *d, bool members)
{
    if (members)
        emit_array_begin(d, NULL);
    else
        emit_unlabelled_array_begin(d);
}

/* ---- 178: hotkeys ---------------------------------------------------------------------------- */

enum { HOTKEY_SIZE = 4 };

static const struct field hotkey[] = {
    {0, 2, FIELD_HEX, NULL, "scancode"},
    {2, 2, FIELD_HEX, NULL, "keycode"},
};

/* Each member of the row's list is one line of the text; its fields have no lines of their own. */
static void decode_hotkeys(const struct decoding *d)
{
    begin_list(d, field_fits(d, d->field->offset, HOTKEY_SIZE));
    for (size_t at = d->field->offset; field_fits(d, at, HOTKEY_SIZE); at += HOTKEY_SIZE) {
        struct line line = {0};

        line_add(&line, "Scancode 0x");
        line_lower(&line, field_number(d, at, 2), 4);
        line_add(&line, " -> Keycode 0x");
        line_lower(&line, field_number(d, at + 2, 2), 4);
        emit_object_begin(d, NULL, NULL);
        emit_remark(d, NULL, line.text);
        schema_rows(d, hotkey, 2, at, HOTKEY_SIZE);
        emit_object_end(d);
    }
    emit_array_end(d);
}

static const struct field hotkeys[] = {
    {0x04, 0, FIELD_CUSTOM, "Hotkey Mappings", "hotkey_mappings", .decode = decode_hotkeys},
};

static const struct schema schema_hotkeys = {178, "Dell Hotkeys", ROWS(hotkeys), .since_3_7 = true};

/* ---- Tokens ---------------------------------------------------------------------------------- */

/* How a token of a list is shown: its rows, and its line in the text. */
struct token {
    const struct field *fields;
    size_t count, size;
    void (*line)(struct line *line, const struct decoding *d, size_t at);
};

/* The last place of the list is its end marker, whatever it holds. */
static bool is_token(const struct decoding *d, const struct token *token, size_t at)
{
    return field_fits(d, at, 2 * token->size);
}

static void decode_tokens(const struct decoding *d, const struct token *token)
{
    size_t at = d->field->offset;

    begin_list(d, is_token(d, token, at));
    for (; is_token(d, token, at); at += token->size) {
        struct line line = {0};

        token->line(&line, d, at);
        emit_object_begin(d, NULL, NULL);
        emit_remark(d, NULL, line.text);
        schema_rows(d, token->fields, token->count, at, token->size);
        emit_object_end(d);
    }
    emit_array_end(d);
}

/* Appends `before`, and the number of `width` bytes at `offset` in small letters. */
static void line_part(struct line *line, const struct decoding *d, const char *before,
                      size_t offset, size_t width)
{
    line_add(line, before);
    line_add(line, "0x");
    line_lower(line, field_number(d, offset, width), 2 * (unsigned)width);
}

/* ---- 212: settings in indexed I/O, such as CMOS ---------------------------------------------- */

static const char *const checks[] = {
    [0] = "Word Checksum",
    [1] = "Byte Checksum",
    [2] = "CRC Checksum",
    [3] = "Negative Word Checksum",
};

static const struct field indexed_token[] = {
    {0, 2, FIELD_HEX, NULL, "token"},
    {2, 1, FIELD_HEX, NULL, "location"},
    {3, 1, FIELD_HEX, NULL, "and_mask"},
    {4, 1, FIELD_HEX, NULL, "or_mask"},
};

static void line_indexed_token(struct line *line, const struct decoding *d, size_t at)
{
    line_part(line, d, "", at, 2);
    line_part(line, d, " (location ", at + 2, 1);
    line_part(line, d, ", AND mask ", at + 3, 1);
    line_part(line, d, ", OR mask ", at + 4, 1);
    line_char(line, ')');
}

static void decode_indexed_tokens(const struct decoding *d)
{
    static const struct token token = {ROWS(indexed_token), .size = 5, .line = line_indexed_token};

    decode_tokens(d, &token);
}

static const struct field indexed_io[] = {
    {0x04, 2, FIELD_HEX, "Index Port", "index_port", .flags = LOWER},
    {0x06, 2, FIELD_HEX, "Data Port", "data_port", .flags = LOWER},
    {0x08, 1, FIELD_ENUM, "Type", "check_type", NAMES(checks)},
    {0x09, 1, FIELD_HEX, "Checked Range Start Index", "checked_range_start_index", .flags = LOWER},
    {0x0A, 1, FIELD_HEX, "Checked Range End Index", "checked_range_end_index", .flags = LOWER},
    {0x0B, 1, FIELD_HEX, "Check Value Index", "check_value_index", .flags = LOWER},
    {0x0C, 0, FIELD_CUSTOM, "Tokens", "tokens", .decode = decode_indexed_tokens},
};

static const struct schema schema_indexed_io = {212, "Dell Indexed I/O Access", ROWS(indexed_io),
                                                LENGTHS(0x0C), .since_3_7 = true};

/* ---- 218: settings and commands by calls of the firmware ------------------------------------- */

static const struct field called_token[] = {
    {0, 2, FIELD_HEX, NULL, "token"},
    {2, 2, FIELD_HEX, NULL, "location"},
    {4, 2, FIELD_HEX, NULL, "value"},
};

static void line_called_token(struct line *line, const struct decoding *d, size_t at)
{
    line_part(line, d, "", at, 2);
    line_part(line, d, " (location ", at + 2, 2);
    line_part(line, d, ", value ", at + 4, 2);
    line_char(line, ')');
}

static void decode_called_tokens(const struct decoding *d)
{
    static const struct token token = {ROWS(called_token), .size = 6, .line = line_called_token};

    decode_tokens(d, &token);
}

static const struct field token_interface[] = {
    {0x04, 2, FIELD_HEX, "Command I/O Address", "command_io_address", .flags = LOWER},
    {0x06, 1, FIELD_HEX, "Command I/O Code", "command_io_code", .flags = LOWER},
    {0x07, 4, FIELD_HEX, "Supported Command Classes Bitmap", "supported_command_classes",
     .flags = LOWER},
    {0x0B, 0, FIELD_CUSTOM, "Tokens", "tokens", .decode = decode_called_tokens},
};

static const struct schema schema_token_interface = {
    218, "Dell Token Interface", ROWS(token_interface), LENGTHS(0x0B), .since_3_7 = true};

static const struct schema *const all_dell[] = {&schema_flags, &schema_hotkeys, &schema_indexed_io,
                                                &schema_token_interface};
const struct schemas schemas_dell = SCHEMAS(all_dell);
