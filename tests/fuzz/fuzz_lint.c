/*
 * A byte that chooses, then a table through what looks at all of it: lint, summary's picture or
 * redaction.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "cli/picture.h"
#include "host/source.h"
#include "lint/lint.h"
#include "redact/redact.h"

/* Everything that is printed is ASCII, whatever the firmware wrote. */
static void check_ascii(const char *text)
{
    for (; *text; text++)
        HOLDS((*text >= 0x20 && *text < 0x7F) || *text == '\n');
}

static void take(void *context, const struct finding *finding)
{
    const struct source *source = context;
    char section[LINT_SECTION_SIZE];

    lint_section(finding, section);
    HOLDS(finding->rule < LINT_RULES && lint_rule_name(finding->rule));
    HOLDS(finding->offset <= source->table.size);
    HOLDS(section[0] >= '5' && section[0] <= '7' && section[1] == '.');
    check_ascii(finding->text);
}

static void check_picture(const struct source *source)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    const struct picture picture = {.out = out, .room = 70, .lines = 3};
    struct overview overview;

    HOLDS(out != NULL);
    HOLDS(overview_read(&source->table, &overview) == HWIDENT_OK);
    HOLDS(picture_print(&picture, &overview) == HWIDENT_OK);
    HOLDS(picture_print_findings(&picture, &source->table,
                                 source->has_entry_point ? &source->entry_point : NULL) ==
          HWIDENT_OK);
    overview_free(&overview);
    HOLDS(fclose(out) == 0);
    check_ascii(text);
    free(text);
}

static void check_lint(const struct source *source)
{
    const struct finding_sink sink = {take, (void *)source, SIZE_MAX};

    HOLDS(lint_table(&source->table, source->has_entry_point ? &source->entry_point : NULL,
                     &sink) == HWIDENT_OK);
}

/* The same structures at the same places; what was no string is none now. */
static void check_same_places(const struct hwident_table *before, const struct hwident_table *after)
{
    struct hwident_structure a = {0}, b = {0};
    int result;

    do {
        result = hwident_table_next(before, &a);
        HOLDS(hwident_table_next(after, &b) == result);
        HOLDS(a.offset == b.offset && a.size == b.size && a.type == b.type);
        HOLDS(a.handle == b.handle && a.length == b.length);
    } while (result == 1);
    for (size_t i = 0; i < before->size; i++)
        HOLDS((before->bytes[i] == 0) == (after->bytes[i] == 0));
}

static void check_redacted(const struct source *source)
{
    static const uint8_t key[REDACT_KEY_SIZE] = "any";
    struct hwident_table redacted = source->table;
    uint8_t *copy = malloc(redacted.size + 1);

    HOLDS(copy != NULL);
    if (redacted.size > 0)
        memcpy(copy, redacted.bytes, redacted.size);
    redacted.bytes = copy;
    HOLDS(redact_table(copy, &redacted, key) == HWIDENT_OK);
    check_same_places(&source->table, &redacted);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const checks[])(const struct source *) = {check_lint, check_picture,
                                                            check_redacted};
    size_t choice = fuzz_choice(&data, &size, sizeof checks / sizeof checks[0]);
    struct source source = {0};
    size_t entry_size = size < HWIDENT_ENTRY_POINT_MAX ? size : HWIDENT_ENTRY_POINT_MAX;

    source.has_entry_point = !hwident_entry_point_parse(data, entry_size, &source.entry_point);
    hwident_table_init(&source.table, data + entry_size, size - entry_size,
                       source.has_entry_point ? &source.entry_point : NULL);
    checks[choice](&source);
    return 0;
}
