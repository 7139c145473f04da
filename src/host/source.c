/*
 * Reading a pair of files: bounds, entry point, provenance, and what went wrong.
 * SPDX-License-Identifier: MIT
 */
#include "host/source.h"

#include "host/file.h"
#include "host/quote.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *hwident_provenance_name(enum hwident_provenance provenance)
{
    static const char *const names[] = {
        [HWIDENT_PROVENANCE_NONE] = "",
        [HWIDENT_PROVENANCE_FILE] = "file",
        [HWIDENT_PROVENANCE_COPY] = "copy",
        [HWIDENT_PROVENANCE_KERNEL] = "kernel",
    };

    return provenance <= HWIDENT_PROVENANCE_KERNEL ? names[provenance] : "";
}

void source_begin(struct source *source)
{
    memset(source, 0, offsetof(struct source, trouble));
    diagnosis_begin(&source->trouble);
    source->path[0] = '\0';
}

void source_note(struct source *source, const char *format, ...)
{
    va_list arguments;

    if (source->notes == SOURCE_NOTES)
        return;
    va_start(arguments, format);
    (void)vsnprintf(source->note[source->notes++], sizeof source->note[0], format, arguments);
    va_end(arguments);
}

int source_trouble(struct source *source, int err, const char *path, const char *cause,
                   const char *remedy)
{
    char quoted[QUOTED_SIZE];

    quote(path, quoted);
    source->trouble.error = err;
    (void)snprintf(source->trouble.cause, sizeof source->trouble.cause, "%s: %.300s", quoted,
                   cause);
    (void)snprintf(source->trouble.remedy, sizeof source->trouble.remedy, "%s", remedy);
    return err;
}

/* ---- one pair of files ---------------------------------------------------------------------- */

const char *source_file_path(const struct source *source, const char *name, char path[PATH_MAX])
{
    size_t folder = strlen(source->path);
    size_t length = strlen(name);

    if (folder + 1 + length >= PATH_MAX)
        return "";
    memcpy(path, source->path, folder);
    path[folder] = '/';
    memcpy(path + folder + 1, name, length + 1);
    return path;
}

static int failed_call(struct source *source, const char *name, int fd, int err)
{
    char path[PATH_MAX];
    int os_error = errno;

    if (err != HWIDENT_E_IO)
        return source_trouble(source, err, source_file_path(source, name, path),
                              hwident_error_text(err),
                              "try again, or read the kernel's own folder");
    diagnose_call(source_file_path(source, name, path), fd, os_error, false, &source->trouble);
    return source->trouble.error;
}

static int refuse_file(struct source *source, const char *name, int err, const char *cause)
{
    char path[PATH_MAX];

    return source_trouble(source, err, source_file_path(source, name, path),
                          cause ? cause : hwident_error_text(err),
                          "name a folder with the kernel's two files, or copies of them");
}

/* Accepts only regular files that are neither empty nor larger than `max`. */
static int check_file(struct source *source, const char *name, int fd, size_t max, struct stat *st)
{
    if (fstat(fd, st) != 0)
        return failed_call(source, name, fd, HWIDENT_E_IO);
    if (!S_ISREG(st->st_mode))
        return refuse_file(source, name, HWIDENT_E_NOTREG, NULL);
    if (st->st_size == 0)
        return refuse_file(source, name, HWIDENT_E_EMPTY, NULL);
    if ((uintmax_t)st->st_size > max)
        return refuse_file(
            source, name, HWIDENT_E_BOUND,
            max == sizeof source->entry_bytes ? "larger than an SMBIOS entry point can be" : NULL);
    return HWIDENT_OK;
}

static int read_entry_point(struct source *source, int fd)
{
    struct stat *st = &source->entry_status;
    int err = check_file(source, FILE_ENTRY_POINT, fd, sizeof source->entry_bytes, st);

    if (err)
        return err;
    err = file_read_whole(fd, st, source->entry_bytes);
    if (err)
        return failed_call(source, FILE_ENTRY_POINT, fd, err);
    source->entry_size = (size_t)st->st_size;
    err = hwident_entry_point_parse(source->entry_bytes, source->entry_size, &source->entry_point);
    if (err)
        return refuse_file(source, FILE_ENTRY_POINT, err, NULL);
    source->has_entry_point = true;
    source->version_from = VERSION_ENTRY_POINT;
    return HWIDENT_OK;
}

static size_t table_max(const struct source *source)
{
    if (source->has_entry_point && source->entry_point.anchor != HWIDENT_ANCHOR_SM3)
        return HWIDENT_TABLE_MAX_32;
    return HWIDENT_TABLE_MAX_64;
}

static int read_table(struct source *source, int fd)
{
    struct stat *st = &source->table_status;
    int err = check_file(source, FILE_TABLE, fd, table_max(source), st);

    if (err)
        return err;
    source->bytes = malloc((size_t)st->st_size);
    if (!source->bytes)
        return source_trouble(source, HWIDENT_E_MEMORY, source->path, "out of memory",
                              "allow this process more memory");
    err = file_read_whole(fd, st, source->bytes);
    if (err)
        return failed_call(source, FILE_TABLE, fd, err);
    hwident_table_init(&source->table, source->bytes, (size_t)st->st_size,
                       source->has_entry_point ? &source->entry_point : NULL);
    if (source->table.size == 0)
        return source_trouble(
            source, HWIDENT_E_EMPTY, source->path, "the entry point announces a table of no bytes",
            "update the firmware or report it to the vendor; if the file is a copy, make it again");
    return HWIDENT_OK;
}

int source_read(struct source *source, int entry_fd, int table_fd)
{
    int err = HWIDENT_OK;

    if (entry_fd >= 0)
        err = read_entry_point(source, entry_fd);
    if (!err)
        err = read_table(source, table_fd);
    if (err)
        return err;
    source->provenance = HWIDENT_PROVENANCE_FILE;
    if (file_on_sysfs(table_fd) &&
        (entry_fd < 0 || source->entry_status.st_dev == source->table_status.st_dev))
        source->provenance = HWIDENT_PROVENANCE_KERNEL;
    return HWIDENT_OK;
}

void source_forget(struct source *source)
{
    free(source->bytes);
    source->bytes = NULL;
    source->table = (struct hwident_table){0};
    source->provenance = HWIDENT_PROVENANCE_NONE;
    source->version_from = VERSION_UNKNOWN;
    source->has_entry_point = false;
    source->entry_size = 0;
}
