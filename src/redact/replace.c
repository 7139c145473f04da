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

int replacements_text(struct replacements *all, size_t at, size_t size, bool plain)
{
    const struct secret secret = {.at = (uint32_t)at, .size = (uint8_t)size, .plain = plain};

    return secrets_add(&all->texts, &secret);
}

int replacements_number(struct replacements *all, size_t at, size_t size, bool uuid, bool plain)
{
    const struct secret secret = {
        .at = (uint32_t)at, .size = (uint8_t)size, .uuid = uuid, .plain = plain};

    return secrets_add(&all->numbers, &secret);
}

int replacements_spot(struct replacements *all, size_t at, size_t size, bool is_text, bool plain)
{
    if (all->spot_count == all->spot_room) {
        size_t room = 2 * all->spot_room + 16;
        struct spot *spots = realloc(all->spots, room * sizeof *spots);

        if (!spots)
            return HWIDENT_E_MEMORY;
        all->spots = spots;
        all->spot_room = room;
    }
    all->spots[all->spot_count++] = (struct spot){
        .at = (uint32_t)at, .size = (uint8_t)size, .is_text = is_text, .plain = plain};
    return HWIDENT_OK;
}

int replacements_ready(struct replacements *all)
{
    int err = secrets_index(&all->texts, &all->chosen_count);

    if (!err)
        err = secrets_index(&all->numbers, &all->chosen_count);
    if (err)
        return err;
    all->spots_chosen = all->chosen_count;
    for (size_t i = 0; i < all->spot_count; i++)
        all->chosen_count += all->spots[i].size;
    all->chosen = malloc(all->chosen_count + 1); /* never of no bytes */
    return all->chosen ? HWIDENT_OK : HWIDENT_E_MEMORY;
}

bool replacements_recur(const struct replacements *all, struct window *text)
{
    for (; window_size(text) >= SECRET_MIN; window_skip(text, 1))
        if (secrets_start(&all->texts, window_bytes(text)) &&
            secrets_find(&all->texts, text).secret)
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
    size_t next_text, next_number;      /* of the secrets: at this place or behind */
    size_t zero;                        /* where the text at this place ends */
    struct hwident_structure structure; /* whose header is the next */
    size_t header;                      /* where that is; at the table's end if there is none */
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

/* Whether the bytes from `at` on may be replaced: none of them belongs to a header. */
static bool may_go(const struct pass *p, size_t size)
{
    return p->at + size <= p->header;
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

/*
 * The longest secret at this place. Most secrets are met where they were found, and need no search
 * if none is longer.
 */
static struct found find_here(const struct secrets *s, struct window *w, size_t at, size_t *next)
{
    while (*next < s->count && s->all[*next].at < at)
        ++*next;
    if (*next < s->count && s->all[*next].at == at && !s->all[*next].again &&
        s->all[*next].size == s->lengths[s->longest])
        return (struct found){.secret = &s->all[*next]};
    return secrets_find(s, w);
}

/* Whether a text at this place can go beyond what was replaced. A zero byte is not replaced. */
static bool text_is_left(struct pass *p)
{
    if (p->zero < p->at)
        p->zero = bytes_zero(p->bytes, p->table->size, p->at);
    return secrets_between(&p->all->texts, first_left(p), p->zero - p->at);
}

static void replace_text(struct pass *p)
{
    const struct secret *s;

    if (!text_is_left(p))
        return;
    s = find_here(&p->all->texts, &p->texts, p->at, &p->next_text).secret;
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
    struct found found = find_here(&p->all->numbers, &p->numbers, p->at, &p->next_number);

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
        window_add(&d->bytes, &(uint8_t){(uint8_t)byte}, 1);
    }
}

static void replace_digits(struct pass *p)
{
    const struct secrets *numbers = &p->all->numbers;
    struct digits d;
    struct found found;

    window_begin(&d.bytes, &numbers->powers, false);
    read_digits(&p->numbers, SECRET_MIN, &d);
    if (window_size(&d.bytes) < SECRET_MIN || !secrets_start(numbers, window_bytes(&d.bytes)))
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

static void replace_spots(struct pass *p)
{
    const uint8_t *new = p->all->chosen + p->all->spots_chosen;

    for (size_t i = 0; i < p->all->spot_count; new += p->all->spots[i++].size)
        for (size_t n = 0; n < p->all->spots[i].size; n++)
            put(p, p->all->spots[i].at + n, new[n]);
}

/* Reads as much as there is room for. */
static void read_on(struct pass *p)
{
    size_t size = p->table->size - p->read, room = window_room(&p->texts);

    size = size < room ? size : room;
    window_add(&p->texts, p->bytes + p->read, size);
    window_add(&p->numbers, p->bytes + p->read, size);
    p->read += size;
}

/* Reads only when too little is left to see a whole secret. */
static inline void read_ahead(struct pass *p)
{
    if (window_size(&p->texts) < WINDOW_AHEAD && p->read < p->table->size)
        read_on(p);
}

static void go_on(struct pass *p, size_t size)
{
    window_skip(&p->texts, size);
    window_skip(&p->numbers, size);
    p->at += size;
}

/* Finds the next structure's header. `found`: of looking for the last. */
static int find_header(struct pass *p, int found)
{
    if (found == 1)
        found = hwident_table_next(p->table, &p->structure);
    else
        found = 0;
    p->header = found != 0 ? p->structure.offset : p->table->size;
    return found;
}

static void skip_header(struct pass *p)
{
    size_t left = p->table->size - p->at, size = left < HEADER_SIZE ? left : HEADER_SIZE;

    read_ahead(p);
    for (size_t n = 0; n < size; n++)
        set_done(p, p->at + n);
    go_on(p, size);
}

/* Whether the two characters are digits that a number begins with. */
static inline bool may_be_digits(const struct secrets *numbers, const uint8_t *c)
{
    int byte = byte_hex_value(c[0]) < 0 ? -1 : byte_value(c);

    return byte >= 0 && numbers->first[byte];
}

/* How many of the next `most` places can be passed since nothing begins there. */
static size_t barren(const struct pass *p, size_t most)
{
    const struct secrets *texts = &p->all->texts, *numbers = &p->all->numbers;
    const uint8_t *folded = window_bytes(&p->texts), *bytes = window_bytes(&p->numbers);
    size_t n = 0;

    while (n < most && !secrets_start(texts, folded + n) && !secrets_start(numbers, bytes + n) &&
           !may_be_digits(numbers, bytes + n))
        n++;
    return n;
}

/* Replaces what begins at this place. */
static void replace_here(struct pass *p)
{
    const struct secrets *texts = &p->all->texts, *numbers = &p->all->numbers;
    const uint8_t *folded = window_bytes(&p->texts), *bytes = window_bytes(&p->numbers);
    bool replaced = false;

    if (secrets_start(texts, folded))
        replace_text(p);
    if (secrets_start(numbers, bytes))
        replaced = replace_bytes(p);
    if (!replaced && may_be_digits(numbers, bytes))
        replace_digits(p);
}

/* Replaces what begins before the next header. Nothing begins in a table's last bytes. */
static void replace_part(struct pass *p)
{
    while (p->at < p->header) {
        size_t left = p->header - p->at, most, passed;

        read_ahead(p);
        most = window_size(&p->texts) < SECRET_MIN ? 0 : window_size(&p->texts) - SECRET_MIN + 1;
        most = most < left ? most : left;
        passed = most > 0 ? barren(p, most) : left;
        go_on(p, passed);
        if (passed < most) {
            read_ahead(p);
            replace_here(p);
            go_on(p, 1);
        }
    }
}

static void replace_all(struct pass *p)
{
    int found = find_header(p, 1);

    while (p->at < p->table->size) {
        replace_part(p);
        skip_header(p);
        found = find_header(p, found);
    }
    replace_spots(p);
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
    replace_all(&p);
    free(done);
    return HWIDENT_OK;
}
