/*
 * Runs a program and meddles with its system calls where strace would only lie about them: a read
 * or write of fewer bytes than it asked for, something else happening just before a call.
 * usage: meddle [-s] [-k CALL] [-n NUMBER] [-c COUNT] [-r COMMAND] [-e ERRNO] PROGRAM [ARGUMENT...]
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TROUBLE = 99 };

static struct {
    bool sysfs;          /* -s: fstatfs says sysfs, whatever is asked about */
    unsigned long call;  /* -k: the system call that is meant, by the kernel's number */
    unsigned long which; /* -n: which of these calls, from 1; 0: every call of any kind */
    const char *count;   /* -c: it reads or writes at most this many bytes */
    const char *command; /* -r: what the shell runs before the call */
    const char *error;   /* -e: the call isn't made and fails with this errno */
} wanted;

static _Noreturn void trouble(const char *what)
{
    perror(what);
    exit(TROUBLE);
}

static bool counts_bytes(const struct user_regs_struct *regs)
{
    return regs->orig_rax == SYS_read || regs->orig_rax == SYS_pread64 ||
           regs->orig_rax == SYS_write || regs->orig_rax == SYS_pwrite64 ||
           regs->orig_rax == SYS_writev;
}

/* The length in a tracee's list of pieces that was made smaller, and its old value. */
static struct {
    unsigned long long at; /* 0: none */
    long length;
} piece;

static long peek(pid_t pid, unsigned long long at)
{
    long word;

    errno = 0;
    word = ptrace(PTRACE_PEEKDATA, pid, at, NULL);
    if (errno)
        trouble("PEEKDATA");
    return word;
}

static void poke(pid_t pid, unsigned long long at, long word)
{
    if (ptrace(PTRACE_POKEDATA, pid, at, word) != 0)
        trouble("POKEDATA");
}

/* writev: writes only the first piece that is not empty, and at most this many bytes of it. */
static void shorten_pieces(pid_t pid, struct user_regs_struct *regs, unsigned long long most)
{
    enum { PIECE = 16, LENGTH = 8 };

    while (regs->rdx > 0 && peek(pid, regs->rsi + LENGTH) == 0) {
        regs->rsi += PIECE;
        regs->rdx--;
    }
    if (most == 0 || regs->rdx == 0) {
        regs->rdx = 0;
        return;
    }
    regs->rdx = 1;
    piece.length = peek(pid, regs->rsi + LENGTH);
    if ((unsigned long long)piece.length > most) {
        piece.at = regs->rsi + LENGTH;
        poke(pid, piece.at, (long)most);
    }
}

static void run_shell(const char *command)
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        (void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(TROUBLE);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        trouble(command);
}

/* Changes the call that is about to be made. */
static void enter(pid_t pid, struct user_regs_struct *regs)
{
    unsigned long long most = wanted.count ? strtoull(wanted.count, NULL, 10) : 0;

    if (wanted.command)
        run_shell(wanted.command);
    if (wanted.count && wanted.which && !counts_bytes(regs)) {
        errno = ENOTSUP;
        trouble("the call that is meant reads or writes nothing");
    }
    if (wanted.count && regs->orig_rax == SYS_writev)
        shorten_pieces(pid, regs, most);
    else if (wanted.count && counts_bytes(regs) && regs->rdx > most)
        regs->rdx = most;
    if (wanted.error)
        regs->orig_rax = (unsigned long long)-1;
}

/* Changes the answer of a call. */
static void leave(pid_t pid, unsigned long long made, bool meant, struct user_regs_struct *regs)
{
    if (piece.at)
        poke(pid, piece.at, piece.length);
    piece.at = 0;
    if (meant && wanted.error)
        regs->rax = (unsigned long long)-strtoll(wanted.error, NULL, 10);
    else if (wanted.sysfs && made == SYS_fstatfs)
        poke(pid, regs->rsi, SYSFS_MAGIC);
}

static void at_call(pid_t pid)
{
    static unsigned long calls;
    static unsigned long long made;
    static bool inside, meant;
    struct user_regs_struct regs;

    if (ptrace(PTRACE_GETREGS, pid, NULL, &regs) != 0)
        trouble("GETREGS");
    inside = !inside;
    if (inside) {
        made = regs.orig_rax;
        meant = wanted.which == 0 || (made == wanted.call && ++calls == wanted.which);
    }
    if (inside && meant)
        enter(pid, &regs);
    else if (!inside)
        leave(pid, made, meant, &regs);
    if (ptrace(PTRACE_SETREGS, pid, NULL, &regs) != 0)
        trouble("SETREGS");
}

/* Lets it run to its end, whatever program it has become. */
static int leave_alone(pid_t pid)
{
    int status;

    if (ptrace(PTRACE_DETACH, pid, NULL, 0) != 0 || waitpid(pid, &status, 0) != pid)
        trouble("DETACH");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Follows it to its end; returns its exit code. */
static int follow(pid_t pid)
{
    int status, give = 0;

    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status) ||
        ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0)
        trouble("SETOPTIONS");
    for (;;) {
        if (ptrace(PTRACE_SYSCALL, pid, NULL, give) != 0 || waitpid(pid, &status, 0) != pid)
            trouble("SYSCALL");
        if (WIFEXITED(status))
            return WEXITSTATUS(status);
        if (WIFSIGNALED(status))
            return 128 + WTERMSIG(status);
        give = 0;
        if (WSTOPSIG(status) == (SIGTRAP | 0x80))
            at_call(pid);
        else if (WSTOPSIG(status) == SIGTRAP) /* a different program, by exec */
            return leave_alone(pid);
        else
            give = WSTOPSIG(status);
    }
}

int main(int argc, char **argv)
{
    int option;
    pid_t pid;

    while ((option = getopt(argc, argv, "+sk:n:c:r:e:")) != -1)
        switch (option) {
        case 's':
            wanted.sysfs = true;
            break;
        case 'k':
            wanted.call = strtoul(optarg, NULL, 10);
            break;
        case 'n':
            wanted.which = strtoul(optarg, NULL, 10);
            break;
        case 'c':
            wanted.count = optarg;
            break;
        case 'r':
            wanted.command = optarg;
            break;
        case 'e':
            wanted.error = optarg;
            break;
        default:
            return TROUBLE;
        }
    pid = fork();
    if (pid < 0)
        trouble("fork");
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
            (void)execvp(argv[optind], argv + optind);
        trouble(argv[optind]);
    }
    return follow(pid);
}
