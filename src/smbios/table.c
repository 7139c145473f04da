/*
 * The structure table: the walk, and which structures identity is taken from (section 6.1).
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/structure.h"

enum { HEADER = 4, END_OF_TABLE = 127 };

/*@ requires readable((uint8_t *)bytes, size);
    requires ep == \null || \valid_read(ep);
    requires \valid(table) && \separated(table, ep);
    assigns *table;
    ensures readable(table->bytes, table->size); */
void hwident_table_init(struct hwident_table *table, const void *bytes, size_t size,
                        const struct hwident_entry_point *ep)
{
    *table = (struct hwident_table){.bytes = bytes, .size = size};
    if (!ep)
        return;
    if (size > ep->table_length)
        table->size = ep->table_length;
    table->count = ep->structure_count;
    table->version = ep->version;
    table->stops = ep->anchor == HWIDENT_ANCHOR_SM3;
}

/* The size of the string set at `offset`, including its two zeros; 0: it has no end. */
/*@ requires table_whole(table);
    requires offset <= table->size;
    assigns \nothing;
    ensures offset + \result <= table->size; */
static size_t string_set_size(const struct hwident_table *table, size_t offset)
{
    size_t zero;

    /*@ loop invariant offset <= at;
        loop assigns at, zero;
        loop variant table->size - at; */
    for (size_t at = offset; at < table->size; at = zero + 1) {
        zero = bytes_zero(table->bytes, table->size, at);
        if (bytes_hold(table->size, zero, 2) && bytes_u8(table->bytes, table->size, zero + 1) == 0)
            return zero + 2 - offset;
    }
    return 0;
}

/* Reads the structure at s->offset. If this fails, the walk ends and s->size is the rest. */
/*@ requires table_whole(table);
    requires \valid(s) && \separated(s, table);
    requires s->offset < table->size;
    assigns *s;
    ensures s->offset == \old(s->offset) && s->index == \old(s->index);
    ensures \result == 1 || \result == HWIDENT_E_UNTERMINATED ==>
            structure_inside(s, table) && structure_whole(s);
    ensures \result == 1 || \result < 0; */
static int read_structure(const struct hwident_table *table, struct hwident_structure *s)
{
    size_t strings;

    s->size = table->size - s->offset;
    if (!bytes_hold(table->size, s->offset, HEADER)) {
        s->bytes = NULL;
        s->type = 0;
        s->length = 0;
        s->handle = 0;
        return HWIDENT_E_HEADER_CUT;
    }
    s->bytes = table->bytes + s->offset;
    s->type = bytes_u8(s->bytes, s->size, 0);
    s->length = bytes_u8(s->bytes, s->size, 1);
    s->handle = (uint16_t)bytes_le(s->bytes, s->size, 2, 2);
    if (s->length < HEADER || s->length > s->size)
        return HWIDENT_E_LENGTH;
    strings = string_set_size(table, s->offset + s->length);
    if (strings == 0)
        return HWIDENT_E_UNTERMINATED;
    s->size = s->length + strings;
    return 1;
}

/*@ requires table_whole(table);
    requires \valid(s) && \separated(s, table);
    assigns *s;
    ensures \result == 1 || \result == HWIDENT_E_UNTERMINATED ==>
            structure_inside(s, table) && structure_whole(s);
    ensures \result <= 1; */
int hwident_table_next(const struct hwident_table *table, struct hwident_structure *s)
{
    bool first = s->size == 0;
    size_t offset = s->offset + s->size;
    uint32_t index = first ? 0 : s->index + 1;

    if (!first && table->stops && s->type == END_OF_TABLE)
        return 0;
    if (offset >= table->size || (table->count != 0 && index >= table->count))
        return 0;
    s->offset = offset;
    s->index = index;
    return read_structure(table, s);
}

/*@ requires table_whole(table);
    requires \valid(s) && \separated(s, table);
    assigns *s;
    ensures \result == 1 || \result == HWIDENT_E_UNTERMINATED ==>
            structure_inside(s, table) && structure_whole(s);
    ensures \result <= 1; */
int hwident_table_find(const struct hwident_table *table, uint8_t type, struct hwident_structure *s)
{
    int result;

    /*@ loop assigns *s, result; */
    do {
        if (s->type == END_OF_TABLE)
            return 0;
        result = hwident_table_next(table, s);
    } while (result == 1 && s->type != type);
    return result;
}

/*@ requires table_whole(table);
    requires \valid(walk) && \separated(walk, table);
    assigns *walk; */
void hwident_table_walk(const struct hwident_table *table, struct hwident_walk *walk)
{
    struct hwident_structure s = {0};
    int result;

    *walk = (struct hwident_walk){0};
    /*@ loop assigns s, result, walk->structures, walk->bytes; */
    while ((result = hwident_table_next(table, &s)) == 1) {
        walk->structures++;
        walk->bytes += s.size;
    }
    walk->offset = result < 0 ? s.offset : walk->bytes;
    walk->error = result;
    walk->count_wrong = table->count != 0 && walk->structures != table->count;
    walk->length_wrong = !table->stops && walk->bytes != table->size;
}

/*
 * Structures of lengths that no version up to 2.6 has. Nothing else is evidence, since firmware
 * pads other structures. Types 43 to 45 did not exist before 3.0.
 */
/*@ requires \valid_read(s);
    assigns \nothing; */
static bool newer_than_2_6(const struct hwident_structure *s)
{
    switch (s->type) {
    case 7:
        return s->length >= 0x1B;
    case 16:
        return s->length >= 0x17;
    case 17:
        return s->length >= 0x28;
    case 19:
        return s->length >= 0x1F;
    case 20:
        return s->length >= 0x23;
    case 43:
    case 44:
    case 45:
        return true;
    default:
        return false;
    }
}

/*@ requires table_whole(table);
    assigns \nothing; */
uint32_t hwident_table_version(const struct hwident_table *table)
{
    struct hwident_structure s = {0};

    /*@ loop assigns s; */
    while (hwident_table_next(table, &s) == 1 && s.type != END_OF_TABLE)
        if (newer_than_2_6(&s))
            return HWIDENT_SMBIOS(2, 6);
    return 0;
}
