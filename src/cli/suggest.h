/*
 * The nearest word to one that is not known.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_SUGGEST_H
#define HWIDENT_CLI_SUGGEST_H

#include <stddef.h>

/*
 * The word among those that `words` lists (by number from 0; NULL ends) which is the fewest edits
 * away from `word`; NULL where none is near.
 */
const char *suggest(const char *word, const char *(*words)(size_t n));

#endif
