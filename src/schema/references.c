/*
 * A structure's strings, and whether its fields refer to them.
 * SPDX-License-Identifier: MIT
 */
#include "schema/references.h"

#include "schema/decode.h"
#include "smbios/structure.h"

/* Section 6.1.3: strings up to an empty one. Asking for each by number would begin anew each time. */
/*@ requires structure_whole(s);
    requires \valid(r) && \separated(r, s);
    ensures r->count <= REFERENCES; */
void references_strings(const struct hwident_structure *s, struct references *r)
{
    size_t begin = s->length;

    r->count = 0;

    /*@ loop invariant (at == s->length || at <= s->size) && s->length <= begin <= at;
        loop invariant r->count <= REFERENCES;
        loop assigns at, begin, *r;
        loop variant s->size - at; */
    for (size_t at = begin; at < s->size && r->count < REFERENCES; at++) {
        if (bytes_u8(s->bytes, s->size, at) != 0)
            continue;
        if (at == begin)
            return;
        r->strings[r->count++] = (struct reference){s->bytes + begin, at - begin, false};
        begin = at + 1;
    }
}

static void take(void *context, const struct value *value)
{
    struct references *r = context;
    size_t from = 0, to = r->count;

    if (value->kind != VALUE_STRING)
        return;
    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (r->strings[middle].string < value->bytes)
            from = middle + 1;
        else
            to = middle;
    }
    /* A text in the formatted area is not a string of the set. */
    if (from < r->count && r->strings[from].string == value->bytes)
        r->strings[from].used = true;
}

void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, struct references *references)
{
    const struct sink sink = {take, references};

    references_strings(structure, references);
    if (references->count > 0)
        schema_decode(schema, table, structure, &sink);
}
