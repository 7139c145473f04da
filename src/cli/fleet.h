/*
 * Several dumps in one call: the files that --from named, and those in its folders.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_FLEET_H
#define HWIDENT_CLI_FLEET_H

#include "cli/options.h"

struct fleet {
    char **file; /* by name within each folder */
    size_t files, room;
    size_t done;     /* of them */
    bool progress;   /* a line on stderr shows the progress */
    long long begun; /* milliseconds */
};

/* Whether the options name more than one dump, or a folder of them. */
bool fleet_is(const struct options *options);

/*
 * Finds the files; those of a folder that are not dumps are passed over with a note. After a message:
 * HWIDENT_E_MEMORY, HWIDENT_E_MISSING for a folder without a dump, HWIDENT_E_PERMISSION or
 * HWIDENT_E_IO for one that cannot be read. Call fleet_free in either case.
 */
int fleet_find(const struct options *options, struct fleet *fleet);
void fleet_free(struct fleet *fleet);

/* The next file, or NULL after the last. Shows the progress if it takes long. */
const char *fleet_next(struct fleet *fleet);

/* Runs the command over each dump in turn. Returns the error with the highest exit code. */
int fleet_run(const struct options *options);

#endif
