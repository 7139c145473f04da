/*
 * Dumps in dmidecode's format, read and written.
 * SPDX-License-Identifier: MIT
 */
#include "host/dump.h"

#include "host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---------------------------------------------------------------------------------- */

#define NOT_A_DUMP "name a file that `hwident dump` or `dmidecode --dump-bin` wrote"

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many bytes of the table the file holds; 0 with the trouble set where that is not sane. */
static size_t table_size(struct source *source, size_t file_size)
{
    const struct hwident_entry_point *ep = &source->entry_point;
    size_t max = ep->anchor == HWIDENT_ANCHOR_SM3 ? HWIDENT_TABLE_MAX_64 : HWIDENT_TABLE_MAX_32;
    size_t size;

    if (ep->table_address < ep->length || ep->table_address >= file_size) {
        (void)source_trouble(source, HWIDENT_E_DUMP, source->path,
                             "the entry point names a table outside of the file", NOT_A_DUMP);
        return 0;
    }
    size = smaller(ep->table_length, file_size - (size_t)ep->table_address);
    if (size == 0)
        (void)source_trouble(source, HWIDENT_E_EMPTY, source->path, "the table is empty",
                             NOT_A_DUMP);
    else if (size <= max)
        return size;
    else
        (void)source_trouble(source, HWIDENT_E_BOUND, source->path,
                             hwident_error_text(HWIDENT_E_BOUND), NOT_A_DUMP);
    return 0;
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
    int err = file_read(fd, source->entry_bytes, smaller(file_size, sizeof source->entry_bytes), 0,
                        &source->entry_size);

    if (err)
        return call_failed(source, fd);
    err = hwident_entry_point_read(source->entry_bytes, source->entry_size, &source->entry_point);
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
    size = table_size(source, file_size);
    if (size == 0)
        return source->trouble.error;
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
    source->provenance = PROVENANCE_FILE;
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

/* Sets the byte at `at` so that `length` bytes from `begin` add up to zero. */
static void mend_checksum(uint8_t header[DUMP_HEADER], size_t begin, size_t length, size_t at)
{
    uint8_t sum = 0;

    header[at] = 0;
    for (size_t i = begin; i < begin + length; i++)
        sum = (uint8_t)(sum + header[i]);
    header[at] = (uint8_t)-sum;
}

/* Writes DUMP_HEADER as the table's address, of `width` bytes, at `at`. */
static void set_address(uint8_t header[DUMP_HEADER], size_t at, size_t width)
{
    memset(header + at, 0, width);
    header[at] = DUMP_HEADER;
}

void dump_header(const struct source *source, uint8_t header[DUMP_HEADER])
{
    const struct hwident_entry_point *ep = &source->entry_point;

    memset(header, 0, DUMP_HEADER);
    memcpy(header, source->entry_bytes, source->entry_size);
    switch (ep->anchor) {
    case HWIDENT_ANCHOR_SM3:
        set_address(header, 0x10, 8);
        mend_checksum(header, 0, ep->length, 0x05);
        break;
    case HWIDENT_ANCHOR_SM:
        set_address(header, 0x18, 4);
        mend_checksum(header, 0x10, 0x0F, 0x15);
        mend_checksum(header, 0, ep->length, 0x04);
        break;
    case HWIDENT_ANCHOR_DMI:
        set_address(header, 0x08, 4);
        mend_checksum(header, 0, 0x0F, 0x05);
        break;
    }
}

int dump_write(const struct source *source, const char *file)
{
    uint8_t header[DUMP_HEADER];
    bool whole;
    int os_error;
    int fd;

    if (!source->has_entry_point)
        return HWIDENT_E_NO_ENTRY;
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
