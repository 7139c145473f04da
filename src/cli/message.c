/*
 * Messages on stderr.
 * SPDX-License-Identifier: MIT
 */
#include "cli/message.h"

#include "cli/remedy.h"
#include "library/visible.h"

#include <stdarg.h>
#include <stdio.h>

enum { MESSAGE_SIZE = 1200 };

static bool silent;

void message_quiet(bool quiet)
{
    silent = quiet;
}

/* Prints one line in one write, whatever bytes the arguments contain. */
static void print_line(const char *tag, const char *format, va_list arguments)
{
    char text[MESSAGE_SIZE];
    struct page line;

    if (silent)
        return;
    (void)vsnprintf(text, sizeof text, format, arguments);
    page_begin(&line, stderr);
    page_add(&line, "hwident: ");
    page_add(&line, tag);
    page_add(&line, ": ");
    page_visible(&line, text);
    page_char(&line, '\n');
    page_flush(&line);
}

int message_error(hwident *h, int err)
{
    char text[REMEDY_SIZE];

    return message_failure(err, "%s; %s", hwident_cause(h, err), remedy(h, err, text));
}

void message_note(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_line("note", format, arguments);
    va_end(arguments);
}

void message_usage(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_line(hwident_error_tag(HWIDENT_E_USAGE), format, arguments);
    va_end(arguments);
}

int message_failure(int err, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_line(hwident_error_tag(err), format, arguments);
    va_end(arguments);
    return err;
}
