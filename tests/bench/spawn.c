/*
 * usage: spawn TIMES COMMAND [ARGUMENT…]: runs it so often and prints the median of its wall time,
 * from fork to end, in nanoseconds, and on stderr the peak of its memory in KiB.
 * SPDX-License-Identifier: MIT
 */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int compare(const void *a, const void *b)
{
    long left = *(const long *)a, right = *(const long *)b;

    return (left > right) - (left < right);
}

static long run(char **command)
{
    struct timespec begin, end;
    int status = 0;
    pid_t pid;

    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (posix_spawn(&pid, command[0], NULL, NULL, command, environ) != 0 ||
        waitpid(pid, &status, 0) != pid || status != 0)
        exit(1);
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (end.tv_sec - begin.tv_sec) * 1000000000L + end.tv_nsec - begin.tv_nsec;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    size_t times = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    long *spent;

    if (times == 0)
        return 2;
    spent = calloc(times, sizeof *spent);
    if (!spent)
        return 2;
    for (size_t i = 0; i < times; i++)
        spent[i] = run(argv + 2);
    qsort(spent, times, sizeof *spent, compare);
    printf("%ld\n", spent[times / 2]);
    if (getrusage(RUSAGE_CHILDREN, &usage) == 0)
        fprintf(stderr, "%ld\n", usage.ru_maxrss);
    free(spent);
    return 0;
}
