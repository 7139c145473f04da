/*
 * Keywords and what the catalogue says of their fields.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_KEYS_H
#define HWIDENT_LIBRARY_KEYS_H

#include "render/page.h"

#include "hwident.h"

/* Whether it is a keyword of dmidecode's or a name of sysfs. */
bool key_exists(const char *key);

/* Whether its value names this very machine or its owner. */
bool key_is_private(const char *key);

/*
 * Prints the value of each structure that has the field, up to the end of the table, a line each, as
 * dmidecode's -s does.
 */
void key_print_all(struct page *out, const hwident *h, const char *key);

#endif
