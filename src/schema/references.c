/*
 * A structure's strings, and whether its fields refer to them.
 * SPDX-License-Identifier: MIT
 */
#include "schema/references.h"

#include "schema/decode.h"

/*@ requires references_whole(r) && \valid_read(value) && \separated(r, value);
    assigns r->used[0 .. REFERENCES - 1];
    ensures \result <= REFERENCES; */
size_t references_mark(struct references *r, const struct value *value)
{
    size_t from = 0, to = r->count, begin;

    if (value->kind != VALUE_STRING)
        return REFERENCES;
    begin = (size_t)(value->bytes - r->structure->bytes);
    /*@ loop invariant from <= to <= r->count;
        loop assigns from, to;
        loop variant to - from; */
    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (r->begins[middle] < begin)
            from = middle + 1;
        else
            to = middle;
    }
    /* A text in the formatted area is not a string of the set. */
    if (from >= r->count || r->begins[from] != begin)
        return REFERENCES;
    r->used[from] = true;
    return from;
}

static void take(void *context, const struct value *value)
{
    (void)references_mark(context, value);
}

void references_read(const struct schema *schema, const struct hwident_table *table,
                     const struct hwident_structure *structure, struct references *references)
{
    const struct sink sink = {.take = take, .context = references, .brief = true};

    references_strings(structure, references);
    if (references->count > 0)
        schema_decode(schema, table, structure, &sink);
}
