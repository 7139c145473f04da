/*
 * A kernel in memory for hwident-prepare: files, one process, and calls that can be made to fail or
 * to lie. The linker replaces the C library's calls by it (suite.mk), so that the whole
 * program runs inside a test, as root of nothing.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_TESTS_KERNEL_H
#define HWIDENT_TESTS_KERNEL_H

#include "cmocka_all.h"

#include <stdbool.h>
#include <sys/stat.h>

/* The linker gives this name to the test's main: `main` is the program's. */
int __wrap_main(void);

struct kernel_file {
    char path[512];
    struct stat st; /* mode 0: no such file */
    char bytes[8192];
    const char *large; /* in their place */
    uint32_t magic;    /* of its file system */
    bool read_only;    /* that is mounted so */
    bool terminal;
    size_t page; /* a read gives at most so many bytes; 0: all */
    size_t more; /* bytes that it has beyond its stated size */
};

enum { KERNEL_SETS = 3, KERNEL_TEXT = 8192, KERNEL_TRACE = 256, KERNEL_ANSWERS = 2 };
enum { EFFECTIVE, PERMITTED, INHERITABLE };

extern struct kernel {
    /* The process: real, effective and saved; the last is the one for files. */
    unsigned uid[4], gid[4];
    int group_count;
    unsigned long long capabilities[KERNEL_SETS];
    bool secure; /* AT_SECURE */
    bool no_new_privs;
    bool keep_capabilities; /* until the exec */
    bool live_status;       /* /proc/self/status is as the process is */
    unsigned mask;          /* umask */
    unsigned mapped;        /* only ids below this are mapped; 0: all */
    bool sigpipe_ignored;
    int waited;                  /* milliseconds */
    size_t write_at_most;        /* into files; 0: all of it */
    size_t wrong_uid, wrong_gid; /* this id differs after the drop: 1 real to 4 for files */
    /* What it did. */
    char calls[KERNEL_TEXT]; /* those that change something, one a line */
    char output[KERNEL_TEXT];
    char said[KERNEL_TEXT]; /* on standard error */
    bool executed;
    char command[KERNEL_TEXT];       /* path and arguments, with a blank between */
    char environment[KERNEL_TEXT];   /* the same */
    size_t open;                     /* the descriptors that were open at its end */
    char left[64];                   /* the descriptors that the command has */
    const char *trace[KERNEL_TRACE]; /* the names of its calls, from number 1 */
    int traced;
    int asked_groups;       /* how often setgroups was called */
    bool refused, went_on;  /* a call of the drop failed; another was made after it */
    unsigned groups[65536]; /* the last: it is not cleared */
} kernel;

/* Root with all capabilities, group 0, the usual environment and files of this listing only. */
void kernel_start(void);

/* Adds a file (and the folders above it) of root, or gives it other bytes; `mode` with its type. */
struct kernel_file *kernel_file(const char *path, unsigned mode, const char *bytes, size_t size);
struct kernel_file *kernel_text(const char *path, const char *text);
struct kernel_file *kernel_find(const char *path); /* NULL: none */

/* The call `name` (openat2 …), counted from 1, fails; `nth` 0: each time. `error` 0: it lies. */
void kernel_fail(const char *name, int nth, int error);

/* Call number `nth` of the run, whatever it is; returns how many there were with `nth` 0. */
int kernel_fail_any(int nth, int error);

/*
 * Call number `nth` of the run answers otherwise: it fails with `error`; it says that it was done and
 * was not (0); or it has, or tells, effect number `effect` of those that its code in kernel.c names.
 */
void kernel_answer(size_t which, int nth, int error, int effect);

/* Runs hwident-prepare to its end or its command; returns the exit code, 0 where it executed. */
int kernel_run(const char *const *words);
#define RUN(...) kernel_run((const char *const[]){"hwident-prepare", __VA_ARGS__, NULL})

/* That it ended with one message that begins so and holds `part`; and without its command. */
#define assert_said(tag, part) kernel_assert_said((tag), (part), __FILE__, __LINE__)
#define assert_refused(code, tag, part)                                                            \
    kernel_assert_refused((code), (tag), (part), __FILE__, __LINE__)
void kernel_assert_said(const char *tag, const char *part, const char *file, int line);
void kernel_assert_refused(int code, const char *tag, const char *part, const char *file, int line);

/* The descriptors that the program starts with; else 0 to 2 are /dev/null. */
void kernel_close(int fd);
void kernel_open(int fd, const char *path);

/* Sets `name` in the environment that the program starts with; value NULL: unset. */
void kernel_setenv(const char *name, const char *value);

#endif
