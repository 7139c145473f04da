/*
 * hwident-prepare: opens the tables up, gives up root, becomes the command. This file is the order:
 * everything that can be refused is refused before the first change.
 * SPDX-License-Identifier: MIT
 */
#include "host/file.h"
#include "host/privilege.h"
#include "host/variable.h"
#include "prepare/account.h"
#include "prepare/arguments.h"
#include "prepare/ask.h"
#include "prepare/descriptors.h"
#include "prepare/drop.h"
#include "prepare/environment.h"
#include "prepare/exec.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PASSWD, GROUP, ACCOUNTS, ACCOUNTS_MAX = 10 * 1024 * 1024 };

/*
 * A missing file counts as empty, anything but a regular file is refused. The descriptor is
 * close-on-exec. openat, here and elsewhere, because musl's open makes two system calls.
 */
static int open_accounts(const char *path, struct text *text)
{
    struct stat st = {0};
    int fd = openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

    *text = text_of("", 0);
    if (fd < 0 && errno == ENOENT)
        return fd;
    if (fd < 0 || fstat(fd, &st) != 0)
        die("BADUSER", "%s, %s; it must be readable", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size > ACCOUNTS_MAX)
        die("BADUSER",
            "%s: not a regular file of at most 10 MiB; put the accounts of this system there",
            path);
    text->size = text->whole = (size_t)st.st_size;
    return fd;
}

static void read_accounts(struct text text[ACCOUNTS])
{
    static const char *const paths[ACCOUNTS] = {"/etc/passwd", "/etc/group"};
    int fd[ACCOUNTS];
    size_t size = 1, got;
    char *bytes;

    for (size_t i = 0; i < ACCOUNTS; i++) {
        fd[i] = open_accounts(paths[i], &text[i]);
        size += text[i].size;
    }
    bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bytes == MAP_FAILED)
        die("MEMORY", "no memory for the account files, %s", strerror(errno));
    for (size_t i = 0; i < ACCOUNTS; i++) {
        if (file_read(fd[i], bytes, text[i].size, 0, &got) != HWIDENT_OK || got != text[i].size)
            die("BADUSER", "%s: could not be read whole; try again", paths[i]);
        text[i].bytes = bytes;
        bytes += got;
    }
}

static void read_target(const struct options *options, struct target *target)
{
    struct text spec = text_of(options->user, strlen(options->user));
    struct text accounts[ACCOUNTS];
    const char *from = options->user_env ? OUTSIDE(options->user_env) : "--user";
    const char *user = OUTSIDE(options->user);
    enum refusal refusal;

    read_accounts(accounts);
    refusal = target_read(spec, accounts[PASSWD], accounts[GROUP], options->allow_root, target);
    if (refusal == REFUSED_NO_GROUP)
        die("BADUSER", "%s=%s: %s; write %s:%s", from, user, refusal_text(refusal), user, user);
    if (refusal != ACCEPTED)
        die("BADUSER", "%s=%s: %s", from, user, refusal_text(refusal));
    for (unsigned i = 0; i < options->add_groups_count; i++)
        if (!groups_add(&target->groups, options->add_groups[i]))
            die("BADUSER", "%s=%s: %s", from, user, refusal_text(REFUSED_GROUPS));
}

/* The group that may read: the named one, which the target must be in, else the target's own. */
static void settle_group(const struct options *options, const struct target *target,
                         struct grant_request *request)
{
    bool to_group = request->how == GRANT_GROUP || request->how == GRANT_COPY;

    if (!to_group)
        return;
    if (!options->user && !options->gid_given)
        die("USAGE", "--grant: %s is unset, so that there is no group; name one",
            OUTSIDE(options->user_env));
    if (options->user && (request->how == GRANT_COPY || !options->gid_given))
        request->gid = target->gid;
    if (options->user && !groups_have(&target->groups, request->gid))
        die("BADUSER", "%s is not in group %u, which could read the tables; add --add-group %u",
            OUTSIDE(options->user), request->gid, request->gid);
}

/* Executes nothing, and closes what was opened up as far as this process still has the rights. */
static _Noreturn void give_up(const char *tag, const char *why, const struct granted *granted)
{
    const char *undone = grant_undo(granted);

    die(tag, "%s%s", why, undone);
}

static void become(const struct options *options, const struct target *target,
                   const struct granted *granted)
{
    uid_t owners[DESCRIPTORS];
    const char *why = drop_groups(target);

    if (!why && options->own_stdio)
        why = descriptors_own(target->uid, owners);
    if (why)
        give_up("DROPFAIL", why, granted);
    why = drop_user(target);
    if (!why)
        return;
    if (options->own_stdio)
        descriptors_give_back(owners);
    give_up("DROPFAIL", why, granted);
}

/* Readers must look first at what this run granted, not at what an earlier run left. */
static bool tables_moved(const struct options *options, const struct granted *granted)
{
    const char *inherited = variable_value("HWIDENT_TABLES");

    if (!granted->done)
        return false;
    if (options->grant.how == GRANT_COPY)
        return true;
    return inherited && (options->grant.how == GRANT_FD || strcmp(inherited, granted->folder) != 0);
}

/* Changes only the target's three variables and those that say where the tables are. */
static char *const *environment(const struct options *options, const struct target *target,
                                const struct granted *granted)
{
    struct setting settings[TARGET_SETTINGS + 2];
    size_t count = 0;
    char text[32];
    bool copy = options->grant.how == GRANT_COPY;

    if (options->user && !options->keep_env) {
        environment_of_target(target, settings);
        count = TARGET_SETTINGS;
    }
    if (granted->done && options->grant.how == GRANT_FD) {
        (void)snprintf(text, sizeof text, "%d,%d", granted->tables.file[ENTRY_POINT].fd,
                       granted->tables.file[TABLE].fd);
        settings[count++] = (struct setting){"HWIDENT_FDS", text_of(text, strlen(text))};
    }
    if (tables_moved(options, granted))
        settings[count++] = (struct setting){
            "HWIDENT_TABLES",
            copy ? text_of(granted->folder, strlen(granted->folder)) : text_of(NULL, 0)};
    return count ? environment_with(settings, count) : environ;
}

int main(int argc, char **argv)
{
    static struct options options;
    static struct target target;
    static struct granted granted;
    char *const *variables;

    options_read(argc, argv, &options);
    descriptors_fill();
    if (privileges_raised())
        die("SETUID", "raised privileges (set-id bit or file capabilities); start it as root");
    if (options.no_new_privs && options.command)
        drop_new_privileges();
    if (options.if_root && geteuid() != 0)
        return options.command ? exec_command(options.command, environ) : 0;
    if (options.user)
        read_target(&options, &target);
    settle_group(&options, &target, &options.grant);
    if (options.user && options.command)
        ask_drop(&target, options.require_groups);
    if (options.user_env && !options.user && options.command)
        say("NODROP", "%s is unset: the command keeps uid %u", OUTSIDE(options.user_env),
            (unsigned)geteuid());
    grant(&options.grant, &granted);
    if (!options.command) {
        grant_tell(&options.grant, &granted);
        return 0;
    }
    variables = environment(&options, &target, &granted);
    if (!variables)
        give_up("MEMORY", "no memory for the environment; allow this process more", &granted);
    if (!granted.changed && !options.own_stdio)
        target.undo = 0;
    if (options.user)
        become(&options, &target, &granted);
    grant_tell(&options.grant, &granted);
    return exec_command(options.command, variables);
}
