/*
 * $HWIDENT_FDS: the two descriptors that hwident-prepare left open across its exec.
 * SPDX-License-Identifier: MIT
 */
#include "host/digits.h"
#include "host/file.h"
#include "host/source.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>

/* Reads a number without leading zeros that is followed by `end`; -1 for anything else. */
static int read_descriptor(const char **text, char end)
{
    bool zero_leads = (*text)[0] == '0' && (*text)[1] != end;
    int fd;

    if (zero_leads || !digits_read(text, INT_MAX, &fd) || *(*text)++ != end)
        return -1;
    return fd;
}

static int foreign(struct source *source, const char *cause)
{
    return source_trouble(source, HWIDENT_E_STALE, source->path, cause,
                          "start this program as the direct child of hwident-prepare --grant fd");
}

int source_open_inherited(struct source *source, const char *text)
{
    const char *at = text;
    int entry_fd = read_descriptor(&at, ',');
    int table_fd = entry_fd < 0 ? -1 : read_descriptor(&at, '\0');

    (void)snprintf(source->path, sizeof source->path, "HWIDENT_FDS=%s", text);
    if (entry_fd < 0 || table_fd < 0)
        return foreign(source, "not two descriptor numbers");
    if (!file_on_sysfs(entry_fd) || !file_on_sysfs(table_fd))
        return foreign(source, errno == EBADF ? "not open here" : "not files of sysfs");
    if (source_read(source, entry_fd, table_fd) != HWIDENT_OK)
        return source->trouble.error;
    if (source->provenance != HWIDENT_PROVENANCE_KERNEL)
        return foreign(source, "not files of one sysfs");
    return HWIDENT_OK;
}
