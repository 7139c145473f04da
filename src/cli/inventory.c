/*
 * The inventory as text.
 * SPDX-License-Identifier: MIT
 */
#include "cli/inventory.h"

#include "cli/dialect.h"
#include "cli/report.h"

#include <stdio.h>

void inventory_origin(struct page *out, const struct source *source, const char *dump,
                      enum dialect dialect)
{
    page_add(out, "# dmidecode ");
    page_line(out, dialect_version(dialect));
    if (!dump && source->provenance == PROVENANCE_KERNEL) {
        page_line(out, "Getting SMBIOS data from sysfs.");
        return;
    }
    page_add(out, "Reading SMBIOS/DMI data from ");
    page_add(out, dump ? "file " : "folder ");
    page_add(out, dump ? dump : source->path);
    page_line(out, ".");
}

static void print_version(struct page *out, const struct source *source)
{
    char version[16];

    report_version(source, version);
    if (source->table.version == 0) {
        page_line(out, "SMBIOS present.");
        return;
    }
    if (source->has_entry_point && source->entry_point.anchor == HWIDENT_ANCHOR_DMI)
        page_add(out, "Legacy DMI ");
    else
        page_add(out, "SMBIOS ");
    page_add(out, version);
    page_line(out, " present.");
}

static void print_extent(struct page *out, const struct hwident_entry_point *ep)
{
    struct line line = {0};

    line_number(&line, ep->structure_count);
    line_add(&line, " structures occupying ");
    line_number(&line, ep->table_length);
    line_add(&line, " bytes.");
    page_line(out, line.text);
}

static void print_address(struct page *out, const struct hwident_entry_point *ep)
{
    struct line line = {0};

    line_add(&line, "Table at ");
    line_hex(&line, ep->table_address, 8);
    line_add(&line, ".");
    page_line(out, line.text);
}

void inventory_head(struct page *out, const struct source *source, bool all)
{
    print_version(out, source);
    if (all && source->has_entry_point) {
        if (source->entry_point.anchor != HWIDENT_ANCHOR_SM3)
            print_extent(out, &source->entry_point);
        if (source->provenance == PROVENANCE_KERNEL)
            print_address(out, &source->entry_point);
    }
    page_char(out, '\n');
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

int inventory_structures(struct page *out, const struct source *source,
                         const struct selection *selection, const struct text_options *options)
{
    struct hwident_structure s = {0};
    int result;

    while ((result = hwident_table_next(&source->table, &s)) == 1) {
        if (selection_has(selection, &s))
            text_structure(out, &source->table, &s, options);
        if (options->quiet && s.type == 127)
            break;
    }
    if (result < 0 && is_cut(&s, result) && selection_has(selection, &s))
        print_cut(out, source, &s, result, options);
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
