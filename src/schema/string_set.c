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
    *r = (struct references){.structure = s, .begins = {s->length}};
}

/* Section 6.1.3: the set ends with an empty string. */
/*@ requires references_whole(r) && number <= REFERENCES;
    assigns *r;
    ensures references_whole(r) && r->structure == \old(r->structure); */
static void go_on_to(struct references *r, size_t number)
{
    const struct hwident_structure *s = r->structure;

    /*@ loop invariant references_whole(r) && r->structure == s;
        loop assigns *r;
        loop variant REFERENCES - r->count; */
    while (r->count < number) {
        size_t begin = r->begins[r->count], end = bytes_zero(s->bytes, s->size, begin);

        if (end == begin || end >= s->size || end >= UINT32_MAX)
            return;
        r->begins[++r->count] = (uint32_t)end + 1;
    }
}

/*@ requires references_whole(r);
    assigns *r;
    ensures references_whole(r) && r->structure == \old(r->structure);
    ensures \result.bytes == \null || readable((uint8_t *)\result.bytes, \result.size); */
struct set_string references_find(struct references *r, size_t number)
{
    const struct hwident_structure *s = r->structure;
    size_t begin, size;

    if (number == 0 || number > REFERENCES)
        return (struct set_string){0};
    go_on_to(r, number);
    if (number > r->count)
        return (struct set_string){0};
    begin = r->begins[number - 1];
    size = r->begins[number] - begin - 1;
    /* Always so, and checked again: nothing has to be known of what was found in earlier calls. */
    if (!bytes_hold(s->size, begin, size))
        return (struct set_string){0};
    return (struct set_string){s->bytes + begin, size};
}

/*@ requires structure_whole(s);
    requires \valid(r) && \separated(r, s);
    assigns *r;
    ensures references_whole(r); */
void references_strings(const struct hwident_structure *s, struct references *r)
{
    references_begin(r, s);
    go_on_to(r, REFERENCES);
}
