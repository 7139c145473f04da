/*
 * The inventory as text.
 * SPDX-License-Identifier: MIT
 */
#include "cli/inventory.h"

#include "cli/dialect.h"
#include "cli/report.h"

#include <stdio.h>

void inventory_origin(const struct source *source, const char *dump, enum dialect dialect)
{
    printf("# dmidecode %s\n", dialect_version(dialect));
    if (dump)
        printf("Reading SMBIOS/DMI data from file %s.\n", dump);
    else if (source->provenance == PROVENANCE_KERNEL)
        puts("Getting SMBIOS data from sysfs.");
    else
        printf("Reading SMBIOS/DMI data from folder %s.\n", source->path);
}

static void print_version(const struct source *source)
{
    char version[16];

    report_version(source, version);
    if (source->table.version == 0)
        puts("SMBIOS present.");
    else if (source->has_entry_point && source->entry_point.anchor == HWIDENT_ANCHOR_DMI)
        printf("Legacy DMI %s present.\n", version);
    else
        printf("SMBIOS %s present.\n", version);
}

void inventory_head(const struct source *source, bool all)
{
    const struct hwident_entry_point *ep = &source->entry_point;

    print_version(source);
    if (all && source->has_entry_point) {
        if (ep->anchor != HWIDENT_ANCHOR_SM3)
            printf("%u structures occupying %u bytes.\n", ep->structure_count, ep->table_length);
        if (source->provenance == PROVENANCE_KERNEL)
            printf("Table at 0x%08llX.\n", (unsigned long long)ep->table_address);
    }
    putchar('\n');
}

/* A structure that is cut: its head, as much of it as is whole, and the mark. */
static void print_cut(struct page *out, const struct source *source,
                      const struct hwident_structure *s, int err,
                      const struct text_options *options)
{
    if (!options->quiet)
        text_handle(out, s);
    if (err == HWIDENT_E_UNTERMINATED && !options->as_dmidecode)
        text_fields(out, &source->table, s, options);
    page_line(out, options->quiet ? "" : "\t<TRUNCATED>\n");
}

/* Whether a header is there, and what it says is more than the table holds. */
static bool is_cut(const struct hwident_structure *s, int err)
{
    return err == HWIDENT_E_UNTERMINATED || (err == HWIDENT_E_LENGTH && s->length >= 4);
}

int inventory_structures(const struct source *source, const struct selection *selection,
                         const struct text_options *options)
{
    struct hwident_structure s = {0};
    struct page out;
    int result;

    page_begin(&out, stdout);
    while ((result = hwident_table_next(&source->table, &s)) == 1) {
        if (selection_has(selection, &s))
            text_structure(&out, &source->table, &s, options);
        if (options->quiet && s.type == 127)
            break;
    }
    if (result < 0 && is_cut(&s, result) && selection_has(selection, &s))
        print_cut(&out, source, &s, result, options);
    page_flush(&out);
    return result < 0 ? result : HWIDENT_OK;
}

/* Where a cut structure ends for dmidecode: it looks for the two zeros and steps over them. */
static size_t cut_end(const struct hwident_structure *s, size_t size)
{
    size_t strings = s->offset + s->length;

    return (strings < size ? size - 1 : strings) + 2;
}

void inventory_complain(const struct source *source)
{
    const struct hwident_table *table = &source->table;
    struct hwident_structure s = {0};
    uint32_t structures = 0;
    size_t bytes = 0;
    int result;

    while ((result = hwident_table_next(table, &s)) == 1) {
        structures++;
        bytes += s.size;
    }
    if (result == HWIDENT_E_LENGTH && s.length < 4) {
        fprintf(stderr, "Invalid entry length (%u). DMI table is broken! Stop.\n\n", s.length);
        return;
    }
    if (result < 0 && is_cut(&s, result)) {
        structures++;
        bytes = cut_end(&s, table->size);
    }
    if (table->count != 0 && structures != table->count)
        fprintf(stderr, "Wrong DMI structures count: %u announced, only %u decoded.\n",
                table->count, structures);
    if (bytes > table->size || (!table->stops && bytes != table->size))
        fprintf(stderr,
                "Wrong DMI structures length: %zu bytes announced, structures occupy %zu bytes.\n",
                table->size, bytes);
}
