/*
 * Where tables come from: the places in the order they are tried, reading, provenance.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_SOURCE_H
#define HWIDENT_HOST_SOURCE_H

#include "host/diagnose.h"
#include "hwident.h"

#include <limits.h>
#include <sys/stat.h>

enum version_from {
    VERSION_UNKNOWN,
    VERSION_ENTRY_POINT,
    VERSION_EVIDENCE, /* only DMI was readable; a structure is longer than any before 2.6 */
    VERSION_ASSUMED,  /* by --assume-version */
};

struct source_options {
    const char *tables;       /* a folder, or NULL */
    const char *dump;         /* a dump file, or NULL; at most one of the two */
    uint32_t assume_version;  /* HWIDENT_SMBIOS number for a table without entry point; 0: none */
    bool kernel_only;         /* accept provenance kernel only */
    bool trusted;             /* accept provenance kernel and copy only */
    bool ignore_product_uuid; /* believe the table even if /sys/class/dmi/id/product_uuid differs */
};

enum { SOURCE_NOTES = 4 };

struct source {
    enum hwident_provenance provenance;
    enum version_from version_from;
    bool ignore_product_uuid;
    bool has_entry_point;
    size_t entry_size; /* bytes in entry_bytes */
    uint8_t entry_bytes[HWIDENT_ENTRY_POINT_MAX];
    struct hwident_entry_point entry_point;
    struct hwident_table table; /* its bytes belong to the source */
    uint8_t *bytes;
    struct stat entry_status, table_status; /* of the files, taken before reading */
    size_t notes;
    /*
     * From here on texts, which are set only up to their closing zero. Those that each start sets
     * come first and share a page.
     */
    struct diagnosis trouble;     /* set if opening failed */
    char path[PATH_MAX];          /* the folder or file that was read */
    char note[SOURCE_NOTES][256]; /* places that were skipped and why, one line each */
};

/* No tables yet, and nothing wrong. */
void source_begin(struct source *source);

/*
 * Finds and reads the tables. On failure source->trouble says why and its error is returned;
 * Call source_close in either case.
 */
int source_open(const struct source_options *options, struct source *source);
void source_close(struct source *source);

/* ---- for the files of this room --------------------------------------------------------------- */

/* Sets source->trouble; returns `err`. `path` is quoted into the cause. */
int source_trouble(struct source *source, int err, const char *path, const char *cause,
                   const char *remedy);

/* Adds a note, cut if it is too long; dropped if there are too many. */
void source_note(struct source *source, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The path of the file `name` in the folder source->path; "" if that is too long. */
const char *source_file_path(const struct source *source, const char *name, char path[PATH_MAX]);

/* Forgets what one place gave before the next is tried; notes and trouble stay. */
void source_forget(struct source *source);

/*
 * Reads a pair of open descriptors (`entry_fd` is -1 if only DMI can be read) into the source,
 * checks bounds and the entry point, and tells `kernel` from `file`. The descriptors stay open.
 */
int source_read(struct source *source, int entry_fd, int table_fd);

/* Reads a dump file: dump_file.c. */
int source_open_dump(struct source *source, const char *file);

/* Reads the descriptors that $HWIDENT_FDS names: inherited.c. */
int source_open_inherited(struct source *source, const char *text);

/*
 * Checks that the files that were read are still those in the folder source->path (if not,
 * HWIDENT_E_CHANGED: the two may be of different machines) and whether the folder is
 * hwident-prepare's private copy of this boot: then source->provenance becomes
 * HWIDENT_PROVENANCE_COPY. HWIDENT_E_STALE: the copy is of another boot. HWIDENT_E_IO, … if a call
 * fails: private_copy.c.
 */
int source_check_folder(struct source *source);

#endif
