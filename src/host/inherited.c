/*
 * $HWIDENT_FDS: the two descriptors that hwident-prepare left open across its exec.
 * SPDX-License-Identifier: MIT
 */
#include "host/file.h"
#include "host/source.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>

/* Reads digits without sign or leading zero up to `end`; -1 where there is anything else. */
static int read_number(const char **text, char end)
{
    const char *at = *text;
    int number = 0;

    if (*at < '0' || *at > '9' || (at[0] == '0' && at[1] != end))
        return -1;
    for (; *at >= '0' && *at <= '9'; at++) {
        if (number > (INT_MAX - 9) / 10)
            return -1;
        number = number * 10 + (*at - '0');
    }
    if (*at != end)
        return -1;
    *text = end ? at + 1 : at;
    return number;
}

static int foreign(struct source *source, const char *cause)
{
    return source_trouble(source, HWIDENT_E_STALE, source->path, cause,
                          "start this program as the direct child of hwident-prepare --grant fd");
}

int source_open_inherited(struct source *source, const char *text)
{
    const char *at = text;
    int entry_fd = read_number(&at, ',');
    int table_fd = entry_fd < 0 ? -1 : read_number(&at, '\0');

    (void)snprintf(source->path, sizeof source->path, "HWIDENT_FDS=%s", text);
    if (entry_fd < 0 || table_fd < 0)
        return foreign(source, "not two descriptor numbers");
    if (!file_on_sysfs(entry_fd) || !file_on_sysfs(table_fd))
        return foreign(source, errno == EBADF ? "not open here" : "not files of sysfs");
    if (source_read(source, entry_fd, table_fd) != HWIDENT_OK)
        return source->trouble.error;
    if (source->provenance != PROVENANCE_KERNEL)
        return foreign(source, "not files of one sysfs");
    return HWIDENT_OK;
}
