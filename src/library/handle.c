/*
 * The opaque handle: what is known about the tables that it read. SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include "host/product_uuid.h"
#include "smbios/line.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

const char *hwident_version(void)
{
    return HWIDENT_VERSION;
}

hwident *handle_new(void)
{
    hwident *h = malloc(sizeof *h);

    if (!h)
        return NULL;
    memset(h, 0, offsetof(hwident, last));
    diagnosis_begin(&h->last);
    diagnosis_begin(&h->product);
    h->product.error = 1;
    source_begin(&h->source);
    h->why[0] = '\0';
    return h;
}

void hwident_close(hwident *h)
{
    if (!h)
        return;
    source_close(&h->source);
    free(h->value);
    free(h->json.bytes);
    free(h);
}

int handle_opened(hwident *h)
{
    int err = h->source.trouble.error;

    h->needed = 0;
    if (err)
        h->last = h->source.trouble;
    return err;
}

/* Any string of the table is shorter than the table, and any other value fits a line. */
char *handle_room(hwident *h, size_t *size)
{
    *size = h->source.table.size + sizeof(struct line);
    if (!h->value)
        h->value = malloc(*size);
    return h->value;
}

static bool has_tables(const hwident *h)
{
    return h && h->source.provenance != HWIDENT_PROVENANCE_NONE;
}

const struct hwident_table *hwident_table(const hwident *h)
{
    return has_tables(h) && !h->source.trouble.error ? &h->source.table : NULL;
}

const struct hwident_entry_point *hwident_entry_point(const hwident *h)
{
    return hwident_table(h) && h->source.has_entry_point ? &h->source.entry_point : NULL;
}

unsigned hwident_rules(const hwident *h)
{
    return h ? h->rules : 0;
}

enum hwident_provenance hwident_provenance(const hwident *h)
{
    return h ? h->source.provenance : HWIDENT_PROVENANCE_NONE;
}

const char *hwident_source(const hwident *h)
{
    return has_tables(h) ? h->source.path : "";
}

uint32_t hwident_smbios_version(const hwident *h)
{
    return h ? h->source.table.version : 0;
}

const char *hwident_smbios_version_from(const hwident *h)
{
    static const char *const names[] = {
        [VERSION_UNKNOWN] = "unknown",
        [VERSION_ENTRY_POINT] = "entry_point",
        [VERSION_EVIDENCE] = "evidence",
        [VERSION_ASSUMED] = "assumed",
    };

    return names[h ? h->source.version_from : VERSION_UNKNOWN];
}

const char *hwident_note(const hwident *h, size_t n)
{
    return h && n < h->source.notes ? h->source.note[n] : NULL;
}

/* The kernel's file is read only once. */
int hwident_check(hwident *h)
{
    int err;

    if (!h)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    if (h->product.error > 0)
        h->product.error = product_uuid_check(&h->source, &h->product);
    if (h->product.error)
        h->last = h->product;
    return h->product.error;
}
