/*
 * Dumps in dmidecode's format, read and written.
 * SPDX-License-Identifier: MIT
 */
#include "host/dump_file.h"

#include "host/file.h"
#include "host/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---------------------------------------------------------------------------------- */

#define NOT_A_DUMP "name a file that `hwident dump` or `dmidecode --dump-bin` wrote"
#define DAMAGED    "the dump is damaged or cut short: make it again"

/* Says why dump_table_size refuses the file. */
static int table_trouble(struct source *source, int err)
{
    const char *cause = hwident_error_text(err);

    if (err == HWIDENT_E_DUMP)
        cause = "the entry point names a table outside of the file";
    else if (err == HWIDENT_E_EMPTY)
        cause = "the table is empty";
    return source_trouble(source, err, source->path, cause, DAMAGED);
}

/* What helps with a dump differs from what helps with the kernel's files. */
static int call_failed(struct source *source, int fd)
{
    struct diagnosis *d = &source->trouble;
    const char *remedy = NULL;

    diagnose_call(source->path, fd, errno, false, d);
    if (d->error == HWIDENT_E_MISSING)
        remedy = NOT_A_DUMP;
    else if (d->error == HWIDENT_E_PERMISSION)
        remedy = "let this user read the file, and search every folder above it";
    if (remedy)
        (void)snprintf(d->remedy, sizeof d->remedy, "%s", remedy);
    return d->error;
}

static int parse_entry_point(struct source *source)
{
    int err =
        hwident_entry_point_parse(source->entry_bytes, source->entry_size, &source->entry_point);

    if (err == HWIDENT_E_ANCHOR)
        return source_trouble(source, err, source->path,
                              "not a dump: it does not begin with an SMBIOS entry point",
                              NOT_A_DUMP);
    if (err)
        return source_trouble(source, err, source->path, hwident_error_text(err), DAMAGED);
    source->has_entry_point = true;
    source->version_from = VERSION_ENTRY_POINT;
    return HWIDENT_OK;
}

static int read_entry_point(struct source *source, int fd, size_t file_size)
{
    size_t max = sizeof source->entry_bytes;
    int err = file_read(fd, source->entry_bytes, file_size < max ? file_size : max, 0,
                        &source->entry_size);

    return err ? call_failed(source, fd) : parse_entry_point(source);
}

static int read_dump(struct source *source, int fd, const struct stat *st)
{
    size_t file_size = (size_t)st->st_size;
    size_t size, got;
    struct stat after;
    int err = read_entry_point(source, fd, file_size);

    if (err)
        return err;
    err = dump_table_size(&source->entry_point, file_size, &size);
    if (err)
        return table_trouble(source, err);
    source->bytes = malloc(size);
    if (!source->bytes)
        return source_trouble(source, HWIDENT_E_MEMORY, source->path, "out of memory",
                              "allow this process more memory");
    err = file_read(fd, source->bytes, size, (size_t)source->entry_point.table_address, &got);
    if (err || fstat(fd, &after) != 0)
        return call_failed(source, fd);
    if (got != size || !file_same(st, &after))
        return source_trouble(source, HWIDENT_E_CHANGED, source->path,
                              hwident_error_text(HWIDENT_E_CHANGED), "try again");
    hwident_table_init(&source->table, source->bytes, size, &source->entry_point);
    source->provenance = HWIDENT_PROVENANCE_FILE;
    return HWIDENT_OK;
}

/* ---- from a pipe, which cannot be read twice ------------------------------------------------------ */

enum { STREAM_MAX = DUMP_HEADER + HWIDENT_TABLE_MAX_64, STREAM_FIRST = 8192 };

/*
 * Waits for bytes or the end, also on a non-blocking descriptor. A FIFO that has no writer yet is
 * not at its end: that comes when its first writer has closed it.
 */
static bool wait_for_bytes(int fd)
{
    struct pollfd wanted = {.fd = fd, .events = POLLIN};

    return poll(&wanted, 1, -1) > 0 || errno == EINTR;
}

/* Reads to the end of the stream; `*bytes` is to be freed in either case. */
static int read_all(int fd, uint8_t **bytes, size_t *size)
{
    size_t room = 0;

    for (*size = 0;;) {
        ssize_t got;

        if (*size == room) {
            uint8_t *more =
                room < STREAM_MAX ? realloc(*bytes, room ? 2 * room : STREAM_FIRST) : NULL;

            if (!more)
                return room < STREAM_MAX ? HWIDENT_E_MEMORY : HWIDENT_E_BOUND;
            *bytes = more;
            room = room ? 2 * room : STREAM_FIRST;
        }
        if (!wait_for_bytes(fd))
            return HWIDENT_E_IO;
        got = read(fd, *bytes + *size, room - *size);
        if (got == 0)
            return HWIDENT_OK;
        if (got > 0)
            *size += (size_t)got;
        else if (errno != EINTR && errno != EAGAIN)
            return HWIDENT_E_IO;
    }
}

/* Takes the dump apart. The source owns `bytes` from then on; the table is moved to the start. */
static int take_dump(struct source *source, uint8_t *bytes, size_t size)
{
    size_t table;
    int err;

    source->bytes = bytes;
    if (size == 0)
        return source_trouble(source, HWIDENT_E_EMPTY, source->path, "the file is empty",
                              NOT_A_DUMP);
    source->entry_size = size < sizeof source->entry_bytes ? size : sizeof source->entry_bytes;
    memcpy(source->entry_bytes, bytes, source->entry_size);
    err = parse_entry_point(source);
    if (err)
        return err;
    err = dump_table_size(&source->entry_point, size, &table);
    if (err)
        return table_trouble(source, err);
    memmove(bytes, bytes + source->entry_point.table_address, table);
    hwident_table_init(&source->table, bytes, table, &source->entry_point);
    source->provenance = HWIDENT_PROVENANCE_FILE;
    return HWIDENT_OK;
}

static int read_stream(struct source *source, int fd)
{
    uint8_t *bytes = NULL;
    size_t size;
    int err = read_all(fd, &bytes, &size);

    if (!err)
        err = take_dump(source, bytes, size);
    else if (err == HWIDENT_E_IO)
        err = call_failed(source, fd);
    else
        err = source_trouble(source, err, source->path, hwident_error_text(err), NOT_A_DUMP);
    if (source->bytes != bytes)
        free(bytes);
    return err;
}

/* ---- either ---------------------------------------------------------------------------------------- */

/* Standard input is "-". */
static int open_dump(const char *file, struct stat *st)
{
    int fd = strcmp(file, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                    : open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (fd < 0 || fstat(fd, st) == 0)
        return fd;
    (void)close(fd);
    return -1;
}

static bool is_stream(const char *file, const struct stat *st)
{
    return S_ISFIFO(st->st_mode) || S_ISSOCK(st->st_mode) ||
           (S_ISCHR(st->st_mode) && strcmp(file, "-") == 0);
}

int source_open_dump(struct source *source, const char *file)
{
    struct stat st;
    int fd = open_dump(file, &st);
    int err;

    if (strcmp(file, "-") == 0)
        (void)snprintf(source->path, sizeof source->path, "standard input");
    if (fd < 0)
        err = call_failed(source, fd);
    else if (is_stream(file, &st))
        err = read_stream(source, fd);
    else if (!S_ISREG(st.st_mode))
        err = source_trouble(source, HWIDENT_E_NOTREG, file,
                             S_ISDIR(st.st_mode) ? "a folder, not a dump" : "not a regular file",
                             NOT_A_DUMP);
    else if (st.st_size == 0)
        err = source_trouble(source, HWIDENT_E_EMPTY, file, "the file is empty", NOT_A_DUMP);
    else
        err = read_dump(source, fd, &st);
    if (fd >= 0)
        (void)close(fd);
    return err;
}

/* ---- writing ---------------------------------------------------------------------------------- */

/* Writes header and table; false with errno. */
static bool write_dump(const struct source *source, int fd)
{
    uint8_t header[DUMP_HEADER];

    dump_header(source, header);
    return file_write(fd, header, sizeof header) &&
           file_write(fd, source->table.bytes, source->table.size);
}

int dump_write_to(const struct source *source, int fd)
{
    if (!source->has_entry_point)
        return HWIDENT_E_NOENTRY;
    return write_dump(source, fd) ? HWIDENT_OK : HWIDENT_E_OUTPUT;
}

int dump_write(const struct source *source, const char *file)
{
    struct new_file dump;
    struct stat st;

    if (!source->has_entry_point)
        return HWIDENT_E_NOENTRY;
    if (lstat(file, &st) == 0) {
        errno = EEXIST;
        return HWIDENT_E_EXISTS;
    }
    if (new_file_begin(&dump, file) &&
        new_file_end(&dump, NEW_FILE_ALONE, write_dump(source, dump.fd)))
        return HWIDENT_OK;
    return errno == EEXIST ? HWIDENT_E_EXISTS : HWIDENT_E_OUTPUT;
}
