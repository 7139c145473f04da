/*
 * The options of the command line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/options.h"

#include "cli/command.h"
#include "cli/dialect.h"
#include "cli/message.h"
#include "cli/usage.h"
#include "library/words.h"

#include <getopt.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool parse_profile(struct options *o, const char *value)
{
    o->profile = value[0];
    return value[0] != '\0' && value[1] == '\0' && hwident_profile_name(value[0]);
}

static bool parse_key_fd(struct options *o, const char *value)
{
    return digits_read(&value, INT_MAX, &o->key_fd) && *value == '\0';
}

static bool parse_rules(struct options *o, const char *value)
{
    int rules;

    if (!digits_read(&value, HWIDENT_RULES, &rules) || *value != '\0' || rules < 1 ||
        rules > HWIDENT_RULES)
        return false;
    o->open.rules = (uint32_t)rules;
    return true;
}

static bool parse_need(struct options *o, const char *value)
{
    return digits_read(&value, INT_MAX, &o->need) && *value == '\0' && o->need > 0;
}

static bool parse_type(struct options *o, const char *value)
{
    unsigned long bad;

    return *value && selection_add(&o->selection, &value, true, &bad) == SELECTION_OK;
}

static bool parse_handle(struct options *o, const char *value)
{
    return selection_set_handle(&o->selection, value);
}

static bool parse_dialect(struct options *o, const char *value)
{
    enum dialect dialect;

    o->dialect = value;
    return dialect_parse(value, &dialect);
}

/* Parses "3", "2.6" or "3.0.0"; each part is at most 255. */
static bool parse_assume_version(struct options *o, const char *value)
{
    int part[3] = {0};
    size_t parts = 0;

    do
        if (parts == 3 || !digits_read(&value, UINT8_MAX, &part[parts++]))
            return false;
    while (*value++ == '.');
    o->open.assumed_version = HWIDENT_SMBIOS(part[0], part[1]) | (uint32_t)part[2];
    return value[-1] == '\0' && part[0] > 0;
}

static bool parse_uuid_order(struct options *o, const char *value)
{
    static const char *const orders[] = {
        [HWIDENT_UUID_SPEC] = "spec",
        [HWIDENT_UUID_LE] = "le",
        [HWIDENT_UUID_BE] = "be",
    };

    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
        if (strcmp(value, orders[i]) == 0) {
            o->open.uuid_order = (uint32_t)i;
            return true;
        }
    return false;
}

static bool parse_format(struct options *o, const char *value)
{
    if (strcmp(value, "env") == 0)
        o->format = FORMAT_ENV;
    else if (strcmp(value, "prometheus") == 0)
        o->format = FORMAT_PROMETHEUS;
    return o->format != FORMAT_PLAIN;
}

/* The list is only allocated for a second one, as most calls name one dump or none. */
static bool parse_from(struct options *o, const char *value)
{
    const char **more = o->dump_count == 0
                            ? &o->open.dump
                            : realloc(o->dump_list, (o->dump_count + 1) * sizeof *more);

    if (!more) {
        o->no_memory = true;
        return false;
    }
    if (o->dump_count == 1)
        more[0] = o->open.dump;
    if (o->dump_count > 0)
        o->dump_list = more;
    more[o->dump_count++] = value;
    return true;
}

const char *options_dump(const struct options *o, size_t n)
{
    return o->dump_list ? o->dump_list[n] : o->open.dump;
}

static bool parse_color(struct options *o, const char *value)
{
    static const char *const colors[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

    for (size_t i = 0; i < sizeof colors / sizeof colors[0]; i++)
        if (strcmp(value, colors[i]) == 0) {
            o->color = (enum color)i;
            return true;
        }
    return false;
}

static bool parse_no_color(struct options *o, const char *value)
{
    (void)value;
    o->color = COLOR_NEVER;
    return true;
}

/* What an option does with its value. A parser returns false if the value is invalid. */
struct setting {
    enum { SETS_FLAG, SETS_TEXT, SETS_PARSED, SETS_OPEN } kind;
    size_t member; /* of struct options: a bool or a const char * */
    bool (*parse)(struct options *options, const char *value);
    enum hwident_flag open;
};

#define FLAG(member)                                                                               \
    {                                                                                              \
        SETS_FLAG, offsetof(struct options, member), NULL, 0                                       \
    }
#define TEXT(member)                                                                               \
    {                                                                                              \
        SETS_TEXT, offsetof(struct options, member), NULL, 0                                       \
    }
#define PARSED(function)                                                                           \
    {                                                                                              \
        SETS_PARSED, 0, function, 0                                                                \
    }
#define OPEN(flag)                                                                                 \
    {                                                                                              \
        SETS_OPEN, 0, NULL, flag                                                                   \
    }

/* The digits of a macro's number. */
#define NUMBER(macro)  DIGITS(macro)
#define DIGITS(number) #number

static const struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: none; "a|b": one of these, for the completion as well */
    int commands;         /* enum command_bit */
    struct setting set;
    const char *help;
} rows[] = {
    {"tables", 0, "DIR", COMMAND_ALL, TEXT(open.tables),
     "read the folder DIR, which holds smbios_entry_point and DMI"},
    {"from", 0, "FILE", COMMAND_ALL, PARSED(parse_from),
     "read a dump of `hwident dump` or dmidecode; -: a pipe"},
    {"kernel-only", 0, NULL, COMMAND_ALL, OPEN(HWIDENT_KERNEL_ONLY),
     "refuse tables that are not the running kernel's own"},
    {"trusted", 0, NULL, COMMAND_ALL, OPEN(HWIDENT_TRUSTED),
     "refuse tables that are neither the kernel's nor hwident-prepare's"},
    {"assume-version", 0, "X.Y", COMMAND_ALL, PARSED(parse_assume_version),
     "the SMBIOS version where only DMI can be read and does not tell"},
    {"uuid-order", 0, "spec|le|be", COMMAND_SUMMARY | COMMAND_GET, PARSED(parse_uuid_order),
     "byte order of the UUID: spec (default), le (Windows) or be (as stored)"},
    {"ignore-product-uuid", 0, NULL,
     COMMAND_SUMMARY | COMMAND_EXPLAIN | COMMAND_CODE | COMMAND_MATCH,
     OPEN(HWIDENT_IGNORE_PRODUCT_UUID),
     "believe the table where the kernel's product_uuid is another one"},
    {"type", 't', "TYPE", COMMAND_SHOW, PARSED(parse_type),
     "only these types: a keyword (memory), or numbers from 0 to 255 (4,16-20)"},
    {"handle", 'H', "HANDLE", COMMAND_SHOW, PARSED(parse_handle),
     "only the structure with this handle (0x0011)"},
    {"dump", 'u', NULL, COMMAND_SHOW, FLAG(raw), "the bytes and strings, undecoded"},
    {"dialect", 0, "3.7|3.6", COMMAND_SHOW, PARSED(parse_dialect),
     "in the words of this dmidecode: 3.7 (default, or $HWIDENT_DIALECT)"},
    {"app", 0, "ID", COMMAND_SUMMARY | COMMAND_CODE | COMMAND_MATCH, TEXT(app),
     "the application that the code is for: no two see the same one"},
    {"profile", 0, "u|s|b|c", COMMAND_CODE, PARSED(parse_profile),
     "of what: u system UUID (default), s system, b base board, c chassis serial number"},
    {"components", 0, NULL, COMMAND_CODE, FLAG(components),
     "the codes of all four, a line each, for servers that match k of n"},
    {"strict", 0, NULL, COMMAND_CODE | COMMAND_MATCH, OPEN(HWIDENT_STRICT),
     "refuse weak components too"},
    {"rules", 0, "N", COMMAND_SUMMARY | COMMAND_EXPLAIN | COMMAND_CODE | COMMAND_MATCH,
     PARSED(parse_rules),
     "grade by rule set N, as a licence was issued; the newest is " NUMBER(HWIDENT_RULES)},
    {"key-file", 0, "FILE", COMMAND_CODE | COMMAND_MATCH, TEXT(key_file),
     "a secret of 1 to 64 bytes without which nobody can guess codes"},
    {"key-fd", 0, "N", COMMAND_CODE | COMMAND_MATCH, PARSED(parse_key_fd),
     "the key from the open descriptor N"},
    {"need", 0, "K", COMMAND_MATCH, PARSED(parse_need),
     "match where at least K (1 or more) different components do"},
    {"format", 0, "env|prometheus", COMMAND_SUMMARY | COMMAND_GET | COMMAND_CODE,
     PARSED(parse_format),
     "print lines for a shell's eval (summary, get) or for node_exporter (summary, code)"},
    {"with-ids", 0, NULL, COMMAND_SUMMARY, FLAG(with_ids),
     "serial numbers, UUID and asset tags in --format prometheus too"},
    {"redact", 0, NULL,
     COMMAND_SUMMARY | COMMAND_GET | COMMAND_SHOW | COMMAND_EXPLAIN | COMMAND_LINT | COMMAND_DUMP |
         COMMAND_REPORT,
     OPEN(HWIDENT_REDACT),
     "replace serial numbers, UUIDs and asset tags, wherever they recur, to show it to others"},
    {"full", 0, NULL, COMMAND_SUMMARY, FLAG(full), "lists as long as they are, on a terminal too"},
    {"color", 0, "auto|always|never", COMMAND_SUMMARY | COMMAND_EXPLAIN | COMMAND_LINT,
     PARSED(parse_color), "bold labels: on a terminal without $NO_COLOR (auto), always or never"},
    {"no-color", 0, NULL, COMMAND_SUMMARY | COMMAND_EXPLAIN | COMMAND_LINT, PARSED(parse_no_color),
     "the same as --color never"},
    {"output", 'o', "FILE",
     COMMAND_SUMMARY | COMMAND_GET | COMMAND_SHOW | COMMAND_LINT | COMMAND_CODE, TEXT(output),
     "print into FILE, which is replaced whole or not at all"},
    {"json", 0, NULL, COMMAND_ALL, FLAG(json), "print one JSON object, for errors too"},
    {"quiet", 'q', NULL, COMMAND_ALL, FLAG(quiet), "no messages: the exit code tells"},
    {"help", 'h', NULL, COMMAND_ALL, FLAG(help), "print this, or with a command what it takes"},
    {"version", 'V', NULL, COMMAND_ALL, FLAG(version), "print the version"},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

/*
 * The value of a long option for getopt_long: its row's number, above every letter. Each needs its
 * own: among options with equal values, getopt_long would take an ambiguous abbreviation for the
 * first.
 */
enum { LONG = 0x100 };

/* Fills in what getopt_long needs to know about the rows. */
static void fill_getopt(struct option *longs, char *letters)
{
    *letters++ = ':'; /* distinguishes a missing argument from an unknown option */
    for (size_t i = 0; i < ROWS; i++) {
        longs[i] = (struct option){.name = rows[i].name,
                                   .has_arg = rows[i].argument ? required_argument : no_argument,
                                   .val = LONG + (int)i};
        if (!rows[i].letter)
            continue;
        *letters++ = rows[i].letter;
        if (rows[i].argument)
            *letters++ = ':';
    }
    longs[ROWS] = (struct option){0};
    *letters = '\0';
}

/* The row for what getopt_long returned; NULL if it refused the option. */
static const struct option_row *row_of(int letter)
{
    if (letter >= LONG)
        return &rows[letter - LONG];
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter && rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

static const char *option_name(size_t n)
{
    return n < ROWS ? rows[n].name : NULL;
}

/* Whether more than one long option begins with the word. */
static bool is_ambiguous(const char *word)
{
    size_t found = 0;

    for (size_t i = 0; i < ROWS; i++)
        found += strncmp(rows[i].name, word, strcspn(word, "=")) == 0;
    return found > 1;
}

/* `word` is the one that getopt_long is at, `refused` the letter or row that it refuses, or 0. */
static int unknown_option(const char *word, int refused)
{
    if (refused >= LONG)
        message_usage("'--%s' takes no value: write it without '='", rows[refused - LONG].name);
    else if (refused)
        message_usage("no option '-%c'; `hwident help` lists them", refused);
    else if (is_ambiguous(word + 2))
        usage_ambiguous_option(word, option_name);
    else
        usage_unknown_option(word, option_name);
    return HWIDENT_E_USAGE;
}

/* getopt_long's place in the line is not the option's: musl has counted the missing value. */
static int missing_value(const struct option_row *row)
{
    message_usage("'--%s' needs a value: %s (%s)", row->name, row->argument, row->help);
    return HWIDENT_E_USAGE;
}

/* Stores an option's value where its row says; false if the value is invalid. */
static bool apply(const struct option_row *row, struct options *o, const char *value)
{
    void *member = (char *)o + row->set.member;

    switch (row->set.kind) {
    case SETS_FLAG:
        *(bool *)member = true;
        return true;
    case SETS_TEXT:
        *(const char **)member = value;
        return true;
    case SETS_OPEN:
        o->open.flags |= (uint32_t)row->set.open;
        return true;
    default:
        return row->set.parse(o, value);
    }
}

static int unfit_value(const struct option_row *row, const char *value)
{
    if (row->letter != 't' || !usage_unknown_type(value))
        message_usage("'%s' does not fit --%s %s (%s)", value, row->name, row->argument, row->help);
    return HWIDENT_E_USAGE;
}

/* Applies every option; `used` marks the rows that were used. */
static int apply_options(int argc, char **argv, struct options *o, bool used[ROWS])
{
    struct option longs[ROWS + 1];
    char letters[2 * ROWS + 2];
    int letter;

    fill_getopt(longs, letters);
    opterr = 0;
    while ((letter = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const struct option_row *row = row_of(letter);

        if (letter == ':')
            return missing_value(row_of(optopt));
        if (!row)
            return unknown_option(argv[optind - 1], optopt);
        if (!apply(row, o, optarg))
            return o->no_memory ? message_error(NULL, HWIDENT_E_MEMORY) : unfit_value(row, optarg);
        used[row - rows] = true;
    }
    return HWIDENT_OK;
}

/* The first word that is not an option names the command. */
static bool choose_command(int argc, char **argv, struct options *o)
{
    const char *word = optind < argc ? argv[optind] : "summary";

    o->command = command_find(word);
    o->operands = argv + (optind < argc ? optind + 1 : optind);
    o->operand_count = optind < argc ? argc - optind - 1 : 0;
    if (o->command)
        return true;
    usage_unknown_command(word);
    return false;
}

/* `help` is not a command of its own: it asks for the help of the command after it. */
static bool choose_help(int argc, char **argv, struct options *o)
{
    o->help = true;
    optind++;
    if (optind == argc)
        return true;
    return choose_command(argc, argv, o);
}

/* What a command line may say, as far as the rules below ask for it. */
enum said {
    TWO_SOURCES = 1 << 0, /* --tables and --from */
    JSON = 1 << 1,
    FORMAT = 1 << 2,
    AS_ENV = 1 << 3,
    AS_PROMETHEUS = 1 << 4,
    WITH_IDS = 1 << 5,
    APP = 1 << 6,
    KEY_FILE = 1 << 7,
    KEY_FD = 1 << 8,
    COMPONENTS = 1 << 9,
    PROFILE = 1 << 10,
    OPERANDS = 1 << 11, /* more than one */
};

static int what_is_said(const struct options *o)
{
    return (o->open.tables && o->open.dump ? TWO_SOURCES : 0) | (o->json ? JSON : 0) |
           (o->format != FORMAT_PLAIN ? FORMAT : 0) | (o->format == FORMAT_ENV ? AS_ENV : 0) |
           (o->format == FORMAT_PROMETHEUS ? AS_PROMETHEUS : 0) | (o->with_ids ? WITH_IDS : 0) |
           (o->app ? APP : 0) | (o->key_file ? KEY_FILE : 0) | (o->key_fd >= 0 ? KEY_FD : 0) |
           (o->components ? COMPONENTS : 0) | (o->profile ? PROFILE : 0) |
           (o->operand_count > 1 ? OPERANDS : 0);
}

/* What does not go together: all of `said`, with none of `without`. */
static const struct rule {
    int commands; /* enum command_bit */
    int said, without;
    const char *message;
} rules[] = {
    {COMMAND_ALL, TWO_SOURCES, 0, "--tables and --from exclude each other: leave one out"},
    {COMMAND_REPORT, JSON, 0, "'report' makes a web page; 'show' and 'summary' take --json"},
    {COMMAND_REPORT, OPERANDS, 0, "'report' takes one FILE: leave the others out"},
    {COMMAND_ALL, JSON | FORMAT, 0, "--json and --format exclude each other: leave one out"},
    {COMMAND_GET, AS_PROMETHEUS, 0, "'get' has no --format prometheus; summary and code have it"},
    {COMMAND_CODE, AS_ENV, 0, "'code' has no --format env; summary and get have it"},
    {COMMAND_ALL, WITH_IDS, AS_PROMETHEUS, "--with-ids is for --format prometheus: add that"},
    {COMMAND_SUMMARY, APP, AS_PROMETHEUS,
     "'summary' takes --app with --format prometheus only; `hwident code --app ID` prints the "
     "code"},
    {COMMAND_ALL, KEY_FILE | KEY_FD, 0,
     "--key-file and --key-fd exclude each other: leave one out"},
    {COMMAND_ALL, COMPONENTS | PROFILE, 0,
     "--components and --profile exclude each other: leave one out"},
};

static bool check_rules(const struct options *o)
{
    const int said = what_is_said(o);

    /* Most calls say nothing that a rule asks for. */
    for (size_t i = 0; said != 0 && i < sizeof rules / sizeof rules[0]; i++) {
        const struct rule *rule = &rules[i];

        if ((said & rule->said) == rule->said && !(said & rule->without) &&
            (rule->commands & (int)o->command->bit)) {
            message_usage("%s", rule->message);
            return false;
        }
    }
    return true;
}

static bool check_command(const struct options *o, const bool used[ROWS])
{
    const struct command *command = o->command;
    char names[COMMAND_NAMES_SIZE];

    for (size_t i = 0; i < ROWS; i++)
        if (used[i] && !(rows[i].commands & (int)command->bit)) {
            usage_foreign_option(command, rows[i].name, rows[i].commands);
            return false;
        }
    if (o->dump_count > 1 && !(command->bit & COMMAND_FLEET)) {
        command_names(COMMAND_FLEET, names);
        message_usage("'%s' takes one --from; several are for %s", command->name, names);
        return false;
    }
    if (!check_rules(o))
        return false;
    if (!command->operands && o->operand_count > 0)
        usage_unwanted_operand(command, o->operands[0]);
    else if (command->operands && o->operand_count == 0 && !o->help)
        usage_missing_operand(command);
    else
        return true;
    return false;
}

int options_read(int argc, char **argv, struct options *o)
{
    bool used[ROWS] = {false};
    int err;

    *o = (struct options){.open.size = sizeof o->open, .key_fd = -1};
    err = apply_options(argc, argv, o, used);
    if (err)
        return err;
    message_quiet(o->quiet);
    if (o->version || (o->help && optind == argc))
        return HWIDENT_OK;
    if (optind < argc && strcmp(argv[optind], "help") == 0)
        return choose_help(argc, argv, o) ? HWIDENT_OK : HWIDENT_E_USAGE;
    return choose_command(argc, argv, o) && check_command(o, used) ? HWIDENT_OK : HWIDENT_E_USAGE;
}

void options_free(struct options *o)
{
    free(o->dump_list);
}

bool options_describe(size_t n, struct option_description *d)
{
    if (n >= ROWS)
        return false;
    *d = (struct option_description){rows[n].name, rows[n].letter, rows[n].argument,
                                     rows[n].commands, rows[n].help};
    return true;
}
