/*
 * Listings: what schemas make of many structures, line by line as a file beside the tests has it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_TESTS_SCHEMA_LISTING_H
#define HWIDENT_TESTS_SCHEMA_LISTING_H

#include "schema_values.h"

enum { HEADER = 4 };

/*
 * The value as both outputs have it: for JSON, and where the text says something else that too, or ~
 * where it has no line; of a private one also where it stands, since redaction goes by that.
 */
static inline void take(void *context, const struct value *value)
{
    FILE *out = context;

    if (value->kind == VALUE_REMARK) {
        fprintf(out, "(%s: %s) ", value->label ? value->label : "", value->text);
        return;
    }
    record(out, value);
    if (value->text && value->kind != VALUE_STRING && value->kind != VALUE_TEXT &&
        value->kind != VALUE_NAME)
        fprintf(out, "\"%s\" ", value->text);
    if (value->kind == VALUE_ENUM && value->name && strcmp(value->name, value->text) != 0)
        fprintf(out, "<%s> ", value->name);
    if (value->kind == VALUE_ABSENT)
        fprintf(out, "%s ", hwident_error_tag(value->absent));
    if (value->key && !value->label)
        fputs("~ ", out);
    if (value->flags & PRIVATE && value->span > 0)
        fprintf(out, "@%02zX+%u ", value->offset, value->span);
}

static inline void printable(char *text)
{
    for (; *text; text++)
        if (*text < 0x20 || *text > 0x7E)
            *text = '.';
}

static inline size_t words_in(const char *text, size_t size)
{
    size_t words = 0;

    for (size_t i = 0; i < size; i++)
        words += text[i] == ' ';
    return words;
}

/* What of `now` is not as in `before`, in whole words, and in the place of how many. */
static inline char *difference(const char *before, const char *now)
{
    size_t start = 0, tail = 0, size = strlen(now), old = strlen(before), gone;
    char *text;

    while (now[start] && now[start] == before[start])
        start++;
    while (start > 0 && now[start - 1] != ' ')
        start--;
    while (tail < size - start && tail < old - start &&
           now[size - tail - 1] == before[old - tail - 1])
        tail++;
    while (tail > 0 && now[size - tail] != ' ')
        tail--;
    gone = words_in(before + start, old - tail - start);
    if (gone == 0)
        return strndup(now + start, size - tail - start);
    assert_true(asprintf(&text, "(-%zu) %.*s", gone, (int)(size - tail - start), now + start) > 0);
    return text;
}

/* What a schema makes of the structure, or of one row of it; NULL: all. To be freed. */
static inline char *taken(const struct schema *schema, const struct field *row,
                          const struct built *one, enum dialect dialect)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    const struct sink sink = {take, out, dialect};

    assert_non_null(out);
    if (row)
        schema_field(schema, row, &one->table, &one->structure, &sink);
    else if (schema)
        schema_decode(schema, &one->table, &one->structure, &sink);
    fclose(out);
    printable(text);
    return text;
}

/* What is shown of a structure, and held in it. */
struct look {
    char *text, *values;
};

static inline struct look look_of(const struct built *one, const struct schema *schema,
                                  const struct text_options *options)
{
    return (struct look){text_of(one, options), taken(schema, NULL, one, options->dialect)};
}

static inline void look_away(const struct look *look)
{
    free(look->text);
    free(look->values);
}

static inline bool is_other(const struct look *a, const struct look *b)
{
    return strcmp(a->text, b->text) != 0 || strcmp(a->values, b->values) != 0;
}

/* The lines of `text` that `other` has not. */
static inline void print_lines_beside(FILE *out, const char *mark, const char *text,
                                      const char *other)
{
    while (*text) {
        int size = (int)strcspn(text, "\n") + 1;
        char *line = strndup(text, (size_t)size);

        if (!strstr(other, line))
            fprintf(out, "%s%s", mark, line);
        free(line);
        text += size;
    }
}

/* Lines that are gone, lines that are new, and what the values are instead. */
static inline void print_other(FILE *out, const struct look *look, const struct look *before)
{
    char *values = difference(before->values, look->values);

    print_lines_beside(out, "-", before->text, look->text);
    print_lines_beside(out, "+", look->text, before->text);
    if (strcmp(look->values, before->values) != 0)
        fprintf(out, "= %s\n", values);
    free(values);
}

/* Lists what this length shows that the one `before` didn't, and takes its place. */
static inline void print_length(FILE *out, size_t length, struct look look, struct look *before)
{
    if (is_other(&look, before)) {
        fprintf(out, "-- length 0x%02zX\n", length);
        print_other(out, &look, before);
    }
    look_away(before);
    *before = look;
}

static inline void assert_listed(const char *file, void (*print)(FILE *out))
{
    FILE *listing = fopen(file, "r");
    char *text, *line = NULL, *rest;
    size_t size, room = 0, number = 0;
    FILE *out = open_memstream(&text, &size);

    assert_true(listing && out);
    print(out);
    fclose(out);
    rest = text;
    while (getline(&line, &room, listing) >= 0) {
        size_t length = strlen(line);

        number++;
        if (strncmp(rest, line, length) != 0)
            fail_msg("%s:%zu: %.*s is now %.*s", file, number, (int)length - 1, line,
                     (int)strcspn(rest, "\n"), rest);
        rest += length;
    }
    assert_string_equal(rest, "");
    free(line);
    free(text);
    fclose(listing);
}

/* With an argument the listing is written there. */
static inline int listing_main(const char *file, void (*print)(FILE *out))
{
    FILE *out = fopen(file, "w");

    if (!out)
        return 1;
    print(out);
    return fclose(out) != 0;
}

#endif
