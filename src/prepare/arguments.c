/*
 * One table of options. Options end at `--` or at the first word that is not one.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/arguments.h"

#include "hwident.h"

#include "host/file.h"
#include "host/variable.h"
#include "prepare/account.h"
#include "prepare/say.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "usage: hwident-prepare [options] [--] [command [argument...]]\n"
    "Makes the SMBIOS tables readable, gives up root, and becomes the command.\n"
    "\n"
    "  --tables DIR          the folder to open up (default: the first of\n"
    "                        $HWIDENT_TABLES and /rootfs/sys, /host/sys, /sys +\n"
    "                        /firmware/dmi/tables)\n"
    "  --grant chmod|group[:GID]|copy[:DIR]|fd|none\n"
    "                        how to open it up (default: chmod)\n"
    "  --copy-group GID      who may read the copy, where there is no --user\n"
    "  --user SPEC           become SPEC: name, uid, name:group, uid:gid, name:gid,\n"
    "                        uid:group\n"
    "  --user-env VAR        take SPEC from VAR; if unset, the user is not changed\n"
    "  --add-group GID       one more supplementary group (repeatable)\n"
    "  --require-groups      not root: refuse to run in other groups than the user's\n"
    "  --allow-root          let SPEC be uid 0\n"
    "  --require             a table that can't be opened up is an error\n"
    "  --if-root             not root: skip everything and execute the command\n"
    "  --keep-env            leave HOME, USER and LOGNAME as they are\n"
    "  --own-stdio           give stdin, stdout and stderr to the target user\n"
    "  --no-new-privs        set no_new_privs before the command\n"
    "  --restore             put the tables back to root:root 0400 and end\n"
    "  -h, --help, --version\n"
    "\n"
    "Exits 125 for its own failures, 126 where the command can't be executed, 127 where\n"
    "it isn't found; else the exit code is the command's.\n";

static const char version[] = "hwident-prepare " HWIDENT_VERSION "\n";

enum option {
    TABLES,
    GRANT,
    COPY_GROUP,
    USER,
    USER_ENV,
    ADD_GROUP,
    REQUIRE_GROUPS,
    ALLOW_ROOT,
    REQUIRE,
    IF_ROOT,
    KEEP_ENV,
    OWN_STDIO,
    NO_NEW_PRIVS,
    RESTORE,
    HELP,
    HELP_SHORT,
    VERSION,
    OPTIONS
};

static const struct {
    const char *name;
    bool takes_value;
} known[OPTIONS] = {
    [REQUIRE_GROUPS] = {"--require-groups", false},
    [TABLES] = {"--tables", true},
    [GRANT] = {"--grant", true},
    [COPY_GROUP] = {"--copy-group", true},
    [USER] = {"--user", true},
    [USER_ENV] = {"--user-env", true},
    [ADD_GROUP] = {"--add-group", true},
    [ALLOW_ROOT] = {"--allow-root", false},
    [REQUIRE] = {"--require", false},
    [IF_ROOT] = {"--if-root", false},
    [KEEP_ENV] = {"--keep-env", false},
    [OWN_STDIO] = {"--own-stdio", false},
    [NO_NEW_PRIVS] = {"--no-new-privs", false},
    [RESTORE] = {"--restore", false},
    [HELP] = {"--help", false},
    [HELP_SHORT] = {"-h", false},
    [VERSION] = {"--version", false},
};

static _Noreturn void die_usage(const char *text, const char *what)
{
    die("USAGE", "%s: %s; see --help", OUTSIDE(text), what);
}

static _Noreturn void print(const char *text)
{
    if (!file_write(STDOUT_FILENO, text, strlen(text)))
        die("IO", "standard output, %s; it must be open and have room", strerror(errno));
    _exit(EXIT_SUCCESS);
}

static uint32_t read_gid(const char *text)
{
    uint32_t gid;

    if (!number_read(text_of(text, strlen(text)), &gid))
        die_usage(text, "not a gid (group:, --copy-group and --add-group take a number)");
    return gid;
}

/* The text after `name` and a colon; "" if there is no colon, NULL if `text` does not fit. */
static const char *behind(const char *text, const char *name)
{
    size_t size = strlen(name);

    if (strncmp(text, name, size) != 0 || (text[size] != '\0' && text[size] != ':'))
        return NULL;
    return text[size] ? text + size + 1 : "";
}

/* A copy's folder: an absolute path whose last component is a name. */
static const char *read_folder(const char *folder)
{
    const char *name = strrchr(folder, '/');

    if (folder[0] != '/' || name[1] == '\0' || strcmp(name, "/.") == 0 || strcmp(name, "/..") == 0)
        die_usage(folder, "the copy's folder must be an absolute path that ends in a name");
    return folder;
}

static void read_grant(const char *text, struct options *options)
{
    struct grant_request *grant = &options->grant;
    const char *rest;

    if (strcmp(text, "chmod") == 0) {
        grant->how = GRANT_CHMOD;
    } else if (strcmp(text, "fd") == 0) {
        grant->how = GRANT_FD;
    } else if (strcmp(text, "none") == 0) {
        grant->how = GRANT_NONE;
    } else if ((rest = behind(text, "group")) != NULL) {
        grant->how = GRANT_GROUP;
        options->gid_given = text[strlen("group")] == ':';
        if (options->gid_given)
            grant->gid = read_gid(rest);
    } else if ((rest = behind(text, "copy")) != NULL) {
        grant->how = GRANT_COPY;
        grant->copy = text[strlen("copy")] == ':' ? read_folder(rest) : NULL;
    } else {
        die_usage(text, "not a grant: chmod, group[:GID], copy[:DIR], fd or none");
    }
}

static size_t common(const char *a, const char *b)
{
    size_t size = 0;

    while (a[size] && a[size] == b[size])
        size++;
    return size;
}

/* The shortest of those with the longest common beginning; OPTIONS if that is less than "--abc". */
static enum option nearest(const char *word)
{
    enum option best = OPTIONS;
    size_t longest = strlen("--ab");

    for (enum option option = 0; option < OPTIONS; option++) {
        size_t same = common(word, known[option].name);

        if (same > longest || (best != OPTIONS && same == longest &&
                               strlen(known[option].name) < strlen(known[best].name))) {
            longest = same;
            best = option;
        }
    }
    return best;
}

static _Noreturn void die_unknown(const char *word)
{
    enum option near = nearest(word);

    if (near == OPTIONS)
        die_usage(word, "no such option");
    die("USAGE", "%s: no such option; did you mean %s?", OUTSIDE(word), known[near].name);
}

/* The option that `word` names; `*value` is set to the value if it is in the same word. */
static enum option find(const char *word, const char **value)
{
    size_t size = strcspn(word, "=");
    enum option option = 0;

    while (option < OPTIONS &&
           (strlen(known[option].name) != size || strncmp(word, known[option].name, size) != 0))
        option++;
    if (option == OPTIONS)
        die_unknown(word);
    *value = word[size] ? word + size + 1 : NULL;
    if (*value && !known[option].takes_value)
        die_usage(word, "this option takes no value");
    return option;
}

static void set(enum option option, const char *value, struct options *options)
{
    switch (option) {
    case TABLES:
        options->grant.tables = value;
        break;
    case GRANT:
        read_grant(value, options);
        break;
    case COPY_GROUP:
    case RESTORE:
    case OPTIONS:
        break; /* handled after the loop */
    case USER:
        options->user = value;
        break;
    case USER_ENV:
        options->user_env = value;
        break;
    case ADD_GROUP:
        if (options->add_groups_count == ADD_GROUPS_MAX)
            die_usage(value, "too many groups");
        options->add_groups[options->add_groups_count++] = read_gid(value);
        break;
    case REQUIRE_GROUPS:
        options->require_groups = true;
        break;
    case ALLOW_ROOT:
        options->allow_root = true;
        break;
    case REQUIRE:
        options->grant.require = true;
        break;
    case IF_ROOT:
        options->if_root = true;
        break;
    case KEEP_ENV:
        options->keep_env = true;
        break;
    case OWN_STDIO:
        options->own_stdio = true;
        break;
    case NO_NEW_PRIVS:
        options->no_new_privs = true;
        break;
    case HELP:
    case HELP_SHORT:
        print(help);
    case VERSION:
        print(version);
    }
}

/* What a command line says: a bit for each option, and these. */
enum { COMMAND = OPTIONS, FD, GROUP, GROUP_GID, COPY, SAID };
#define BIT(said) (1U << (said))
#define ANY_USER  (BIT(USER) | BIT(USER_ENV))
_Static_assert(SAID <= 32, "a bit for each");

static uint32_t what_is_said(const char *const value[OPTIONS], const struct options *options)
{
    const struct grant_request *grant = &options->grant;
    uint32_t said = 0;

    for (unsigned i = 0; i < OPTIONS; i++)
        said |= value[i] ? BIT(i) : 0;
    return said | (options->command ? BIT(COMMAND) : 0) | (grant->how == GRANT_FD ? BIT(FD) : 0) |
           (grant->how == GRANT_COPY ? BIT(COPY) : 0) |
           (grant->how == GRANT_GROUP ? BIT(GROUP) : 0) | (options->gid_given ? BIT(GROUP_GID) : 0);
}

/* With `said` goes one of `needs` (0: nothing is needed), and none of `clashes`. */
static const struct rule {
    unsigned said;
    uint32_t needs, clashes;
    const char *name, *what;
} rules[] = {
    {RESTORE, 0, BIT(COMMAND) | ANY_USER | BIT(GRANT), "--restore",
     "not with a command, --user, --user-env or --grant"},
    {USER, 0, BIT(USER_ENV), "--user", "not with --user-env"},
    {ADD_GROUP, ANY_USER, 0, "--add-group", "needs --user or --user-env"},
    {OWN_STDIO, ANY_USER, 0, "--own-stdio", "needs --user or --user-env"},
    {REQUIRE_GROUPS, ANY_USER, 0, "--require-groups", "needs --user or --user-env"},
    {FD, BIT(COMMAND), 0, "--grant fd", "needs a command to leave the descriptors to"},
    {GROUP, BIT(GROUP_GID) | ANY_USER, 0, "--grant group", "needs a gid (group:GID) or --user"},
    {COPY_GROUP, BIT(COPY), BIT(USER), "--copy-group", "only with --grant copy and without --user"},
    {COPY, BIT(COPY_GROUP) | ANY_USER, 0, "--grant copy", "needs --copy-group or --user"},
};

static void check(const char *const value[OPTIONS], const struct options *options)
{
    const uint32_t said = what_is_said(value, options);

    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const struct rule *rule = &rules[i];

        if ((said & BIT(rule->said)) &&
            ((rule->needs && !(said & rule->needs)) || (said & rule->clashes)))
            die_usage(rule->name, rule->what);
    }
    if (value[USER_ENV] && (*options->user_env == '\0' || strchr(options->user_env, '=')))
        die_usage(options->user_env, "not a variable's name for --user-env");
}

/* Takes for the grant what other options say. */
static void complete(const char *const value[OPTIONS], struct options *options)
{
    struct grant_request *grant = &options->grant;

    if (value[COPY_GROUP]) {
        options->gid_given = true;
        grant->gid = read_gid(value[COPY_GROUP]);
    }
    if (value[RESTORE]) {
        /* Restoring is all that was asked for, so a failure is an error and not a warning. */
        grant->how = GRANT_RESTORE;
        grant->require = true;
    }
}

void options_read(int argc, char *const *argv, struct options *options)
{
    const char *value[OPTIONS] = {NULL};
    int at = 1;

    *options = (struct options){.grant.how = GRANT_CHMOD};
    for (; at < argc && argv[at][0] == '-' && strcmp(argv[at], "--") != 0; at++) {
        const char *given, *word = argv[at];
        enum option option = find(word, &given);

        if (known[option].takes_value && !given && ++at >= argc)
            die_usage(word, "needs a value");
        if (known[option].takes_value && value[option] && option != ADD_GROUP)
            die_usage(word, "given twice");
        value[option] = !known[option].takes_value ? word : given ? given : argv[at];
        set(option, value[option], options);
    }
    if (at < argc && strcmp(argv[at], "--") == 0)
        at++;
    options->command = at < argc ? argv + at : NULL;
    check(value, options);
    complete(value, options);
    if (options->user_env)
        options->user = variable_value(options->user_env);
}
