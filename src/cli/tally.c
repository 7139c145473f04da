/*
 * How often each of some texts came.
 * SPDX-License-Identifier: MIT
 */
#include "cli/tally.h"

#include <string.h>

size_t tally_add(struct tally *t, const char *text)
{
    size_t i = 0;

    while (i < t->texts && strncmp(t->text[i], text, TALLY_SIZE - 1) != 0)
        i++;
    if (i == TALLY_TEXTS) {
        t->others++;
        return i;
    }
    if (i == t->texts)
        (void)snprintf(t->text[t->texts++], TALLY_SIZE, "%s", text);
    t->count[i]++;
    return i;
}

void tally_print(FILE *out, const struct tally *t)
{
    const char *before = "";

    for (size_t i = 0; i < t->texts; i++) {
        fprintf(out, "%s%s", before, t->text[i]);
        if (t->count[i] > 1)
            fprintf(out, " x%zu", t->count[i]);
        before = ", ";
    }
    if (t->others > 0)
        fprintf(out, "%sand %zu more", before, t->others);
}
