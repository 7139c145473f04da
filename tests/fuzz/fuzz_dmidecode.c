/*
 * The tool called as dmidecode: words that end with a zero, a byte of ones, a dump. No word names a file
 * that is written.
 * SPDX-License-Identifier: MIT
 */
#include "whole.h"

enum { WORDS_MAX = 8 };

/* Whether a word may be, or be taken for, --dump-bin FILE. */
static bool writes(const char *word)
{
    return strncmp(word, "--d", 3) == 0 && strcmp(word, "--dump") != 0;
}

/* What is printed behind the line with the dump's name, which may have any letter of UTF-8. */
static const char *behind_name(const char *text)
{
    const char *name = strstr(text, "data from file ");
    const char *end = name ? strchr(name, '\n') : NULL;

    return end ? end + 1 : text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length, printed;
    const uint8_t *line = fuzz_cut(&data, &size, 0xFF, &length);
    char *words[WORDS_MAX + 4], *made[WORDS_MAX], *text;
    const char *lines;
    int count = 0, made_count = 0, code;

    words[count++] = (char *)"dmidecode";
    words[count++] = (char *)"--from-dump";
    words[count++] = (char *)whole_dump(data, size);
    while (length > 0 && made_count < WORDS_MAX) {
        size_t part;
        const uint8_t *word = fuzz_cut(&line, &length, '\0', &part);

        made[made_count] = fuzz_text(word, part);
        if (!writes(made[made_count]))
            words[count++] = made[made_count];
        made_count++;
    }
    words[count] = NULL;
    text = whole_run(words, &code, &printed);
    HOLDS(code >= 0 && code <= 2);
    lines = behind_name(text);
    whole_lines(lines, printed - (size_t)(lines - text), "\t");
    free(text);
    for (int i = 0; i < made_count; i++)
        free(made[i]);
    return 0;
}
