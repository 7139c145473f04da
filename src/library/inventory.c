/*
 * The inventory as text.
 * SPDX-License-Identifier: MIT
 */
#include "library/inventory.h"

#include "library/version.h"
#include "library/visible.h"

#include <stdio.h>

void inventory_program(struct page *out, const char *version)
{
    page_add(out, "# dmidecode ");
    page_line(out, version);
}

void inventory_origin(struct page *out, const hwident *h, const char *dump, const char *version)
{
    inventory_program(out, version);
    if (!dump && hwident_provenance(h) == HWIDENT_PROVENANCE_KERNEL) {
        page_line(out, "Getting SMBIOS data from sysfs.");
        return;
    }
    page_add(out, "Reading SMBIOS/DMI data from ");
    page_add(out, dump ? "file " : "folder ");
    page_visible(out, dump ? dump : hwident_source(h));
    page_line(out, ".");
}

static void print_version(struct page *out, const hwident *h)
{
    const struct hwident_entry_point *ep = hwident_entry_point(h);
    char version[VERSION_SIZE];

    version_text(h, version);
    if (hwident_smbios_version(h) == 0) {
        page_line(out, "SMBIOS present.");
        return;
    }
    if (ep && ep->anchor == HWIDENT_ANCHOR_DMI)
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

void inventory_head(struct page *out, const hwident *h, bool all)
{
    const struct hwident_entry_point *ep = hwident_entry_point(h);

    print_version(out, h);
    if (all && ep) {
        if (ep->anchor != HWIDENT_ANCHOR_SM3)
            print_extent(out, ep);
        if (hwident_provenance(h) == HWIDENT_PROVENANCE_KERNEL)
            print_address(out, ep);
    }
    page_char(out, '\n');
}

/* Prints a cut structure: its head, the part that is intact, and the mark. */
static void print_cut(struct page *out, const struct hwident_table *table,
                      const struct hwident_structure *s, int err,
                      const struct text_options *options)
{
    if (!options->quiet || options->raw)
        text_handle(out, s);
    if (err == HWIDENT_E_UNTERMINATED && !options->as_dmidecode)
        text_fields(out, table, s, options);
    page_line(out, options->quiet ? "" : "\t<TRUNCATED>\n");
}

/* Whether there is a whole header, and the structure goes beyond the end of the table. */
static bool is_cut(const struct hwident_structure *s, int err)
{
    return err == HWIDENT_E_UNTERMINATED || (err == HWIDENT_E_LENGTH && s->length >= 4);
}

int inventory_structures(struct page *out, const hwident *h, const struct selection *selection,
                         const struct text_options *options)
{
    const struct hwident_table *table = hwident_table(h);
    struct hwident_structure s = HWIDENT_START;
    int result;

    while ((result = hwident_table_next(table, &s)) == 1) {
        if (selection_has(selection, &s))
            text_structure(out, table, &s, options);
        if (options->quiet && s.type == 127)
            break;
    }
    if (result < 0 && is_cut(&s, result)) {
        if (selection_has(selection, &s))
            print_cut(out, table, &s, result, options);
        else if (options->as_dmidecode)
            page_line(out, "");
    }
    return result < 0 ? result : HWIDENT_OK;
}

/* Where a cut structure ends for dmidecode, which searches for two zeros and steps over them. */
static size_t cut_end(const struct hwident_structure *s, size_t size)
{
    size_t strings = s->offset + s->length;

    return (strings < size ? size - 1 : strings) + 2;
}

void inventory_complain(const hwident *h)
{
    const struct hwident_table *table = hwident_table(h);
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
