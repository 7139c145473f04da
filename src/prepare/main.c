/*
 * hwident-prepare: opens the tables up, gives up root, becomes the command. This file is the order:
 * everything that can be refused is refused before the first change.
 * SPDX-License-Identifier: MIT
 */
#include "host/file.h"
#include "host/private_copy.h"
#include "host/privilege.h"
#include "prepare/account.h"
#include "prepare/arguments.h"
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

/* A missing file is an empty one, an odd one is refused. The descriptor goes with the exec. */
static int open_accounts(const char *path, struct text *text)
{
    struct stat st = {0};
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

    *text = text_of("", 0);
    if (fd < 0 && errno == ENOENT)
        return fd;
    if (fd < 0 || fstat(fd, &st) != 0)
        die("BADUSER", "%s, %s; it must be readable", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size > ACCOUNTS_MAX)
        die("BADUSER", "%s: not a regular file of at most 10 MiB", path);
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

/* Whose group may read: the one named, which the target must be in, else the target's own. */
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
        die("BADUSER", "%s is not in group %u, which could read the tables; --add-group %u",
            OUTSIDE(options->user), request->gid, request->gid);
}

static void become(const struct options *options, const struct target *target)
{
    if (options->own_stdio)
        descriptors_own(target->uid);
    drop(target);
}

/* Only what this run sets: the target's three, and where the tables are. */
static char *const *environment(const struct options *options, const struct target *target,
                                const struct grant_request *request, bool granted, const int fds[2])
{
    struct setting settings[TARGET_SETTINGS + 1];
    size_t count = 0;
    char text[32];

    if (options->user && !options->keep_env) {
        environment_of_target(target, settings);
        count = TARGET_SETTINGS;
    }
    if (granted && request->how == GRANT_FD) {
        (void)snprintf(text, sizeof text, "%d,%d", fds[0], fds[1]);
        settings[count++] = (struct setting){"HWIDENT_FDS", text_of(text, strlen(text))};
    }
    if (granted && request->how == GRANT_COPY && request->copy)
        settings[count++] =
            (struct setting){"HWIDENT_TABLES", text_of(request->copy, strlen(request->copy))};
    return count ? environment_with(settings, count) : environ;
}

int main(int argc, char **argv)
{
    static struct options options;
    static struct target target;
    bool granted;
    int fds[2];

    options_read(argc, argv, &options);
    descriptors_fill();
    if (privileges_raised())
        die("SETUID", "raised privileges (set-id bit or file capabilities); start it as root");
    if (options.if_root && geteuid() != 0)
        return options.command ? exec_command(options.command, environ) : 0;
    if (options.user)
        read_target(&options, &target);
    settle_group(&options, &target, &options.grant);
    if (options.user && options.command)
        drop_check(&target);
    if (options.user_env && !options.user && options.command)
        say("NODROP", "%s is unset: the command keeps uid %u", OUTSIDE(options.user_env),
            (unsigned)geteuid());
    granted = options.grant.how != GRANT_NONE && grant(&options.grant, fds);
    if (!options.command)
        return 0;
    if (options.user)
        become(&options, &target);
    if (options.no_new_privs)
        drop_new_privileges();
    return exec_command(options.command,
                        environment(&options, &target, &options.grant, granted, fds));
}
