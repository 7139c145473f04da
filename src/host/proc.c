/*
 * Small files of /proc/self.
 * SPDX-License-Identifier: MIT
 */
#include "host/proc.h"

#include "host/file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The kernel allows a map 340 lines of at most 33 bytes each. */
enum { STATUS_SIZE = 4096, LINE_SIZE = 128, MAP_SIZE = 340 * 33 + 1 };

/* Skips blanks, reads the number at `*at` and steps past it; false if there is none. */
static bool number(const char **at, uint64_t *value)
{
    const char *digit = *at + strspn(*at, " \t");

    *value = 0;
    if (*digit < '0' || *digit > '9')
        return false;
    for (; *digit >= '0' && *digit <= '9'; digit++)
        *value = *value * 10 + (uint64_t)(*digit - '0');
    *at = digit;
    return true;
}

/* Where /proc is not mounted, an image may have a FIFO there. */
static int open_file(const char *path)
{
    return openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

bool proc_read(const char *path, char *text, size_t size)
{
    int fd = open_file(path);
    size_t got;
    int err;

    text[0] = '\0';
    if (fd < 0)
        return false;
    err = file_read(fd, text, size - 1, 0, &got);
    (void)close(fd);
    text[got] = '\0';
    return err == HWIDENT_OK && got > 0;
}

/* The text after "\nNAME:" in `status`, if the line is complete; else NULL. */
static const char *find_line(const char *status, const char *name)
{
    size_t size = strlen(name);

    for (const char *line = strchr(status, '\n'); line; line = strchr(line, '\n')) {
        line++;
        if (strncmp(line, name, size) == 0 && line[size] == ':' && strchr(line, '\n'))
            return line + size + 1;
    }
    return NULL;
}

/*
 * The text after "\nNAME:" in /proc/self/status; NULL if unknown. The list of groups can make that
 * file long, so it is read in parts that overlap by more than one of the lines searched for.
 */
static const char *status_line(const char *name, char status[STATUS_SIZE])
{
    const char *found = NULL;
    size_t got = STATUS_SIZE - 1;
    int fd = open_file("/proc/self/status");

    if (fd < 0)
        return NULL;
    for (size_t at = 0; !found && got == STATUS_SIZE - 1; at += STATUS_SIZE - 1 - LINE_SIZE) {
        if (file_read(fd, status, STATUS_SIZE - 1, at, &got) != HWIDENT_OK)
            got = 0;
        status[got] = '\0';
        found = find_line(status, name);
    }
    (void)close(fd);
    return found;
}

bool proc_filtered(void)
{
    char status[STATUS_SIZE];
    const char *mode = status_line("Seccomp", status);
    uint64_t value;

    return mode && number(&mode, &value) && value != 0;
}

bool proc_file_id(const char *name, uint32_t *id)
{
    char status[STATUS_SIZE];
    const char *ids = status_line(name, status);
    uint64_t value;

    if (!ids)
        return false;
    for (size_t i = 0; i < 4; i++)
        if (!number(&ids, &value))
            return false;
    *id = (uint32_t)value;
    return true;
}

/* ---- Maps of ids; a line has the first id inside, the first outside and the count ------------ */

struct range {
    uint64_t inside, outside, count;
};

static bool next_range(const char **map, struct range *range)
{
    *map += **map == '\n';
    return number(map, &range->inside) && number(map, &range->outside) &&
           number(map, &range->count);
}

bool proc_uids_of_host(bool unknown)
{
    char map[MAP_SIZE];
    const char *at = map;
    struct range range;

    if (!proc_read(UID_MAP, map, sizeof map) || !next_range(&at, &range))
        return unknown;
    return range.inside == range.outside && range.count == UINT32_MAX;
}

/* A map that can't be parsed counts as mapping every id. */
static bool maps(const char *map, uint32_t id)
{
    struct range range;
    bool any = false;

    while (next_range(&map, &range)) {
        any = true;
        if (id >= range.inside && id - range.inside < range.count)
            return true;
    }
    return !any;
}

const uint32_t *proc_unmapped(const char *path, const uint32_t *ids, size_t count)
{
    char map[MAP_SIZE];

    if (!proc_read(path, map, sizeof map))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (!maps(map, ids[i]))
            return &ids[i];
    return NULL;
}
