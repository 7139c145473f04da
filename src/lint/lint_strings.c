/*
 * What is wrong in a structure's strings. SPDX-License-Identifier: MIT
 */
#include "lint/linter.h"

#include "smbios/bytes.h"

#include <string.h>

/*
 * What is known of a string, whatever field refers to it. All devices of a structure can have the
 * same one.
 */
enum note { NOTED = 1, HAS_CONTROL = 2, IS_TEMPLATE = 4 };

/* Whether words begin at `at` with which mainboard makers ask the system's seller for a text. */
static bool asks_at(const struct value *value, size_t at)
{
    static const char *const words[] = {"filled", "fill by", "default string"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (bytes_are_in_any_case(value->bytes, value->size, at, words[i]))
            return true;
    return false;
}

static uint8_t note(const struct value *value)
{
    uint8_t notes = NOTED;

    for (size_t at = 0; at < value->size; at++) {
        uint8_t byte = value->bytes[at], letter = byte_lower(byte);

        if (byte < 0x20 || byte == 0x7F)
            notes |= HAS_CONTROL;
        /* The words' first letters: most bytes need no closer look. */
        if ((letter == 'f' || letter == 'd') && asks_at(value, at))
            notes |= IS_TEMPLATE;
    }
    return notes;
}

void linter_strings_begin(struct linter *l)
{
    memset(l->notes, 0, l->strings->count);
}

/* The notes of the string at `place` in the set. */
static uint8_t notes_of(struct linter *l, const struct value *value, size_t place)
{
    if (place >= REFERENCES)
        return note(value);
    if (!l->notes[place])
        l->notes[place] = note(value);
    return l->notes[place];
}

/* Section 7.1: mm/dd/yyyy; a year of two digits is allowed only before 2.3. */
static bool is_date(const struct linter *l, const struct value *value)
{
    static const char form[] = "00/00/0000";
    size_t size = linter_requires(l) || value->size > 8 ? 10 : 8;

    if (value->size != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (form[i] == '0' ? value->bytes[i] < '0' || value->bytes[i] > '9'
                           : value->bytes[i] != '/')
            return false;
    return true;
}

/* Identity's rules apply where the value should be unique, unless it belongs to an empty slot. */
static bool is_placeholder(const struct linter *l, const struct value *value, uint8_t notes)
{
    const struct schema *schema = schema_of(l->structure->type);
    struct hwident_component c;

    if (!(value->flags & PRIVATE))
        return notes & IS_TEMPLATE;
    if (value->flags & WHEN_FULL && schema->full && !schema->full(l->structure))
        return false;
    (void)hwident_component_grade('s', value->bytes, value->size, 0, &c);
    /* Two characters are too short to identify a machine, but somebody did fill them in. */
    return c.grade == HWIDENT_GRADE_PLACEHOLDER && strcmp(c.rule, "too-short") != 0;
}

static void find_placeholder(struct linter *l, const struct value *value)
{
    struct line line;

    line_begin(&line);
    if (linter_lists(l)) {
        line_add(&line, "never filled in: '");
        line_bytes(&line, value->bytes, value->size);
        line_char(&line, '\'');
    }
    linter_find_value(l, LINT_PLACEHOLDER, value, line.text);
}

void linter_string(struct linter *l, const struct value *value, size_t place)
{
    uint8_t notes = notes_of(l, value, place);

    if (notes & HAS_CONTROL)
        linter_find_value(l, LINT_STRING_CONTROL, value, "control characters in its string");
    if (l->structure->type == 0 && value->key && strcmp(value->key, "firmware_release_date") == 0 &&
        !is_date(l, value))
        linter_find_value(l, LINT_DATE, value, "not written as mm/dd/yyyy");
    if (is_placeholder(l, value, notes))
        find_placeholder(l, value);
}
