/*
 * How often each of several texts occurred. SPDX-License-Identifier: MIT
 */
#include "library/tally.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a: the hashes of most texts differ, so that few texts are compared. */
static uint32_t hash_of(const char *text)
{
    uint32_t hash = 2166136261U;

    for (; *text; text++)
        hash = (hash ^ (uint8_t)*text) * 16777619U;
    return hash;
}

static size_t add_entry(struct tally *t, const char *text, uint32_t hash)
{
    if (!t->entry)
        t->entry = calloc(TALLY_TEXTS, sizeof *t->entry);
    if (!t->entry || !(t->entry[t->texts].text = strdup(text))) {
        t->no_memory = true;
        return TALLY_TEXTS;
    }
    t->entry[t->texts].hash = hash;
    t->entry[t->texts].count = 1;
    return t->texts++;
}

size_t tally_add(struct tally *t, const char *text)
{
    uint32_t hash = hash_of(text);

    for (size_t i = 0; i < t->texts; i++)
        if (t->entry[i].hash == hash && strcmp(t->entry[i].text, text) == 0) {
            t->entry[i].count++;
            return i;
        }
    if (t->texts < TALLY_TEXTS)
        return add_entry(t, text, hash);
    t->others++;
    return TALLY_TEXTS;
}

void tally_free(struct tally *t)
{
    for (size_t i = 0; i < t->texts; i++)
        free(t->entry[i].text);
    free(t->entry);
    *t = (struct tally){0};
}
