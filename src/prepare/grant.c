/*
 * Finds the tables, opens them up by the grant, and reports why if that can't be done.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/grant.h"

#include "host/file.h"
#include "host/kernel_places.h"
#include "host/private_copy.h"
#include "host/variable.h"
#include "prepare/copy.h"
#include "prepare/mode.h"
#include "prepare/say.h"
#include "prepare/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

/* ---- What can't be done ---------------------------------------------------------------------- */

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

/* ---- Finding the tables ---------------------------------------------------------------------- */

/* Opens the tables in `folder`, if this grant can be met there. */
static bool usable(const struct grant_request *request, const char *folder, enum origin origin,
                   struct tables *tables, struct diagnosis *why)
{
    if (!tables_open(tables, folder, origin, why))
        return false;
    if (mode_enough(request, tables) || !file_read_only(tables->file[TABLE].fd))
        return true;
    diagnose_call(tables->file[TABLE].path, tables->file[TABLE].fd, EROFS, true, why);
    tables_close(tables);
    return false;
}

/* How much a failure explains: most a refusal, then wrong files, least missing ones. */
static int weight(const struct diagnosis *why)
{
    if (why->error == HWIDENT_E_MISSING)
        return 0;
    return why->error == HWIDENT_E_NOTSYSFS ? 1 : 2;
}

/* The n-th place to search; NULL after the last. */
static const char *place(size_t n, enum origin *origin)
{
    const char *inherited = variable_value("HWIDENT_TABLES");

    *origin = ORIGIN_INHERITED;
    if (inherited && *inherited && n-- == 0)
        return inherited;
    *origin = ORIGIN_USUAL;
    /* A folder mounted into a container comes before its own /sys, perhaps masked or read-only. */
    return n < KERNEL_PLACES ? kernel_places[(n + 1) % KERNEL_PLACES] : NULL;
}

/* There are no tables anywhere: finds the reason that explains most. */
static void diagnose_places(struct diagnosis *why)
{
    struct diagnosis here;

    why->error = HWIDENT_OK;
    for (size_t i = 0; i < KERNEL_PLACES; i++) {
        diagnose_missing(kernel_places[i], &here);
        diagnose_keep_nearest(why, &here);
    }
}

/* The first usable place, or NULL with the reason that explains most. */
static const char *find(const struct grant_request *request, struct tables *tables,
                        struct diagnosis *why)
{
    struct diagnosis here;
    const char *folder = request->tables;
    enum origin origin;

    why->error = HWIDENT_E_MISSING;
    if (folder) {
        if (usable(request, folder, ORIGIN_NAMED, tables, why))
            return folder;
        if (why->error == HWIDENT_E_MISSING)
            diagnose_missing(folder, why);
        return NULL;
    }
    for (size_t i = 0; (folder = place(i, &origin)) != NULL; i++) {
        if (usable(request, folder, origin, tables, &here))
            return folder;
        if (weight(&here) > weight(why))
            *why = here;
    }
    if (why->error == HWIDENT_E_MISSING)
        diagnose_places(why);
    return NULL;
}

/* ---- Granting -------------------------------------------------------------------------------- */

static bool inherit(const struct tables *tables)
{
    for (size_t i = 0; i < FILES; i++)
        if (fcntl(tables->file[i].fd, F_SETFD, 0) != 0)
            die("GRANTFAIL", "descriptor %d, %s; use --grant copy", tables->file[i].fd,
                strerror(errno));
    return true;
}

static bool do_grant(const struct grant_request *request, struct granted *granted,
                     struct diagnosis *why)
{
    struct tables *tables = &granted->tables;
    struct contents contents;
    bool copy = request->how == GRANT_COPY;

    if (copy && !mode_may_give(request, why))
        return false;
    granted->folder = find(request, tables, why);
    if (!granted->folder || !tables_check(tables, copy, &contents, why))
        return false;
    switch (request->how) {
    case GRANT_COPY:
        granted->folder = request->copy ? request->copy : COPY_FOLDER;
        return copy_tables(&contents, granted->folder, request->gid, why);
    case GRANT_FD:
        return inherit(tables);
    default:
        granted->changed = !mode_enough(request, tables);
        return mode_change(request, tables, why);
    }
}

void grant(const struct grant_request *request, struct granted *granted)
{
    struct diagnosis why;

    granted->changed = false;
    granted->done = request->how != GRANT_NONE && do_grant(request, granted, &why);
    if (granted->done || request->how == GRANT_NONE)
        return;
    granted->changed = false;
    say(tag_of(&why), "%s; %s", why.cause, why.remedy);
    if (request->require)
        _exit(EXIT_FAILED);
}

void grant_tell(const struct grant_request *request, const struct granted *granted)
{
    if (granted->changed)
        mode_tell(request, &granted->tables);
}

const char *grant_undo(const struct granted *granted)
{
    if (!granted->changed)
        return "";
    if (mode_put_back(&granted->tables))
        return "; the tables have their mode and owner back";
    return "; the tables stay open: on the host run hwident-prepare --restore";
}
