/*
 * Wrong calls: each returns the error that hwident.h documents, and none crashes. The
 * arguments are a good dump file and a folder without tables.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned passed, failed;

static void check(const char *what, long long got, long long expected)
{
    got == expected ? passed++ : failed++;
    if (got != expected)
        printf("FAIL %s: %lld instead of %lld\n", what, got, expected);
}

#define IS(call, expected) check(#call, (long long)(call), (long long)(expected))

static int count(void *context, const struct hwident_field *field)
{
    ++*(int *)context;
    return field->size == sizeof *field ? 0 : -1;
}

static int stop(void *context, const struct hwident_field *field)
{
    (void)field;
    ++*(int *)context;
    return 42;
}

/* ---- The struct of options ------------------------------------------------------------------- */

/* The struct of a later version: today's with one more member. */
struct later {
    struct hwident_options today;
    uint64_t more;
};

static int open_with(const void *options)
{
    hwident *h;
    int err = hwident_open_with(options, &h);

    if (!h)
        return HWIDENT_E_MEMORY;
    if (err && strlen(hwident_why(h, err)) == 0)
        err = 0;
    hwident_close(h);
    return err;
}

static void options_of_any_size(const char *dump, const char *folder)
{
    struct later later = {.today = {.size = sizeof later, .dump = dump}};
    struct hwident_options o = {.size = sizeof o, .dump = dump};

    IS(open_with(&o), 0);
    IS(open_with(&later), 0);
    later.more = 1;
    IS(open_with(&later), HWIDENT_E_USAGE);
    later.more = (uint64_t)1 << 63;
    IS(open_with(&later), HWIDENT_E_USAGE);
    /* A member that an older program's struct does not have is not read. */
    o.size = offsetof(struct hwident_options, assumed_version);
    o.flags = ~(uint32_t)0;
    o.uuid_order = 77;
    IS(open_with(&o), 0);
    o.size = offsetof(struct hwident_options, dump);
    o.tables = folder;
    IS(open_with(&o), HWIDENT_E_MISSING);
    o.size = 0;
    IS(open_with(&o), HWIDENT_E_USAGE);
    o.size = sizeof(size_t) - 1;
    IS(open_with(&o), HWIDENT_E_USAGE);
    o.size = 4097;
    IS(open_with(&o), HWIDENT_E_USAGE);
    o.size = SIZE_MAX;
    IS(open_with(&o), HWIDENT_E_USAGE);
}

static void options_that_do_not_exist(const char *dump, const char *folder)
{
    struct hwident_options o = {.size = sizeof o, .dump = dump, .tables = folder};

    IS(open_with(&o), HWIDENT_E_USAGE);
    o.tables = NULL;
    o.flags = 1U << 31;
    IS(open_with(&o), HWIDENT_E_USAGE);
    o.flags = 0;
    o.uuid_order = HWIDENT_UUID_BE + 1;
    IS(open_with(&o), HWIDENT_E_USAGE);
    o.uuid_order = HWIDENT_UUID_BE;
    o.rules = HWIDENT_RULES + 1;
    IS(open_with(&o), HWIDENT_E_RULES);
    o.rules = HWIDENT_RULES;
    IS(open_with(&o), 0);
    o.flags = HWIDENT_KERNEL_ONLY;
    IS(open_with(&o), HWIDENT_E_PROVENANCE);
    o.flags = HWIDENT_TRUSTED;
    IS(open_with(&o), HWIDENT_E_PROVENANCE);
    IS(hwident_open_with(&o, NULL), HWIDENT_E_USAGE);
    IS(hwident_open(NULL, NULL), HWIDENT_E_USAGE);
    IS(hwident_open_dump(dump, NULL), HWIDENT_E_USAGE);
}

/* ---- No handle, and one whose tables could not be opened ---------------------------------------- */

static void values(hwident *h, int expected)
{
    struct hwident_structure structure = HWIDENT_START;
    const struct hwident_component *component = (const void *)&structure;
    const struct hwident_virtual *found = (const void *)&structure;
    enum hwident_verdict verdict = HWIDENT_SAME;
    char text[64] = "untouched";
    const char *value = NULL;
    int fields = 0;

    IS(hwident_get(h, "system-uuid", text, sizeof text), expected);
    IS(hwident_value(h, "system-uuid", &value), expected);
    IS(strcmp(value, ""), 0);
    IS(hwident_check(h), expected);
    IS(hwident_component(h, HWIDENT_PROFILE_UUID, &component), expected);
    IS(component == NULL, 1);
    IS(hwident_virtual(h, &found), expected);
    IS(found == NULL, 1);
    IS(hwident_code(h, "app", NULL, 0, text, sizeof text), expected);
    IS(hwident_match(h, "00112233-4455-6677-8899-aabbccddeeff", NULL, NULL, 0, &verdict), expected);
    IS(verdict, HWIDENT_DIFFERENT);
    IS(hwident_fields(h, &structure, count, &fields), expected);
    IS(fields, 0);
    IS(hwident_dump(h, "/nowhere/at/all"), expected);
    IS(hwident_json(h, "show", NULL, &value, NULL), expected);
    IS(value != NULL, h != NULL);
    IS(strcmp(text, "untouched"), 0);
    IS(hwident_needed(h), 0);
    IS(hwident_table(h) == NULL, 1);
    IS(hwident_entry_point(h) == NULL, 1);
    IS(hwident_provenance(h), HWIDENT_PROVENANCE_NONE);
    IS(strcmp(hwident_source(h), ""), 0);
    IS(hwident_smbios_version(h), 0);
    IS(strcmp(hwident_smbios_version_from(h), "unknown"), 0);
    IS(hwident_note(h, 0) == NULL, 1);
    IS(strlen(hwident_why(h, expected)) > 0, 1);
    IS(strlen(hwident_cause(h, expected)) > 0, 1);
    IS(strlen(hwident_remedy(h, expected)) > 0, 1);
    IS(strcmp(hwident_why(h, 0), "no error"), 0);
    IS(strcmp(hwident_cause(h, 0), "no error"), 0);
    IS(strcmp(hwident_remedy(h, 0), ""), 0);
}

static void after_a_failed_open(const char *folder)
{
    hwident *h;

    IS(hwident_open(folder, &h), HWIDENT_E_MISSING);
    values(h, HWIDENT_E_MISSING);
    values(h, HWIDENT_E_MISSING);
    hwident_close(h);
    values(NULL, HWIDENT_E_USAGE);
    hwident_close(NULL);
}

/* ---- Arguments ---------------------------------------------------------------------------------- */

static void buffers(hwident *h)
{
    char text[64] = "untouched";

    IS(hwident_get(h, "system-uuid", text, 36), HWIDENT_E_BUFFER);
    IS(hwident_needed(h), 37);
    IS(strstr(hwident_why(h, HWIDENT_E_BUFFER), "37 bytes") != NULL, 1);
    IS(hwident_get(h, "system-uuid", NULL, 0), HWIDENT_E_BUFFER);
    IS(hwident_needed(h), 37);
    IS(strcmp(text, "untouched"), 0);
    IS(hwident_get(h, "system-uuid", text, 37), 0);
    IS(hwident_needed(h), 0);
    IS(hwident_code(h, "app", NULL, 0, text, HWIDENT_CODE_SIZE - 1), HWIDENT_E_BUFFER);
    IS(hwident_needed(h), HWIDENT_CODE_SIZE);
    IS(hwident_code(h, "app", NULL, 0, text, HWIDENT_CODE_SIZE), 0);
    IS(hwident_needed(h), 0);
    IS(hwident_table_get(hwident_table(h), "system-uuid", HWIDENT_UUID_SPEC, NULL, 0, NULL),
       HWIDENT_E_BUFFER);
}

static void missing_arguments(hwident *h)
{
    struct hwident_structure structure = HWIDENT_START;
    char text[64];
    const char *value;

    IS(hwident_get(h, NULL, text, sizeof text), HWIDENT_E_USAGE);
    IS(hwident_get(h, "system-uuid", NULL, 64), HWIDENT_E_USAGE);
    IS(hwident_value(h, NULL, &value), HWIDENT_E_USAGE);
    IS(hwident_value(h, "system-uuid", NULL), HWIDENT_E_USAGE);
    IS(hwident_component(h, 'u', NULL), HWIDENT_E_USAGE);
    IS(hwident_virtual(h, NULL), HWIDENT_E_USAGE);
    IS(hwident_code(h, NULL, NULL, 0, text, sizeof text), HWIDENT_E_APP_ID);
    IS(hwident_code(h, "app", NULL, 0, NULL, sizeof text), HWIDENT_E_USAGE);
    IS(hwident_match(h, NULL, NULL, NULL, 0, NULL), HWIDENT_E_USAGE);
    IS(hwident_fields(h, NULL, count, NULL), HWIDENT_E_USAGE);
    IS(hwident_fields(h, &structure, NULL, NULL), HWIDENT_E_USAGE);
    IS(hwident_dump(h, NULL), HWIDENT_E_USAGE);
}

static void arguments_that_do_not_exist(hwident *h)
{
    const struct hwident_component *component;
    enum hwident_verdict verdict;
    const char *value;
    char text[64];

    IS(hwident_value(h, "no-such-key", &value), HWIDENT_E_KEYWORD);
    IS(hwident_component(h, 'x', &component), HWIDENT_E_USAGE);
    IS(hwident_code_of(h, 'x', "app", NULL, 0, text, sizeof text), HWIDENT_E_USAGE);
    IS(hwident_code(h, "a b", NULL, 0, text, sizeof text), HWIDENT_E_APP_ID);
    IS(hwident_code(h, "app", "k\0", 2, text, sizeof text), HWIDENT_E_KEY);
    IS(hwident_match(h, "nonsense", NULL, NULL, 0, &verdict), HWIDENT_E_UUID_TEXT);
    IS(hwident_match(h, "hw1u-", NULL, NULL, 0, &verdict), HWIDENT_E_CODE_LENGTH);
    IS(strlen(hwident_why(h, -12345)) > 0, 1);
    IS(strcmp(hwident_provenance_name((enum hwident_provenance)99), ""), 0);
    IS(hwident_type_name(200) == NULL, 1);
    IS(strcmp(hwident_type_name(17), "Memory Device"), 0);
    IS(hwident_keyword(1000) == NULL, 1);
    IS(hwident_place(1000) == NULL, 1);
    IS(hwident_note(h, 1000) == NULL, 1);
}

static void a_visit_ends_the_walk(hwident *h)
{
    int fields = 0;

    HWIDENT_FOR_EACH_OF(hwident_table(h), 1, system)
    {
        IS(hwident_fields(h, &system, stop, &fields), 42);
        IS(fields, 1);
        IS(hwident_fields(h, &system, count, &fields), 0);
        IS(fields > 5, 1);
    }
}

int main(int argc, char **argv)
{
    hwident *h;

    if (argc != 3)
        return 2;
    options_of_any_size(argv[1], argv[2]);
    options_that_do_not_exist(argv[1], argv[2]);
    after_a_failed_open(argv[2]);
    IS(hwident_open_dump(argv[1], &h), 0);
    buffers(h);
    missing_arguments(h);
    arguments_that_do_not_exist(h);
    a_visit_ends_the_walk(h);
    hwident_close(h);
    printf("%u passed, %u failed\n", passed, failed);
    return failed > 0;
}
