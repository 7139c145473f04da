/*
 * Dumps in dmidecode's format (--dump-bin): the entry point at 0, the table at the offset that
 * the entry point then names: 32.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_DUMP_FILE_H
#define HWIDENT_HOST_DUMP_FILE_H

#include "host/source.h"

/* How many bytes precede the table in the dumps that are written. */
enum { DUMP_HEADER = 32 };

/*
 * How many bytes of the table a dump of `file_size` bytes holds at ep->table_address.
 * HWIDENT_E_DUMP: none, the table would lie outside the file or overlap the entry point.
 * HWIDENT_E_EMPTY, HWIDENT_E_BOUND: its length is 0 or exceeds the bound.
 */
int dump_table_size(const struct hwident_entry_point *ep, size_t file_size, size_t *size);

/*
 * Makes the dump's first 32 bytes from a source's entry point: its table address becomes 32 and
 * its checksums are corrected. The source must have an entry point.
 */
void dump_header(const struct source *source, uint8_t header[DUMP_HEADER]);

/*
 * Writes the source's tables to a new file of mode 0600, never over an existing one, and whole or
 * not at all. HWIDENT_E_NOENTRY, HWIDENT_E_EXISTS, HWIDENT_E_OUTPUT (errno kept).
 */
int dump_write(const struct source *source, const char *file);

/* Writes them to an open descriptor. HWIDENT_E_NOENTRY, HWIDENT_E_OUTPUT (errno kept). */
int dump_write_to(const struct source *source, int fd);

#endif
