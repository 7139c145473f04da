/*
 * The strings of a structure's set, found in one pass.
 * SPDX-License-Identifier: MIT
 */
#include "schema/string_set.h"

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
