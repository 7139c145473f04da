/*
 * The command line of dmidecode: its options, its messages, its exit codes.
 * SPDX-License-Identifier: MIT
 */
#include "cli/dmidecode.h"

#include "cli/dialect.h"
#include "cli/getopt_message.h"
#include "cli/message.h"
#include "library/inventory.h"
#include "library/keys.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { EXIT_NO_TABLES = 1, EXIT_USAGE = 2, OEM_STRINGS = 11, OEM_STRING_COUNT = 0x04 };

enum long_option {
    OPTION_DUMP_BIN = 0x100,
    OPTION_FROM_DUMP,
    OPTION_NO_SYSFS,
    OPTION_NO_QUIRKS,
    OPTION_OEM_STRING,
    OPTION_LIST_STRINGS,
    OPTION_LIST_TYPES,
};

static const char shorts[] = "d:hqs:t:uH:V";

static const struct option longs[] = {
    {"dev-mem", required_argument, NULL, 'd'},
    {"help", no_argument, NULL, 'h'},
    {"quiet", no_argument, NULL, 'q'},
    {"string", required_argument, NULL, 's'},
    {"type", required_argument, NULL, 't'},
    {"handle", required_argument, NULL, 'H'},
    {"dump", no_argument, NULL, 'u'},
    {"dump-bin", required_argument, NULL, OPTION_DUMP_BIN},
    {"from-dump", required_argument, NULL, OPTION_FROM_DUMP},
    {"no-quirks", no_argument, NULL, OPTION_NO_QUIRKS},
    {"no-sysfs", no_argument, NULL, OPTION_NO_SYSFS},
    {"oem-string", required_argument, NULL, OPTION_OEM_STRING},
    {"list-strings", no_argument, NULL, OPTION_LIST_STRINGS},
    {"list-types", no_argument, NULL, OPTION_LIST_TYPES},
    {"version", no_argument, NULL, 'V'},
    {0},
};

struct request {
    const char *dump; /* --from-dump */
    struct selection selection;
    struct text_options text;
    const char *keyword; /* -s */
    const char *dump_bin;
    const char *memory;                   /* the option that asks for memory */
    bool oem_strings;                     /* --oem-string */
    unsigned long oem_string;             /* its number; 0: print how many there are */
    int (*instead)(enum dialect dialect); /* prints something other than tables */
};

bool dmidecode_is_name(const char *argv0)
{
    const char *slash = argv0 ? strrchr(argv0, '/') : NULL;

    return argv0 && strcmp(slash ? slash + 1 : argv0, "dmidecode") == 0;
}

/* ---- Lists ------------------------------------------------------------------------------------ */

static void list(FILE *out, const char *(*name)(size_t n), const char *before)
{
    for (size_t i = 0; name(i); i++)
        fprintf(out, "%s%s\n", before, name(i));
}

static int print_strings(enum dialect dialect)
{
    (void)dialect;
    list(stdout, hwident_keyword, "");
    return 0;
}

static int print_types(enum dialect dialect)
{
    (void)dialect;
    list(stdout, selection_keyword, "");
    return 0;
}

static int print_version(enum dialect dialect)
{
    puts(dialect_version(dialect));
    return 0;
}

static int print_help(enum dialect dialect)
{
    (void)dialect;
    puts("Usage: dmidecode [options]\n\n"
         "hwident in the place of dmidecode 3.7. It reads what the kernel shows, never memory.\n\n"
         "  -s, --string KEYWORD    one value (--list-strings)\n"
         "  -t, --type TYPE         these types: numbers with commas, or a word (--list-types)\n"
         "  -H, --handle HANDLE     the structure with this handle\n"
         "      --oem-string N      OEM string number N, or how many there are: count\n"
         "  -q, --quiet             only the fields, without handles and unknown types\n"
         "  -u, --dump              bytes and strings, undecoded\n"
         "      --from-dump FILE    read a dump\n"
         "      --dump-bin FILE     write a dump\n"
         "      --no-quirks         everything as it is stored: nothing mended or left out\n"
         "      --list-strings      the keywords of -s\n"
         "      --list-types        the words of -t\n"
         "  -h, --help              this\n"
         "  -V, --version           the version of dmidecode whose output this is");
    return 0;
}

/* Prints what is wrong with an option's word, and then the words that it takes. */
static bool list_words(const char *what, const char *(*word)(size_t n))
{
    fprintf(stderr, "Valid %s keywords are:\n", what);
    list(stderr, word, "  ");
    return false;
}

/*
 * ---- Options: a setter prints a message and returns false ---------------------------------------
 */

static bool set_string(struct request *r, const char *text)
{
    if (r->keyword || r->oem_strings) {
        fputs("Only one string can be specified\n", stderr);
        return false;
    }
    for (size_t i = 0; hwident_keyword(i); i++)
        if (strcasecmp(text, hwident_keyword(i)) == 0)
            r->keyword = hwident_keyword(i);
    if (r->keyword)
        return true;
    fprintf(stderr, "Invalid string keyword: %s\n", text);
    return list_words("string", hwident_keyword);
}

static bool set_oem_string(struct request *r, const char *text)
{
    char *end;

    if (r->keyword || r->oem_strings) {
        fputs("Only one string can be specified\n", stderr);
        return false;
    }
    r->oem_strings = true;
    if (strcmp(text, "count") == 0)
        return true;
    r->oem_string = strtoul(text, &end, 10);
    if (*end == '\0' && r->oem_string > 0 && r->oem_string <= UINT8_MAX)
        return true;
    fprintf(stderr, "Invalid OEM string number: %s\n", text);
    return false;
}

static bool set_type(struct request *r, const char *text)
{
    unsigned long bad = 0;

    switch (selection_add(&r->selection, &text, false, &bad)) {
    case SELECTION_OK:
        return true;
    case SELECTION_NUMBER:
        fprintf(stderr, "Invalid type number: %lu\n", bad);
        return false;
    case SELECTION_KEYWORD:
        break;
    }
    fprintf(stderr, "Invalid type keyword: %s\n", text);
    return list_words("type", selection_keyword);
}

static bool set_handle(struct request *r, const char *text)
{
    if (selection_set_handle(&r->selection, text))
        return true;
    fprintf(stderr, "Invalid handle number: %s\n", text);
    return false;
}

/* Prints what else there is to say if an option's value is missing. */
static bool refuse_no_value(int option)
{
    if (option == 's') {
        fputs("String keyword expected\n", stderr);
        return list_words("string", hwident_keyword);
    }
    if (option == 't') {
        fputs("Type number or keyword expected\n", stderr);
        return list_words("type", selection_keyword);
    }
    return false;
}

static bool set_option(struct request *r, int option)
{
    switch (option) {
    case 'd':
        r->memory = "--dev-mem";
        return true;
    case OPTION_NO_SYSFS:
        r->memory = "--no-sysfs";
        return true;
    case 's':
        return set_string(r, optarg);
    case 't':
        return set_type(r, optarg);
    case 'H':
        return set_handle(r, optarg);
    case OPTION_OEM_STRING:
        return set_oem_string(r, optarg);
    case 'q':
        r->text.quiet = true;
        return true;
    case 'u':
        r->text.raw = true;
        return true;
    case OPTION_DUMP_BIN:
        r->dump_bin = optarg;
        return true;
    case OPTION_FROM_DUMP:
        r->dump = optarg;
        return true;
    case OPTION_NO_QUIRKS:
        r->text.as_stored = true;
        return true;
    case OPTION_LIST_STRINGS:
        r->instead = print_strings;
        return true;
    case OPTION_LIST_TYPES:
        r->instead = print_types;
        return true;
    case 'V':
        if (r->instead != print_help)
            r->instead = print_version;
        return true;
    case 'h':
        r->instead = print_help;
        return true;
    default: /* getopt_message has printed the message */
        return refuse_no_value(optopt);
    }
}

/* A list is printed whatever other options follow. */
static bool is_list(const struct request *r)
{
    return r->instead == print_strings || r->instead == print_types;
}

static bool read_request(int argc, char **argv, struct request *r)
{
    int option;

    *r = (struct request){.text.as_dmidecode = true};
    opterr = 0;
    while (!is_list(r) && (option = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (option == '?')
            getopt_message(argv, shorts, longs);
        if (!set_option(r, option))
            return false;
    }
    if ((r->keyword || r->oem_strings) + r->selection.by_type + r->selection.by_handle +
            (r->dump_bin != NULL) >
        1) {
        fputs("Options --string, --type, --handle and --dump-bin are mutually exclusive\n", stderr);
        return false;
    }
    if (r->dump && r->dump_bin) {
        fputs("Options --from-dump and --dump-bin are mutually exclusive\n", stderr);
        return false;
    }
    if (r->memory && !r->dump && !r->instead) {
        fprintf(stderr, "dmidecode: %s: hwident reads what the kernel shows, never memory\n",
                r->memory);
        return false;
    }
    return true;
}

/* ---- What is printed ----------------------------------------------------------------------------- */

/* Standard output is flushed first, so that a message on stderr comes after it. */
static void flush(struct page *out)
{
    page_flush(out);
    (void)fflush(stdout);
}

static void print_keyword(const hwident *h, const char *keyword)
{
    struct page out;

    page_begin(&out, stdout);
    key_print_all(&out, h, keyword);
    page_flush(&out);
}

static void print_oem_string(const struct hwident_table *table, unsigned long number)
{
    struct hwident_structure s = {0};
    struct page out;

    page_begin(&out, stdout);
    while (hwident_table_find(table, OEM_STRINGS, &s) == 1) {
        const char *string;
        size_t length;
        uint64_t count;

        if (!hwident_structure_field(&s, OEM_STRING_COUNT, 1, &count) || number > count) {
            flush(&out);
            fprintf(stderr, "No OEM string number %lu\n", number);
        } else if (number == 0) {
            struct line line = {0};

            line_number(&line, count);
            page_line(&out, line.text);
        } else if (hwident_structure_string(&s, (uint8_t)number, &string, &length)) {
            page_line(&out, "<BAD INDEX>");
        } else {
            page_bytes(&out, string, length);
            page_char(&out, '\n');
        }
    }
    page_flush(&out);
}

static int write_dump(hwident *h, const char *file, bool quiet)
{
    int err = hwident_dump(h, file);

    if (err) {
        fprintf(stderr, "%s: %s\n", file,
                err == HWIDENT_E_NOENTRY ? hwident_error_text(err) : strerror(errno));
        return EXIT_NO_TABLES;
    }
    if (!quiet) {
        printf("# Writing %u bytes to %s.\n", hwident_entry_point(h)->length, file);
        printf("# Writing %zu bytes to %s.\n", hwident_table(h)->size, file);
    }
    return 0;
}

static unsigned minor(uint32_t version)
{
    return version >> 8 & 0xFF;
}

/*
 * Prints messages about a version that was never published and a table that is shorter than
 * announced.
 */
static void complain_of_entry_point(const hwident *h)
{
    const struct hwident_entry_point *ep = hwident_entry_point(h);
    size_t size = hwident_table(h)->size;

    if (!ep)
        return;
    if (ep->version != ep->version_stated)
        fprintf(stderr, "SMBIOS version fixup (2.%u -> 2.%u).\n", minor(ep->version_stated),
                minor(ep->version));
    if (ep->structure_count > 0 && ep->table_length > size)
        fprintf(stderr,
                "Wrong DMI structures length: %u bytes announced, only %zu bytes available.\n",
                ep->table_length, size);
}

static int print(const struct request *r, hwident *h)
{
    struct page out;

    if (r->keyword) {
        print_keyword(h, r->keyword);
        return 0;
    }
    if (r->oem_strings) {
        print_oem_string(hwident_table(h), r->oem_string);
        return 0;
    }
    page_begin(&out, stdout);
    if (!r->text.quiet) {
        inventory_origin(&out, h, r->dump, dialect_version(r->text.dialect));
        inventory_head(&out, h, !r->selection.by_type);
        flush(&out);
        complain_of_entry_point(h);
    }
    if (!r->dump_bin)
        (void)inventory_structures(&out, h, &r->selection, &r->text);
    flush(&out);
    if (r->dump_bin)
        return write_dump(h, r->dump_bin, r->text.quiet);
    if (!r->text.quiet)
        inventory_complain(h);
    return 0;
}

/* What is wrong with the structure that is being printed. */
static void print_note(const char *text)
{
    (void)fflush(stdout);
    fprintf(stderr, "%s\n", text);
}

/* Whether a file does not begin with an entry point. */
static bool is_foreign(int err)
{
    return err == HWIDENT_E_ANCHOR || err == HWIDENT_E_CHECKSUM;
}

/* Prints what dmidecode prints before it notices that there are no tables. */
static void print_head(const struct request *r, hwident *h, int err)
{
    const char *version = dialect_version(r->text.dialect);
    struct page out;

    page_begin(&out, stdout);
    if (r->dump)
        inventory_origin(&out, h, r->dump, version);
    else
        inventory_program(&out, version);
    if (is_foreign(err) || err == HWIDENT_E_ENTRY_LENGTH)
        page_line(&out, "# No SMBIOS nor DMI entry point found, sorry.");
    flush(&out);
}

/* dmidecode's exit code is 0 for a dump that has no entry point, or no table. */
static int fail(const struct request *r, hwident *h, int err)
{
    if (!r->text.quiet && !r->keyword && !r->oem_strings)
        print_head(r, h, err);
    (void)message_error(h, err);
    return r->dump && (is_foreign(err) || err == HWIDENT_E_DUMP) ? 0 : EXIT_NO_TABLES;
}

int dmidecode_main(int argc, char **argv)
{
    struct request request;
    hwident *h = NULL;
    int result;

    if (!read_request(argc, argv, &request))
        return EXIT_USAGE;
    if (!dialect_choose(NULL, &request.text.dialect))
        return EXIT_USAGE;
    if (request.instead)
        return request.instead(request.text.dialect);
    result = request.dump ? hwident_open_dump(request.dump, &h) : hwident_open(NULL, &h);
    if (result) {
        result = fail(&request, h, result);
    } else {
        request.text.note = print_note;
        request.text.vendor = schema_vendor(hwident_table(h));
        result = print(&request, h);
    }
    hwident_close(h);
    return result;
}
