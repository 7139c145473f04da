/*
 * What the floors need if they are linked without a libc, on x86_64: the start, and the system calls. A
 * call that fails returns a negative number and sets no errno. The parameters' names are glibc's.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <grp.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

char **environ;

int main(int argc, char **argv);
_Noreturn void begin(long *stack);

__asm__(".globl _start\n"
        "_start:\n"
        "    mov %rsp, %rdi\n"
        "    call begin\n");

void begin(long *stack)
{
    char **words = (char **)(stack + 1);

    environ = words + stack[0] + 1;
    _exit(main((int)stack[0], words));
}

static long call(long number, long a, long b, long c)
{
    __asm__ volatile("syscall" : "+a"(number) : "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
    return number;
}

int open(const char *file, int oflag, ...)
{
    return (int)call(SYS_open, (long)file, oflag, 0);
}

ssize_t read(int fd, void *buf, size_t nbytes)
{
    return call(SYS_read, fd, (long)buf, (long)nbytes);
}

ssize_t write(int fd, const void *buf, size_t n)
{
    return call(SYS_write, fd, (long)buf, (long)n);
}

int close(int fd)
{
    return (int)call(SYS_close, fd, 0, 0);
}

int setgroups(size_t n, const gid_t *groups)
{
    return (int)call(SYS_setgroups, (long)n, (long)groups, 0);
}

int setgid(gid_t gid)
{
    return (int)call(SYS_setgid, gid, 0, 0);
}

int setuid(uid_t uid)
{
    return (int)call(SYS_setuid, uid, 0, 0);
}

int execv(const char *path, char *const argv[])
{
    return (int)call(SYS_execve, (long)path, (long)argv, (long)environ);
}

void _exit(int status)
{
    for (;;)
        (void)call(SYS_exit_group, status, 0, 0);
}

int memcmp(const void *s1, const void *s2, size_t n)
{
    const unsigned char *a = s1, *b = s2;

    while (n > 0 && *a == *b) {
        a++;
        b++;
        n--;
    }
    return n > 0 ? *a - *b : 0;
}
