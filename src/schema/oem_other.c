/*
 * Structures of Acer, and of Lenovo and IBM.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* ---- Acer 170: which keys do what ------------------------------------------------------------ */

/* The same word, which the text shows as a number and then bit by bit. */
static const struct field communication[] = {
    {0x04, 2, FIELD_FLAG, "WiFi", "wifi", NAMES(no_yes), .mask = 1 << 0},
    {0x04, 2, FIELD_FLAG, "3G", "3g", NAMES(no_yes), .mask = 1 << 6},
    {0x04, 2, FIELD_FLAG, "WiMAX", "wimax", NAMES(no_yes), .mask = 1 << 7},
    {0x04, 2, FIELD_FLAG, "Bluetooth", "bluetooth", NAMES(no_yes), .mask = 1 << 11},
};

static void decode_communication(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 2);
    struct line line = {0};

    line_add(&line, "0x");
    line_lower(&line, bits, 4);
    emit_group_begin(d, d->field->label ? line.text : NULL);
    schema_rows(d, communication, sizeof communication / sizeof communication[0], 0, d->end);
    emit_object_end(d);
}

static const struct field hotkeys[] = {
    {0x04, 2, FIELD_CUSTOM, "Function bitmap for Communication Button", "communication_button",
     .decode = decode_communication},
    {0x06, 2, FIELD_HEX, "Function bitmap for Application Button", "application_button",
     .flags = LOWER},
    {0x08, 2, FIELD_HEX, "Function bitmap for Media Button", "media_button", .flags = LOWER},
    {0x0A, 2, FIELD_HEX, "Function bitmap for Display Button", "display_button", .flags = LOWER},
    {0x0C, 2, FIELD_HEX, "Function bitmap for Others Button", "others_button", .flags = LOWER},
    {0x0E, 1, FIELD_NUMBER, "Communication Function Key Number", "communication_function_key"},
};

static const struct schema schema_hotkeys = {170, "Acer Hotkey Function", ROWS(hotkeys),
                                             LENGTHS(0x0F)};

static const struct schema *const all_acer[] = {&schema_hotkeys};
const struct schemas schemas_acer = SCHEMAS(all_acer);

/* ---- Lenovo ---------------------------------------------------------------------------------- */

/* Type 131 of this length with this first string; other firmware uses 131 for other things. */
enum { THINKVANTAGE_LENGTH = 0x16 };

/*@ requires structure_whole(s); */
static bool is_thinkvantage(const struct hwident_structure *s)
{
    static const char name[] = "TVT-Enablement";
    const char *string;
    size_t size;

    return s->length == THINKVANTAGE_LENGTH &&
           hwident_structure_string(s, 1, &string, &size) == HWIDENT_OK &&
           size == sizeof name - 1 && bytes_are((const uint8_t *)string, size, 0, name);
}

/* The strings are in this order, whatever the fields say. */
static void decode_first_string(const struct decoding *d)
{
    emit_string(d, 1);
}

static void decode_second_string(const struct decoding *d)
{
    emit_string(d, 2);
}

static const char *const diagnostics[] = {"No", "Available"};

static const struct field thinkvantage[] = {
    {0x04, 0, FIELD_CUSTOM, NULL, "name", .decode = decode_first_string},
    {0x04, 1, FIELD_NUMBER, "Version", "version"},
    {0x14, 1, FIELD_FLAG, "Diagnostics", "diagnostics_available", NAMES(diagnostics), .mask = 0x80},
};

static const struct schema schema_thinkvantage = {131, "ThinkVantage Technologies",
                                                  ROWS(thinkvantage), .is = is_thinkvantage};

/* Whether the structure is at least `length` long and has `bytes` after its header. */
static bool is_signed(const struct hwident_structure *s, size_t length, const uint8_t *bytes,
                      size_t size)
{
    uint64_t byte;

    for (size_t i = 0; i < size; i++)
        if (!hwident_structure_field(s, 4 + i, 1, &byte) || byte != bytes[i])
            return false;
    return s->length >= length;
}

/* Type 135: the signature TP, which of several structures it is, and version 1. */
static bool is_presence(const struct hwident_structure *s)
{
    static const uint8_t signature[] = {'T', 'P', 7, 3, 1};

    return is_signed(s, 0x0A, signature, sizeof signature);
}

static const char *const presence[] = {"No", "Present"};

static const struct field devices[] = {
    {0x09, 1, FIELD_FLAG, "Fingerprint Reader", "fingerprint_reader_present", NAMES(presence),
     .mask = 1},
};

static const struct schema schema_presence = {135, "ThinkPad Device Presence Detection",
                                              ROWS(devices), .is = is_presence};

/* Type 140: as 135, with the signature LENOVO. */
static bool is_embedded_controller(const struct hwident_structure *s)
{
    static const uint8_t signature[] = {'L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1};

    return is_signed(s, 0x0F, signature, sizeof signature);
}

static const struct field embedded_controller[] = {
    {0x0D, 1, FIELD_CUSTOM, "Version ID", "version_id", .decode = decode_first_string},
    {0x0E, 1, FIELD_CUSTOM, "Release Date", "release_date", .decode = decode_second_string},
};

static const struct schema schema_embedded_controller = {
    140, "ThinkPad Embedded Controller Program", ROWS(embedded_controller),
    .is = is_embedded_controller};

static const struct schema *const all_lenovo[] = {&schema_thinkvantage, &schema_presence,
                                                  &schema_embedded_controller};
const struct schemas schemas_lenovo = SCHEMAS(all_lenovo);
