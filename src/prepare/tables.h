/*
 * The two files of a folder of tables, opened and checked to be the kernel's and SMBIOS.
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

/* Where the folder comes from: the list of usual places, HWIDENT_TABLES, or --tables. */
enum origin { ORIGIN_USUAL, ORIGIN_INHERITED, ORIGIN_NAMED };

/*
 * Opens both files of `folder`. False with the reason; for HWIDENT_E_MISSING only `error` is set.
 * In a named folder a link or a special file ends the process; in an inherited one it is passed over
 * with a note. So is a link or a folder in a usual place, where other special files end the process.
 */
bool tables_open(struct tables *tables, const char *folder, enum origin origin,
                 struct diagnosis *why);
void tables_close(const struct tables *tables);

/* What was read from the two files. */
struct contents {
    uint8_t entry_point[HWIDENT_ENTRY_POINT_MAX];
    uint8_t *table;
    size_t size[FILES];
};

/*
 * Whether the pair is SMBIOS: a valid entry point, and a table that fits it and is complete up to
 * the end of its system information. Reads no more than that takes, or everything if `whole` is
 * set.
 */
bool tables_check(const struct tables *tables, bool whole, struct contents *contents,
                  struct diagnosis *why);

#endif
