/*
 * Preloaded into a program: its allocation number STARVE_AT fails, and with STARVE_ON=1 each one
 * after it. How many there were is written to the file STARVE_COUNT at the end.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* The C library's own functions, under the names that it provides for programs that replace them. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long count, at;
static bool started, on;

static unsigned long number(const char *name)
{
    const char *text = getenv(name);

    return text ? strtoul(text, NULL, 10) : 0;
}

__attribute__((constructor)) static void start(void)
{
    at = number("STARVE_AT");
    on = number("STARVE_ON") == 1;
    started = true;
}

__attribute__((destructor)) static void tell(void)
{
    const char *file = getenv("STARVE_COUNT");
    char text[32];
    int fd = file ? open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;

    if (fd >= 0)
        (void)!write(fd, text, (size_t)snprintf(text, sizeof text, "%lu", count));
}

/* What is allocated before the program's own start is not counted. */
static bool fails(void)
{
    if (!started || (++count != at && !(on && at > 0 && count > at)))
        return false;
    errno = ENOMEM;
    return true;
}

/* Makes redaction's secret the same in each run, so that two runs can be compared. */
ssize_t getrandom(void *buffer, size_t length, unsigned flags)
{
    (void)flags;
    memset(buffer, 7, length);
    return (ssize_t)length;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t nmemb, size_t size)
{
    return fails() ? NULL : __libc_calloc(nmemb, size);
}

void *realloc(void *ptr, size_t size)
{
    return fails() ? NULL : __libc_realloc(ptr, size);
}
