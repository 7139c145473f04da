/*
 * What is wrong in a structure's fields, as its rows decode them. SPDX-License-Identifier: MIT
 */
#include "lint/linter.h"

#include "schema/catalogue.h"
#include "schema/references.h"
#include "smbios/bytes.h"

#include <string.h>

enum { CACHE = 7 };

/*
 * Section 6.2: values that every structure of the type must have, whatever it describes. "Unknown"
 * in an enumeration does not count as a value.
 */
static const struct required {
    uint8_t type;
    const char *key;
} required[] = {
    {0, "firmware_version"},
    {0, "firmware_release_date"},
    {1, "manufacturer"},
    {1, "product_name"},
    {3, "manufacturer"},
    {3, "type"},
    {4, "socket_designation"},
    {4, "processor_type"},
    {4, "max_speed_hertz"},
    {4, "processor_upgrade"},
    {9, "slot_designation"},
    {9, "slot_type"},
    {9, "slot_data_bus_width"},
    {16, "location"},
    {16, "use"},
    {16, "memory_error_correction"},
    {17, "device_locator"},
    {17, "form_factor"},
    {.key = NULL},
};

/* The first of the type's rows in the list, or its end. */
static const struct required *required_of(uint8_t type)
{
    const struct required *row = required;

    while (row->key && row->type != type)
        row++;
    return row;
}

static bool is_required(const struct linter *l, const char *key)
{
    for (const struct required *row = l->required; row->key && row->type == l->structure->type;
         row++)
        if (key && strcmp(row->key, key) == 0)
            return linter_requires(l);
    return false;
}

/* ---- kinds of values ------------------------------------------------------------------------ */

static void check_absent(struct linter *l, const struct value *value)
{
    if (value->absent == HWIDENT_E_BAD_INDEX)
        linter_find_value(l, LINT_STRING_MISSING, value, "its string is not in the set");
    else if (is_required(l, value->key))
        linter_find_value(l, LINT_REQUIRED_VALUE, value, "has no value");
}

/* A finding whose text has the value's number in so many hexadecimal digits. */
static void find_number(struct linter *l, enum lint_rule rule, const struct value *value,
                        const char *before, unsigned digits, const char *after)
{
    struct line line;

    line_begin(&line);
    if (linter_lists(l)) {
        line_add(&line, before);
        line_hex(&line, value->number, digits);
        line_add(&line, after);
    }
    linter_find_value(l, rule, value, line.text);
}

static void find_reserved(struct linter *l, const struct value *value, const char *what)
{
    find_number(l, LINT_RESERVED_VALUE, value, "the value ", 2, what);
}

/* Most names differ in their first letter. */
static bool is_word(const char *name, const char *word)
{
    return *name == *word && strcmp(name, word) == 0;
}

static void check_enum(struct linter *l, const struct value *value)
{
    if (!value->name)
        find_reserved(l, value, " has no meaning");
    else if (is_word(value->name, "Reserved"))
        find_reserved(l, value, " is reserved");
    else if (is_required(l, value->key) && is_word(value->name, "Unknown"))
        linter_find_value(l, LINT_REQUIRED_VALUE, value, "is Unknown, where it has to be known");
}

static void check_handle(struct linter *l, const struct value *value)
{
    /* 0xFFFE and 0xFFFF are not handles: they mean "not provided" and "none". */
    if (value->number < 0xFFFE && !linter_has_handle(l, (uint16_t)value->number))
        find_number(l, LINT_DANGLING_HANDLE, value, "no structure has the handle ", 4, "");
}

static void check_uuid(struct linter *l, const struct value *value)
{
    struct hwident_component c;
    uint8_t uuid[16];

    if (hwident_uuid_parse(value->text, uuid, NULL) == HWIDENT_OK &&
        hwident_component_grade('u', uuid, sizeof uuid, 0, &c) == HWIDENT_OK &&
        c.grade == HWIDENT_GRADE_PLACEHOLDER)
        linter_find_value(l, LINT_PLACEHOLDER, value, "many machines have this UUID");
}

static void check_unused(struct linter *l)
{
    const struct references *strings = l->strings;

    for (size_t i = 0; i < strings->count; i++) {
        struct line line;

        if (strings->used[i])
            continue;
        line_begin(&line);
        if (linter_lists(l)) {
            line_add(&line, "no field refers to string ");
            line_number(&line, i + 1);
        }
        linter_find(l, LINT_STRING_UNUSED, l->structure->offset, NULL, line.text);
    }
}

static void take(void *context, const struct value *value)
{
    struct linter *l = context;
    size_t place = references_mark(l->strings, value);

    if (value->flags & HANDLE)
        check_handle(l, value);
    else if (value->flags & UUID)
        check_uuid(l, value);
    else if (value->kind == VALUE_ABSENT)
        check_absent(l, value);
    else if (value->kind == VALUE_ENUM)
        check_enum(l, value);
    else if (value->kind == VALUE_STRING)
        linter_string(l, value, place);
}

/* Nothing can be wrong with a number, except that one that is required is missing. */
static bool wants(void *context, const struct field *row)
{
    switch (row->kind) {
    case FIELD_NUMBER:
    case FIELD_SIZE:
    case FIELD_HEX:
    case FIELD_FLAG:
    case FIELD_BITS:
    case FIELD_VERSION:
    case FIELD_BCD:
    case FIELD_BYTES:
        return is_required(context, row->key);
    default:
        return true;
    }
}

/* Section 7.8: a size in KiB, or with the highest bit in units of 64 KiB. */
static uint64_t cache_kib(const struct hwident_structure *s, size_t offset, size_t width)
{
    uint64_t size = 0, high = (uint64_t)1 << (8 * width - 1);

    (void)hwident_structure_field(s, offset, width, &size);
    return (size & (high - 1)) << (size & high ? 6 : 0);
}

/* A cache's sizes are in words and, since 3.1, again in double words. */
static void check_cache(struct linter *l)
{
    static const struct {
        size_t word, long_word;
        uint64_t largest; /* KiB in the word, which then refers to the double word */
        const char *key;
    } sizes[] = {{0x07, 0x13, 0x7FFFULL << 6, "maximum_size_bytes"},
                 {0x09, 0x17, 0x7FFFULL << 6, "installed_size_bytes"}};

    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        const struct hwident_structure *s = l->structure;
        uint64_t kib = cache_kib(s, sizes[i].word, 2), again;
        uint64_t raw;

        if (!hwident_structure_field(s, sizes[i].long_word, 4, &raw))
            return;
        again = cache_kib(s, sizes[i].long_word, 4);
        if (again != kib && kib < sizes[i].largest)
            linter_find(l, LINT_SIZES_DIFFER, s->offset + sizes[i].long_word, sizes[i].key,
                        "the long word has another size than the word");
    }
}

void linter_fields(struct linter *l, const struct schema *schema)
{
    const struct sink sink = {.take = take, .context = l, .wants = wants, .brief = true};
    struct references strings;

    references_strings(l->structure, &strings);
    l->strings = &strings;
    linter_strings_begin(l);
    l->required = required_of(l->structure->type);
    schema_decode(schema, l->table, l->structure, &sink);
    if (schema->type == CACHE)
        check_cache(l);
    if (schema->count > 0) /* an inactive structure has strings but no fields for them */
        check_unused(l);
}
