/*
 * One-line messages: formatted, made printable, written by a single call.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/message.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 1024, ESCAPED = 4 };

/* Copies `text` with everything but printable ASCII escaped; returns where the copy ends. */
static char *printable(char *to, const char *text)
{
    static const char digits[] = "0123456789abcdef";

    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte >= ' ' && byte <= '~' && byte != '\\') {
            *to++ = *text;
            continue;
        }
        *to++ = '\\';
        *to++ = 'x';
        *to++ = digits[byte >> 4];
        *to++ = digits[byte & 15];
    }
    return to;
}

/* SIGPIPE is the command's business: ignored for this one call only. */
static void write_quietly(const char *line, size_t size)
{
    struct sigaction before;
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    ssize_t written;

    sigaction(SIGPIPE, &ignore, &before);
    do
        written = write(STDERR_FILENO, line, size);
    while (written < 0 && errno == EINTR);
    sigaction(SIGPIPE, &before, NULL);
}

__attribute__((format(printf, 2, 0))) static void vsay(const char *tag, const char *format,
                                                       va_list arguments)
{
    static const char name[] = "hwident-prepare: ";
    char text[LINE], line[sizeof name + LINE * (ESCAPED + 1)];
    int before = errno;
    char *end = line;

    memcpy(end, name, sizeof name - 1);
    end = printable(end + sizeof name - 1, tag);
    *end++ = ':';
    *end++ = ' ';
    vsnprintf(text, sizeof text, format, arguments);
    end = printable(end, text);
    *end++ = '\n';
    write_quietly(line, (size_t)(end - line));
    errno = before;
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
