/*
 * Lines for people.
 * SPDX-License-Identifier: MIT
 */
#include "cli/terminal.h"

#include "cli/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { INDENT = LABEL_WIDTH + 1, NARROWEST = INDENT + 20, USUAL_WIDTH = 80 };

static unsigned read_width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;

    if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0 || width > 0xFFFF)
        return USUAL_WIDTH;
    return width < NARROWEST ? NARROWEST : (unsigned)width;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

struct terminal terminal_read(bool no_color)
{
    const char *term = getenv("TERM");

    if (!isatty(STDOUT_FILENO))
        return (struct terminal){0};
    return (struct terminal){
        .width = read_width(),
        .color = !no_color && !is_set("NO_COLOR") && term && strcmp(term, "dumb") != 0,
    };
}

static void print_label(const struct terminal *t, const char *line, size_t size)
{
    bool set_off = t->color && size > 0 && line[0] != ' ';

    printf("%s%.*s%s", set_off ? "\033[1m" : "", (int)size, line, set_off ? "\033[0m" : "");
}

/* Whether the text may go on on the next line: not within the spaces of an empty slot, "[    ]". */
static bool breaks(const char *text, size_t at)
{
    return text[at] == ' ' && (at == 0 || !strchr(" [", text[at - 1]));
}

/* Bytes of a sequence that changes the colour, at the beginning of the text; else 0. */
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

/* How much of the text goes on a line of `room` characters. */
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

static void print_line(const struct terminal *t, const char *line, size_t size)
{
    size_t label = size < INDENT ? size : INDENT;
    size_t room = t->width > 0 ? t->width - INDENT : size;

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
            printf("\n%*s", INDENT, "");
    }
    putchar('\n');
}

void terminal_print(const struct terminal *t, const char *lines)
{
    while (*lines) {
        size_t size = strcspn(lines, "\n");

        print_line(t, lines, size);
        lines += size + (lines[size] == '\n');
    }
}
