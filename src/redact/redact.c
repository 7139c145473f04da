/*
 * Tables without what names this very machine: done to the bytes, before anything is decoded.
 * SPDX-License-Identifier: MIT
 */
#include "redact/redact.h"

#include "identity/serial.h"
#include "redact/replace.h"
#include "schema/decode.h"
#include "schema/references.h"

#include <string.h>
#include <strings.h>

enum { UUID_SIZE = 16, EVERYWHERE = 4, TRIES = 64, UUID_TRIES = 4, CAREFUL_UUIDS = 4 };

struct redactor {
    const struct hwident_table *table;
    struct replaceable in;
    const struct hwident_structure *structure; /* that is being decoded */
    unsigned careful;                          /* UUIDs for which every digit was tried */
    struct kinds kinds;
};

/* What is worth hiding: a string too long for identity may hold anything. */
static bool names_a_machine(const struct hwident_component *c)
{
    return c->grade > HWIDENT_GRADE_PLACEHOLDER || c->size > HWIDENT_COMPONENT_MAX;
}

static bool keeps_grade(const struct hwident_component *before, const uint8_t *value, size_t size)
{
    struct hwident_component after;

    (void)hwident_component_grade(before->profile, value, size, 0, &after);
    return before->grade == after.grade && strcmp(before->rule, after.rule) == 0 &&
           before->note == after.note;
}

/* ---- strings -------------------------------------------------------------------------------- */

/*
 * Whether one ends as the other begins: in "00000001", the serial number 0001 must not become one
 * that begins with 1, which would bring it back.
 */
static bool joins(const struct secret *s)
{
    for (size_t n = 1; n < s->size; n++)
        if (strncasecmp((char *)s->new, (char *)s->old + s->size - n, n) == 0 ||
            strncasecmp((char *)s->old, (char *)s->new + s->size - n, n) == 0)
            return true;
    return false;
}

/* Others of the same kind that the table does not hold yet, if chance gives any. */
static void choose_string(struct redactor *r, struct secret *s)
{
    struct hwident_component before;

    (void)hwident_component_grade('s', s->old, s->size, 0, &before);
    for (int i = 0; i < TRIES; i++) {
        for (size_t at = 0; at < s->size; at++)
            s->new[at] = kinds_character(&r->kinds, s->old[at]);
        if (keeps_grade(&before, s->new, s->size) &&
            (s->size < EVERYWHERE || (!joins(s) && !replace_finds(&r->in, s->new, s->size))))
            return;
    }
}

static void redact_string(struct redactor *r, const uint8_t *string, size_t size, bool everywhere)
{
    const uint8_t *trimmed = text_trim(string, &size);
    struct secret secret = {.size = size};
    struct hwident_component c;

    (void)hwident_component_grade('s', trimmed, size, 0, &c);
    if (!names_a_machine(&c))
        return;
    /* What is longer than any identity is replaced where it stands and recurs piece by piece. */
    for (size_t at = 0; at < size; at += secret.size) {
        secret.size = size - at < SECRET_MAX ? size - at : SECRET_MAX;
        memcpy(secret.old, trimmed + at, secret.size);
        choose_string(r, &secret);
        memcpy(r->in.bytes + (trimmed + at - r->in.bytes), secret.new, secret.size);
        if (everywhere && secret.size >= EVERYWHERE)
            replace_string(&r->in, &secret);
    }
}

/* ---- UUIDs and other bytes ------------------------------------------------------------------ */

/* Digit by digit, each only where the UUID is graded as before: a template keeps what it is. */
static void choose_digits(struct redactor *r, struct secret *s,
                          const struct hwident_component *before)
{
    memcpy(s->new, s->old, s->size);
    for (size_t n = 0; n < 2 * s->size; n++) {
        unsigned shift = n % 2 == 0 ? 4 : 0;
        uint8_t *byte = &s->new[n / 2], kept = *byte;
        unsigned start = kinds_random(&r->kinds, 15);

        for (unsigned i = 0; i < 15 && kept != 0x00 && kept != 0xFF; i++) {
            *byte = (uint8_t)(kept ^ (1 + (start + i) % 15) << shift);
            if (*byte != 0x00 && keeps_grade(before, s->new, s->size))
                break;
            *byte = kept;
        }
    }
}

static void choose_uuid(struct redactor *r, struct secret *s,
                        const struct hwident_component *before)
{
    for (int i = 0; i < UUID_TRIES; i++) {
        for (size_t at = 0; at < s->size; at++)
            s->new[at] = kinds_byte(&r->kinds, s->old[at]);
        if (keeps_grade(before, s->new, s->size))
            return;
    }
    if (r->careful++ < CAREFUL_UUIDS)
        choose_digits(r, s, before);
}

static void redact_uuid(struct redactor *r, uint8_t *field)
{
    struct secret secret = {.size = UUID_SIZE};
    struct hwident_component c;

    memcpy(secret.old, field, UUID_SIZE);
    (void)hwident_component_grade('u', secret.old, UUID_SIZE, 0, &c);
    if (!names_a_machine(&c))
        return;
    choose_uuid(r, &secret, &c);
    replace_bytes(&r->in, &secret);
    hwident_uuid_swap(secret.old);
    hwident_uuid_swap(secret.new);
    replace_bytes(&r->in, &secret);
}

/* A number, or an address: bytes of all zeros or ones, that mean none, stay. */
static void redact_bytes(struct redactor *r, uint8_t *field, size_t size)
{
    struct secret secret = {.size = size};
    bool any = false;

    memcpy(secret.old, field, size);
    for (size_t at = 0; at < size; at++) {
        any = any || (field[at] != 0x00 && field[at] != 0xFF);
        secret.new[at] = kinds_byte(&r->kinds, field[at]);
    }
    if (!any)
        return;
    memcpy(field, secret.new, size);
    if (size >= EVERYWHERE)
        replace_bytes(&r->in, &secret);
}

/* ---- the table ------------------------------------------------------------------------------ */

static void take(void *context, const struct value *value)
{
    struct redactor *r = context;
    size_t at = r->structure->offset + value->offset;

    if (!(value->flags & PRIVATE))
        return;
    switch (value->kind) {
    case VALUE_STRING:
        redact_string(r, value->bytes, value->size, true);
        break;
    case VALUE_ABSENT:
        /* A UUID whose byte order is not known is there all the same. */
        if (value->absent == HWIDENT_E_VERSION)
            redact_uuid(r, r->in.bytes + at);
        break;
    case VALUE_NUMBER:
    case VALUE_HEX:
    case VALUE_TEXT:
    case VALUE_BYTES:
        if (value->flags & UUID)
            redact_uuid(r, r->in.bytes + at);
        else
            redact_bytes(r, r->in.bytes + at, value->span);
        break;
    default:
        break;
    }
}

/*
 * What no field refers to shows only in the bytes. It may be a serial number and may be the
 * vendor's name: it is replaced where it stands, and nowhere else.
 */
static void redact_unused(struct redactor *r, const struct schema *schema)
{
    struct references references;

    references_read(schema, r->table, r->structure, &references);
    for (size_t i = 0; i < references.count; i++)
        if (!references.strings[i].used)
            redact_string(r, references.strings[i].string, references.strings[i].size, false);
}

int redact_table(uint8_t *bytes, const struct hwident_table *table,
                 const uint8_t key[REDACT_KEY_SIZE])
{
    struct redactor r = {.table = table};
    const struct sink sink = {take, &r};
    enum vendor vendor = schema_vendor(table);
    struct hwident_structure s = {0};
    int result;

    if (table->size > REDACT_MAX)
        return HWIDENT_E_BOUND;
    r.structure = &s;
    kinds_begin(&r.kinds, key);
    replace_begin(&r.in, bytes, table);
    do {
        const struct schema *schema;

        result = hwident_table_next(table, &s);
        schema = result == 1 || result == HWIDENT_E_UNTERMINATED ? schema_find(&s, vendor) : NULL;
        if (schema) {
            schema_decode(schema, table, &s, &sink);
            redact_unused(&r, schema);
        }
    } while (result == 1);
    kinds_end(&r.kinds);
    return HWIDENT_OK;
}
