/*
 * The options of the command line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/options.h"

#include "cli/command.h"
#include "cli/message.h"
#include "cli/suggest.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

/* Each setter returns false where the value does not fit. */
typedef bool (*setter)(struct options *options, const char *value);

static bool set_tables(struct options *o, const char *value)
{
    o->source.tables = value;
    return true;
}

static bool set_from(struct options *o, const char *value)
{
    o->source.dump = value;
    return true;
}

static bool set_kernel_only(struct options *o, const char *value)
{
    (void)value;
    o->source.kernel_only = true;
    return true;
}

static bool set_type(struct options *o, const char *value)
{
    unsigned long bad;

    return selection_add(&o->selection, value, true, &bad) == SELECTION_OK;
}

static bool set_handle(struct options *o, const char *value)
{
    return selection_set_handle(&o->selection, value);
}

static bool set_raw(struct options *o, const char *value)
{
    (void)value;
    o->raw = true;
    return true;
}

static bool set_json(struct options *o, const char *value)
{
    (void)value;
    o->json = true;
    return true;
}

static bool set_quiet(struct options *o, const char *value)
{
    (void)value;
    o->quiet = true;
    return true;
}

static bool set_help(struct options *o, const char *value)
{
    (void)value;
    o->help = true;
    return true;
}

static bool set_version(struct options *o, const char *value)
{
    (void)value;
    o->version = true;
    return true;
}

/* Reads "3", "2.6" or "3.0.0"; each part up to 255. */
static bool set_assume_version(struct options *o, const char *value)
{
    unsigned part[3] = {0};
    size_t parts = 0;

    do {
        if (parts == 3 || *value < '0' || *value > '9')
            return false;
        for (; *value >= '0' && *value <= '9'; value++) {
            part[parts] = part[parts] * 10 + (unsigned)(*value - '0');
            if (part[parts] > 255)
                return false;
        }
        parts++;
    } while (*value++ == '.');
    o->source.assume_version = HWIDENT_SMBIOS(part[0], part[1]) | part[2];
    return value[-1] == '\0' && part[0] > 0;
}

static bool set_uuid_order(struct options *o, const char *value)
{
    static const char *const orders[] = {
        [HWIDENT_UUID_SPEC] = "spec",
        [HWIDENT_UUID_LE] = "le",
        [HWIDENT_UUID_BE] = "be",
    };

    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
        if (strcmp(value, orders[i]) == 0) {
            o->order = (enum hwident_uuid_order)i;
            return true;
        }
    return false;
}

static const struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: none */
    int commands;         /* enum command_bit */
    setter set;
    const char *help;
} rows[] = {
    {"tables", 0, "DIR", COMMAND_ALL, set_tables,
     "read the folder DIR, which holds smbios_entry_point and DMI"},
    {"from", 0, "FILE", COMMAND_ALL, set_from,
     "read a dump that `hwident dump` or dmidecode's --dump-bin wrote"},
    {"kernel-only", 0, NULL, COMMAND_ALL, set_kernel_only,
     "refuse tables that are not the running kernel's own"},
    {"assume-version", 0, "X.Y", COMMAND_ALL, set_assume_version,
     "the SMBIOS version where only DMI can be read and does not tell"},
    {"uuid-order", 0, "ORDER", COMMAND_SUMMARY | COMMAND_GET, set_uuid_order,
     "byte order of the UUID: spec (default), le (Windows) or be (as stored)"},
    {"type", 't', "TYPE", COMMAND_SHOW, set_type,
     "only these types: a keyword (memory), numbers with commas, ranges (4,16-20)"},
    {"handle", 'H', "HANDLE", COMMAND_SHOW, set_handle, "only the structure with this handle"},
    {"dump", 'u', NULL, COMMAND_SHOW, set_raw, "the bytes and strings, undecoded"},
    {"json", 0, NULL, COMMAND_ALL, set_json, "print one JSON object, for errors too"},
    {"quiet", 'q', NULL, COMMAND_ALL, set_quiet, "no messages: the exit code tells"},
    {"help", 'h', NULL, COMMAND_ALL, set_help, "print this, or with a command what it takes"},
    {"version", 0, NULL, COMMAND_ALL, set_version, "print the version"},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

/* What getopt_long needs of the rows. */
static void fill_getopt(struct option *longs, char *letters)
{
    *letters++ = ':'; /* tell a missing argument from an unknown option */
    for (size_t i = 0; i < ROWS; i++) {
        longs[i] = (struct option){.name = rows[i].name,
                                   .has_arg = rows[i].argument ? required_argument : no_argument};
        if (!rows[i].letter)
            continue;
        *letters++ = rows[i].letter;
        if (rows[i].argument)
            *letters++ = ':';
    }
    longs[ROWS] = (struct option){0};
    *letters = '\0';
}

static const struct option_row *row_of_letter(int letter)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter && rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

static const char *option_name(size_t n)
{
    return n < ROWS ? rows[n].name : NULL;
}

static bool unknown_option(const char *word)
{
    const char *nearest = strncmp(word, "--", 2) == 0 ? suggest(word + 2, option_name) : NULL;

    if (nearest)
        message_usage("no option '%s'; did you mean '--%s'?", word, nearest);
    else
        message_usage("no option '%s'", word);
    return false;
}

/* Applies every option; `used` collects the rows that were. */
static bool apply_options(int argc, char **argv, struct options *o, bool used[ROWS])
{
    struct option longs[ROWS + 1];
    char letters[2 * ROWS + 2];
    int letter, at = 0;

    fill_getopt(longs, letters);
    opterr = 0;
    while ((letter = getopt_long(argc, argv, letters, longs, &at)) != -1) {
        const struct option_row *row = letter == 0 ? &rows[at] : row_of_letter(letter);

        if (letter == ':') {
            message_usage("'%s' needs a value", argv[optind - 1]);
            return false;
        }
        if (!row)
            return unknown_option(argv[optind - 1]);
        if (!row->set(o, optarg)) {
            message_usage("'%s' does not fit --%s %s (%s)", optarg, row->name, row->argument,
                          row->help);
            return false;
        }
        used[row - rows] = true;
    }
    return true;
}

static const char *command_name(size_t n)
{
    const struct command *command = command_at(n);

    return command ? command->name : NULL;
}

/* The first word that is no option names the command. */
static bool choose_command(int argc, char **argv, struct options *o)
{
    const char *word = optind < argc ? argv[optind] : "summary";
    const char *nearest;

    o->command = command_find(word);
    o->operands = argv + (optind < argc ? optind + 1 : optind);
    o->operand_count = optind < argc ? argc - optind - 1 : 0;
    if (o->command)
        return true;
    nearest = suggest(word, command_name);
    if (nearest)
        message_usage("no command '%s'; did you mean '%s'?", word, nearest);
    else
        message_usage("no command '%s'", word);
    return false;
}

static bool check_command(const struct options *o, const bool used[ROWS])
{
    const struct command *command = o->command;

    for (size_t i = 0; i < ROWS; i++)
        if (used[i] && !(rows[i].commands & (int)command->bit)) {
            message_usage("'%s' takes no --%s", command->name, rows[i].name);
            return false;
        }
    if (o->source.tables && o->source.dump) {
        message_usage("--tables and --from exclude each other");
        return false;
    }
    if (!command->operands && o->operand_count > 0) {
        message_usage("'%s' takes no operand, so not '%s'", command->name, o->operands[0]);
        return false;
    }
    if (command->operands && o->operand_count == 0 && !o->help) {
        message_usage("'%s' needs %s", command->name, command->operands);
        return false;
    }
    return true;
}

bool options_read(int argc, char **argv, struct options *o)
{
    bool used[ROWS] = {false};

    *o = (struct options){0};
    if (!apply_options(argc, argv, o, used))
        return false;
    message_quiet(o->quiet);
    if (o->version)
        return true;
    if (o->help && optind == argc)
        return true;
    return choose_command(argc, argv, o) && check_command(o, used);
}

/* ---- help --------------------------------------------------------------------------------------- */

static void print_options(int commands)
{
    char left[64];

    puts("\nOptions:");
    for (size_t i = 0; i < ROWS; i++) {
        const struct option_row *row = &rows[i];

        if (!(row->commands & commands))
            continue;
        (void)snprintf(left, sizeof left, "%c%c%s --%s%s%s", row->letter ? '-' : ' ',
                       row->letter ? row->letter : ' ', row->letter ? "," : " ", row->name,
                       row->argument ? " " : "", row->argument ? row->argument : "");
        printf("  %-26s %s\n", left, row->help);
    }
}

static void print_command(const struct command *command)
{
    printf("Usage: hwident [options] %s%s%s\n\n%s\n", command->name, command->operands ? " " : "",
           command->operands ? command->operands : "", command->summary);
    if (command->bit == COMMAND_GET) {
        puts("\nKeys, dmidecode's name and sysfs's:");
        for (size_t i = 0; hwident_keyword(i); i++)
            printf("  %-26s %s\n", hwident_keyword(i),
                   hwident_keyword_sysfs(i) ? hwident_keyword_sysfs(i) : "");
    }
    print_options((int)command->bit);
}

void options_help(const struct command *command)
{
    if (command) {
        print_command(command);
        return;
    }
    puts("Usage: hwident [options] [command]\n\n"
         "Which machine is this? Reads the SMBIOS tables that the kernel shows, without root.\n\n"
         "Commands:");
    for (size_t i = 0; (command = command_at(i)); i++) {
        char left[64];

        (void)snprintf(left, sizeof left, "%s %s", command->name,
                       command->operands ? command->operands : "");
        printf("  %-26s %s\n", left, command->summary);
    }
    print_options(COMMAND_ALL);
}
