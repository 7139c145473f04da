/*
 * A byte that chooses the manner, then a table through the renderers: JSON is whole and reads back,
 * text is lines of printable ASCII, and what text tells JSON tells too.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "render/json.h"
#include "render/text.h"

/* More characters than any byte of a table can ask for, and what a structure has without any. */
enum { TEXT_PER_BYTE = 600, TEXT_PER_STRUCTURE = 65536 };

struct manner {
    bool json, raw_json, both;
    struct text_options text;
};

static const struct manner manners[] = {
    {.text = {0}},
    {.text = {.quiet = true}},
    {.text = {.raw = true}},
    {.text = {.as_dmidecode = true}},
    {.text = {.dialect = DIALECT_3_6}},
    {.json = true},
    {.json = true, .raw_json = true},
    {.both = true},
};

static char *check_json(const struct hwident_table *table, enum vendor vendor,
                        const struct hwident_structure *s, bool raw)
{
    json_t *made = json_structure(table, vendor, s, raw);
    char *string = made ? json_dumps(made, JSON_COMPACT) : NULL;
    json_t *again = string ? json_loads(string, JSON_REJECT_DUPLICATES, NULL) : NULL;

    HOLDS(again != NULL && json_equal(made, again));
    HOLDS(strlen(string) < TEXT_PER_STRUCTURE + s->size * TEXT_PER_BYTE);
    HOLDS(json_is_integer(json_object_get(made, "type")));
    json_decref(made);
    json_decref(again);
    return string;
}

static char *check_text(const struct hwident_table *table, const struct hwident_structure *s,
                        const struct text_options *options)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct page page;

    HOLDS(out != NULL);
    page_begin(&page, out);
    text_structure(&page, table, s, options);
    page_flush(&page);
    HOLDS(fclose(out) == 0);
    HOLDS(size < TEXT_PER_STRUCTURE + s->size * TEXT_PER_BYTE);
    HOLDS(size == 0 || text[size - 1] == '\n');
    for (size_t i = 0; i < size; i++)
        HOLDS((text[i] >= 0x20 && text[i] < 0x7F) || text[i] == '\t' || text[i] == '\n');
    return text;
}

/*
 * Writes a name of its own over the start of each string that has room for one. Nothing else behind
 * the header looks like a name then.
 */
static void name_strings(uint8_t *bytes, const struct hwident_structure *s)
{
    const char *string;
    char name[5];
    size_t length;

    for (size_t i = 4; i < s->size; i++)
        if (bytes[i] == '@')
            bytes[i] = '?';
    for (unsigned n = 1; n <= UINT8_MAX; n++) {
        if (hwident_structure_string(s, (uint8_t)n, &string, &length))
            return;
        (void)snprintf(name, sizeof name, "@%03u", n);
        if (length >= strlen(name))
            memcpy(bytes + ((const uint8_t *)string - s->bytes), name, strlen(name));
    }
}

/* Text leaves out what no structure of that length had; what it shows stands in JSON. */
static void check_both(struct hwident_table table, struct hwident_structure s,
                       const struct text_options *manner)
{
    uint8_t *bytes = malloc(s.size);
    char *text, *json, name[5];

    HOLDS(bytes != NULL);
    memcpy(bytes, s.bytes, s.size);
    name_strings(bytes, &s);
    s.bytes = bytes;
    text = check_text(&table, &s, manner);
    json = check_json(&table, manner->vendor, &s, false);
    for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@')) {
        (void)snprintf(name, sizeof name, "%s", at);
        HOLDS(strstr(json, name));
    }
    free(text);
    free(json);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct manner manner = manners[fuzz_choice(&data, &size, sizeof manners / sizeof manners[0])];
    struct hwident_structure s = {0};
    struct hwident_entry_point ep;
    struct hwident_table table;
    size_t entry_size = size < HWIDENT_ENTRY_POINT_MAX ? size : HWIDENT_ENTRY_POINT_MAX;
    int err = hwident_entry_point_parse(data, entry_size, &ep);
    int result;

    hwident_table_init(&table, data + entry_size, size - entry_size, err ? NULL : &ep);
    manner.text.vendor = schema_vendor(&table);
    while ((result = hwident_table_next(&table, &s)) == 1 || result == HWIDENT_E_UNTERMINATED) {
        if (manner.both)
            check_both(table, s, &manner.text);
        else if (manner.json)
            free(check_json(&table, manner.text.vendor, &s, manner.raw_json));
        else
            free(check_text(&table, &s, &manner.text));
        if (result != 1)
            break;
    }
    return 0;
}
