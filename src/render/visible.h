/*
 * File names in text for people. A file name may hold any byte: nothing in it may act on a terminal.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_VISIBLE_H
#define HWIDENT_RENDER_VISIBLE_H

#include "render/page.h"

#include <stdio.h>

/* Adds `text`, with hidden characters and bytes that are not UTF-8 as \xNN. */
void page_visible(struct page *page, const char *text);

/* Prints it. */
void visible_print(FILE *out, const char *text);

#endif
