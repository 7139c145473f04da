/*
 * Writing the tables of a handle to a dump file.
 * SPDX-License-Identifier: MIT
 */
#include "library/dumping.h"

#include "host/dump_file.h"
#include "host/new_file.h"
#include "host/quote.h"
#include "library/handle.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

int hwident_dump(hwident *h, const char *file)
{
    char quoted[QUOTED_SIZE];
    char remedy[120];
    int err, os_error;

    if (!h || !file)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    err = dump_write(&h->source, file);
    if (err == HWIDENT_E_NOENTRY)
        return handle_explain(h, NULL, err);
    if (!err)
        return HWIDENT_OK;
    os_error = errno;
    quote(file, quoted);
    (void)snprintf(remedy, sizeof remedy, "nothing was kept; %s", new_file_remedy(os_error));
    (void)handle_fail(h, err,
                      err == HWIDENT_E_EXISTS ? "name a file that is not there yet" : remedy,
                      "%s: %s", quoted, strerror(os_error));
    errno = os_error;
    return err;
}

int dump_to(hwident *h, int fd)
{
    int err = handle_opened(h);

    if (!err)
        err = dump_write_to(&h->source, fd);
    if (err == HWIDENT_E_NOENTRY)
        return handle_explain(h, NULL, err);
    if (!err)
        return HWIDENT_OK;
    return handle_fail(h, err, "the dump is not whole; write it where there is room",
                       "standard output: %s", strerror(errno));
}
