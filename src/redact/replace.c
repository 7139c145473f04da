/*
 * Redaction: the one pass over a table that replaces everything that was collected.
 * SPDX-License-Identifier: MIT
 */
#include "redact/replace.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER_SIZE = 4, UUID_SIZE = 16 };

/* ---- collecting ------------------------------------------------------------------------------ */

int replacements_begin(struct replacements *all, const struct hwident_table *table)
{
    int texts, numbers;

    *all = (struct replacements){0};
    texts = secrets_begin(&all->texts, table->bytes, table->size, true);
    numbers = secrets_begin(&all->numbers, table->bytes, table->size, false);
    return texts ? texts : numbers;
}

void replacements_end(struct replacements *all)
{
    secrets_end(&all->texts);
    secrets_end(&all->numbers);
    free(all->spots);
    free(all->chosen);
}

/* Makes room for `size` more bytes to be chosen; `*at` is where. */
static int reserve(struct replacements *all, size_t size, uint32_t *at)
{
    if (all->chosen_room - all->chosen_count < size) {
        size_t room = 2 * all->chosen_room + SECRET_MAX + size;
        uint8_t *chosen = realloc(all->chosen, room);

        if (!chosen)
            return HWIDENT_E_MEMORY;
        all->chosen = chosen;
        all->chosen_room = room;
    }
    *at = (uint32_t)all->chosen_count;
    all->chosen_count += size;
    return HWIDENT_OK;
}

static bool is_known(const struct secrets *s, const uint8_t *bytes, size_t size)
{
    const struct secret *found = secrets_find(s, bytes, size);

    return found && found->size == size;
}

static int add(struct replacements *all, struct secrets *s, size_t at, size_t size, bool uuid)
{
    struct secret secret = {.at = (uint32_t)at, .size = (uint8_t)size, .uuid = uuid};
    uint8_t swapped[UUID_SIZE];
    int err;

    if (is_known(s, s->bytes + at, size))
        return HWIDENT_OK;
    err = reserve(all, size, &secret.new);
    if (!err)
        err = secrets_add(s, &secret);
    if (err || !uuid)
        return err;
    memcpy(swapped, s->bytes + at, UUID_SIZE);
    hwident_uuid_swap(swapped);
    secret.swapped = true;
    return is_known(s, swapped, UUID_SIZE) ? HWIDENT_OK : secrets_add(s, &secret);
}

int replacements_text(struct replacements *all, size_t at, size_t size)
{
    return add(all, &all->texts, at, size, false);
}

int replacements_number(struct replacements *all, size_t at, size_t size, bool uuid)
{
    return add(all, &all->numbers, at, size, uuid);
}

int replacements_spot(struct replacements *all, size_t at, size_t size, bool is_text)
{
    struct spot spot = {.at = (uint32_t)at, .size = (uint32_t)size, .is_text = is_text};
    int err = reserve(all, size, &spot.new);

    if (err)
        return err;
    if (all->spot_count == all->spot_room) {
        size_t room = 2 * all->spot_room + 16;
        struct spot *spots = realloc(all->spots, room * sizeof *spots);

        if (!spots)
            return HWIDENT_E_MEMORY;
        all->spots = spots;
        all->spot_room = room;
    }
    all->spots[all->spot_count++] = spot;
    return HWIDENT_OK;
}

bool replacements_recur(const struct replacements *all, const uint8_t *text, size_t size)
{
    for (size_t at = 0; at < size; at++)
        if (secrets_find(&all->texts, text + at, size - at))
            return true;
    return false;
}

/* ---- the pass -------------------------------------------------------------------------------- */

struct pass {
    const struct replacements *all;
    const uint8_t *before;
    uint8_t *bytes;
    size_t size;
    uint8_t *headers, *done; /* a bit for each byte: in a header; replaced */
};

static bool has_bit(const uint8_t *bits, size_t n)
{
    return bits[n / 8] >> n % 8 & 1;
}

static void set_bit(uint8_t *bits, size_t n)
{
    bits[n / 8] |= (uint8_t)(1 << n % 8);
}

static void mark_headers(struct pass *p, const struct hwident_table *table)
{
    struct hwident_structure s = {0};
    int result;

    do {
        result = hwident_table_next(table, &s);
        for (size_t at = s.offset; at < s.offset + HEADER_SIZE && at < p->size; at++)
            if (result != 0)
                set_bit(p->headers, at);
    } while (result == 1);
}

/* Whether the bytes may be replaced: none of them belongs to a header. */
static bool may_go(const struct pass *p, size_t at, size_t size)
{
    for (size_t end = at + size; at < end; at++)
        if (has_bit(p->headers, at))
            return false;
    return true;
}

/* The first replacement of a byte counts. */
static void put(struct pass *p, size_t at, uint8_t new)
{
    if (has_bit(p->done, at) || has_bit(p->headers, at))
        return;
    p->bytes[at] = new;
    set_bit(p->done, at);
}

/* `new` in the case of the character that is there. */
static uint8_t in_case(uint8_t there, uint8_t new)
{
    if (isupper(there))
        return (uint8_t)toupper(new);
    return islower(there) ? (uint8_t)tolower(new) : new;
}

static void replace_text(struct pass *p, size_t at)
{
    const struct secret *s = secrets_find(&p->all->texts, p->before + at, p->size - at);

    if (s && may_go(p, at, s->size))
        for (size_t n = 0; n < s->size; n++)
            put(p, at + n, in_case(p->before[at + n], p->all->chosen[s->new + n]));
}

static uint8_t new_byte(const struct pass *p, const struct secret *s, size_t n)
{
    return p->all->chosen[s->new + secret_byte(s, n)];
}

static bool replace_bytes(struct pass *p, size_t at)
{
    const struct secret *s = secrets_find(&p->all->numbers, p->before + at, p->size - at);

    if (!s || !may_go(p, at, s->size))
        return false;
    for (size_t n = 0; n < s->size; n++)
        put(p, at + n, new_byte(p, s, n));
    return true;
}

static int digit_value(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Bytes written as two digits each, with at most one separator between two of them. */
struct digits {
    uint8_t bytes[SECRET_MAX];
    size_t at[SECRET_MAX]; /* of the first digit of each */
    size_t count;
};

static void read_digits(const struct pass *p, size_t at, size_t most, struct digits *d)
{
    for (d->count = 0; d->count < most; d->count++) {
        if (d->count > 0 && at < p->size && p->before[at] != '\0' && strchr("-: ", p->before[at]))
            at++;
        if (at + 1 >= p->size || digit_value(p->before[at]) < 0 ||
            digit_value(p->before[at + 1]) < 0)
            return;
        d->at[d->count] = at;
        d->bytes[d->count] =
            (uint8_t)(digit_value(p->before[at]) << 4 | digit_value(p->before[at + 1]));
        at += 2;
    }
}

static void replace_digits(struct pass *p, size_t at)
{
    struct digits d;
    const struct secret *s;

    read_digits(p, at, SECRET_MIN, &d);
    if (d.count < SECRET_MIN || !secrets_begins(&p->all->numbers, d.bytes))
        return;
    read_digits(p, at, SECRET_MAX, &d);
    s = secrets_find(&p->all->numbers, d.bytes, d.count);
    if (!s || !may_go(p, at, d.at[s->size - 1] + 2 - at))
        return;
    for (size_t n = 0; n < s->size; n++) {
        static const uint8_t digits[] = "0123456789abcdef";
        uint8_t new = new_byte(p, s, n);

        put(p, d.at[n], in_case(p->before[d.at[n]], digits[new >> 4]));
        put(p, d.at[n] + 1, in_case(p->before[d.at[n] + 1], digits[new & 0x0F]));
    }
}

static void replace_spot(struct pass *p, const struct spot *spot)
{
    for (size_t n = 0; n < spot->size; n++)
        put(p, spot->at + n, p->all->chosen[spot->new + n]);
}

static void replace_all(struct pass *p)
{
    for (size_t at = 0; at < p->size; at++) {
        replace_text(p, at);
        if (!replace_bytes(p, at))
            replace_digits(p, at);
    }
    for (size_t i = 0; i < p->all->spot_count; i++)
        replace_spot(p, &p->all->spots[i]);
}

int replacements_apply(const struct replacements *all, uint8_t *bytes,
                       const struct hwident_table *table)
{
    struct replacements with = *all; /* compares with the original bytes */
    uint8_t *before = malloc(table->size + 1);
    uint8_t *bits = calloc(2, table->size / 8 + 1);
    struct pass p = {.all = &with, .before = before, .bytes = bytes, .size = table->size};
    int err = before && bits ? HWIDENT_OK : HWIDENT_E_MEMORY;

    if (!err) {
        memcpy(before, bytes, p.size);
        with.texts.bytes = with.numbers.bytes = before;
        p.headers = bits;
        p.done = bits + p.size / 8 + 1;
        mark_headers(&p, table);
        replace_all(&p);
    }
    free(before);
    free(bits);
    return err;
}
