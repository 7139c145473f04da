/*
 * Messages about words of the command line that are unknown or out of place.
 * SPDX-License-Identifier: MIT
 */
#include "cli/usage.h"

#include "cli/message.h"
#include "cli/near.h"
#include "cli/suggest.h"
#include "library/selection.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* ---- Options ------------------------------------------------------------------------------------ */

void usage_unknown_option(const char *word, const char *(*option_name)(size_t n))
{
    const char *nearest = strncmp(word, "--", 2) == 0 ? suggest(word + 2, option_name) : NULL;

    if (nearest)
        message_usage("no option '%s'; did you mean '--%s'?", word, nearest);
    else
        message_usage("no option '%s'; `hwident help` lists them", word);
}

void usage_ambiguous_option(const char *word, const char *(*option_name)(size_t n))
{
    char list[256] = "";
    size_t used = 0;

    for (size_t i = 0; option_name(i) && used < sizeof list; i++)
        if (strncmp(option_name(i), word + 2, strcspn(word + 2, "=")) == 0)
            used += (size_t)snprintf(list + used, sizeof list - used, "%s--%s", used ? ", " : "",
                                     option_name(i));
    message_usage("'%s' can be several options: write out one of %s", word, list);
}

void usage_foreign_option(const struct command *command, const char *option, int commands)
{
    char names[COMMAND_NAMES_SIZE];

    command_names(commands, names);
    message_usage("'%s' takes no --%s; it is for %s", command->name, option, names);
}

bool usage_unknown_type(const char *value)
{
    const char *type = near_type(value);

    if (!type)
        type = suggest(value, selection_keyword);
    if (type)
        message_usage("no type '%s'; did you mean '%s'?", value, type);
    return type != NULL;
}

/* ---- Commands and their operands ---------------------------------------------------------------- */

static const char *command_name(size_t n)
{
    const struct command *command = command_at(n);

    return command ? command->name : NULL;
}

/* The option that takes a file or folder of this name; NULL if there is none of this name. */
static const char *option_for(const char *path)
{
    char table[512];
    struct stat st;

    if (stat(path, &st) != 0)
        return NULL;
    (void)snprintf(table, sizeof table, "%s/DMI", path);
    return stat(table, &st) == 0 ? "tables" : "from";
}

void usage_unknown_command(const char *word)
{
    const char *nearest = near_command(word);
    const char *option = option_for(word);

    if (!nearest && !option)
        nearest = suggest(word, command_name);
    if (nearest)
        message_usage("no command '%s'; did you mean '%s'?", word, nearest);
    else if (option)
        message_usage("no command '%s'; did you mean '--%s %s'?", word, option, word);
    else
        message_usage("no command '%s'; `hwident help` lists them", word);
}

void usage_missing_operand(const struct command *command)
{
    message_usage("'%s' needs %s, as in `hwident %s`", command->name, command->operands,
                  command->example);
}

void usage_unwanted_operand(const struct command *command, const char *operand)
{
    const char *type = command->bit == COMMAND_SHOW ? near_type(operand) : NULL;
    const char *option = option_for(operand);

    if (type)
        message_usage("'show' takes no arguments (got '%s'); did you mean 'show -t %s'?", operand,
                      type);
    else if (option)
        message_usage("'%s' takes no arguments (got '%s'); did you mean '--%s %s'?", command->name,
                      operand, option, operand);
    else
        message_usage("'%s' takes no arguments (got '%s'); `hwident help %s` lists its options",
                      command->name, operand, command->name);
}
