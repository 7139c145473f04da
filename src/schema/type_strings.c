/*
 * What the firmware says in strings and lists of structures: types 11 to 14.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

/* Section 7.12 */

static const struct field oem_strings[] = {
    {0x04, 1, FIELD_STRINGS, "String", "strings"},
};

const struct schema schema_oem_strings = {11, "OEM Strings", ROWS(oem_strings), LENGTHS(0x05)};

/* Section 7.13 */

static const struct field configuration_options[] = {
    {0x04, 1, FIELD_STRINGS, "Option", "options"},
};

const struct schema schema_configuration_options = {12, "System Configuration Options",
                                                    ROWS(configuration_options), LENGTHS(0x05)};

/* Section 7.14 */

static const char *const language_formats[] = {"Long", "Abbreviated"};

/* The flags came with 2.1. */
static void decode_language_format(const struct decoding *d)
{
    uint32_t version = d->table->version;
    struct field field = *d->field;
    struct decoding here = *d;

    if (version != 0 && version < HWIDENT_SMBIOS(2, 1))
        field.label = NULL;
    here.field = &field;
    emit_enum(&here, field_number(d, field.offset, 1) & 0x01, field.names);
}

/* The languages are the first strings of the set. */
static void decode_languages(const struct decoding *d)
{
    uint64_t count = field_number(d, d->field->offset, 1);
    struct field field = field_member(d->field);
    struct decoding member = *d;
    struct line line = {0};

    line_number(&line, count);
    emit_array_begin(d, line.text);
    member.field = &field;
    count = strings_listed(d, count);
    for (uint64_t i = 1; i <= count; i++)
        emit_string(&member, (uint8_t)i);
    emit_array_end(d);
}

static const struct field language[] = {
    {0x05, 1, FIELD_CUSTOM, "Language Description Format", "language_description_format",
     NAMES(language_formats), .decode = decode_language_format},
    {0x04, 1, FIELD_CUSTOM, "Installable Languages", "installable_languages",
     .decode = decode_languages},
    {0x15, 1, FIELD_STRING, "Currently Installed Language", "current_language"},
};

const struct schema schema_language = {13, "Firmware Language Information", ROWS(language),
                                       LENGTHS(0x16), .older = "BIOS Language Information"};

/* Section 7.15 */

enum { GROUP_ITEMS = 0x05, GROUP_ITEM_SIZE = 3, FIRST_OEM_TYPE = 128 };

static const struct field group_item[] = {
    {0x00, 1, FIELD_NUMBER, NULL, "item_type"},
    {0x01, 2, FIELD_HANDLE, NULL, "item_handle"},
};

static void remark_group_item(const struct decoding *d, size_t offset)
{
    uint64_t type = field_number(d, offset, 1);
    struct line line;

    line_begin(&line);
    line_hex(&line, field_number(d, offset + 1, 2), 4);
    line_add(&line, " (");
    line_add(&line, type >= FIRST_OEM_TYPE ? "OEM-specific"
                                           : names_or_out_of_spec(d, &names_structure_type, type));
    line_char(&line, ')');
    emit_remark(d, NULL, line.text);
}

static void emit_group_item(const struct decoding *d, size_t offset)
{
    emit_object_begin(d, NULL, NULL);
    if (!d->sink->brief)
        remark_group_item(d, offset);
    schema_rows(d, group_item, sizeof group_item / sizeof group_item[0], offset, GROUP_ITEM_SIZE);
    emit_object_end(d);
}

/* As many as the length has room for. */
static void decode_group_items(const struct decoding *d)
{
    size_t count = (d->end - GROUP_ITEMS) / GROUP_ITEM_SIZE;
    struct line line = {0};

    line_number(&line, count);
    emit_array_begin(d, line.text);
    for (size_t i = 0; i < count; i++)
        emit_group_item(d, GROUP_ITEMS + GROUP_ITEM_SIZE * i);
    emit_array_end(d);
}

static const struct field group_associations[] = {
    {0x04, 1, FIELD_STRING, "Name", "group_name"},
    {0x04, 1, FIELD_CUSTOM, "Items", "items", .decode = decode_group_items},
};

const struct schema schema_group_associations = {14, "Group Associations", ROWS(group_associations),
                                                 LENGTHS(0x05)};
