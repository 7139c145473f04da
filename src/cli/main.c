/*
 * hwident: the command line. Chooses the command; sees that its output is written whole.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/dmidecode.h"
#include "cli/fleet.h"
#include "cli/help.h"
#include "cli/output.h"

#include <stdio.h>
#include <string.h>

static const struct command commands[] = {
    {"summary", COMMAND_SUMMARY, NULL, "what this machine is, and where that is known from",
     "summary --full", command_summary},
    {"get", COMMAND_GET, "KEY...", "values by dmidecode's keyword or sysfs's name",
     "get system-uuid product_name", command_get},
    {"show", COMMAND_SHOW, NULL, "the inventory: every structure, decoded", "show -t memory --json",
     command_show},
    {"code", COMMAND_CODE, NULL, "a code that a licence can be bound to",
     "code --app com.example.app --json", command_code},
    {"match", COMMAND_MATCH, "VALUE...", "whether a UUID or a code is this machine's",
     "match b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65", command_match},
    {"explain", COMMAND_EXPLAIN, NULL, "why the tables can or can't be read, and what helps",
     "explain", command_explain},
    {"lint", COMMAND_LINT, NULL, "what the firmware got wrong against the specification",
     "lint --json", command_lint},
    {"report", COMMAND_REPORT, "FILE", "summary, findings and all structures as one web page",
     "report machine.html", command_report},
    {"duplicates", COMMAND_DUPLICATES, NULL, "which of several dumps share an identity",
     "duplicates --from dumps/", command_duplicates},
    {"dump", COMMAND_DUMP, "FILE", "write the tables to FILE in dmidecode's dump format",
     "dump machine.bin", command_dump},
};

const struct command *command_at(size_t n)
{
    return n < sizeof commands / sizeof commands[0] ? &commands[n] : NULL;
}

const struct command *command_find(const char *name)
{
    const struct command *command;

    for (size_t i = 0; (command = command_at(i)); i++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

/* The file that is replaced whole or not at all; NULL: standard output. */
static const char *output_file(const struct options *options)
{
    if (options->command->bit != COMMAND_REPORT)
        return options->output;
    return strcmp(options->operands[0], "-") == 0 ? NULL : options->operands[0];
}

static int run(const struct options *options)
{
    int err = output_begin(output_file(options));

    if (err)
        return err;
    if ((options->command->bit & COMMAND_FLEET) && options->command->bit != COMMAND_DUPLICATES &&
        fleet_is(options))
        return fleet_run(options);
    return options->command->run(options);
}

int main(int argc, char **argv)
{
    struct options options;
    int err;

    if (dmidecode_is_name(argv[0])) {
        int code = dmidecode_main(argc, argv);

        return output_finish(HWIDENT_OK) ? 1 : code;
    }
    err = options_read(argc, argv, &options);
    if (err)
        return hwident_error_exit(err);
    if (options.version)
        printf("hwident %s\n", hwident_version());
    else if (options.help)
        help_print(options.command);
    else
        err = run(&options);
    options_free(&options);
    return hwident_error_exit(output_finish(err));
}
