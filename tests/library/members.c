/*
 * Prints what the library fills into each public structure, member by member, and what it takes
 * from those that it is given. The argument is a folder of tables.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>

#include <stdio.h>

static int field(void *context, const struct hwident_field *f)
{
    (void)context;
    printf("%u %u %s %s %s %s %d %zu %llx %u %d\n", f->kind, f->depth, f->key ? f->key : "-",
           f->label ? f->label : "-", f->text, f->name ? f->name : "-", f->bytes != NULL,
           f->bytes_size, (unsigned long long)f->number, f->width, f->absent);
    return 0;
}

static void print_tables(hwident *h)
{
    const struct hwident_table *table = hwident_table(h);
    const struct hwident_entry_point *ep = hwident_entry_point(h);
    struct hwident_walk walk;

    printf("%d %x %x %u %llx %u %u %u\n", ep->anchor, ep->version, ep->version_stated,
           ep->table_length, (unsigned long long)ep->table_address, ep->structure_count,
           ep->structure_max, ep->length);
    printf("%02x %zu %u %x %d\n", table->bytes[0], table->size, table->count, table->version,
           table->stops);
    hwident_table_walk(table, &walk);
    printf("%u %zu %zu %d %d %d\n", walk.structures, walk.bytes, walk.offset, walk.error,
           walk.count_wrong, walk.length_wrong);
    HWIDENT_FOR_EACH(table, s)
    {
        printf("%02x %zu %zu %u %x %u %u\n", s.bytes[0], s.offset, s.size, s.index, s.handle,
               s.type, s.length);
        hwident_fields(h, &s, field, NULL);
    }
}

static void print_identity(hwident *h)
{
    const struct hwident_component *c;
    const struct hwident_virtual *v;

    if (hwident_component(h, 'u', &c) == 0)
        printf("%c %d %s %s %02x %zu %02x\n", c->profile, c->grade, c->rule,
               c->note ? c->note : "-", c->value ? c->value[0] : 0, c->size, c->uuid[15]);
    if (hwident_virtual(h, &v) == 0)
        printf("%d %d %s %s\n", v->is_virtual, v->stated, v->name ? v->name : "-",
               v->evidence ? v->evidence : "-");
}

int main(int argc, char **argv)
{
    const uint8_t types[] = {1, 17};
    struct hwident_options options = {.size = sizeof options, .tables = argv[argc - 1]};
    struct hwident_request request = {.size = sizeof request, .types = types, .type_count = 2};
    const char *json;
    hwident *h;
    int err = hwident_open_with(&options, &h);

    if (err == 0) {
        print_tables(h);
        print_identity(h);
        err = hwident_json(h, "show", &request, &json, NULL);
        printf("%d %s", err, json ? json : "-\n");
    }
    hwident_close(h);
    return hwident_error_exit(err);
}
