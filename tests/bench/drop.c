/*
 * The floor for a program that drops privileges: three system calls and exec, nothing checked.
 * usage: drop COMMAND [ARGUMENT…]
 * SPDX-License-Identifier: MIT
 */
#include <grp.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    gid_t gid = 1000;

    if (argc < 2 || setgroups(1, &gid) != 0 || setgid(gid) != 0 || setuid(1000) != 0)
        return 125;
    execv(argv[1], argv + 1);
    return 127;
}
