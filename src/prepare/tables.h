/*
 * The two files of a folder of tables, open and known to be the kernel's and SMBIOS.
 * Everything acts on the descriptors; no path is looked up twice.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_TABLES_H
#define HWIDENT_PREPARE_TABLES_H

#include "host/diagnose.h"
#include "hwident.h"

#include <limits.h>
#include <sys/stat.h>

/* The files of a pair, in the order of HWIDENT_FDS. */
enum { ENTRY_POINT, TABLE, FILES };

struct tables {
    struct tables_file {
        char path[PATH_MAX];
        int fd;
        struct stat st;
    } file[FILES];
};

/*
 * Opens both files of `folder`. False with the reason, which for HWIDENT_E_MISSING is the number
 * alone. A link or a special file ends the process if the folder was `named`; else it is passed
 * over with a note.
 */
bool tables_open(struct tables *tables, const char *folder, bool named, struct diagnosis *why);
void tables_close(const struct tables *tables);

/* What was read of the two files. */
struct contents {
    uint8_t entry_point[HWIDENT_ENTRY_POINT_MAX];
    uint8_t *table;
    size_t size[FILES];
};

/*
 * Whether the pair is SMBIOS: a good entry point, and a table that fits it and is whole up to and
 * with its system information. Reads no more than that takes, or all where `whole` is set.
 */
bool tables_check(const struct tables *tables, bool whole, struct contents *contents,
                  struct diagnosis *why);

#endif
