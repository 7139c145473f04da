/*
 * Several dumps in one call.
 * SPDX-License-Identifier: MIT
 */
#include "cli/fleet.h"

#include "cli/command.h"
#include "cli/message.h"
#include "library/filing.h"
#include "library/words.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* ---- which files -------------------------------------------------------------------------------- */

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool fleet_is(const struct options *o)
{
    return o->dump_count > 1 || (o->dump_count == 1 && is_folder(options_dump(o, 0)));
}

/* Takes ownership of `path`, which comes from malloc and is NULL if memory ran out. */
static int add(struct fleet *f, char *path)
{
    if (path && f->files == f->room) {
        size_t room = f->room ? 2 * f->room : 64;
        char **more = realloc(f->file, room * sizeof *more);

        if (more) {
            f->file = more;
            f->room = room;
        }
    }
    if (!path || f->files == f->room) {
        free(path);
        return HWIDENT_E_MEMORY;
    }
    f->file[f->files++] = path;
    return HWIDENT_OK;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/*
 * Whether a file of a folder is to be read: one that does not begin with an entry point never was a
 * dump. A file that can't be opened or read is, so that its error is reported.
 */
static bool may_be_dump(const char *path)
{
    struct hwident_entry_point ep;
    uint8_t bytes[HWIDENT_ENTRY_POINT_MAX];
    struct stat st;
    size_t size = 0;
    bool may = true;
    int fd;

    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return false;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return true;
    if (file_read(fd, bytes, sizeof bytes, 0, &size) == HWIDENT_OK && size > 0)
        may = hwident_entry_point_parse(bytes, size, &ep) != HWIDENT_E_ANCHOR;
    (void)close(fd);
    return may;
}

/* Adds the file `name` of the folder, or counts it in `*others`. */
static int add_entry(struct fleet *f, const char *folder, const char *name, size_t *others)
{
    char *path;

    if (asprintf(&path, "%s/%s", folder, name) < 0)
        return HWIDENT_E_MEMORY;
    if (!is_folder(path) && may_be_dump(path))
        return add(f, path);
    *others += !is_folder(path);
    free(path);
    return HWIDENT_OK;
}

static int closed_folder(const char *folder)
{
    char quoted[QUOTED_SIZE];
    int error = errno;

    quote(folder, quoted);
    return message_failure(error == EACCES ? HWIDENT_E_PERMISSION : HWIDENT_E_IO,
                           "%s: %s; let this user list the folder", quoted, strerror(error));
}

/* Reports how many files were passed over, or that there was no dump. */
static int tell_folder(const char *folder, size_t dumps, size_t others)
{
    char quoted[QUOTED_SIZE];

    quote(folder, quoted);
    if (dumps == 0)
        return message_failure(HWIDENT_E_MISSING,
                               "%s: no dump in this folder; name one with files that `hwident "
                               "dump` or `dmidecode --dump-bin` wrote",
                               quoted);
    if (others > 0)
        message_note("%s: passed over %zu file%s that %s", quoted, others, others == 1 ? "" : "s",
                     others == 1 ? "is not a dump" : "are not dumps");
    return HWIDENT_OK;
}

static int add_folder(struct fleet *f, const char *folder)
{
    DIR *dir = opendir(folder);
    size_t first = f->files, others = 0;
    const struct dirent *entry;
    int err = HWIDENT_OK;

    if (!dir)
        return closed_folder(folder);
    while (!err && (entry = readdir(dir)))
        if (entry->d_name[0] != '.')
            err = add_entry(f, folder, entry->d_name, &others);
    (void)closedir(dir);
    if (f->files > first)
        qsort(f->file + first, f->files - first, sizeof *f->file, compare);
    return err ? err : tell_folder(folder, f->files - first, others);
}

/* ---- how far it is -------------------------------------------------------------------------------- */

enum { QUIET_MILLISECONDS = 1000, EVERY = 64 };

static long long now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void show_progress(struct fleet *f)
{
    if (f->progress && f->done % EVERY == 0 && f->done > 0 && now() - f->begun > QUIET_MILLISECONDS)
        (void)fprintf(stderr, "\r%zu of %zu dumps", f->done, f->files);
}

static void end_progress(struct fleet *f)
{
    if (f->progress && f->done >= EVERY && now() - f->begun > QUIET_MILLISECONDS)
        (void)fprintf(stderr, "\r\033[K");
    f->progress = false;
}

/* ---- all of them ---------------------------------------------------------------------------------- */

int fleet_find(const struct options *o, struct fleet *f)
{
    int err = HWIDENT_OK;

    *f = (struct fleet){.progress = !o->quiet && isatty(STDERR_FILENO), .begun = now()};
    for (size_t i = 0; !err && i < o->dump_count; i++) {
        const char *path = options_dump(o, i);

        err = is_folder(path) ? add_folder(f, path) : add(f, strdup(path));
    }
    if (err == HWIDENT_E_MEMORY)
        (void)message_error(NULL, err);
    return err;
}

void fleet_free(struct fleet *f)
{
    end_progress(f);
    for (size_t i = 0; i < f->files; i++)
        free(f->file[i]);
    free(f->file);
}

const char *fleet_next(struct fleet *f)
{
    show_progress(f);
    if (f->done == f->files) {
        end_progress(f);
        return NULL;
    }
    return f->file[f->done++];
}

int fleet_run(const struct options *o)
{
    struct options one = *o;
    struct fleet fleet;
    int worst = fleet_find(o, &fleet);

    while (!worst || worst != HWIDENT_E_MEMORY) {
        int err;

        one.open.dump = one.label = fleet_next(&fleet);
        if (!one.label)
            break;
        err = o->command->run(&one);
        if (hwident_error_exit(err) > hwident_error_exit(worst))
            worst = err;
    }
    fleet_free(&fleet);
    return worst;
}
