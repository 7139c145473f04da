/*
 * A byte that chooses the command line, then a dump: hwident as a whole, with each way to print of each
 * command, also redacted. What it prints is JSON, or lines of printable text, or nothing with an error.
 * SPDX-License-Identifier: MIT
 */
#include "whole.h"

#include <yajl/yajl_tree.h>

enum { WORDS_MAX = 8 };
enum form { LINES, JSON, BYTES };

#define APP  "--app", "com.example.app"
#define UUID "12345678-9abc-def0-1234-56789abcdef0"

static const struct line {
    enum form form;
    const char *words[WORDS_MAX];
} lines[] = {
    {LINES, {"summary"}},
    {LINES, {"summary", "--full", "--color=always"}},
    {JSON, {"summary", "--json"}},
    {LINES, {"summary", "--format", "env"}},
    {LINES, {"summary", "--format", "prometheus"}},
    {LINES, {"summary", "--format", "prometheus", "--with-ids", APP}},
    {LINES, {"get", "system-uuid", "chassis-type", "processor-version", "bios-revision"}},
    {JSON, {"get", "--json", "system-uuid", "product_serial", "memory-size", "bios-vendor"}},
    {LINES,
     {"get", "--format", "env", "system-uuid", "system-serial-number", "baseboard-product-name"}},
    {LINES, {"get", "--uuid-order", "be", "system-uuid", "processor-frequency", "chassis-height"}},
    {LINES, {"show"}},
    {LINES, {"show", "-u"}},
    {LINES, {"show", "-t", "memory,cache,3"}},
    {JSON, {"show", "--json", "-u"}},
    {LINES, {"code", APP, "--components"}},
    {JSON, {"code", APP, "--json", "--components"}},
    {LINES, {"code", APP, "--format", "prometheus"}},
    {LINES, {"match", UUID}},
    {JSON, {"match", "--json", UUID}},
    {LINES, {"explain"}},
    {JSON, {"explain", "--json"}},
    {LINES, {"lint"}},
    {JSON, {"lint", "--json"}},
    {BYTES, {"report", "-"}},
    {BYTES, {"dump", "-"}},
};

enum { LINES_COUNT = sizeof lines / sizeof lines[0] };

static void check(const struct line *line, const char *text, size_t size, int code)
{
    yajl_val read;

    HOLDS(code >= 0 && code <= 8);
    HOLDS(size > 0 || code > 0);
    if (line->form == LINES)
        whole_lines(text, size, "\t\033");
    if (line->form != JSON || size == 0)
        return;
    read = yajl_tree_parse(text, NULL, 0);
    HOLDS(read != NULL);
    yajl_tree_free(read);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t choice = fuzz_choice(&data, &size, (size_t)2 * LINES_COUNT);
    const struct line *line = &lines[choice % LINES_COUNT];
    char *words[WORDS_MAX + 6], *text;
    size_t count = 0, printed;
    int code;

    words[count++] = (char *)"hwident";
    words[count++] = (char *)"--from";
    words[count++] = (char *)whole_dump(data, size);
    for (size_t i = 0; i < WORDS_MAX && line->words[i]; i++)
        words[count++] = (char *)line->words[i];
    if (choice >= LINES_COUNT)
        words[count++] = (char *)"--redact";
    words[count] = NULL;
    text = whole_run(words, &code, &printed);
    check(line, text, printed, code);
    free(text);
    return 0;
}
