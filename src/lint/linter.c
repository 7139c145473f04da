/*
 * What is wrong with the table and with each of its structures. SPDX-License-Identifier: MIT
 */
#include "lint/linter.h"

#include "schema/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MEMORY_ARRAY = 16,
    MEMORY_DEVICE = 17,
    FIRST_OEM_TYPE = 128,
    INACTIVE = 126,
    END_OF_TABLE = 127,
    LAST_HANDLE = 0xFEFF,
};

static const struct {
    const char *name;
    const char *section; /* NULL: that of the structure's type */
} rules[LINT_RULES] = {
    [LINT_ENTRY_VERSION] = {"entry-version", "5.2.1"},
    [LINT_STRUCTURE_COUNT] = {"structure-count", "5.2.1"},
    [LINT_STRUCTURE_MAX] = {"structure-max", "5.2.1"},
    [LINT_TABLE_LENGTH] = {"table-length", "5.2.1"},
    [LINT_BROKEN_STRUCTURE] = {"broken-structure", "6.1.2"},
    [LINT_END_OF_TABLE] = {"end-of-table", "5.2.2"},
    [LINT_REQUIRED_STRUCTURE] = {"required-structure", "6.2"},
    [LINT_ONE_ONLY] = {"one-only", "6.2"},
    [LINT_RESERVED_TYPE] = {"reserved-type", "6.1.2"},
    [LINT_HANDLE_RANGE] = {"handle-range", "6.1.2"},
    [LINT_HANDLE_DUPLICATE] = {"handle-duplicate", "6.1.2"},
    [LINT_SHORT_STRUCTURE] = {"short-structure", NULL},
    [LINT_CUT_FIELD] = {"cut-field", NULL},
    [LINT_STRING_UNUSED] = {"string-unused", "6.1.3"},
    [LINT_DEVICE_COUNT] = {"device-count", "6.2"},
    [LINT_STRING_MISSING] = {"string-missing", "6.1.3"},
    [LINT_STRING_CONTROL] = {"string-control", "6.1.3"},
    [LINT_RESERVED_VALUE] = {"reserved-value", NULL},
    [LINT_SIZES_DIFFER] = {"sizes-differ", NULL},
    [LINT_DANGLING_HANDLE] = {"dangling-handle", NULL},
    [LINT_REQUIRED_VALUE] = {"required-value", "6.2"},
    [LINT_DATE] = {"date", "7.1"},
    [LINT_PLACEHOLDER] = {"placeholder", NULL},
};

const char *lint_rule_name(enum lint_rule rule)
{
    return rules[rule].name;
}

void lint_section(const struct finding *finding, char section[LINT_SECTION_SIZE])
{
    unsigned type = finding->structure ? finding->structure->type : 0;

    /* Section 7.1 is about type 0; the sections of types 126 and 127 come after that of type 46. */
    if (type >= INACTIVE)
        type = type - INACTIVE + 47;
    if (rules[finding->rule].section)
        (void)snprintf(section, LINT_SECTION_SIZE, "%s", rules[finding->rule].section);
    else
        (void)snprintf(section, LINT_SECTION_SIZE, "7.%u", type + 1);
}

void linter_find(struct linter *l, enum lint_rule rule, size_t offset, const char *key,
                 const char *text)
{
    const struct finding finding = {rule, offset, l->structure, key, text};

    l->found++;
    l->sink->take(l->sink->context, &finding);
}

void linter_find_value(struct linter *l, enum lint_rule rule, const struct value *value,
                       const char *text)
{
    linter_find(l, rule, l->structure->offset + value->offset, value->key, text);
}

bool linter_lists(const struct linter *l)
{
    return l->found < l->sink->listed;
}

bool linter_has_handle(const struct linter *l, uint16_t handle)
{
    return l->defined[handle / 8] >> handle % 8 & 1;
}

bool linter_requires(const struct linter *l)
{
    return l->table->version >= HWIDENT_SMBIOS(2, 3);
}

/* Reports two numbers that differ and should be equal. */
static void find_difference(struct linter *l, enum lint_rule rule, size_t offset, const char *says,
                            uint64_t said, const char *is, uint64_t found)
{
    struct line line;

    line_begin(&line);
    if (linter_lists(l)) {
        line_add(&line, says);
        line_number(&line, said);
        line_add(&line, is);
        line_number(&line, found);
    }
    linter_find(l, rule, offset, NULL, line.text);
}

/* ---- the table ------------------------------------------------------------------------------ */

/* Collects what has to be known about all structures first. Returns the size of the largest. */
static size_t survey(struct linter *l)
{
    struct hwident_structure s = {0};
    size_t largest = 0;

    while (hwident_table_next(l->table, &s) == 1) {
        uint64_t array;

        l->types[s.type]++;
        l->defined[s.handle / 8] |= (uint8_t)(1 << s.handle % 8);
        if (s.type == MEMORY_DEVICE && hwident_structure_field(&s, 0x04, 2, &array))
            l->devices[array]++;
        if (s.size > largest)
            largest = s.size;
    }
    return largest;
}

static void check_entry_point(struct linter *l, const struct hwident_entry_point *ep,
                              size_t largest)
{
    struct hwident_walk walk;

    hwident_table_walk(l->table, &walk);
    if (ep->version != ep->version_stated)
        linter_find(l, LINT_ENTRY_VERSION, 0, NULL, "there never was the version that it states");
    if (walk.count_wrong && !walk.error)
        find_difference(l, LINT_STRUCTURE_COUNT, 0, "the entry point announces ", l->table->count,
                        " structures, there are ", walk.structures);
    if (ep->structure_max != 0 && ep->structure_max != largest && !walk.error)
        find_difference(l, LINT_STRUCTURE_MAX, 0, "the entry point announces ", ep->structure_max,
                        " bytes for the largest structure, it has ", largest);
    if (walk.length_wrong && !walk.error)
        find_difference(l, LINT_TABLE_LENGTH, walk.bytes, "the entry point announces ",
                        l->table->size, " bytes, the structures have ", walk.bytes);
    if (ep->anchor == HWIDENT_ANCHOR_SM3 && !walk.error && l->types[END_OF_TABLE] == 0)
        linter_find(l, LINT_END_OF_TABLE, walk.offset, NULL, "no structure of type 127");
}

/*
 * Section 6.2. Types 7 and 9 are required too, but only for caches outside the processor and for
 * slots that can be filled, and a table does not say whether there are any.
 */
static void check_required(struct linter *l)
{
    static const uint8_t required[] = {0, 1, 3, 4, MEMORY_ARRAY, MEMORY_DEVICE, 19, 32};

    if (!linter_requires(l))
        return;
    for (size_t i = 0; i < sizeof required; i++) {
        struct line line = {0};

        if (l->types[required[i]] > 0)
            continue;
        line_add(&line, "no ");
        line_add(&line, schema_of(required[i])->title);
        line_add(&line, " (type ");
        line_number(&line, required[i]);
        line_char(&line, ')');
        linter_find(l, LINT_REQUIRED_STRUCTURE, 0, NULL, line.text);
    }
    if (l->types[0] > 1)
        linter_find(l, LINT_ONE_ONLY, 0, NULL, "several structures of type 0");
}

/* ---- a structure ---------------------------------------------------------------------------- */

static void check_header(struct linter *l, uint8_t seen[HANDLES / 8])
{
    const struct hwident_structure *s = l->structure;
    uint8_t *byte = &seen[s->handle / 8], bit = (uint8_t)(1 << s->handle % 8);

    if (!schema_of(s->type) && s->type < FIRST_OEM_TYPE)
        linter_find(l, LINT_RESERVED_TYPE, s->offset, NULL, "the specification has no such type");
    if (s->handle > LAST_HANDLE && l->table->version >= HWIDENT_SMBIOS(2, 1))
        linter_find(l, LINT_HANDLE_RANGE, s->offset + 2, NULL, "handles end at 0xFEFF");
    if (*byte & bit)
        linter_find(l, LINT_HANDLE_DUPLICATE, s->offset + 2, NULL,
                    "an earlier structure has this handle");
    *byte |= bit;
}

static void check_length(struct linter *l, const struct schema *schema)
{
    const struct hwident_structure *s = l->structure;

    if (schema->lengths && s->length < schema->lengths[0]) {
        find_difference(l, LINT_SHORT_STRUCTURE, s->offset + 1, "of ", s->length,
                        " bytes, the oldest form has ", schema->lengths[0]);
        return;
    }
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *f = &schema->fields[i];

        if (f->offset >= s->length || (size_t)f->offset + f->width <= s->length)
            continue;
        linter_find(l, LINT_CUT_FIELD, s->offset + f->offset, f->key,
                    "the structure ends inside of it");
        return;
    }
}

static void check_devices(struct linter *l)
{
    const struct hwident_structure *s = l->structure;
    uint64_t count;

    if (s->type == MEMORY_ARRAY && hwident_structure_field(s, 0x0D, 2, &count) &&
        count != l->devices[s->handle])
        find_difference(l, LINT_DEVICE_COUNT, s->offset + 0x0D, "says ", count,
                        " memory devices, there are ", l->devices[s->handle]);
}

static void check_structure(struct linter *l, uint8_t seen[HANDLES / 8])
{
    const struct schema *schema = schema_of(l->structure->type);

    check_header(l, seen);
    if (!schema)
        return;
    check_length(l, schema);
    if (linter_requires(l))
        check_devices(l);
    linter_fields(l, schema);
}

struct linter *lint_new(void)
{
    return malloc(sizeof(struct linter));
}

void lint_with(struct linter *l, const struct hwident_table *table,
               const struct hwident_entry_point *ep, const struct finding_sink *sink)
{
    struct hwident_structure s = {0};
    uint8_t seen[HANDLES / 8] = {0};
    size_t largest;
    int result;

    memset(l, 0, sizeof *l);
    l->table = table;
    l->sink = sink;
    largest = survey(l);
    if (ep)
        check_entry_point(l, ep, largest);
    check_required(l);
    l->structure = &s;
    while ((result = hwident_table_next(table, &s)) == 1)
        check_structure(l, seen);
    if (result < 0)
        linter_find(l, LINT_BROKEN_STRUCTURE, s.offset, NULL, hwident_error_text(result));
}

int lint_table(const struct hwident_table *table, const struct hwident_entry_point *ep,
               const struct finding_sink *sink)
{
    struct linter *l = lint_new();

    if (!l)
        return HWIDENT_E_MEMORY;
    lint_with(l, table, ep, sink);
    free(l);
    return HWIDENT_OK;
}
