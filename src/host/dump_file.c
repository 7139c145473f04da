/*
 * Dumps in dmidecode's format, read and written.
 * SPDX-License-Identifier: MIT
 */
#include "host/dump_file.h"

#include "host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---------------------------------------------------------------------------------- */

#define NOT_A_DUMP "name a file that `hwident dump` or `dmidecode --dump-bin` wrote"

/* Says why dump_table_size refuses the file. */
static int table_trouble(struct source *source, int err)
{
    const char *cause = hwident_error_text(err);

    if (err == HWIDENT_E_DUMP)
        cause = "the entry point names a table outside of the file";
    else if (err == HWIDENT_E_EMPTY)
        cause = "the table is empty";
    return source_trouble(source, err, source->path, cause, NOT_A_DUMP);
}

/* A dump's remedies are not those of the kernel's files. */
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

static int read_entry_point(struct source *source, int fd, size_t file_size)
{
    size_t max = sizeof source->entry_bytes;
    int err = file_read(fd, source->entry_bytes, file_size < max ? file_size : max, 0,
                        &source->entry_size);

    if (err)
        return call_failed(source, fd);
    err = hwident_entry_point_parse(source->entry_bytes, source->entry_size, &source->entry_point);
    if (err)
        return source_malformed(source, err, 0);
    source->has_entry_point = true;
    source->version_from = VERSION_ENTRY_POINT;
    return HWIDENT_OK;
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

int source_open_dump(struct source *source, const char *file)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    int err;

    if (fd < 0 || fstat(fd, &st) != 0)
        err = call_failed(source, fd);
    else if (!S_ISREG(st.st_mode))
        err = source_trouble(source, HWIDENT_E_NOTREG, file, "not a regular file", NOT_A_DUMP);
    else if (st.st_size == 0)
        err = source_trouble(source, HWIDENT_E_EMPTY, file, "the file is empty", NOT_A_DUMP);
    else
        err = read_dump(source, fd, &st);
    if (fd >= 0)
        (void)close(fd);
    return err;
}

/* ---- writing ---------------------------------------------------------------------------------- */

int dump_write(const struct source *source, const char *file)
{
    uint8_t header[DUMP_HEADER];
    bool whole;
    int os_error;
    int fd;

    if (!source->has_entry_point)
        return HWIDENT_E_NOENTRY;
    dump_header(source, header);
    fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno == EEXIST ? HWIDENT_E_EXISTS : HWIDENT_E_OUTPUT;
    whole = file_write(fd, header, sizeof header) &&
            file_write(fd, source->table.bytes, source->table.size) && fsync(fd) == 0;
    os_error = errno;
    if (close(fd) != 0 && whole) {
        whole = false;
        os_error = errno;
    }
    if (whole)
        return HWIDENT_OK;
    (void)unlink(file);
    errno = os_error;
    return HWIDENT_E_OUTPUT;
}
