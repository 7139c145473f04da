/*
 * Which tables, by which grant, and what is said where it can't be done.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/grant.h"

#include "host/kernel_places.h"
#include "prepare/copy.h"
#include "prepare/mode.h"
#include "prepare/say.h"
#include "prepare/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* ---- What can't be done ------------------------------------------------------------------------ */

static const char *tag_of(const struct diagnosis *why)
{
    bool refused = why->error == HWIDENT_E_PERMISSION || why->error == HWIDENT_E_NOCAP;

    if (refused && geteuid() != 0)
        return "NOTROOT";
    if (why->error == HWIDENT_E_PERMISSION || why->error == HWIDENT_E_IO)
        return "GRANTFAIL";
    if (why->error == HWIDENT_E_CHANGED)
        return "BADTABLE";
    return hwident_error_tag(why->error);
}

static bool refuse(const struct grant_request *request, const struct diagnosis *why)
{
    say(tag_of(why), "%s; %s", why->cause, why->remedy);
    if (request->require)
        _exit(EXIT_FAILED);
    return false;
}

/* ---- Finding the tables ------------------------------------------------------------------------ */

static bool read_only(const struct tables *tables)
{
    struct statvfs fs;

    return fstatvfs(tables->file[TABLE].fd, &fs) == 0 && (fs.f_flag & ST_RDONLY) != 0;
}

/* Opens the tables in `folder`, where this grant can be met. */
static bool usable(const struct grant_request *request, const char *folder, struct tables *tables,
                   struct diagnosis *why)
{
    if (!tables_open(tables, folder, why))
        return false;
    if (mode_enough(request, tables) || !read_only(tables))
        return true;
    diagnose_call(tables->file[TABLE].path, tables->file[TABLE].fd, EROFS, true, why);
    tables_close(tables);
    return false;
}

/* How much a place's failure tells: a refusal, then files of another's, then nothing at all. */
static int weight(const struct diagnosis *why)
{
    if (why->error == HWIDENT_E_MISSING)
        return 0;
    return why->error == HWIDENT_E_NOTSYSFS ? 1 : 2;
}

/*
 * The first place that will do; else the reason that tells most. What a container was given comes
 * before its own /sys, which may be masked or read-only.
 */
static bool find(const struct grant_request *request, struct tables *tables, struct diagnosis *why)
{
    struct diagnosis here;

    why->error = HWIDENT_E_MISSING;
    if (request->tables) {
        if (usable(request, request->tables, tables, why))
            return true;
        if (why->error == HWIDENT_E_MISSING)
            diagnose_missing(request->tables, why);
        return false;
    }
    for (size_t i = 1; i <= KERNEL_PLACES; i++) {
        if (usable(request, kernel_places[i % KERNEL_PLACES], tables, &here))
            return true;
        if (weight(&here) > weight(why))
            *why = here;
    }
    if (why->error == HWIDENT_E_MISSING)
        diagnose_missing(KERNEL_TABLES, why);
    return false;
}

bool grant(const struct grant_request *request, int fds[2])
{
    struct diagnosis why;
    struct tables tables;
    struct contents contents;

    if ((request->how == GRANT_COPY && !mode_may_give(request, &why)) ||
        !find(request, &tables, &why) ||
        !tables_check(&tables, request->how == GRANT_COPY, &contents, &why))
        return refuse(request, &why);
    if (request->how == GRANT_COPY)
        return copy_tables(&contents, request->copy, request->gid, &why) || refuse(request, &why);
    if (request->how != GRANT_FD)
        return mode_change(request, &tables, &why) || refuse(request, &why);
    for (size_t i = 0; i < FILES; i++) {
        fds[i] = tables.file[i].fd;
        if (fcntl(fds[i], F_SETFD, 0) != 0)
            die("GRANTFAIL", "descriptor %d, %s", fds[i], strerror(errno));
    }
    return true;
}
