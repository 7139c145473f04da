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

/* The first text of those whose hash has the same remainder; TALLY_TEXTS: there is none. */
static uint16_t *first_of(struct tally *t, uint32_t hash)
{
    return &t->entry[hash % TALLY_TEXTS].first;
}

static bool make_room(struct tally *t)
{
    if (t->entry)
        return true;
    t->entry = calloc(TALLY_TEXTS, sizeof *t->entry);
    for (size_t i = 0; t->entry && i < TALLY_TEXTS; i++)
        t->entry[i].first = TALLY_TEXTS;
    return t->entry;
}

static size_t add_entry(struct tally *t, const char *text, uint32_t hash)
{
    struct tally_entry *entry = &t->entry[t->texts];

    if (!(entry->text = strdup(text))) {
        t->no_memory = true;
        return TALLY_TEXTS;
    }
    entry->hash = hash;
    entry->count = 1;
    entry->next = *first_of(t, hash);
    *first_of(t, hash) = (uint16_t)t->texts;
    return t->texts++;
}

size_t tally_add(struct tally *t, const char *text)
{
    uint32_t hash = hash_of(text);

    if (!make_room(t)) {
        t->no_memory = true;
        return TALLY_TEXTS;
    }
    for (size_t i = *first_of(t, hash); i < TALLY_TEXTS; i = t->entry[i].next)
        if (t->entry[i].hash == hash && strcmp(t->entry[i].text, text) == 0) {
            t->entry[i].count++;
            return i;
        }
    if (t->texts < TALLY_TEXTS)
        return add_entry(t, text, hash);
    t->others++;
    return TALLY_TEXTS;
}

void tally_add_again(struct tally *t, size_t number)
{
    if (number < t->texts)
        t->entry[number].count++;
    else
        t->others++;
}

void tally_free(struct tally *t)
{
    for (size_t i = 0; i < t->texts; i++)
        free(t->entry[i].text);
    free(t->entry);
    *t = (struct tally){0};
}
