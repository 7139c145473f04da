/*
 * Each grant is a wish for mode and owner; it is met for both files or for neither.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/mode.h"

#include "host/privilege.h"
#include "prepare/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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

bool mode_enough(const struct grant_request *request, const struct tables *tables)
{
    for (size_t i = 0; i < FILES; i++)
        if (!met(&tables->file[i].st, wish_for(request, &tables->file[i].st)))
            return false;
    return true;
}

static bool not_allowed(struct diagnosis *why, int error, const char *cause, const char *remedy)
{
    why->error = error;
    (void)snprintf(why->cause, sizeof why->cause, "%s", cause);
    (void)snprintf(why->remedy, sizeof why->remedy, "%s", remedy);
    return false;
}

bool mode_may_give(const struct grant_request *request, struct diagnosis *why)
{
    struct capabilities own;

    if (!capabilities_get(&own) || capability_in(own.effective, CAPABILITY_CHOWN))
        return true;
    if (geteuid() != 0)
        return not_allowed(why, HWIDENT_E_PERMISSION, "only root can give the tables to a group",
                           "start as root, or --if-root");
    if (privileges_in_group(request->gid))
        return true;
    return not_allowed(why, HWIDENT_E_NOCAP,
                       "the capability CHOWN is missing, and root is not in the group",
                       "add it, or use --grant chmod or fd");
}

static bool change(const struct tables_file *file, struct wish wish)
{
    struct stat st;

    if ((file->st.st_uid != wish.uid || file->st.st_gid != wish.gid) &&
        fchown(file->fd, wish.uid, wish.gid) != 0)
        return false;
    if ((file->st.st_mode & 07777) != wish.mode && fchmod(file->fd, wish.mode) != 0)
        return false;
    /* A seccomp filter can return 0 without making the call. */
    errno = EPERM;
    return fstat(file->fd, &st) == 0 && met(&st, wish);
}

static bool put_back(const struct tables_file *file)
{
    struct wish before = {file->st.st_mode & 07777, file->st.st_uid, file->st.st_gid};
    struct tables_file now = *file;

    if (fstat(file->fd, &now.st) == 0 && change(&now, before))
        return true;
    say("GRANTFAIL", "%s could not be put back, %s; set mode %04o and owner %u:%u by hand",
        OUTSIDE(file->path), strerror(errno), (unsigned)before.mode, (unsigned)before.uid,
        (unsigned)before.gid);
    return false;
}

bool mode_put_back(const struct tables *tables)
{
    bool good = true;

    for (size_t i = FILES; i-- > 0;)
        good = put_back(&tables->file[i]) && good;
    return good;
}

void mode_tell(const struct grant_request *request, const struct tables *tables)
{
    const struct tables_file *table = &tables->file[TABLE];
    bool other = table->st.st_gid != 0 && table->st.st_gid != request->gid;
    char who[32] = "everybody", lost[48] = "";

    if (request->how == GRANT_RESTORE)
        return;
    if (request->how == GRANT_GROUP)
        (void)snprintf(who, sizeof who, "group %u", request->gid);
    if (request->how == GRANT_GROUP && other)
        (void)snprintf(lost, sizeof lost, " and no longer by group %u", (unsigned)table->st.st_gid);
    say("OPENED",
        "%s and its entry point are readable by %s now%s, on the host and in every container, "
        "until reboot; --grant copy and --grant fd leave the host as it was",
        OUTSIDE(table->path), who, lost);
}

bool mode_change(const struct grant_request *request, const struct tables *tables,
                 struct diagnosis *why)
{
    int error;

    if (mode_enough(request, tables))
        return true;
    for (size_t i = 0; i < FILES; i++) {
        const struct tables_file *file = &tables->file[i];

        if (change(file, wish_for(request, &file->st)))
            continue;
        error = errno;
        if (error != EPERM || mode_may_give(request, why))
            diagnose_call(file->path, file->fd, error, true, why);
        do
            (void)put_back(&tables->file[i]);
        while (i-- > 0);
        return false;
    }
    return true;
}
