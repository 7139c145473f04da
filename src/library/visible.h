/*
 * File names in text for people. A file name may contain any byte, and none of them may control the
 * terminal.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_VISIBLE_H
#define HWIDENT_LIBRARY_VISIBLE_H

#include "render/page.h"

#include <stdio.h>

/* Adds `text`, with hidden characters and bytes that are not UTF-8 as \xNN. */
void page_visible(struct page *page, const char *text);

/* Prints `text` in this form. */
void visible_print(FILE *out, const char *text);

#endif
