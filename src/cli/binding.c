/*
 * The app id and the key. The key comes only from a file or a descriptor, because others can read a
 * command line and an environment. SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"

#include "cli/message.h"
#include "library/words.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int binding_check_app(const char *app)
{
    size_t where;

    if (!app || !hwident_app_id_check(app, &where))
        return HWIDENT_OK;
    if (!*app)
        return message_failure(HWIDENT_E_APP_ID, "--app: empty; name one like com.example.app");
    return message_failure(HWIDENT_E_APP_ID, "--app: character %zu does not fit; %s", where + 1,
                           hwident_error_text(HWIDENT_E_APP_ID));
}

/* Reads to the end of the descriptor, or one byte more than a key can have. */
static bool read_key(int fd, struct binding *b)
{
    ssize_t got;

    do {
        struct pollfd writer = {.fd = fd, .events = POLLIN};

        (void)poll(&writer, 1, -1); /* also if the descriptor is non-blocking */
        got = read(fd, b->bytes + b->key_size, sizeof b->bytes - b->key_size);
        if (got > 0)
            b->key_size += (size_t)got;
    } while ((got > 0 && b->key_size < sizeof b->bytes) ||
             (got < 0 && (errno == EINTR || errno == EAGAIN)));
    return got >= 0;
}

/* Notes what is odd about a key but does not make it invalid. */
static void warn(const struct binding *b, const char *name, const struct stat *st)
{
    if (b->bytes[b->key_size - 1] == '\n')
        message_note("%s: the key ends in a newline, which is part of it", name);
    if (S_ISREG(st->st_mode) && (st->st_mode & S_IROTH))
        message_note("%s: everybody can read the key: chmod o-r", name);
}

/* Reports errno. */
static int no_key(const char *name)
{
    static const struct {
        int error;
        const char *remedy;
    } remedies[] = {
        {ENOENT, "name the file that holds the key"},
        {ENOTDIR, "name the file that holds the key"},
        {EISDIR, "name the file in it that holds the key"},
        {EACCES, "let this user read the file, and search every folder above it"},
        {EBADF, "open it for reading, as with 3<FILE for --key-fd 3"},
    };
    const char *remedy = "name a different file";
    int error = errno;

    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++)
        if (remedies[i].error == error)
            remedy = remedies[i].remedy;
    return message_failure(HWIDENT_E_KEY, "%s: %s; %s", name, strerror(error), remedy);
}

static int take_key(int fd, const char *name, struct binding *b)
{
    struct stat st;

    b->key = b->bytes;
    if (fd < 0 || fstat(fd, &st) != 0 || !read_key(fd, b))
        return no_key(name);
    if (hwident_key_check(b->bytes, b->key_size))
        return message_failure(HWIDENT_E_KEY, "%s: %s; %s", name,
                               b->key_size == 0                ? "empty"
                               : b->key_size > HWIDENT_KEY_MAX ? "too long"
                                                               : "ends in a zero byte",
                               hwident_error_text(HWIDENT_E_KEY));
    warn(b, name, &st);
    return HWIDENT_OK;
}

static int take_key_file(const char *file, struct binding *b)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY); /* on a FIFO this waits for a writer */
    char name[QUOTED_SIZE];
    int err;

    quote(file, name);
    err = take_key(fd, name, b);
    if (fd >= 0)
        (void)close(fd);
    return err;
}

int binding_read(const struct options *o, struct binding *b)
{
    char name[32];
    int err = binding_check_app(o->app);

    *b = (struct binding){.app = o->app};
    if (err)
        return err;
    if (o->key_file)
        return take_key_file(o->key_file, b);
    if (o->key_fd < 0)
        return HWIDENT_OK;
    (void)snprintf(name, sizeof name, "--key-fd %d", o->key_fd);
    return take_key(o->key_fd, name, b);
}

void binding_forget(struct binding *b)
{
    explicit_bzero(b->bytes, sizeof b->bytes);
}
