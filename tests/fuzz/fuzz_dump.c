/*
 * A dump file, as the handle opens it; what is written of it reads the same.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "host/dump_file.h"
#include "library/handle.h"

#include <sys/mman.h>
#include <unistd.h>

/* The header that a dump of this source would begin with names the same table behind it. */
static void check_header(const struct source *source)
{
    struct hwident_entry_point ep;
    uint8_t header[DUMP_HEADER];

    dump_header(source, header);
    HOLDS(hwident_entry_point_parse(header, sizeof header, &ep) == HWIDENT_OK);
    HOLDS(ep.table_address == DUMP_HEADER);
    HOLDS(ep.version == source->entry_point.version && ep.anchor == source->entry_point.anchor);
    HOLDS(ep.table_length == source->entry_point.table_length);
}

static void check_handle(hwident *h, int err)
{
    char value[256];

    HOLDS(h != NULL);
    HOLDS(strlen(hwident_why(h, err)) > 0 && !strchr(hwident_why(h, err), '\n'));
    HOLDS((err == HWIDENT_OK) == (hwident_provenance(h) == HWIDENT_PROVENANCE_FILE));
    if (err)
        return;
    for (size_t n = 0; hwident_keyword(n); n++) {
        err = hwident_get(h, hwident_keyword(n), value, sizeof value);
        HOLDS(strlen(hwident_why(h, err)) > 0);
    }
    check_header(&h->source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    hwident *h = NULL;
    int fd = memfd_create("dump", MFD_CLOEXEC);
    int err;

    HOLDS(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    err = hwident_open_dump(path, &h);
    check_handle(h, err);
    hwident_close(h);
    (void)close(fd);
    return 0;
}
