/*
 * Structures that begin with their size, so that a program may be older or newer than the library.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_SIZED_H
#define HWIDENT_LIBRARY_SIZED_H

#include <stddef.h>

/*
 * Copies the caller's structure into the `size` bytes at `own`. Members that the caller's structure
 * lacks become zero; all do if `given` is NULL. HWIDENT_E_USAGE: its size is invalid, or it sets a
 * member that this library does not know.
 */
int sized_take(const void *given, void *own, size_t size);

#endif
