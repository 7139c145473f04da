/*
 * Opening and checking a pair of tables, before anything is changed.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/tables.h"

#include "host/file.h"
#include "prepare/path.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* sysfs gives a page per read; type 1 is usually in the first. */
enum { FIRST_READ = 4096, SYSTEM_INFORMATION = 1 };

static const char *const names[FILES] = {
    [ENTRY_POINT] = FILE_ENTRY_POINT,
    [TABLE] = FILE_TABLE,
};

static bool refuse(struct diagnosis *why, int error, const char *path, const char *remedy)
{
    why->error = error;
    (void)snprintf(why->cause, sizeof why->cause, "%s: %s", OUTSIDE(path),
                   hwident_error_text(error));
    (void)snprintf(why->remedy, sizeof why->remedy, "%s", remedy);
    return false;
}

/* Ends the process if it is `fatal`; otherwise the file is passed over with a note. */
static bool odd(const char *tag, const char *path, const char *what, const char *remedy, bool fatal,
                struct diagnosis *why)
{
    if (fatal)
        die(tag, "%s: %s; %s", OUTSIDE(path), what, remedy);
    say(tag, "%s: %s; passed over, name the folder with --tables", OUTSIDE(path), what);
    why->error = HWIDENT_E_MISSING;
    return false;
}

static bool open_file(struct tables_file *file, const char *folder, const char *name,
                      enum origin origin, struct diagnosis *why)
{
    bool named = origin == ORIGIN_NAMED;
    int length = snprintf(file->path, sizeof file->path, "%s/%s", folder, name);

    errno = ENAMETOOLONG;
    file->fd = length < (int)sizeof file->path
                   ? path_open(file->path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
                   : -1;
    if (file->fd < 0 && errno == ELOOP)
        return odd("SYMLINK", file->path, "a symbolic link on the path", "name the folder itself",
                   named, why);
    if (file->fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        why->error = HWIDENT_E_MISSING; /* the caller finds out why, if it wants to know */
        return false;
    }
    /* ENXIO: a socket, or a device without a driver. */
    if (file->fd < 0 && errno != ENXIO) {
        diagnose_call(file->path, -1, errno, false, why);
        return false;
    }
    if (file->fd >= 0 && fstat(file->fd, &file->st) != 0) {
        diagnose_call(file->path, file->fd, errno, false, why);
        return false;
    }
    if (file->fd < 0 || !S_ISREG(file->st.st_mode))
        return odd("NOTREG", file->path, "not a regular file", "mount the kernel's tables there",
                   named ||
                       (origin == ORIGIN_USUAL && !(file->fd >= 0 && S_ISDIR(file->st.st_mode))),
                   why);
    return true;
}

bool tables_open(struct tables *tables, const char *folder, enum origin origin,
                 struct diagnosis *why)
{
    struct tables_file *file = tables->file;
    bool good = true;

    file[ENTRY_POINT].fd = file[TABLE].fd = -1;
    for (size_t i = 0; good && i < FILES; i++)
        good = open_file(&file[i], folder, names[i], origin, why);
    if (good && !file_on_sysfs(file[ENTRY_POINT].fd))
        good =
            refuse(why, HWIDENT_E_NOTSYSFS, file[ENTRY_POINT].path,
                   "only the kernel's own files are opened up; where a container has no sysfs of "
                   "the host (gVisor, Kata) open them on the host, or mount a copy made there");
    /* Both files must be on the same sysfs. */
    if (good && file[ENTRY_POINT].st.st_dev != file[TABLE].st.st_dev)
        good = refuse(why, HWIDENT_E_NOTSYSFS, file[TABLE].path, "mount both files from one sysfs");
    if (!good)
        tables_close(tables);
    return good;
}

void tables_close(const struct tables *tables)
{
    for (size_t i = 0; i < FILES; i++)
        if (tables->file[i].fd >= 0)
            (void)close(tables->file[i].fd);
}

/* Reads from the start until type 1 is complete, in doubling steps, or everything at once. */
static int read_enough(const struct tables_file *file, const struct hwident_entry_point *ep,
                       bool whole, struct contents *contents)
{
    size_t size = (size_t)file->st.st_size, next = whole ? size : FIRST_READ, got;
    int found;

    do {
        size_t *have = &contents->size[TABLE];
        struct hwident_structure s = {0};
        struct hwident_table table;
        size_t more = (next < size ? next : size) - *have;

        if (file_read(file->fd, contents->table + *have, more, *have, &got) != 0)
            return HWIDENT_E_IO;
        if (got != more)
            return HWIDENT_E_CHANGED;
        *have += more;
        next *= 2;
        hwident_table_init(&table, contents->table, *have, ep);
        found = hwident_table_find(&table, SYSTEM_INFORMATION, &s);
    } while (found != 1 && contents->size[TABLE] < size);
    return found == 0 ? HWIDENT_E_NO_TYPE_1 : found < 0 ? found : HWIDENT_OK;
}

static int read_entry_point(const struct tables_file *file, struct contents *contents,
                            struct hwident_entry_point *ep)
{
    int error;

    if (file->st.st_size == 0)
        return HWIDENT_E_EMPTY;
    if (file->st.st_size > (off_t)sizeof contents->entry_point)
        return HWIDENT_E_ENTRY_LENGTH;
    contents->size[ENTRY_POINT] = (size_t)file->st.st_size;
    error = file_read_whole(file->fd, &file->st, contents->entry_point);
    if (error)
        return error;
    return hwident_entry_point_parse(contents->entry_point, contents->size[ENTRY_POINT], ep);
}

static int read_table(const struct tables_file *file, const struct hwident_entry_point *ep,
                      bool whole, struct contents *contents)
{
    size_t size = (size_t)file->st.st_size;
    size_t more = 0;
    char beyond;
    int error;

    if (size == 0)
        return HWIDENT_E_EMPTY;
    if (size > ep->table_length || size > HWIDENT_TABLE_MAX_64)
        return HWIDENT_E_BOUND;
    contents->size[TABLE] = 0;
    contents->table = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (contents->table == MAP_FAILED)
        return HWIDENT_E_IO;
    error = read_enough(file, ep, whole, contents);
    if (!error && whole)
        error = file_read(file->fd, &beyond, sizeof beyond, size, &more);
    return error ? error : more ? HWIDENT_E_CHANGED : HWIDENT_OK;
}

bool tables_check(const struct tables *tables, bool whole, struct contents *contents,
                  struct diagnosis *why)
{
    const struct tables_file *file = &tables->file[ENTRY_POINT];
    struct hwident_entry_point ep;
    int error = read_entry_point(file, contents, &ep);

    if (!error) {
        file = &tables->file[TABLE];
        error = read_table(file, &ep, whole, contents);
    }
    if (error == HWIDENT_E_IO)
        diagnose_call(file->path, file->fd, errno, false, why);
    else if (error)
        refuse(why, error, file->path, "not valid SMBIOS tables; nothing was changed");
    return error == HWIDENT_OK;
}
