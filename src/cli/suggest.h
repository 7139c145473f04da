/*
 * The known word that is nearest to an unknown one. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_SUGGEST_H
#define HWIDENT_CLI_SUGGEST_H

#include <stddef.h>

/*
 * Of the words that `words` lists (by number from 0, NULL after the last), the one with the fewest
 * edits from `word`; NULL if none is near.
 */
const char *suggest(const char *word, const char *(*words)(size_t n));

#endif
