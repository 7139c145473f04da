/*
 * usage: exchange A B TIMES: exchanges two names again and again, and prints how often.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    long times = argc == 4 ? strtol(argv[3], NULL, 10) : 0;

    for (long i = 0; i < times; i++)
        if (renameat2(AT_FDCWD, argv[1], AT_FDCWD, argv[2], RENAME_EXCHANGE) != 0) {
            perror("renameat2");
            return 1;
        }
    printf("%ld\n", times);
    return times > 0 ? 0 : 2;
}
