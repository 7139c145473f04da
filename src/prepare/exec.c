/*
 * Lookup and execution, after the drop and so without any of root's rights.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/exec.h"

#include "host/file.h"
#include "host/variable.h"
#include "prepare/say.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFAULT_PATH "/usr/local/bin:/usr/bin:/bin"

/* How much of a file the kernel reads to find a "#!" line. */
enum { HEAD = 256 };

/*
 * The interpreter that the script at `path` names, in its `head`; NULL if it is not a script.
 * `*closed`: this process may execute the file but not read it.
 */
static const char *interpreter(const char *path, char head[HEAD], bool *closed)
{
    int fd = openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    size_t size;
    char *name;

    *closed = fd < 0 && errno == EACCES;
    (void)file_read(fd, head, HEAD - 1, 0, &size);
    if (fd >= 0)
        close(fd);
    head[size] = '\0';
    if (strncmp(head, "#!", 2) != 0)
        return NULL;
    name = head + 2 + strspn(head + 2, " \t");
    name[strcspn(name, " \t\n")] = '\0';
    return name;
}

static int not_executable(const char *path, int error)
{
    struct stat st;
    char head[HEAD];
    bool missing = error == ENOENT || error == ENOTDIR;
    bool closed = false;
    const char *name = missing ? interpreter(path, head, &closed) : NULL;
    const char *why = strerror(error);

    if (closed)
        say("NOEXEC",
            "%s, %s: its loader or the interpreter of its #! line is missing, and uid %u may not "
            "read it to tell which; make it readable",
            OUTSIDE(path), why, (unsigned)geteuid());
    else if (name)
        say("NOEXEC", "%s: its interpreter %s, %s; install it or correct the #! line",
            OUTSIDE(path), OUTSIDE(name), why);
    else if (missing)
        say("NOEXEC", "%s: its loader is missing, %s; it was built for another C library",
            OUTSIDE(path), why);
    else if (error == ENOEXEC)
        say("NOEXEC", "%s, %s; a script needs a #! line", OUTSIDE(path), why);
    else if (error == EACCES && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        say("NOEXEC", "%s, %s; name a program", OUTSIDE(path), strerror(EISDIR));
    else
        say("NOEXEC", "%s: %s (running as uid %u, gid %u); make it executable for that user",
            OUTSIDE(path), why, (unsigned)geteuid(), (unsigned)getegid());
    return EXIT_NOT_EXECUTABLE;
}

static int not_found(const char *command, const char *folders)
{
    if (!*command)
        say("NOTFOUND", "%s: no such command, as its name is empty; name a program",
            OUTSIDE(command));
    else if (folders)
        say("NOTFOUND", "%s: no such command in %s; name its path, or set PATH", OUTSIDE(command),
            OUTSIDE(folders));
    else
        say("NOTFOUND", "%s: no such command; install it, or name another", OUTSIDE(command));
    return EXIT_NOT_FOUND;
}

static int exec_path(char *const *command, char *const *environment)
{
    struct stat st;
    int error;

    execve(command[0], command, environment);
    error = errno;
    if ((error == ENOENT || error == ENOTDIR) && stat(command[0], &st) != 0)
        return not_found(command[0], NULL);
    return not_executable(command[0], error);
}

/* Joins folder and command; an empty folder is the current one. False: too long. */
static bool join(char path[PATH_MAX], const char *folder, size_t size, const char *command)
{
    int length = snprintf(path, PATH_MAX, "%.*s%s%s", (int)size, folder, size ? "/" : "", command);

    return size < PATH_MAX && length < PATH_MAX;
}

static int exec_search(char *const *command, char *const *environment)
{
    const char *folders = variable_value("PATH"), *folder;
    char path[PATH_MAX], denied[PATH_MAX] = "";
    struct stat st;

    folders = folders ? folders : DEFAULT_PATH;
    folder = folders;
    for (bool more = *command[0] != '\0'; more; folder++) {
        size_t size = strcspn(folder, ":");
        bool found;
        int error;

        more = folder[size] != '\0';
        if (join(path, folder, size, command[0])) {
            execve(path, command, environment);
            error = errno;
            found = stat(path, &st) == 0;
            if (found && error != EACCES)
                return not_executable(path, error);
            if (found && !*denied)
                memcpy(denied, path, sizeof denied);
        }
        folder += size;
    }
    return *denied ? not_executable(denied, EACCES) : not_found(command[0], folders);
}

int exec_command(char *const *command, char *const *environment)
{
    return strchr(command[0], '/') ? exec_path(command, environment)
                                   : exec_search(command, environment);
}
