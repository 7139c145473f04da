/*
 * The known word that is nearest to an unknown one by Levenshtein's distance, computed row by row.
 * SPDX-License-Identifier: MIT
 */
#include "cli/suggest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { WORD_MAX = 40 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;

    return smaller < c ? smaller : c;
}

static bool differ(char a, char b)
{
    return tolower((unsigned char)a) != tolower((unsigned char)b);
}

/* The number of edits between two words of at most WORD_MAX characters; case is ignored. */
static size_t distance(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1];
    size_t b_length = strlen(b);

    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];

            row[j] = least(row[j] + 1, row[j - 1] + 1, diagonal + differ(a[i - 1], b[j - 1]));
            diagonal = above;
        }
    }
    return row[b_length];
}

const char *suggest(const char *word, const char *(*words)(size_t n))
{
    const char *nearest = NULL;
    size_t best = strlen(word) / 3 + 2; /* further away than this, a different word is meant */

    if (strlen(word) > WORD_MAX)
        return NULL;
    for (size_t n = 0; words(n); n++) {
        size_t d;

        if (strlen(words(n)) > WORD_MAX)
            continue;
        d = distance(word, words(n));
        if (d < best) {
            best = d;
            nearest = words(n);
        }
    }
    return nearest;
}
