/*
 * For targets that run the program as a whole: the dump that it reads is in memory, and so is what it
 * prints.
 * SPDX-License-Identifier: MIT
 */
#ifndef WHOLE_H
#define WHOLE_H

#include "fuzz.h"

#include <getopt.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* The program's main, which is compiled by that name. */
int hwident_main(int argc, char **argv);

/* The same for the same input: redaction's random numbers. */
ssize_t getrandom(void *bytes, size_t size, unsigned flags)
{
    (void)flags;
    memset(bytes, 7, size);
    return (ssize_t)size;
}

/* Standard output and the file of that path are in memory, made once. */
static inline const char *whole_dump(const uint8_t *data, size_t size)
{
    static char path[40];
    static int fd = -1;

    if (fd < 0) {
        int output = memfd_create("output", MFD_CLOEXEC);

        fd = memfd_create("dump", MFD_CLOEXEC);
        HOLDS(fd >= 0 && output >= 0 && dup2(output, STDOUT_FILENO) >= 0);
        (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    }
    HOLDS(ftruncate(fd, 0) == 0 && pwrite(fd, data, size, 0) == (ssize_t)size);
    return path;
}

/* Runs it and returns what it printed, with a closing zero. */
static inline char *whole_run(char **words, int *code, size_t *size)
{
    struct stat st;
    char *text;
    int count = 0;

    while (words[count])
        count++;
    HOLDS(ftruncate(STDOUT_FILENO, 0) == 0 && lseek(STDOUT_FILENO, 0, SEEK_SET) == 0);
    optind = 0; /* getopt begins anew */
    *code = hwident_main(count, words);
    HOLDS(fstat(STDOUT_FILENO, &st) == 0);
    *size = (size_t)st.st_size;
    text = malloc(*size + 1);
    HOLDS(text != NULL && pread(STDOUT_FILENO, text, *size, 0) == (ssize_t)*size);
    text[*size] = '\0';
    return text;
}

/* Lines of printable ASCII, but for what is named. */
static inline void whole_lines(const char *text, size_t size, const char *more)
{
    HOLDS(size == 0 || text[size - 1] == '\n');
    for (size_t i = 0; i < size; i++)
        HOLDS((text[i] >= 0x20 && text[i] < 0x7F) || text[i] == '\n' ||
              (text[i] && strchr(more, text[i])));
}

#endif
