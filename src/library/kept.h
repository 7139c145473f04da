/*
 * Text that is kept in memory while it is written.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_KEPT_H
#define HWIDENT_LIBRARY_KEPT_H

#include <stdbool.h>
#include <stddef.h>

/* Starts with all bytes zero; the caller frees `bytes`. */
struct kept {
    char *bytes; /* ends with a zero; NULL: none yet */
    size_t size, room;
    bool cut; /* there was no memory for all of it */
};

/* A page_write, whose context is a struct kept: appends `size` bytes. */
void kept_append(void *context, const char *bytes, size_t size);

#endif
