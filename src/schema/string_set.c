/*
 * The strings of a structure's set, each looked for once.
 * SPDX-License-Identifier: MIT
 */
#include "schema/string_set.h"

#include "smbios/structure.h"

/*@ requires structure_whole(s);
    requires \valid(r) && \separated(r, s);
    assigns *r;
    ensures references_whole(r) && r->structure == s; */
void references_begin(struct references *r, const struct hwident_structure *s)
{
    r->structure = s;
    r->next = s->length;
    r->count = 0;
}

/* Section 6.1.3: the set ends with an empty string. */
/*@ requires references_whole(r);
    assigns *r;
    ensures references_whole(r) && r->structure == \old(r->structure);
    ensures \result == \null || \result == &r->strings[number - 1]; */
struct reference *references_find(struct references *r, size_t number)
{
    const struct hwident_structure *s = r->structure;

    if (number == 0 || number > REFERENCES)
        return NULL;
    /*@ loop invariant references_whole(r) && r->structure == s;
        loop assigns *r;
        loop variant REFERENCES - r->count; */
    while (r->count < number) {
        size_t begin = r->next, end = bytes_zero(s->bytes, s->size, begin);

        if (end == begin || end >= s->size) {
            r->next = end;
            return NULL;
        }
        r->strings[r->count++] = (struct reference){s->bytes + begin, end - begin, false};
        r->next = end + 1;
    }
    return &r->strings[number - 1];
}

/*@ requires structure_whole(s);
    requires \valid(r) && \separated(r, s);
    assigns *r;
    ensures references_whole(r); */
void references_strings(const struct hwident_structure *s, struct references *r)
{
    references_begin(r, s);
    (void)references_find(r, REFERENCES);
}
