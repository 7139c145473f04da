/*
 * Redaction: the one pass over a table that replaces everything that was collected.
 * SPDX-License-Identifier: MIT
 */
#include "redact/replace.h"

#include "smbios/bytes.h"

#include <ctype.h>
#include <stdlib.h>

enum { HEADER_SIZE = 4 };

/* ---- collecting ------------------------------------------------------------------------------ */

void replacements_begin(struct replacements *all, const struct hwident_table *table, uint64_t base)
{
    *all = (struct replacements){0};
    secrets_begin(&all->texts, table->bytes, true, base);
    secrets_begin(&all->numbers, table->bytes, false, base);
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

int replacements_text(struct replacements *all, size_t at, size_t size)
{
    return secrets_add(&all->texts, &(struct secret){.at = (uint32_t)at, .size = (uint8_t)size});
}

int replacements_number(struct replacements *all, size_t at, size_t size, bool uuid)
{
    return secrets_add(&all->numbers,
                       &(struct secret){.at = (uint32_t)at, .size = (uint8_t)size, .uuid = uuid});
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

static int ready(struct replacements *all, struct secrets *s)
{
    int err = secrets_index(s);

    for (size_t i = 0; i < s->count && !err; i++)
        if (!s->all[i].again)
            err = reserve(all, s->all[i].size, &s->all[i].new);
    return err;
}

int replacements_ready(struct replacements *all)
{
    int err = ready(all, &all->texts);

    return err ? err : ready(all, &all->numbers);
}

bool replacements_recur(const struct replacements *all, struct window *text)
{
    for (; window_size(text) > 0; window_next(text))
        if (secrets_find(&all->texts, text).secret)
            return true;
    return false;
}

/* ---- the pass -------------------------------------------------------------------------------- */

struct pass {
    const struct replacements *all;
    const struct hwident_table *table;
    uint8_t *bytes;                     /* the table's */
    uint8_t *done;                      /* a bit for each: replaced, or in a header */
    size_t at, read;                    /* up to where it is examined, and read */
    size_t end;                         /* of the texts and bytes that were replaced so far */
    struct window texts, numbers;       /* from `at` on, the table as it was */
    struct hwident_structure structure; /* the last whose header has begun, or the next */
    int found;                          /* of looking for it; 0: there are no more */
};

static void set_done(struct pass *p, size_t n)
{
    p->done[n / 8] |= (uint8_t)(1 << n % 8);
}

/* The first replacement of a byte counts. */
static void put(struct pass *p, size_t at, uint8_t new)
{
    if (p->done[at / 8] >> at % 8 & 1)
        return;
    p->bytes[at] = new;
    set_done(p, at);
}

/* `new` in the case of the character that is there. */
static uint8_t in_case(uint8_t there, uint8_t new)
{
    if (isupper(there))
        return (uint8_t)toupper(new);
    return islower(there) ? (uint8_t)tolower(new) : new;
}

/* Whether `at` is in a header. */
static bool in_header(struct pass *p)
{
    if (p->found != 0 && p->at == p->structure.offset + HEADER_SIZE)
        p->found = p->found == 1 ? hwident_table_next(p->table, &p->structure) : 0;
    return p->found != 0 && p->at >= p->structure.offset;
}

/* Whether the bytes from `at` on may be replaced: none of them belongs to a header. */
static bool may_go(const struct pass *p, size_t size)
{
    return p->found == 0 || p->at + size <= p->structure.offset;
}

/* The number of the first byte from `at` on that no text and no bytes before have replaced. */
static size_t first_left(const struct pass *p)
{
    return p->end > p->at ? p->end - p->at : 0;
}

static void ends(struct pass *p, size_t size)
{
    if (p->at + size > p->end)
        p->end = p->at + size;
}

static void replace_text(struct pass *p)
{
    const struct secret *s = secrets_find(&p->all->texts, &p->texts).secret;

    if (!s || !may_go(p, s->size))
        return;
    for (size_t n = first_left(p); n < s->size; n++)
        put(p, p->at + n, in_case(p->bytes[p->at + n], p->all->chosen[s->new + n]));
    ends(p, s->size);
}

static uint8_t new_byte(const struct pass *p, struct found found, size_t n)
{
    return p->all->chosen[found.secret->new + secret_byte(found, n)];
}

static bool replace_bytes(struct pass *p)
{
    struct found found = secrets_find(&p->all->numbers, &p->numbers);

    if (!found.secret || !may_go(p, found.secret->size))
        return false;
    for (size_t n = first_left(p); n < found.secret->size; n++)
        put(p, p->at + n, new_byte(p, found, n));
    ends(p, found.secret->size);
    return true;
}

/* Bytes written as two digits each, with at most one separator between two of them. */
struct digits {
    struct window bytes;
    size_t at[SECRET_MAX]; /* of the first digit of each, from the place on */
};

/* The byte that two digits write; -1: none. */
static int byte_value(const uint8_t digits[2])
{
    int high = byte_hex_value(digits[0]), low = byte_hex_value(digits[1]);

    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool is_separator(uint8_t c)
{
    return c == '-' || c == ':' || c == ' ';
}

/* Reads on until there are `most` bytes, or as many as are written here. */
static void read_digits(const struct window *text, size_t most, struct digits *d)
{
    const uint8_t *c = window_bytes(text);
    size_t count = window_size(&d->bytes), at = count > 0 ? d->at[count - 1] + 2 : 0;

    for (; count < most; count++, at += 2) {
        int byte;

        if (count > 0 && at < window_size(text) && is_separator(c[at]))
            at++;
        byte = at + 1 < window_size(text) ? byte_value(c + at) : -1;
        if (byte < 0)
            return;
        d->at[count] = at;
        window_add(&d->bytes, (uint8_t)byte);
    }
}

static void replace_digits(struct pass *p)
{
    const struct secrets *numbers = &p->all->numbers;
    struct digits d;
    struct found found;

    window_begin(&d.bytes, &numbers->powers, false);
    read_digits(&p->numbers, SECRET_MIN, &d);
    if (!secrets_start(numbers, &d.bytes))
        return;
    read_digits(&p->numbers, numbers->lengths[numbers->longest], &d);
    found = secrets_find(numbers, &d.bytes);
    if (!found.secret || !may_go(p, d.at[found.secret->size - 1] + 2))
        return;
    for (size_t n = 0; n < found.secret->size; n++) {
        static const uint8_t digits[] = "0123456789abcdef";
        uint8_t new = new_byte(p, found, n);
        size_t at = p->at + d.at[n];

        put(p, at, in_case(p->bytes[at], digits[new >> 4]));
        put(p, at + 1, in_case(p->bytes[at + 1], digits[new & 0x0F]));
    }
}

static void replace_spot(struct pass *p, const struct spot *spot)
{
    for (size_t n = 0; n < spot->size; n++)
        put(p, spot->at + n, p->all->chosen[spot->new + n]);
}

static void read_ahead(struct pass *p)
{
    for (; p->read < p->table->size && p->read < p->at + WINDOW_AHEAD; p->read++) {
        window_add(&p->texts, p->bytes[p->read]);
        window_add(&p->numbers, p->bytes[p->read]);
    }
}

static void replace_all(struct pass *p)
{
    for (; p->at < p->table->size; p->at++) {
        read_ahead(p);
        if (in_header(p)) {
            set_done(p, p->at);
        } else {
            replace_text(p);
            if (!replace_bytes(p))
                replace_digits(p);
        }
        window_next(&p->texts);
        window_next(&p->numbers);
    }
    for (size_t i = 0; i < p->all->spot_count; i++)
        replace_spot(p, &p->all->spots[i]);
}

int replacements_apply(const struct replacements *all, uint8_t *bytes,
                       const struct hwident_table *table)
{
    uint8_t *done = calloc(1, table->size / 8 + 1);
    struct pass p = {.all = all, .table = table, .done = done};

    if (!done)
        return HWIDENT_E_MEMORY;
    p.bytes = bytes;
    window_begin(&p.texts, &all->texts.powers, true);
    window_begin(&p.numbers, &all->numbers.powers, false);
    p.found = hwident_table_next(table, &p.structure);
    replace_all(&p);
    free(done);
    return HWIDENT_OK;
}
