/*
 * Each grant is a wish for mode and owner of both files, met by both or by neither; the two others
 * leave the files alone.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/grant.h"

#include "prepare/copy.h"
#include "prepare/message.h"
#include "prepare/process.h"
#include "prepare/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

static const char *const places[] = {
    "/rootfs/sys/firmware/dmi/tables",
    "/host/sys/firmware/dmi/tables",
    "/sys/firmware/dmi/tables",
};
enum { PLACES = sizeof places / sizeof places[0] };

struct wish {
    mode_t mode;
    uid_t uid;
    gid_t gid;
};

static struct wish wish_for(const struct grant_request *request, const struct stat *st)
{
    switch (request->how) {
    case GRANT_CHMOD:
        return (struct wish){(st->st_mode & 07777) | 0444, st->st_uid, st->st_gid};
    case GRANT_GROUP:
        return (struct wish){0440, 0, request->gid};
    case GRANT_RESTORE:
        return (struct wish){0400, 0, 0};
    default:
        return (struct wish){st->st_mode & 07777, st->st_uid, st->st_gid};
    }
}

static bool met(const struct stat *st, struct wish wish)
{
    return (st->st_mode & 07777) == wish.mode && st->st_uid == wish.uid && st->st_gid == wish.gid;
}

static bool enough(const struct grant_request *request, const struct tables *tables)
{
    for (size_t i = 0; i < FILES; i++)
        if (!met(&tables->file[i].st, wish_for(request, &tables->file[i].st)))
            return false;
    return true;
}

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

static bool not_allowed(struct diagnosis *why, int error, const char *cause, const char *remedy)
{
    why->error = error;
    (void)snprintf(why->cause, sizeof why->cause, "%s", cause);
    (void)snprintf(why->remedy, sizeof why->remedy, "%s", remedy);
    return false;
}

/* Whether this process may give its files to the group. */
static bool may_give(const struct grant_request *request, struct diagnosis *why)
{
    static struct groups groups;
    struct capabilities own;

    if (!capabilities_get(&own) || capability_in(own.effective, CAPABILITY_CHOWN))
        return true;
    if (geteuid() != 0)
        return not_allowed(why, HWIDENT_E_PERMISSION, "only root can do this",
                           "start as root, or --if-root");
    if (getegid() == request->gid || (groups_get(&groups) && groups_have(&groups, request->gid)))
        return true;
    return not_allowed(why, HWIDENT_E_NOCAP,
                       "the capability CHOWN is missing, and root is not in the group",
                       "add it, or use --grant chmod or fd");
}

/* ---- Changing mode and owner ------------------------------------------------------------------- */

static bool change(const struct tables_file *file, struct wish wish)
{
    struct stat st;

    if ((file->st.st_uid != wish.uid || file->st.st_gid != wish.gid) &&
        fchown(file->fd, wish.uid, wish.gid) != 0)
        return false;
    if ((file->st.st_mode & 07777) != wish.mode && fchmod(file->fd, wish.mode) != 0)
        return false;
    /* A filter may say yes and do nothing. */
    errno = EPERM;
    return fstat(file->fd, &st) == 0 && met(&st, wish);
}

static void put_back(const struct tables_file *file)
{
    struct wish before = {file->st.st_mode & 07777, file->st.st_uid, file->st.st_gid};
    struct tables_file now = *file;

    if (fstat(file->fd, &now.st) != 0 || !change(&now, before))
        say("GRANTFAIL", "%s could not be put back, %s; set mode %04o and owner %u:%u by hand",
            OUTSIDE(file->path), strerror(errno), (unsigned)before.mode, (unsigned)before.uid,
            (unsigned)before.gid);
}

static void tell(const struct grant_request *request, const struct tables *tables)
{
    const struct tables_file *table = &tables->file[TABLE];

    if (request->how == GRANT_CHMOD)
        say("OPENED",
            "%s and its entry point are readable by everybody now, on the host and in every "
            "container, until reboot; --grant copy and --grant fd leave the host as it was",
            OUTSIDE(table->path));
    if (request->how == GRANT_GROUP && table->st.st_gid != 0 && table->st.st_gid != request->gid)
        say("OPENED",
            "%s and its entry point are readable by group %u now, and no more by group %u, on the "
            "host and in every container, until reboot; --grant copy and --grant fd don't collide",
            OUTSIDE(table->path), request->gid, (unsigned)table->st.st_gid);
    else if (request->how == GRANT_GROUP)
        say("OPENED",
            "%s and its entry point are readable by group %u now, on the host and in every "
            "container, until reboot; --grant copy and --grant fd leave the host as it was",
            OUTSIDE(table->path), request->gid);
}

/* Both files or neither. */
static bool change_both(const struct grant_request *request, const struct tables *tables)
{
    struct diagnosis why;
    int error;

    for (size_t i = 0; i < FILES; i++) {
        const struct tables_file *file = &tables->file[i];

        if (change(file, wish_for(request, &file->st)))
            continue;
        error = errno;
        if (error != EPERM || may_give(request, &why))
            diagnose_call(file->path, file->fd, error, true, &why);
        do
            put_back(&tables->file[i]);
        while (i-- > 0);
        return refuse(request, &why);
    }
    tell(request, tables);
    return true;
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
    if (enough(request, tables) || !read_only(tables))
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

/* The first place that will do; else the reason that tells most. */
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
    for (size_t i = 0; i < PLACES; i++) {
        if (usable(request, places[i], tables, &here))
            return true;
        if (weight(&here) > weight(why))
            *why = here;
    }
    if (why->error == HWIDENT_E_MISSING)
        diagnose_missing(places[PLACES - 1], why);
    return false;
}

bool grant(const struct grant_request *request, int fds[2])
{
    struct diagnosis why;
    struct tables tables;
    struct contents contents;

    if ((request->how == GRANT_COPY && !may_give(request, &why)) || !find(request, &tables, &why) ||
        !tables_check(&tables, request->how == GRANT_COPY, &contents, &why))
        return refuse(request, &why);
    if (request->how == GRANT_COPY)
        return copy_tables(&contents, request->copy, request->gid, &why) || refuse(request, &why);
    if (request->how != GRANT_FD)
        return enough(request, &tables) || change_both(request, &tables);
    for (size_t i = 0; i < FILES; i++) {
        fds[i] = tables.file[i].fd;
        if (fcntl(fds[i], F_SETFD, 0) != 0)
            die("GRANTFAIL", "descriptor %d, %s", fds[i], strerror(errno));
    }
    return true;
}
