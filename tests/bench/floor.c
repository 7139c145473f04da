/*
 * The floor: what an expert would write for this one purpose. It reads the two files, checks the entry
 * point and the bounds of each structure, and prints the system's UUID.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { SYSTEM = 1, UUID_AT = 8, UUID_END = 24, LINE = 37 };

static unsigned char entry[64], table[1 << 20];

static size_t read_file(const char *path, unsigned char *bytes, size_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    size_t used = 0;
    ssize_t got;

    if (fd < 0)
        _exit(1);
    while (used < size && (got = read(fd, bytes + used, size - used)) != 0) {
        if (got < 0)
            _exit(1);
        used += (size_t)got;
    }
    (void)close(fd);
    return used;
}

/* The version, as 0x0206; 0 if it is not an entry point. */
static unsigned check(size_t size)
{
    size_t at = memcmp(entry, "_SM3_", 5) == 0 ? 6 : memcmp(entry, "_SM_", 4) == 0 ? 5 : 0;
    unsigned char sum = 0;

    if (at == 0 || entry[at] > size || entry[at] < at + 3)
        return 0;
    for (size_t i = 0; i < entry[at]; i++)
        sum = (unsigned char)(sum + entry[i]);
    return sum == 0 ? (unsigned)entry[at + 1] << 8 | entry[at + 2] : 0;
}

static const unsigned char *find_uuid(size_t size)
{
    size_t at = 0;

    while (at + 4 <= size && table[at + 1] >= 4 && table[at + 1] <= size - at) {
        if (table[at] == SYSTEM)
            return table[at + 1] > UUID_END ? table + at + UUID_AT : NULL;
        at += table[at + 1];
        while (at + 2 <= size && (table[at] || table[at + 1]))
            at++;
        at += 2;
    }
    return NULL;
}

static void print(const unsigned char *uuid, int swapped)
{
    static const unsigned char order[2][16] = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15}};
    char line[LINE];
    size_t used = 0;

    for (size_t i = 0; i < 16; i++) {
        unsigned char byte = uuid[order[swapped][i]];

        if (i == 4 || i == 6 || i == 8 || i == 10)
            line[used++] = '-';
        line[used++] = "0123456789abcdef"[byte >> 4];
        line[used++] = "0123456789abcdef"[byte & 15];
    }
    line[used++] = '\n';
    if (write(STDOUT_FILENO, line, used) != (ssize_t)used)
        _exit(1);
}

int main(void)
{
    size_t size = read_file("/sys/firmware/dmi/tables/smbios_entry_point", entry, sizeof entry);
    unsigned version = check(size);
    const unsigned char *uuid;

    if (version == 0)
        return 1;
    uuid = find_uuid(read_file("/sys/firmware/dmi/tables/DMI", table, sizeof table));
    if (!uuid)
        return 1;
    print(uuid, version >= 0x0206);
    return 0;
}
