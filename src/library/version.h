/*
 * The SMBIOS version of a handle's tables, for people and for JSON.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_VERSION_H
#define HWIDENT_LIBRARY_VERSION_H

#include "hwident.h"

enum { VERSION_SIZE = 16 };

/* "2.8"; "3.0.0" if the entry point states the docrev; "0.0" if the version is not known. */
void version_text(const hwident *h, char text[VERSION_SIZE]);

#endif
