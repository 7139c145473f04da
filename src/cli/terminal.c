/*
 * Lines for people.
 * SPDX-License-Identifier: MIT
 */
#include "cli/terminal.h"

#include "hwident.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { TEXT_WIDTH = 20, USUAL_WIDTH = 80 };

/* At least `narrowest`: folding to fewer columns would not be readable. */
static unsigned read_width(unsigned narrowest)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;

    if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0 || width > 0xFFFF)
        return USUAL_WIDTH;
    return width < narrowest ? narrowest : (unsigned)width;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

static bool has_color(void)
{
    const char *term = getenv("TERM");

    return !is_set("NO_COLOR") && term && strcmp(term, "dumb") != 0;
}

int sheet_begin(struct sheet *sheet, enum color color, unsigned indent)
{
    bool terminal = isatty(STDOUT_FILENO);
    int err;

    *sheet = (struct sheet){
        .width = terminal ? read_width(indent + TEXT_WIDTH) : 0,
        .color = color == COLOR_ALWAYS || (color == COLOR_AUTO && terminal && has_color()),
        .indent = indent,
    };
    err = draft_begin(&sheet->draft);
    sheet->out = sheet->draft.out;
    return err;
}

static void print_label(const struct sheet *t, const char *line, size_t size)
{
    bool set_off = t->color && size > 0 && line[0] != ' ';

    printf("%s%.*s%s", set_off ? "\033[1m" : "", (int)size, line, set_off ? "\033[0m" : "");
}

/* Whether the line may be broken here: not within the spaces of an empty slot, "[ ]". */
static bool breaks(const char *text, size_t at)
{
    return text[at] == ' ' && (at == 0 || !strchr(" [", text[at - 1]));
}

/* The size of the sequence that changes the colour, if the text begins with one; else 0. */
static size_t color_at(const char *text, size_t size)
{
    size_t end = 0;

    if (text[0] != '\033')
        return 0;
    while (end < size && text[end] != 'm')
        end++;
    return end + 1;
}

/* How many bytes of the text take `room` characters of the screen. */
static size_t bytes_of(const char *text, size_t size, size_t room)
{
    size_t at = 0;

    while (at < size) {
        size_t color = color_at(text + at, size - at);

        if (color == 0 && room == 0)
            break;
        at += color ? color : 1;
        room -= color == 0;
    }
    return at;
}

/* How much of the text fits on a line of `room` characters. */
static size_t fit(const char *text, size_t size, size_t room)
{
    size_t all = bytes_of(text, size, room);
    size_t end = all;

    if (all == size)
        return size;
    while (end > 0 && !breaks(text, end))
        end--;
    return end > 0 ? end : all;
}

static void print_line(const struct sheet *t, const char *line, size_t size)
{
    size_t label = size < t->indent ? size : t->indent;
    size_t room = t->width > 0 ? t->width - t->indent : size;

    print_label(t, line, label);
    line += label;
    size -= label;
    while (size > 0) {
        size_t part = fit(line, size, room);

        printf("%.*s", (int)part, line);
        line += part;
        size -= part;
        while (size > 0 && *line == ' ') {
            line++;
            size--;
        }
        if (size > 0)
            printf("\n%*s", (int)t->indent, "");
    }
    putchar('\n');
}

int sheet_end(struct sheet *sheet, int err)
{
    int lost = draft_end(&sheet->draft);

    for (const char *line = sheet->draft.text; !lost && !err && *line;) {
        size_t size = strcspn(line, "\n");

        print_line(sheet, line, size);
        line += size + (line[size] == '\n');
    }
    free(sheet->draft.text);
    return err ? err : lost;
}
