/*
 * One-line messages: formatted and written by a single call.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/say.h"

#include "host/file.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE = 1536 };

const char *message_quote(const char *text, char quoted[QUOTED_SIZE])
{
    quote(text, quoted);
    return quoted;
}

/* Ignores SIGPIPE for this one call only: the command should get it as usual. */
static void write_quietly(const char *line, size_t size)
{
    struct sigaction before;
    const struct sigaction ignore = {.sa_handler = SIG_IGN};

    sigaction(SIGPIPE, &ignore, &before);
    (void)file_write(STDERR_FILENO, line, size);
    sigaction(SIGPIPE, &before, NULL);
}

__attribute__((format(printf, 2, 0))) static void vsay(const char *tag, const char *format,
                                                       va_list arguments)
{
    char line[LINE];
    size_t size = (size_t)snprintf(line, sizeof line, "hwident-prepare: %s: ", tag);
    size_t room = sizeof line - size - 1;
    size_t length = (size_t)vsnprintf(line + size, room, format, arguments);

    size += length < room ? length : room - 1;
    line[size++] = '\n';
    write_quietly(line, size);
}

void say(const char *tag, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsay(tag, format, arguments);
    va_end(arguments);
}

void die(const char *tag, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsay(tag, format, arguments);
    va_end(arguments);
    _exit(EXIT_FAILED);
}
