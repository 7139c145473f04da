/*
 * Opening: checks what was asked for and finds such tables. SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include "library/sized.h"
#include "redact/redact.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/types.h>

enum {
    ALL_FLAGS = HWIDENT_KERNEL_ONLY | HWIDENT_TRUSTED | HWIDENT_STRICT |
                HWIDENT_IGNORE_PRODUCT_UUID | HWIDENT_REDACT
};

static int read_options(const struct hwident_options *given, struct hwident_options *o)
{
    int err = sized_take(given, o, sizeof *o);

    if (err)
        return err;
    if ((o->tables && o->dump) || (o->flags & ~(uint32_t)ALL_FLAGS) != 0 ||
        o->uuid_order > HWIDENT_UUID_BE)
        return HWIDENT_E_USAGE;
    return o->rules > HWIDENT_RULES ? HWIDENT_E_RULES : HWIDENT_OK;
}

/* Tables that can't be redacted must not be shown at all. */
static int not_redacted(hwident *h, int err, const char *cause, const char *remedy)
{
    (void)source_trouble(&h->source, err, h->source.path, cause, remedy);
    source_forget(&h->source);
    return err;
}

/* The comparison with the kernel's UUID comes first: afterwards only replacements are left. */
static int redact(hwident *h)
{
    uint8_t key[REDACT_KEY_SIZE];
    char cause[120];
    int err;

    (void)hwident_check(h);
    if (getrandom(key, sizeof key, 0) != (ssize_t)sizeof key) {
        (void)snprintf(cause, sizeof cause, "no random numbers to redact with: %s",
                       strerror(errno));
        return not_redacted(h, HWIDENT_E_IO, cause, "run it on a kernel that has getrandom");
    }
    err = redact_table(h->source.bytes, &h->source.table, key);
    explicit_bzero(key, sizeof key); /* with the key the original values could be restored */
    if (err)
        return not_redacted(h, HWIDENT_E_MEMORY, "out of memory", "give it more memory");
    return HWIDENT_OK;
}

static int open_source(hwident *h, const struct hwident_options *o)
{
    const struct source_options options = {
        .tables = o->tables,
        .dump = o->dump,
        .assume_version = o->assumed_version,
        .kernel_only = (o->flags & HWIDENT_KERNEL_ONLY) != 0,
        .trusted = (o->flags & HWIDENT_TRUSTED) != 0,
        .ignore_product_uuid = (o->flags & HWIDENT_IGNORE_PRODUCT_UUID) != 0,
    };
    int err = source_open(&options, &h->source);

    return !err && o->flags & HWIDENT_REDACT ? redact(h) : err;
}

int hwident_open_with(const struct hwident_options *options, hwident **h)
{
    struct hwident_options o;
    int err;

    if (!h)
        return HWIDENT_E_USAGE;
    *h = handle_new();
    if (!*h)
        return HWIDENT_E_MEMORY;
    err = read_options(options, &o);
    if (err) {
        (void)source_trouble(&(*h)->source, err, "options", hwident_error_text(err),
                             "see struct hwident_options in hwident.h");
    } else {
        (*h)->order = (enum hwident_uuid_order)o.uuid_order;
        (*h)->rules = o.rules ? o.rules : HWIDENT_RULES;
        (*h)->strict = (o.flags & HWIDENT_STRICT) != 0;
        err = open_source(*h, &o);
    }
    if (err)
        (*h)->last = (*h)->source.trouble;
    return err;
}

int hwident_open(const char *tables, hwident **h)
{
    return hwident_open_with(
        &(struct hwident_options){.size = sizeof(struct hwident_options), .tables = tables}, h);
}

int hwident_open_dump(const char *file, hwident **h)
{
    return hwident_open_with(
        &(struct hwident_options){.size = sizeof(struct hwident_options), .dump = file}, h);
}
