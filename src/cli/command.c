/*
 * The table of the commands.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"

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

void command_names(int bits, char names[COMMAND_NAMES_SIZE])
{
    const struct command *command;
    const char *between = "";
    size_t used = 0;

    for (size_t i = 0; (command = command_at(i)) && used < COMMAND_NAMES_SIZE; i++) {
        if (!(bits & (int)command->bit))
            continue;
        used += (size_t)snprintf(names + used, COMMAND_NAMES_SIZE - used, "%s%s", between,
                                 command->name);
        bits &= ~(int)command->bit;
        between = bits & (bits - 1) ? ", " : " and ";
    }
}
