/*
 * Removes from the tables what identifies this machine: in the bytes, before anything is decoded.
 * SPDX-License-Identifier: MIT
 */
#include "redact/redact.h"

#include "identity/serial.h"
#include "redact/kinds.h"
#include "redact/replace.h"
#include "schema/catalogue.h"
#include "schema/references.h"

#include <limits.h>
#include <string.h>

enum { UUID_SIZE = 16, UUID_TRIES = 4, CAREFUL_UUIDS = 4 };
enum { TRIES = 64, TRIES_EACH = 2, TRIES_AT_FIRST = 4096 };

struct redactor {
    const struct hwident_table *table;
    const struct hwident_structure *structure; /* being decoded */
    struct references strings;                 /* its */
    struct replacements found;
    struct kinds kinds;
    size_t tries;     /* left for texts */
    unsigned careful; /* UUIDs replaced digit by digit */
    int err;          /* the first */
};

/* Whether the component is worth hiding. A string too long for identity may contain anything. */
static bool names_a_machine(const struct hwident_component *c)
{
    return c->grade > HWIDENT_GRADE_PLACEHOLDER || c->size > HWIDENT_COMPONENT_MAX;
}

/* Strong, as nearly all of what is worth hiding. */
static bool is_plain(const struct hwident_component *c)
{
    return c->grade == HWIDENT_GRADE_STRONG && !c->note;
}

static bool keeps_grade(const struct hwident_component *before, const uint8_t *value, size_t size)
{
    struct hwident_component after;

    (void)hwident_component_grade(before->profile, value, size, 0, &after);
    return before->grade == after.grade && strcmp(before->rule, after.rule) == 0 &&
           before->note == after.note;
}

/* ---- finding ------------------------------------------------------------------------------- */

/* A piece of a text; `plain`: it is all of it, and its grade is strong. */
static void add_piece(struct redactor *r, const uint8_t *piece, size_t size, bool everywhere,
                      bool plain)
{
    size_t at = (size_t)(piece - r->table->bytes);

    r->err = everywhere && size >= SECRET_MIN ? replacements_text(&r->found, at, size, plain)
                                              : replacements_spot(&r->found, at, size, true, plain);
}

static void add_string(struct redactor *r, const uint8_t *string, size_t size, bool everywhere)
{
    const uint8_t *trimmed = text_trim(string, &size);
    struct hwident_component c;

    (void)hwident_component_grade('s', trimmed, size, 0, &c);
    if (!names_a_machine(&c))
        return;
    /* A value longer than any identity is searched for piece by piece. */
    for (size_t at = 0, part; at < size && !r->err; at += part) {
        part = size - at < SECRET_MAX ? size - at : SECRET_MAX;
        add_piece(r, trimmed + at, part, everywhere, is_plain(&c));
    }
}

static void add_uuid(struct redactor *r, size_t at)
{
    struct hwident_component c;

    (void)hwident_component_grade('u', r->table->bytes + at, UUID_SIZE, 0, &c);
    if (!names_a_machine(&c))
        return;
    r->err = replacements_number(&r->found, at, UUID_SIZE, true, is_plain(&c));
}

/* Adds a number or an address. Bytes that are all zeros or all ones mean "none" and stay. */
static void add_bytes(struct redactor *r, size_t at, size_t size)
{
    bool any = false;

    for (size_t n = 0; n < size; n++)
        any = any || (r->table->bytes[at + n] != 0x00 && r->table->bytes[at + n] != 0xFF);
    if (any)
        r->err = size >= SECRET_MIN ? replacements_number(&r->found, at, size, false, false)
                                    : replacements_spot(&r->found, at, size, false, false);
}

static void take(void *context, const struct value *value)
{
    struct redactor *r = context;
    size_t at = r->structure->offset + value->offset;

    (void)references_mark(&r->strings, value);
    if (!(value->flags & PRIVATE) || r->err)
        return;
    switch (value->kind) {
    case VALUE_STRING:
        add_string(r, value->bytes, value->size, true);
        break;
    case VALUE_ABSENT:
        /* A UUID exists even if its byte order is not known. */
        if (value->absent == HWIDENT_E_VERSION)
            add_uuid(r, at);
        break;
    case VALUE_NUMBER:
    case VALUE_HEX:
    case VALUE_TEXT:
    case VALUE_BYTES:
        if (value->flags & UUID)
            add_uuid(r, at);
        else
            add_bytes(r, at, value->span);
        break;
    default:
        break;
    }
}

/* A row that may refer to a string, or is private itself. */
static bool wants(void *context, const struct field *row)
{
    (void)context;
    return row->kind == FIELD_STRING || row->kind == FIELD_STRINGS || row->kind == FIELD_CUSTOM ||
           row->flags & PRIVATE;
}

/*
 * A string that no field refers to is visible only in the bytes. It may be a serial number or just
 * the vendor's name, so it is replaced in its place and nowhere else.
 */
static void add_unused(struct redactor *r)
{
    for (size_t i = 0; i < r->strings.count && !r->err; i++) {
        struct set_string string = references_find(&r->strings, i + 1);

        if (!r->strings.used[i])
            add_string(r, string.bytes, string.size, false);
    }
}

static void find_all(struct redactor *r)
{
    const struct sink sink = {.take = take, .context = r, .wants = wants, .brief = true};
    enum vendor vendor = schema_vendor(r->table);
    struct hwident_structure s = {0};
    int result;

    r->structure = &s;
    do {
        const struct schema *schema;

        result = hwident_table_next(r->table, &s);
        schema = result == 1 || result == HWIDENT_E_UNTERMINATED ? schema_find(&s, vendor) : NULL;
        if (schema) {
            references_strings(&s, &r->strings);
            schema_decode(schema, r->table, &s, &sink);
            add_unused(r);
        }
    } while (result == 1 && !r->err);
    r->structure = NULL;
}

/* ---- choosing ------------------------------------------------------------------------------ */

/* Whether the first begins the way the other ends. */
static bool begins_as_ends(struct window *first, struct window *other)
{
    const uint8_t *begin = window_bytes(first), *end = window_bytes(other) + window_size(other);

    for (size_t size = window_size(other), n = 1; n < size; n++) {
        if (begin[0] != *--end || begin[n - 1] != end[n - 1])
            continue;
        window_sum(first, size);
        window_sum(other, size);
        if (window_hash(first, 0, n) == window_hash(other, size - n, size))
            return true;
    }
    return false;
}

/*
 * Whether one of the two ends the way the other begins. In "00000001" the serial number 0001 must
 * not become one that begins with 1: together with the zeros before, it would read 0001 again.
 */
static bool joins(struct window *old, struct window *new)
{
    return begins_as_ends(old, new) || begins_as_ends(new, old);
}

/* Whether the original can be read in the replacement, or next to it. */
static bool comes_back(const struct redactor *r, const uint8_t *old, const uint8_t *new,
                       size_t size)
{
    const struct powers *powers = &r->found.texts.powers;
    struct window before, after;

    window_read(&before, powers, true, old, size);
    window_read(&after, powers, true, new, size);
    return joins(&before, &after) || replacements_recur(&r->found, &after);
}

/* The grade that the replacement must have. */
static struct hwident_component grade_of(char profile, const uint8_t *old, size_t size, bool plain)
{
    struct hwident_component c = {
        .profile = profile, .grade = HWIDENT_GRADE_STRONG, .rule = "none"};

    if (!plain)
        (void)hwident_component_grade(profile, old, size, 0, &c);
    return c;
}

/*
 * Tries random characters of the same kind until they contain nothing that is replaced; after TRIES
 * the last ones stay. Some texts have no replacement that does, such as "!a1!", which always ends
 * the way it begins. All texts share the tries, so that the time grows with the table even if all
 * texts are such.
 */
static void choose_text(struct redactor *r, const uint8_t *old, uint8_t *new, size_t size,
                        bool plain)
{
    const struct hwident_component before = grade_of('s', old, size, plain);

    r->tries += TRIES_EACH;
    for (int i = 0; i < TRIES && r->tries > 0; i++) {
        r->tries--;
        for (size_t at = 0; at < size; at++)
            new[at] = kinds_character(&r->kinds, old[at]);
        if ((size < SECRET_MIN || !comes_back(r, old, new, size)) &&
            keeps_grade(&before, new, size))
            return;
    }
}

/*
 * Replaces digit by digit, and only where the UUID's grade stays the same: a template remains one.
 */
static void choose_digits(struct redactor *r, const uint8_t *old, uint8_t *new,
                          const struct hwident_component *before)
{
    memcpy(new, old, UUID_SIZE);
    for (size_t n = 0; n < 2 * (size_t)UUID_SIZE; n++) {
        unsigned shift = n % 2 == 0 ? 4 : 0;
        uint8_t *byte = &new[n / 2], kept = *byte;
        unsigned start = kinds_random(&r->kinds, 15);

        for (unsigned i = 0; i < 15 && kept != 0x00 && kept != 0xFF; i++) {
            *byte = (uint8_t)(kept ^ (1 + (start + i) % 15) << shift);
            if (*byte != 0x00 && keeps_grade(before, new, UUID_SIZE))
                break;
            *byte = kept;
        }
    }
}

static void choose_bytes(struct redactor *r, const uint8_t *old, uint8_t *new, size_t size)
{
    for (size_t at = 0; at < size; at++)
        new[at] = kinds_byte(&r->kinds, old[at]);
}

static void choose_uuid(struct redactor *r, const uint8_t *old, uint8_t *new, bool plain)
{
    const struct hwident_component before = grade_of('u', old, UUID_SIZE, plain);

    for (int i = 0; i < UUID_TRIES; i++) {
        choose_bytes(r, old, new, UUID_SIZE);
        if (keeps_grade(&before, new, UUID_SIZE))
            return;
    }
    if (r->careful++ < CAREFUL_UUIDS)
        choose_digits(r, old, new, &before);
}

static void choose_spots(struct redactor *r)
{
    const struct replacements *all = &r->found;
    uint8_t *new = all->chosen + all->spots_chosen;

    for (size_t i = 0; i < all->spot_count; new += all->spots[i++].size) {
        const struct spot *s = &all->spots[i];

        if (s->is_text)
            choose_text(r, r->table->bytes + s->at, new, s->size, s->plain);
        else
            choose_bytes(r, r->table->bytes + s->at, new, s->size);
    }
}

static void choose_all(struct redactor *r)
{
    const struct replacements *all = &r->found;
    const uint8_t *bytes = r->table->bytes;

    for (size_t i = 0; i < all->texts.count; i++) {
        const struct secret *s = &all->texts.all[i];

        if (!s->again)
            choose_text(r, bytes + s->at, all->chosen + s->new, s->size, s->plain);
    }
    for (size_t i = 0; i < all->numbers.count; i++) {
        const struct secret *s = &all->numbers.all[i];

        if (s->uuid && !s->again)
            choose_uuid(r, bytes + s->at, all->chosen + s->new, s->plain);
        else if (!s->again)
            choose_bytes(r, bytes + s->at, all->chosen + s->new, s->size);
    }
    choose_spots(r);
}

/* ---- the table ------------------------------------------------------------------------------ */

int redact_table(uint8_t *bytes, const struct hwident_table *table,
                 const uint8_t key[REDACT_KEY_SIZE])
{
    struct redactor r = {.table = table, .tries = TRIES_AT_FIRST};
    uint64_t base;

    kinds_begin(&r.kinds, key);
    base = (uint64_t)kinds_random(&r.kinds, UINT_MAX) << 32 | kinds_random(&r.kinds, UINT_MAX);
    replacements_begin(&r.found, table, base);
    find_all(&r);
    if (!r.err)
        r.err = replacements_ready(&r.found);
    if (!r.err) {
        choose_all(&r);
        r.err = replacements_apply(&r.found, bytes, table);
    }
    kinds_end(&r.kinds);
    replacements_end(&r.found);
    return r.err;
}
