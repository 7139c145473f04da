/*
 * The floor: reads the two files and prints a UUID, unchecked.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static unsigned char entry[32], table[65536];

static void read_file(const char *path, unsigned char *bytes, size_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (read(fd, bytes, size) < 0)
        _exit(1);
    (void)close(fd);
}

int main(void)
{
    const unsigned char *s = table;
    const unsigned char *u;

    read_file("/sys/firmware/dmi/tables/smbios_entry_point", entry, sizeof entry);
    read_file("/sys/firmware/dmi/tables/DMI", table, sizeof table);
    while (s[0] != 1) {
        s += s[1];
        while (s[0] || s[1])
            s++;
        s += 2;
    }
    u = s + 8;
    printf("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x\n", u[3], u[2],
           u[1], u[0], u[5], u[4], u[7], u[6], u[8], u[9], u[10], u[11], u[12], u[13], u[14],
           u[15]);
    return 0;
}
