/*
 * Keywords and what the catalogue says about their fields. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_KEYS_H
#define HWIDENT_LIBRARY_KEYS_H

#include "render/page.h"

#include "hwident.h"

/* Whether `key` is a keyword of dmidecode or a name in sysfs. */
bool key_exists(const char *key);

/* Whether its value identifies this machine or its owner. */
bool key_is_private(const char *key);

/*
 * Prints the value in each structure that has the field, up to the end of the table, one per line,
 * as dmidecode's -s does.
 */
void key_print_all(struct page *out, const hwident *h, const char *key);

#endif
