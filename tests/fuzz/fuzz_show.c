/*
 * A byte that chooses the manner, then a table through the renderers: JSON is whole and reads back,
 * text is lines of printable ASCII, and what text tells JSON tells too.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "render/json_structure.h"
#include "render/text.h"

#include <yajl/yajl_tree.h>

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

/* No object has a key twice. Our JSON is a few levels deep, and so is this. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void check_keys(yajl_val value)
{
    if (YAJL_IS_ARRAY(value))
        for (size_t i = 0; i < value->u.array.len; i++)
            check_keys(value->u.array.values[i]);
    if (!YAJL_IS_OBJECT(value))
        return;
    for (size_t i = 0; i < value->u.object.len; i++) {
        check_keys(value->u.object.values[i]);
        for (size_t j = 0; j < i; j++)
            HOLDS(strcmp(value->u.object.keys[i], value->u.object.keys[j]) != 0);
    }
}

static char *check_json(const struct hwident_table *table, const struct hwident_structure *s,
                        const struct json_options *options)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct page page;
    struct json json;
    yajl_val read;

    HOLDS(out != NULL);
    page_begin(&page, out);
    json_begin(&json, &page);
    json_structure(&json, table, s, false, options);
    page_flush(&page);
    HOLDS(fclose(out) == 0);
    HOLDS(json.depth == 0 && size < TEXT_PER_STRUCTURE + s->size * TEXT_PER_BYTE);
    read = yajl_tree_parse(text, NULL, 0);
    HOLDS(read != NULL);
    check_keys(read);
    yajl_tree_free(read);
    return text;
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
    json = check_json(&table, &s, &(struct json_options){.vendor = manner->vendor});
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
            free(check_json(
                &table, &s,
                &(struct json_options){.raw = manner.raw_json, .vendor = manner.text.vendor}));
        else
            free(check_text(&table, &s, &manner.text));
        if (result != 1)
            break;
    }
    return 0;
}
