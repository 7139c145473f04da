/*
 * Several dumps in one call.
 * SPDX-License-Identifier: MIT
 */
#include "cli/fleet.h"

#include "cli/command.h"
#include "cli/message.h"

#include <dirent.h>
#include <errno.h>
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

static int add_folder(struct fleet *f, const char *folder)
{
    DIR *dir = opendir(folder);
    size_t first = f->files;
    const struct dirent *entry;
    int err = HWIDENT_OK;

    if (!dir)
        return message_failure(errno == ENOENT ? HWIDENT_E_MISSING : HWIDENT_E_IO, "%s: %s", folder,
                               strerror(errno));
    while (!err && (entry = readdir(dir))) {
        char *path;

        if (entry->d_name[0] == '.')
            continue;
        if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0)
            path = NULL;
        if (path && is_folder(path))
            free(path);
        else
            err = add(f, path);
    }
    (void)closedir(dir);
    if (f->files > first)
        qsort(f->file + first, f->files - first, sizeof *f->file, compare);
    return err;
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
