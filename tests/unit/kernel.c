/*
 * The kernel in memory: see kernel.h. It has only the calls that hwident-prepare makes; an
 * unknown call fails the test.
 * SPDX-License-Identifier: MIT
 */
#include "kernel.h"

#include "prepare/process.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#ifndef SYS_openat2 /* Debian 11 */
#define SYS_openat2 437
#endif

enum { FILES_MAX = 64, OPEN_MAX_HERE = 32, FAULTS = 4, VARIABLES = 16, MAPPINGS = 16 };

struct kernel kernel;

static struct kernel_file files[FILES_MAX];
static struct open_file {
    struct kernel_file *file; /* NULL: closed */
    int flags;
    size_t at;
} table[OPEN_MAX_HERE];
static struct fault {
    const char *name;
    int nth, error, seen;
} faults[FAULTS];
static struct answer {
    int nth, error, other;
} answers[KERNEL_ANSWERS];
static int calls_seen, call_to_fail, call_error, other;
static struct {
    void *at;
    size_t size;
} mappings[MAPPINGS];
static size_t mapping_count;
static char variables[VARIABLES][KERNEL_TEXT];
static char *variable_list[VARIABLES + 1];
static jmp_buf end;
static bool running; /* outside of a run the calls are the C library's: gcov writes its counts */
static int exit_code;

int __real_main(int argc, char **argv);

/* ---- Faults ---------------------------------------------------------------------------------- */

enum trip { GO, FAIL, LIE };

static enum trip fault(int error)
{
    errno = error;
    return error ? FAIL : LIE;
}

/* What the model makes this call do; `other` is then the number of its other effect. */
static enum trip model_answer(void)
{
    for (size_t i = 0; i < KERNEL_ANSWERS; i++)
        if (answers[i].nth == calls_seen && answers[i].other)
            other = answers[i].other;
        else if (answers[i].nth == calls_seen)
            return fault(answers[i].error);
    return GO;
}

/* After one of these fails, none may be made. */
static bool belongs_to_drop(const char *name)
{
    static const char *const names[] = {"setresgid", "getresgid", "setfsgid",
                                        "setresuid", "getresuid", "setfsuid",
                                        "capset",    "capget",    "execve"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static enum trip trip(const char *name)
{
    const struct fault *hit = NULL;

    for (size_t i = 0; i < FAULTS; i++)
        if (faults[i].name && strcmp(faults[i].name, name) == 0 &&
            (++faults[i].seen == faults[i].nth || faults[i].nth == 0))
            hit = &faults[i];
    other = 0;
    kernel.went_on = kernel.went_on || (kernel.refused && belongs_to_drop(name));
    if (++calls_seen < KERNEL_TRACE)
        kernel.trace[calls_seen] = name;
    kernel.traced = calls_seen;
    if (calls_seen == call_to_fail)
        return fault(call_error);
    return hit ? fault(hit->error) : model_answer();
}

/* Returns from the call if it is to fail or to lie. */
#define CALL(name)                                                                                 \
    do {                                                                                           \
        enum trip tripped = trip(name);                                                            \
        if (tripped != GO)                                                                         \
            return tripped == LIE ? 0 : -1;                                                        \
    } while (0)

/* The same for a call that changes this process's ids, unless it only asks. */
#define CALL_TO_CHANGE(name, changes)                                                              \
    do {                                                                                           \
        enum trip tripped = trip(name);                                                            \
        kernel.refused = kernel.refused || (tripped == FAIL && (changes));                         \
        if (tripped != GO)                                                                         \
            return tripped == LIE ? 0 : -1;                                                        \
    } while (0)

void kernel_answer(size_t which, int nth, int error, int effect)
{
    answers[which] = (struct answer){nth, error, effect};
}

static int no(int error)
{
    errno = error;
    return -1;
}

void kernel_fail(const char *name, int nth, int error)
{
    size_t i = 0;

    while (i < FAULTS && faults[i].name)
        i++;
    assert_true(i < FAULTS);
    faults[i] = (struct fault){name, nth, error, 0};
}

int kernel_fail_any(int nth, int error)
{
    call_to_fail = nth;
    call_error = error;
    return calls_seen;
}

__attribute__((format(printf, 1, 2))) static void note(const char *format, ...)
{
    size_t used = strlen(kernel.calls);
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(kernel.calls + used, sizeof kernel.calls - used, format, arguments);
    va_end(arguments);
}

/* ---- Files ----------------------------------------------------------------------------------- */

struct kernel_file *kernel_find(const char *path)
{
    for (size_t i = 0; i < FILES_MAX; i++)
        if (files[i].st.st_mode != 0 && strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

static struct kernel_file *add(const char *path, unsigned mode)
{
    struct kernel_file *file = files;

    while (file < files + FILES_MAX && file->st.st_mode != 0)
        file++;
    assert_true(file < files + FILES_MAX && strlen(path) < sizeof file->path);
    memset(file, 0, sizeof *file);
    memcpy(file->path, path, strlen(path) + 1);
    file->st.st_mode = mode;
    file->st.st_nlink = 3;
    file->magic = 0x01021994; /* tmpfs */
    return file;
}

struct kernel_file *kernel_file(const char *path, unsigned mode, const char *bytes, size_t size)
{
    struct kernel_file *file = kernel_find(path);
    char above[512];

    assert_true(snprintf(above, sizeof above, "%s", path) < (int)sizeof above);
    for (char *slash = strchr(above + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (!kernel_find(above))
            (void)add(above, S_IFDIR | 0755);
        *slash = '/';
    }
    file = file ? file : add(path, mode);
    assert_true(size <= sizeof file->bytes);
    memcpy(file->bytes, bytes, size);
    file->st.st_mode = mode;
    file->st.st_size = (off_t)size;
    return file;
}

struct kernel_file *kernel_text(const char *path, const char *text)
{
    return kernel_file(path, S_IFREG | 0644, text, strlen(text));
}

/* Whether a folder above `path` is missing, a link or no folder: the errno; 0: all is well. */
static int way_to(const char *path)
{
    char above[512];

    if (strlen(path) >= sizeof above)
        return ENOENT; /* nothing here has a name that long */
    memcpy(above, path, strlen(path) + 1);
    for (char *slash = strchr(above + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        const struct kernel_file *file;

        *slash = '\0';
        file = kernel_find(above);
        if (!file)
            return ENOENT;
        if (S_ISLNK(file->st.st_mode))
            return ELOOP;
        if (!S_ISDIR(file->st.st_mode))
            return ENOTDIR;
        *slash = '/';
    }
    return 0;
}

static int open_at_lowest(struct kernel_file *file, int flags)
{
    int fd = 0;

    while (fd < OPEN_MAX_HERE && table[fd].file)
        fd++;
    assert_true(fd < OPEN_MAX_HERE);
    table[fd] = (struct open_file){file, flags, 0};
    return fd;
}

static int do_open(const char *path, int flags, unsigned mode)
{
    char here[512];
    struct kernel_file *file;
    int error;

    if (path[0] != '/') {
        assert_true(snprintf(here, sizeof here, "/here/%s", path) < (int)sizeof here);
        path = here;
    }
    file = kernel_find(path);
    error = way_to(path);
    if (error)
        return no(error);
    if (file && (flags & O_EXCL) != 0)
        return no(EEXIST);
    if (!file && (flags & O_CREAT) == 0)
        return no(ENOENT);
    if (!file) {
        note("create %s %04o\n", path, mode & ~kernel.mask);
        file = add(path, S_IFREG | (mode & ~kernel.mask));
        file->st.st_uid = kernel.uid[1];
        file->st.st_gid = kernel.gid[1];
    }
    if (S_ISLNK(file->st.st_mode))
        return no(flags & O_DIRECTORY ? ENOTDIR : ELOOP);
    if ((flags & O_DIRECTORY) != 0 && !S_ISDIR(file->st.st_mode))
        return no(ENOTDIR);
    if (S_ISSOCK(file->st.st_mode) && (flags & O_PATH) == 0)
        return no(ENXIO);
    assert_true(S_ISREG(file->st.st_mode) ||
                (flags & (O_NONBLOCK | O_RDWR | O_PATH | O_DIRECTORY)));
    return open_at_lowest(file, flags);
}

/* The absolute path of `name` below the folder. */
static const char *below(int folder, const char *name)
{
    static char path[512];

    if (name[0] == '/')
        return name;
    assert_true(folder >= 0 && folder < OPEN_MAX_HERE && table[folder].file);
    if (strcmp(name, ".") == 0)
        return table[folder].file->path;
    assert_true(snprintf(path, sizeof path, "%s/%s",
                         table[folder].file->path[1] ? table[folder].file->path : "",
                         name) < (int)sizeof path);
    return path;
}

static struct open_file *of(int fd)
{
    return fd >= 0 && fd < OPEN_MAX_HERE && table[fd].file ? &table[fd] : NULL;
}

/* What /proc shows of the process as it is now. */
static void write_status(void)
{
    const unsigned *u = kernel.uid, *g = kernel.gid;
    char text[200];

    (void)snprintf(text, sizeof text, "Name:\tx\nUid:\t%u\t%u\t%u\t%u\nGid:\t%u\t%u\t%u\t%u\n",
                   u[0], u[1], u[2], u[3], g[0], g[1], g[2], g[3]);
    kernel_text("/proc/self/status", text);
}

int __wrap_open64(const char *path, int flags, ...);
int __real_open64(const char *path, int flags, ...);
int __wrap_open64(const char *path, int flags, ...)
{
    if (!running)
        return __real_open64(path, flags, 0666);
    CALL("open");
    if (kernel.live_status && strcmp(path, "/proc/self/status") == 0)
        write_status();
    return do_open(strcmp(path, ".") == 0 ? "/here" : path, flags, 0);
}

int __wrap_openat64(int folder, const char *name, int flags, ...);
int __wrap_openat64(int folder, const char *name, int flags, ...)
{
    va_list arguments;
    unsigned mode = 0;

    if (folder == AT_FDCWD)
        return __wrap_open64(name, flags);
    CALL("openat");
    if (name[0] == '\0')
        return no(ENOENT);
    va_start(arguments, flags);
    if ((flags & O_CREAT) != 0)
        mode = va_arg(arguments, unsigned);
    va_end(arguments);
    assert_true((flags & O_NOFOLLOW) != 0 && (flags & O_CLOEXEC) != 0);
    return do_open(below(folder, name), flags, mode);
}

int __wrap___openat64_2(int folder, const char *name, int flags);
int __wrap___openat64_2(int folder, const char *name, int flags)
{
    return __wrap_openat64(folder, name, flags);
}

int __wrap_close(int fd);
int __real_close(int fd);
int __wrap_close(int fd)
{
    if (!running)
        return __real_close(fd);
    /* An open that lied has left a number that is not the program's to close. */
    assert_true(of(fd) || answers[0].nth);
    if (of(fd))
        table[fd].file = NULL;
    CALL("close");
    return 0;
}

static int stat_of(const struct kernel_file *file, struct stat *st)
{
    if (!file)
        return no(ENOENT);
    *st = file->st;
    return 0;
}

int __wrap_fstat64(int fd, struct stat *st);
int __wrap_fstat64(int fd, struct stat *st)
{
    CALL("fstat");
    return of(fd) ? stat_of(of(fd)->file, st) : no(EBADF);
}

int __wrap_stat64(const char *path, struct stat *st);
int __wrap_stat64(const char *path, struct stat *st)
{
    CALL("stat");
    return way_to(path) ? no(way_to(path)) : stat_of(kernel_find(path), st);
}

int __wrap_fstatat64(int folder, const char *name, struct stat *st, int flags);
int __wrap_fstatat64(int folder, const char *name, struct stat *st, int flags)
{
    CALL("fstatat");
    assert_int_equal(flags, AT_SYMLINK_NOFOLLOW);
    return stat_of(kernel_find(below(folder, name)), st);
}

/*
 * The same three by the names that they have in C libraries like Debian 11's; 1 is the version of
 * struct stat.
 */
int __wrap___fxstat64(int version, int fd, struct stat *st);
int __wrap___fxstat64(int version, int fd, struct stat *st)
{
    assert_int_equal(version, 1);
    return __wrap_fstat64(fd, st);
}

int __wrap___xstat64(int version, const char *path, struct stat *st);
int __wrap___xstat64(int version, const char *path, struct stat *st)
{
    assert_int_equal(version, 1);
    return __wrap_stat64(path, st);
}

int __wrap___fxstatat64(int version, int folder, const char *name, struct stat *st, int flags);
int __wrap___fxstatat64(int version, int folder, const char *name, struct stat *st, int flags)
{
    assert_int_equal(version, 1);
    return __wrap_fstatat64(folder, name, st, flags);
}

typedef __typeof__(((struct statfs *)NULL)->f_type) magic_type; /* each libc has its own */

int __wrap_fstatfs64(int fd, struct statfs *fs);
int __wrap_fstatfs64(int fd, struct statfs *fs)
{
    CALL("fstatfs");
    if (!of(fd))
        return no(EBADF);
    *fs = (struct statfs){.f_type = (magic_type)of(fd)->file->magic,
                          .f_flags = of(fd)->file->read_only ? ST_RDONLY | ST_NOSUID : ST_NOSUID};
    return 0;
}

int __wrap_statfs64(const char *path, struct statfs *fs);
int __wrap_statfs64(const char *path, struct statfs *fs)
{
    const struct kernel_file *file = kernel_find(path);

    CALL("statfs");
    if (!file)
        return no(ENOENT);
    *fs = (struct statfs){.f_type = (magic_type)file->magic};
    return 0;
}

static ssize_t read_at(const struct kernel_file *file, void *buffer, size_t size, size_t at)
{
    size_t whole = (size_t)file->st.st_size + file->more;
    size_t left = at < whole ? whole - at : 0;

    size = size < left ? size : left;
    size = file->page && size > file->page ? file->page : size;
    assert_true(file->large || at + size <= sizeof file->bytes);
    memcpy(buffer, (file->large ? file->large : file->bytes) + at, size);
    return (ssize_t)size;
}

ssize_t __wrap_pread64(int fd, void *buffer, size_t size, off_t offset);
ssize_t __wrap_pread64(int fd, void *buffer, size_t size, off_t offset)
{
    CALL("pread");
    return of(fd) ? read_at(of(fd)->file, buffer, size, (size_t)offset) : no(EBADF);
}

static void keep(char text[KERNEL_TEXT], const void *bytes, size_t size)
{
    size_t used = strlen(text);

    assert_true(used + size < KERNEL_TEXT);
    memcpy(text + used, bytes, size);
    text[used + size] = '\0';
}

static bool signals_wait(void)
{
    sigset_t mask;

    return sigprocmask(SIG_BLOCK, NULL, &mask) == 0 && sigismember(&mask, SIGTERM) == 1 &&
           sigismember(&mask, SIGXFSZ) == 1;
}

ssize_t __wrap_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
    struct open_file *out = of(fd);

    CALL("write");
    if (!out)
        return no(EBADF);
    if (fd == STDERR_FILENO) {
        assert_true(kernel.sigpipe_ignored);
        keep(kernel.said, bytes, size);
    } else if (fd == STDOUT_FILENO) {
        keep(kernel.output, bytes, size);
    } else {
        assert_true(signals_wait());
        size = kernel.write_at_most && size > kernel.write_at_most ? kernel.write_at_most : size;
        assert_true(out->at + size <= sizeof out->file->bytes);
        memcpy(out->file->bytes + out->at, bytes, size);
        out->at += size;
        out->file->st.st_size = (off_t)out->at;
    }
    return (ssize_t)size;
}

static bool capable(unsigned capability)
{
    return (kernel.capabilities[EFFECTIVE] >> capability & 1) != 0;
}

int __wrap_fchown(int fd, uid_t uid, gid_t gid);
int __wrap_fchown(int fd, uid_t uid, gid_t gid)
{
    CALL("fchown");
    if (!of(fd))
        return no(EBADF);
    if (of(fd)->file->read_only)
        return no(EROFS);
    if (!capable(CAP_CHOWN) && kernel.uid[3] != of(fd)->file->st.st_uid)
        return no(EPERM);
    note("fchown %s %d:%d\n", of(fd)->file->path, (int)uid, (int)gid);
    of(fd)->file->st.st_uid = uid != (uid_t)-1 ? uid : of(fd)->file->st.st_uid;
    of(fd)->file->st.st_gid = gid != (gid_t)-1 ? gid : of(fd)->file->st.st_gid;
    return 0;
}

int __wrap_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode)
{
    CALL("fchmod");
    if (!of(fd))
        return no(EBADF);
    if (of(fd)->file->read_only)
        return no(EROFS);
    if (!capable(CAP_FOWNER) && kernel.uid[3] != of(fd)->file->st.st_uid)
        return no(EPERM);
    note("fchmod %s %04o\n", of(fd)->file->path, mode);
    of(fd)->file->st.st_mode = (of(fd)->file->st.st_mode & S_IFMT) | mode;
    return 0;
}

int __wrap_mkdirat(int folder, const char *name, mode_t mode);
int __wrap_mkdirat(int folder, const char *name, mode_t mode)
{
    const char *path = below(folder, name);

    CALL("mkdirat");
    if (of(folder)->file->read_only)
        return no(EROFS);
    if (kernel_find(path))
        return no(EEXIST);
    note("mkdir %s %04o\n", path, mode & ~kernel.mask);
    (void)add(path, S_IFDIR | (mode & ~kernel.mask));
    return 0;
}

int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    struct kernel_file *file = kernel_find(below(from_folder, from)), *old;

    CALL("renameat");
    assert_non_null(file);
    old = kernel_find(below(to_folder, to));
    if (old)
        old->st.st_mode = 0;
    assert_true(snprintf(file->path, sizeof file->path, "%s", below(to_folder, to)) <
                (int)sizeof file->path);
    note("rename %s\n", file->path);
    return 0;
}

int __wrap_flock(int fd, int operation);
int __wrap_flock(int fd, int operation)
{
    CALL("flock");
    assert_true(of(fd) && operation == (LOCK_EX | LOCK_NB));
    return 0;
}

int __wrap_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags)
{
    struct kernel_file *file = kernel_find(below(folder, name));

    CALL("unlinkat");
    assert_int_equal(flags, 0);
    assert_true(file && S_ISREG(file->st.st_mode)); /* it unlinks only what it made */
    file->st.st_mode = 0;
    return 0;
}

int __wrap_fcntl64(int fd, int command, ...);
int __real_fcntl64(int fd, int command, ...);
int __wrap_fcntl64(int fd, int command, ...)
{
    va_list arguments;
    long flags;

    va_start(arguments, command);
    flags = va_arg(arguments, long);
    va_end(arguments);
    if (!running)
        return __real_fcntl64(fd, command, flags);
    assert_int_equal(command, F_SETFD);
    CALL("fcntl");
    of(fd)->flags = flags & FD_CLOEXEC ? O_CLOEXEC : 0;
    return 0;
}

int __wrap_isatty(int fd);
int __wrap_isatty(int fd)
{
    return of(fd)->file->terminal;
}

int __wrap_poll(struct pollfd *ask, nfds_t count, int timeout);
int __wrap_poll(struct pollfd *ask, nfds_t count, int timeout)
{
    if (count == 0)
        kernel.waited += timeout;
    if (count == 0)
        return 0;
    CALL("poll");
    assert_true(count == 3 && timeout == 0);
    for (nfds_t i = 0; i < count; i++)
        ask[i].revents = of(ask[i].fd) ? POLLOUT : POLLNVAL;
    return 0;
}

/* Memory of exactly the size that was asked for. */
void *__wrap_mmap64(void *address, size_t size, int protection, int flags, int fd, off_t offset);
void *__real_mmap64(void *address, size_t size, int protection, int flags, int fd, off_t offset);
void *__wrap_mmap64(void *address, size_t size, int protection, int flags, int fd, off_t offset)
{
    const size_t page = 4096, room = (size + page - 1) / page * page;
    char *memory;

    if (!running)
        return __real_mmap64(address, size, protection, flags, fd, offset);
    assert_true(fd == -1 && offset == 0);
    if (trip("mmap") != GO)
        return MAP_FAILED;
    if (size == 0) {
        errno = EINVAL;
        return MAP_FAILED;
    }
    memory = __real_mmap64(address, room + page, protection, flags, fd, offset);
    assert_true(memory != MAP_FAILED && mprotect(memory + room, page, PROT_NONE) == 0);
    assert_true(mapping_count < MAPPINGS);
    mappings[mapping_count].at = memory;
    mappings[mapping_count++].size = room + page;
    return memory + room - (size + 15) / 16 * 16;
}

/* ---- The process ----------------------------------------------------------------------------- */

/* What was asked for last. */
static unsigned asked_uid[3], asked_gid[3];

/* One of the four ids, which differs after the drop if the test asks for that. */
static unsigned id_of(const unsigned ids[4], size_t which, size_t wrong)
{
    const char *drop = ids == kernel.uid ? "setresuid" : "setresgid";

    return ids[which] + (strstr(kernel.calls, drop) && wrong == which + 1);
}

/* Other effects: one id differs (1 to 3), or all are as last asked for (4). */
static int get_ids(const unsigned ids[4], size_t wrong, const unsigned asked[3],
                   unsigned *answer[3])
{
    for (int i = 0; i < 3; i++) {
        *answer[i] = id_of(ids, (size_t)i, wrong) + (other == i + 1);
        if (other == 4 || other == i + 5)
            *answer[i] = asked[i];
    }
    return 0;
}

/* A call that fails may have filled in the truth, which must not be used. */
static int ask_ids(const char *name, const unsigned ids[4], size_t wrong, const unsigned asked[3],
                   unsigned *answer[3])
{
    enum trip tripped = trip(name);
    int error = errno;

    if (tripped == LIE)
        return 0;
    (void)get_ids(ids, wrong, asked, answer);
    if (tripped == GO)
        return 0;
    kernel.refused = kernel.refused || strstr(kernel.calls, "setresgid");
    return no(error);
}

/* gVisor lacks the calls; any other failure must not be ignored. */
static int ask_file_id(const char *name, const unsigned ids[4], size_t wrong)
{
    enum trip tripped = trip(name);

    kernel.refused =
        kernel.refused || (tripped == FAIL && errno != ENOSYS && strstr(kernel.calls, "setresgid"));
    return tripped == GO ? (int)(id_of(ids, 3, wrong) + (other == 1)) : tripped == LIE ? 0 : -1;
}

int __wrap_getresuid(uid_t *real, uid_t *effective, uid_t *saved);
int __wrap_getresuid(uid_t *real, uid_t *effective, uid_t *saved)
{
    return ask_ids("getresuid", kernel.uid, kernel.wrong_uid, asked_uid,
                   (unsigned *[]){real, effective, saved});
}

int __wrap_getresgid(gid_t *real, gid_t *effective, gid_t *saved);
int __wrap_getresgid(gid_t *real, gid_t *effective, gid_t *saved)
{
    return ask_ids("getresgid", kernel.gid, kernel.wrong_gid, asked_gid,
                   (unsigned *[]){real, effective, saved});
}

int __wrap_setfsuid(uid_t uid);
int __wrap_setfsuid(uid_t uid)
{
    assert_int_equal(uid, (uid_t)-1); /* a question */
    return ask_file_id("setfsuid", kernel.uid, kernel.wrong_uid);
}

int __wrap_setfsgid(gid_t gid);
int __wrap_setfsgid(gid_t gid)
{
    assert_int_equal(gid, (gid_t)-1);
    return ask_file_id("setfsgid", kernel.gid, kernel.wrong_gid);
}

uid_t __wrap_geteuid(void);
uid_t __wrap_geteuid(void)
{
    return kernel.uid[1];
}

gid_t __wrap_getegid(void);
gid_t __wrap_getegid(void)
{
    return kernel.gid[1];
}

int __wrap_getgroups(int size, gid_t *list);
int __wrap_getgroups(int size, gid_t *list)
{
    CALL("getgroups");
    assert_true(size > kernel.group_count || size == 65536);
    for (int i = 0; i < kernel.group_count; i++)
        list[i] = kernel.groups[i];
    if (other == 1)
        list[kernel.group_count] = 77;
    if (other == 2) /* without the first half */
        memcpy(list, kernel.groups + kernel.group_count / 2, 4 * sizeof *list);
    return kernel.group_count + (other == 1) - (other == 2 ? kernel.group_count / 2 : 0);
}

unsigned long __wrap_getauxval(unsigned long type);
unsigned long __wrap_getauxval(unsigned long type)
{
    assert_int_equal(type, AT_SECURE);
    return kernel.secure;
}

/* Whether the id is mapped in this user namespace. */
static bool mapped(unsigned id)
{
    return kernel.mapped == 0 || id < kernel.mapped;
}

static long set_groups(va_list *words)
{
    const size_t count = va_arg(*words, size_t);
    const uint32_t *list = va_arg(*words, const uint32_t *);

    const bool same =
        (int)count == kernel.group_count && memcmp(list, kernel.groups, count * sizeof *list) == 0;

    /* The first only asks, with the list from getgroups, which may be wrong. */
    const bool changes = kernel.asked_groups++ > 0 && !same;

    CALL_TO_CHANGE("setgroups", changes);
    if (!capable(CAP_SETGID))
        return no(EPERM);
    for (size_t i = 0; i < count; i++)
        if (!mapped(list[i]))
            return no(EINVAL);
    if (same)
        return 0;
    note("setgroups");
    for (size_t i = 0; i < count; i++) {
        note(" %u", list[i]);
        kernel.groups[i] = list[i];
    }
    note("\n");
    kernel.group_count = (int)count;
    if (other == 1)
        kernel.groups[kernel.group_count++] = 77;
    if (other == 2)
        kernel.group_count /= 2;
    return 0;
}

/* setresuid and setresgid: any id with the capability, else one that the process has. */
static long set_ids(unsigned ids[4], bool may, const uint32_t wanted[3])
{
    for (size_t i = 0; i < 3; i++)
        if (wanted[i] != UINT32_MAX && !mapped(wanted[i]))
            return no(EINVAL);
    for (size_t i = 0; i < 3; i++)
        if (wanted[i] != UINT32_MAX && !may && wanted[i] != ids[0] && wanted[i] != ids[1] &&
            wanted[i] != ids[2])
            return no(EPERM);
    for (int i = 0; i < 3; i++)
        if (wanted[i] != UINT32_MAX && other != i + 1 && !(other == 6 && i == 1))
            ids[i] = wanted[i] + (other == 5);
    if (other != 4)
        ids[3] = other == 6 ? wanted[1] : ids[1];
    return 0;
}

static void three_ids(va_list *words, const char *call, uint32_t wanted[3])
{
    for (size_t i = 0; i < 3; i++)
        wanted[i] = va_arg(*words, uint32_t);
    if ((wanted[0] & wanted[1] & wanted[2]) != UINT32_MAX)
        note("%s %d %d %d\n", call, (int)wanted[0], (int)wanted[1], (int)wanted[2]);
}

static void keep_asked(unsigned asked[3], const uint32_t wanted[3])
{
    for (size_t i = 0; i < 3; i++)
        if (wanted[0] != UINT32_MAX)
            asked[i] = wanted[i];
}

static long set_uid(va_list *words)
{
    uint32_t wanted[3];
    bool was_root = kernel.uid[0] == 0 || kernel.uid[1] == 0 || kernel.uid[2] == 0;

    three_ids(words, "setresuid", wanted);
    keep_asked(asked_uid, wanted);
    CALL_TO_CHANGE("setresuid", wanted[0] != UINT32_MAX);
    if (set_ids(kernel.uid, capable(CAP_SETUID), wanted) != 0)
        return -1;
    if (was_root && kernel.uid[0] && kernel.uid[1] && kernel.uid[2]) {
        kernel.capabilities[EFFECTIVE] = 0;
        if (!kernel.keep_capabilities)
            kernel.capabilities[PERMITTED] = 0;
    }
    return 0;
}

static long set_gid(va_list *words)
{
    uint32_t wanted[3];

    three_ids(words, "setresgid", wanted);
    keep_asked(asked_gid, wanted);
    CALL_TO_CHANGE("setresgid", wanted[0] != UINT32_MAX);
    return set_ids(kernel.gid, capable(CAP_SETGID), wanted);
}

static long get_capabilities(va_list *words)
{
    const struct __user_cap_header_struct *header =
        va_arg(*words, const struct __user_cap_header_struct *);
    struct __user_cap_data_struct *data = va_arg(*words, struct __user_cap_data_struct *);

    CALL("capget");
    assert_true(header->version == _LINUX_CAPABILITY_VERSION_3 && header->pid == 0);
    for (size_t i = 0; i < 2; i++)
        data[i] = (struct __user_cap_data_struct){
            (uint32_t)(kernel.capabilities[EFFECTIVE] >> 32 * i) | (other == 1),
            (uint32_t)(kernel.capabilities[PERMITTED] >> 32 * i) | (other == 2),
            (uint32_t)(kernel.capabilities[INHERITABLE] >> 32 * i) | (other == 3),
        };
    return 0;
}

static long set_capabilities(va_list *words)
{
    const struct __user_cap_header_struct *header =
        va_arg(*words, const struct __user_cap_header_struct *);
    const struct __user_cap_data_struct *data =
        va_arg(*words, const struct __user_cap_data_struct *);
    const unsigned long long wanted[KERNEL_SETS] = {
        [EFFECTIVE] = data[0].effective | (uint64_t)data[1].effective << 32,
        [PERMITTED] = data[0].permitted | (uint64_t)data[1].permitted << 32,
        [INHERITABLE] = data[0].inheritable | (uint64_t)data[1].inheritable << 32,
    };

    const bool same = memcmp(wanted, kernel.capabilities, sizeof wanted) == 0;

    /* A capset that keeps what could undo the grant is not a part of the drop. */
    CALL_TO_CHANGE("capset", !same && wanted[PERMITTED] == 0);
    assert_true(header->version == _LINUX_CAPABILITY_VERSION_3 && header->pid == 0);
    if (same)
        return 0;
    if (((wanted[PERMITTED] & ~kernel.capabilities[PERMITTED]) |
         (wanted[EFFECTIVE] & ~wanted[PERMITTED])) != 0)
        return no(EPERM); /* nothing is gained by it */
    for (int i = 0; i < KERNEL_SETS; i++)
        if (other != i + 1)
            kernel.capabilities[i] = wanted[i];
    note("capset\n");
    return 0;
}

/* The names in a folder, as many as there is room for: inode, offset, size, type, name. */
static long get_entries(va_list *words)
{
    struct open_file *folder = of(va_arg(*words, int));
    char *bytes = va_arg(*words, char *);
    const size_t room = va_arg(*words, size_t);
    const size_t length = strlen(folder->file->path);
    size_t used = 0;

    CALL("getdents64");
    for (; folder->at < FILES_MAX; folder->at++) {
        const struct kernel_file *file = &files[folder->at];
        const char *name = file->path + length + 1;
        const unsigned short size = (unsigned short)((19 + strlen(name) + 8) / 8 * 8);

        if (file->st.st_mode == 0 || strlen(file->path) <= length || strchr(name, '/') ||
            strncmp(file->path, folder->file->path, length) != 0 || file->path[length] != '/')
            continue;
        if (used + size > room)
            break;
        memcpy(bytes + used + 16, &size, sizeof size);
        memcpy(bytes + used + 19, name, strlen(name) + 1);
        used += size;
    }
    return (long)used;
}

/* openat2, which is only called to open without following a link. */
static long open_at_2(va_list *words)
{
    const int folder = va_arg(*words, int);
    const char *path = va_arg(*words, const char *);
    const uint64_t *how = va_arg(*words, const uint64_t *);
    const size_t size = va_arg(*words, size_t);

    assert_int_equal(folder, AT_FDCWD);
    CALL("openat2");
    assert_true(how[2] == 4 && size == 3 * sizeof how[0] && (how[0] & O_CLOEXEC) != 0);
    return do_open(path, (int)how[0], 0);
}

long __wrap_syscall(long number, ...);
long __wrap_syscall(long number, ...)
{
    va_list words;
    long result = -1;

    va_start(words, number);
    switch (number) {
    case SETGROUPS:
        result = set_groups(&words);
        break;
    case SETRESUID:
        result = set_uid(&words);
        break;
    case SETRESGID:
        result = set_gid(&words);
        break;
    case SYS_capget:
        result = get_capabilities(&words);
        break;
    case SYS_capset:
        result = set_capabilities(&words);
        break;
    case SYS_getdents64:
        result = get_entries(&words);
        break;
    case SYS_openat2:
        result = open_at_2(&words);
        break;
    default:
        fail_msg("unknown call %ld", number);
    }
    va_end(words);
    return result;
}

int __wrap_prctl(int option, ...);
int __wrap_prctl(int option, ...)
{
    va_list arguments;

    va_start(arguments, option);
    assert_int_equal(va_arg(arguments, int), option != PR_GET_NO_NEW_PRIVS);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(va_arg(arguments, int), 0);
    va_end(arguments);
    CALL("prctl");
    if (option == PR_SET_NO_NEW_PRIVS)
        kernel.no_new_privs = true;
    else if (option == PR_SET_KEEPCAPS)
        kernel.keep_capabilities = true;
    return option == PR_GET_NO_NEW_PRIVS ? kernel.no_new_privs : 0;
}

mode_t __wrap_umask(mode_t mask);
mode_t __wrap_umask(mode_t mask)
{
    mode_t before = kernel.mask;

    kernel.mask = mask;
    return before;
}

ssize_t __wrap_getrandom(void *bytes, size_t size, unsigned flags);
ssize_t __wrap_getrandom(void *bytes, size_t size, unsigned flags)
{
    CALL("getrandom");
    assert_int_equal(flags, 0);
    memset(bytes, 0xA5, size);
    return (ssize_t)size;
}

int __wrap_sigaction(int number, const struct sigaction *new, struct sigaction *old);
int __wrap_sigaction(int number, const struct sigaction *new, struct sigaction *old)
{
    assert_true(number == SIGPIPE);
    if (old)
        *old = (struct sigaction){.sa_handler = kernel.sigpipe_ignored ? SIG_IGN : SIG_DFL};
    kernel.sigpipe_ignored = new->sa_handler == SIG_IGN;
    return 0;
}

/* The tests know an error by these words. Those of musl differ for a few. */
char *__wrap_strerror(int error);
char *__real_strerror(int error);
char *__wrap_strerror(int error)
{
    static struct {
        int error;
        char words[32];
    } words[] = {{EIO, "Input/output error"},
                 {ENOMEM, "Cannot allocate memory"},
                 {ENAMETOOLONG, "File name too long"},
                 {EMFILE, "Too many open files"}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].error == error)
            return words[i].words;
    return __real_strerror(error);
}

/* ---- The end --------------------------------------------------------------------------------- */

_Noreturn void __wrap__exit(int code);
void __wrap__exit(int code)
{
    exit_code = code;
    longjmp(end, 1);
}

static void keep_words(char text[KERNEL_TEXT], char *const *words)
{
    for (; *words; words++) {
        keep(text, *words, strlen(*words));
        if (words[1])
            keep(text, " ", 1);
    }
}

/* Files that may be executed are programs; one that begins with "missing" lacks its interpreter. */
static int execute(const char *path)
{
    const struct kernel_file *file = kernel_find(path);

    if (way_to(path) || !file)
        return no(way_to(path) ? way_to(path) : ENOENT);
    if (!S_ISREG(file->st.st_mode) || (file->st.st_mode & 0111) == 0)
        return no(EACCES);
    return 0;
}

int __wrap_execve(const char *path, char *const *words, char *const *environment);
int __wrap_execve(const char *path, char *const *words, char *const *environment)
{
    note("execve %s\n", path);
    CALL("execve");
    if (execute(path) != 0)
        return -1;
    kernel.executed = true;
    keep(kernel.command, path, strlen(path));
    keep(kernel.command, ": ", 2);
    keep_words(kernel.command, words);
    keep_words(kernel.environment, environment);
    for (int fd = 0; fd < OPEN_MAX_HERE; fd++)
        if (of(fd) && (of(fd)->flags & O_CLOEXEC) == 0)
            (void)snprintf(kernel.left + strlen(kernel.left), 8, "%d ", fd);
    __wrap__exit(0);
}

/* ---- Running --------------------------------------------------------------------------------- */

void kernel_setenv(const char *name, const char *value)
{
    size_t i = 0, size = strlen(name);

    while (i < VARIABLES && (strncmp(variables[i], name, size) != 0 || variables[i][size] != '='))
        i++;
    if (i < VARIABLES)
        variables[i][0] = '\0';
    if (!value)
        return;
    for (i = 0; variables[i][0]; i++)
        assert_true(i + 1 < VARIABLES);
    (void)snprintf(variables[i], sizeof variables[i], "%s=%s", name, value);
}

void kernel_close(int fd)
{
    table[fd].file = NULL;
}

void kernel_open(int fd, const char *path)
{
    assert_non_null(kernel_find(path));
    table[fd] = (struct open_file){kernel_find(path), 0, 0};
}

void kernel_start(void)
{
    /* Not the groups, which are many, and not the bytes of files: a model runs this a lot. */
    memset(&kernel, 0, offsetof(struct kernel, groups));
    for (size_t i = 0; i < FILES_MAX; i++)
        files[i].st.st_mode = 0;
    while (mapping_count > 0) {
        mapping_count--;
        (void)munmap(mappings[mapping_count].at, mappings[mapping_count].size);
    }
    memset(answers, 0, sizeof answers);
    kernel.groups[0] = 0;
    memset(table, 0, sizeof table);
    memset(faults, 0, sizeof faults);
    memset(variables, 0, sizeof variables);
    calls_seen = call_to_fail = 0;
    kernel.group_count = 1;
    kernel.mask = 022;
    for (size_t i = 0; i < 2; i++)
        kernel.capabilities[i] = 0x1FFFFFFFFFF;
    (void)add("/", S_IFDIR | 0755);
    (void)add("/dev", S_IFDIR | 0755);
    (void)add("/dev/null", S_IFCHR | 0666);
    for (int fd = 0; fd < 3; fd++)
        (void)open_at_lowest(kernel_find("/dev/null"), O_RDWR);
    kernel_file("/usr/bin/app", S_IFREG | 0755, "", 0);
    kernel_text("/etc/passwd", "root:x:0:0::/root:/bin/sh\napp:x:1000:1001::/home/app:/bin/sh\n");
    kernel_text("/etc/group", "root:x:0:\napp:x:1001:\nvideo:x:44:app\n");
    kernel_text("/proc/self/setgroups", "allow\n");
    kernel_setenv("PATH", "/usr/local/bin:/usr/bin");
    kernel_setenv("HOME", "/root");
    kernel_setenv("LANG", "C");
}

int kernel_run(const char *const *words)
{
    char **before = environ;
    volatile int argc = 0;
    size_t used = 0;

    while (words[argc])
        argc++;
    for (size_t i = 0; i < VARIABLES; i++)
        if (variables[i][0])
            variable_list[used++] = variables[i];
    variable_list[used] = NULL;
    environ = variable_list;
    running = true;
    errno = 0;
    if (setjmp(end) == 0)
        exit_code = __real_main(argc, (char **)words);
    running = false;
    for (int fd = 0; fd < OPEN_MAX_HERE; fd++)
        kernel.open += of(fd) != NULL;
    environ = before;
    return exit_code;
}

void kernel_assert_said(const char *tag, const char *part, const char *file, int line)
{
    char head[64];
    const char *newline = strchr(kernel.said, '\n');

    (void)snprintf(head, sizeof head, "hwident-prepare: %s: ", tag);
    if (strncmp(kernel.said, head, strlen(head)) == 0 && strstr(kernel.said, part) && newline &&
        newline[1] == '\0')
        return;
    print_error("expected %s%s, said %s\n", head, part, kernel.said);
    _fail(file, line);
}

void kernel_assert_refused(int code, const char *tag, const char *part, const char *file, int line)
{
    kernel_assert_said(tag, part, file, line);
    if (code == 125 && !kernel.executed)
        return;
    print_error("expected 125, was %d%s\n", code, kernel.executed ? ", executed" : "");
    _fail(file, line);
}
