/*
 * The places where tables are looked for, in their order.
 * SPDX-License-Identifier: MIT
 */
#include "host/file.h"
#include "host/kernel_places.h"
#include "host/private_copy.h"
#include "host/privilege.h"
#include "host/source.h"
#include "host/variable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *hwident_place(size_t n)
{
    if (n < KERNEL_PLACES)
        return kernel_places[n];
    return n == KERNEL_PLACES ? COPY_FOLDER : NULL;
}

/* ---- one folder ------------------------------------------------------------------------------ */

static int open_file(struct source *source, const char *name, int *fd)
{
    char buffer[PATH_MAX];
    const char *path = source_file_path(source, name, buffer);

    /* musl's open makes a second call for O_CLOEXEC. */
    *fd = openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (*fd >= 0)
        return HWIDENT_OK;
    if (errno == ENOENT || errno == ENOTDIR)
        diagnose_missing(source->path, &source->trouble);
    else
        diagnose_call(path, -1, errno, false, &source->trouble);
    return source->trouble.error;
}

static bool set_path(struct source *source, const char *path)
{
    size_t length = strlen(path);

    if (length == 0 || length >= sizeof source->path) {
        (void)source_trouble(source, HWIDENT_E_MISSING, path,
                             length == 0 ? "nothing is named" : "the path is too long",
                             length == 0 ? "name a folder or file" : "name a shorter one");
        return false;
    }
    memcpy(source->path, path, length + 1);
    return true;
}

/* What a folder is good for. */
enum outcome {
    OUTCOME_READ,       /* both files: the answer */
    OUTCOME_FINAL,      /* both can be read and are wrong, or a call failed: also the answer */
    OUTCOME_TABLE_ONLY, /* only DMI can be opened */
    OUTCOME_NOTHING,    /* the next place may have it */
};

/* Reads `folder`; with `table_only`, DMI alone is enough. */
static enum outcome try_folder(struct source *source, const char *folder, bool table_only)
{
    enum outcome outcome = OUTCOME_NOTHING;
    int entry_fd = -1, table_fd = -1;
    int err;

    if (!set_path(source, folder))
        return OUTCOME_NOTHING;
    err = open_file(source, FILE_TABLE, &table_fd);
    if (!err)
        err = open_file(source, FILE_ENTRY_POINT, &entry_fd);
    if (err == HWIDENT_E_IO) {
        outcome = OUTCOME_FINAL;
    } else if (!err || (table_only && table_fd >= 0)) {
        err = source_read(source, entry_fd, table_fd);
        if (!err && source->provenance == HWIDENT_PROVENANCE_FILE)
            err = source_check_folder(source);
        outcome = err ? OUTCOME_FINAL : OUTCOME_READ;
    } else if (table_fd >= 0) {
        outcome = OUTCOME_TABLE_ONLY;
    }
    if (table_fd >= 0)
        (void)close(table_fd);
    if (entry_fd >= 0)
        (void)close(entry_fd);
    return outcome;
}

/* A folder that was named is the answer, whatever it holds. */
static int open_named_folder(struct source *source, const char *folder)
{
    struct stat st;

    if (try_folder(source, folder, true) == OUTCOME_READ)
        return HWIDENT_OK;
    if (source->trouble.error == HWIDENT_E_MISSING && stat(folder, &st) == 0 &&
        !S_ISDIR(st.st_mode))
        return source_trouble(source, HWIDENT_E_NOTREG, folder, "not a folder",
                              "name the folder that holds smbios_entry_point and DMI");
    return source->trouble.error;
}

/* ---- the usual places ------------------------------------------------------------------------- */

/* The preparer's copy is skipped, with a note, if it is of another boot or not the preparer's. */
static enum outcome try_copy(struct source *source)
{
    enum outcome outcome = try_folder(source, COPY_FOLDER, false);

    if (outcome == OUTCOME_READ && source->provenance == HWIDENT_PROVENANCE_COPY)
        return OUTCOME_READ;
    if (outcome == OUTCOME_READ)
        source_note(source,
                    "%s: where others may mount, not root's, or writable by others: skipped",
                    COPY_FOLDER);
    else if (outcome == OUTCOME_FINAL && source->trouble.error != HWIDENT_E_STALE)
        return OUTCOME_FINAL;
    else if (outcome == OUTCOME_FINAL)
        source_note(source, "%s: skipped", source->trouble.cause);
    return OUTCOME_NOTHING;
}

static int search_places(struct source *source)
{
    struct diagnosis nearest = {.error = HWIDENT_OK};
    const char *table_only = NULL;
    enum outcome outcome;

    for (size_t i = 0; i < KERNEL_PLACES; i++) {
        outcome = try_folder(source, kernel_places[i], false);
        if (outcome == OUTCOME_READ)
            return HWIDENT_OK;
        if (outcome == OUTCOME_FINAL)
            return source->trouble.error;
        if (outcome == OUTCOME_TABLE_ONLY && !table_only)
            table_only = kernel_places[i];
        diagnose_keep_nearest(&nearest, &source->trouble);
    }
    outcome = try_copy(source);
    if (outcome == OUTCOME_READ)
        return HWIDENT_OK;
    if (outcome == OUTCOME_FINAL)
        return source->trouble.error;
    /* A missing copy explains nothing, and the reason for skipping one is in a note. */
    if (hwident_error_exit(source->trouble.error) == 4)
        diagnose_keep_nearest(&nearest, &source->trouble);
    source_forget(source);
    if (table_only && try_folder(source, table_only, true) == OUTCOME_READ)
        return HWIDENT_OK;
    if (!table_only)
        source->trouble = nearest;
    return source->trouble.error;
}

/* The folder is from the environment, not the command line; the message says so. */
static int open_environment_folder(struct source *source, const char *folder)
{
    struct diagnosis *d = &source->trouble;
    int err = open_named_folder(source, folder);
    char cause[sizeof d->cause];

    if (!err)
        return HWIDENT_OK;
    memcpy(cause, d->cause, sizeof cause);
    (void)snprintf(d->cause, sizeof d->cause, "$HWIDENT_TABLES: %.600s", cause);
    return err;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static int find_tables(const struct source_options *options, struct source *source)
{
    const char *tables, *descriptors;

    if (options->tables)
        return open_named_folder(source, options->tables);
    if (options->dump)
        return set_path(source, options->dump) ? source_open_dump(source, options->dump)
                                               : source->trouble.error;
    tables = variable_value("HWIDENT_TABLES");
    descriptors = variable_value("HWIDENT_FDS");
    if ((tables || descriptors) && privileges_raised()) {
        source_note(source, "HWIDENT_TABLES and HWIDENT_FDS are ignored: privileges are raised");
        tables = descriptors = NULL;
    }
    if (tables)
        return open_environment_folder(source, tables);
    if (descriptors) {
        if (source_open_inherited(source, descriptors) == HWIDENT_OK)
            return HWIDENT_OK;
        source_note(source, "%s: skipped", source->trouble.cause);
        source_forget(source);
    }
    return search_places(source);
}

static void settle_version(const struct source_options *options, struct source *source)
{
    if (source->has_entry_point) {
        if (options->assume_version)
            source_note(source,
                        "the assumed version is ignored: the entry point tells the version");
        return;
    }
    source->table.version = hwident_table_version(&source->table);
    if (source->table.version) {
        if (options->assume_version)
            source_note(source,
                        "the assumed version is ignored: the table tells enough of the version");
        source->version_from = VERSION_EVIDENCE;
    } else if (options->assume_version) {
        source->table.version = options->assume_version;
        source->version_from = VERSION_ASSUMED;
    }
}

static int refuse_provenance(const struct source_options *options, struct source *source)
{
    if (options->kernel_only && source->provenance != HWIDENT_PROVENANCE_KERNEL)
        return source_trouble(source, HWIDENT_E_PROVENANCE, source->path,
                              "the tables do not come from the kernel",
                              "mount the host's folder: " KERNEL_TABLES_MOUNT);
    if (options->trusted && source->provenance == HWIDENT_PROVENANCE_FILE)
        return source_trouble(source, HWIDENT_E_PROVENANCE, source->path,
                              "the tables come neither from the kernel nor from hwident-prepare",
                              "mount the host's folder: " KERNEL_TABLES_MOUNT);
    return HWIDENT_OK;
}

int source_open(const struct source_options *options, struct source *source)
{
    int err;

    source_begin(source);
    source->ignore_product_uuid = options->ignore_product_uuid;
    err = find_tables(options, source);
    if (err) {
        source->provenance = HWIDENT_PROVENANCE_NONE;
        return err;
    }
    source->trouble.error = HWIDENT_OK;
    settle_version(options, source);
    return refuse_provenance(options, source);
}

void source_close(struct source *source)
{
    source_forget(source);
}
