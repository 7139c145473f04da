/*
 * usage: last_look REPORT SECRET... -- PROGRAM [ARGUMENT...]
 *
 * Runs the program and searches its memory just before it ends: for each SECRET (hexadecimal)
 * of which eight bytes in a row are still there, its number goes into the file REPORT; for random
 * numbers that the kernel gave it, "random". Exits as the program does.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE = 8, SECRETS = 64, SECRET_MIN = 16, SECRET_SIZE = 256, FAILED = 99 };

struct secret {
    char name[16];
    uint8_t bytes[SECRET_SIZE];
    size_t size;
    bool found;
};

static struct secret secrets[SECRETS];
static size_t secret_count;

static _Noreturn void die(const char *what)
{
    perror(what);
    exit(FAILED);
}

static struct secret *add(const char *name)
{
    struct secret *s = &secrets[secret_count++];

    if (secret_count > SECRETS)
        die("too many secrets");
    (void)snprintf(s->name, sizeof s->name, "%s", name);
    return s;
}

static void add_hex(int number, const char *text)
{
    char name[16];
    struct secret *s;

    (void)snprintf(name, sizeof name, "%d", number);
    s = add(name);
    for (; s->size < SECRET_SIZE && text[0] && text[1]; text += 2)
        s->bytes[s->size++] = (uint8_t)strtoul((char[]){text[0], text[1], '\0'}, NULL, 16);
}

/* ---- the program's memory -------------------------------------------------------------------- */

static int open_memory(pid_t pid)
{
    char path[40];
    int fd;

    (void)snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        die(path);
    return fd;
}

static void look(const uint8_t *bytes, size_t size)
{
    for (size_t n = 0; n < secret_count; n++) {
        struct secret *s = &secrets[n];

        for (size_t at = 0; at + PIECE <= s->size; at += PIECE)
            s->found = s->found || memmem(bytes, size, s->bytes + at, PIECE);
    }
}

/* Looks through all memory that the program can write to. */
static void look_everywhere(pid_t pid)
{
    char path[40], line[512];
    int memory = open_memory(pid);
    FILE *maps;

    (void)snprintf(path, sizeof path, "/proc/%d/maps", (int)pid);
    maps = fopen(path, "re");
    if (!maps)
        die(path);
    while (fgets(line, sizeof line, maps)) {
        char *dash;
        unsigned long begin = strtoul(line, &dash, 16), end = strtoul(dash + 1, NULL, 16);
        uint8_t *bytes;

        if (!strstr(line, " rw"))
            continue;
        bytes = malloc(end - begin);
        if (!bytes || pread(memory, bytes, end - begin, (off_t)begin) != (ssize_t)(end - begin))
            die(line);
        look(bytes, end - begin);
        free(bytes);
    }
    (void)fclose(maps);
    (void)close(memory);
}

/* ---- its calls ------------------------------------------------------------------------------- */

static void keep_random(pid_t pid, uint64_t address, size_t size)
{
    struct secret *s = add("random");
    int memory = open_memory(pid);

    s->size = size < SECRET_SIZE ? size : SECRET_SIZE;
    if (pread(memory, s->bytes, s->size, (off_t)address) != (ssize_t)s->size)
        die("random numbers");
    (void)close(memory);
}

/* The C library gets a few random bytes for itself and keeps them. */
static bool is_a_secret(const struct __ptrace_syscall_info *call)
{
    return call->entry.nr == SYS_getrandom && call->entry.args[1] >= SECRET_MIN;
}

static void at_call(pid_t pid)
{
    static uint64_t address;
    struct __ptrace_syscall_info call;

    if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof call, &call) < 0)
        die("PTRACE_GET_SYSCALL_INFO");
    if (call.op == PTRACE_SYSCALL_INFO_ENTRY) {
        address = is_a_secret(&call) ? call.entry.args[0] : 0;
    } else if (call.op == PTRACE_SYSCALL_INFO_EXIT && address && call.exit.rval > 0) {
        keep_random(pid, address, (size_t)call.exit.rval);
        address = 0;
    }
}

/* Follows the program from stop to stop; returns its exit code. */
static int follow(pid_t pid)
{
    const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL;
    int status, deliver = 0;

    if (waitpid(pid, &status, 0) < 0 || ptrace(PTRACE_SETOPTIONS, pid, NULL, options) < 0)
        die("ptrace");
    for (;;) {
        if (ptrace(PTRACE_SYSCALL, pid, NULL, deliver) < 0 || waitpid(pid, &status, 0) < 0)
            die("ptrace");
        if (WIFEXITED(status))
            return WEXITSTATUS(status);
        if (!WIFSTOPPED(status))
            return FAILED;
        deliver = 0;
        if (status >> 8 == (SIGTRAP | PTRACE_EVENT_EXIT << 8))
            look_everywhere(pid);
        else if (WSTOPSIG(status) == (SIGTRAP | 0x80))
            at_call(pid);
        else if (WSTOPSIG(status) != SIGTRAP)
            deliver = WSTOPSIG(status);
    }
}

static pid_t start(char **words)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    (void)ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    execv(words[0], words);
    die(words[0]);
}

int main(int argc, char **argv)
{
    int at = 2, code;
    FILE *report;

    for (; at < argc && strcmp(argv[at], "--") != 0; at++)
        add_hex(at - 2, argv[at]);
    if (at + 1 >= argc)
        return FAILED;
    code = follow(start(argv + at + 1));
    report = fopen(argv[1], "we");
    if (!report)
        die(argv[1]);
    for (size_t n = 0; n < secret_count; n++)
        if (secrets[n].found)
            fprintf(report, "%s\n", secrets[n].name);
    fprintf(report, "%zu looked for\n", secret_count);
    if (fclose(report) != 0)
        die(argv[1]);
    return code;
}
