/*
 * What --help prints: no line is longer than 80 characters.
 * SPDX-License-Identifier: MIT
 */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 79, COLUMN = 26 };

/* How much of the text fits on a line of `room` characters, broken at a space. */
static size_t fit(const char *text, size_t room)
{
    size_t size = strlen(text);

    if (size <= room)
        return size;
    for (size = room; size > 0 && text[size] != ' ';)
        size--;
    return size > 0 ? size : room;
}

/* Prints `left`, and beside it the text, folded. */
static void print_beside(const char *left, const char *text)
{
    size_t used = strlen(left);

    printf("%s", left);
    if (used + 1 > COLUMN) {
        putchar('\n');
        used = 0;
    }
    printf("%*s", (int)(COLUMN - used), "");
    for (;;) {
        size_t part = fit(text, WIDTH - COLUMN);

        printf("%.*s\n", (int)part, text);
        text += part + strspn(text + part, " ");
        if (!*text)
            return;
        printf("%*s", COLUMN, "");
    }
}

static void print_option(const struct option_description *d)
{
    char left[64];

    (void)snprintf(left, sizeof left, "  %c%c%s --%s%s%s", d->letter ? '-' : ' ',
                   d->letter ? d->letter : ' ', d->letter ? "," : " ", d->name,
                   d->argument ? " " : "", d->argument ? d->argument : "");
    print_beside(left, d->help);
}

/* "Options of summary and get:" */
static void print_heading(int commands)
{
    char names[COMMAND_NAMES_SIZE] = "";

    if (commands != COMMAND_ALL)
        command_names(commands, names);
    printf("\nOptions%s%s:\n", *names ? " of " : "", names);
}

/* Whether an earlier option belongs to the same commands: then this one is under its heading. */
static bool is_printed(size_t n, int commands)
{
    struct option_description d;

    for (size_t i = 0; i < n && options_describe(i, &d); i++)
        if (d.commands == commands)
            return true;
    return false;
}

static void print_group(int commands)
{
    struct option_description d;

    print_heading(commands);
    for (size_t i = 0; options_describe(i, &d); i++)
        if (d.commands == commands)
            print_option(&d);
}

/* The options of all commands, then a group for each set of commands. */
static void print_all_options(void)
{
    struct option_description d;

    print_group(COMMAND_ALL);
    for (size_t i = 0; options_describe(i, &d); i++)
        if (d.commands != COMMAND_ALL && !is_printed(i, d.commands))
            print_group(d.commands);
}

static void print_options_of(const struct command *command)
{
    struct option_description d;

    puts("\nOptions:");
    for (size_t i = 0; options_describe(i, &d); i++)
        if (d.commands & (int)command->bit)
            print_option(&d);
}

static void print_keys(void)
{
    puts("\nKeys, dmidecode's name and sysfs's:");
    for (size_t i = 0; hwident_keyword(i); i++)
        if (hwident_keyword_sysfs(i))
            printf("  %-28s %s\n", hwident_keyword(i), hwident_keyword_sysfs(i));
        else
            printf("  %s\n", hwident_keyword(i));
}

static void print_types(void)
{
    puts("\nTypes, beside numbers:");
    for (size_t i = 0; selection_keyword(i); i++)
        printf("  %s\n", selection_keyword(i));
}

static void print_command(const struct command *command)
{
    printf("Usage: hwident [options] %s%s%s\n\n", command->name, command->operands ? " " : "",
           command->operands ? command->operands : "");
    printf("%s\n", command->summary);
    if (command->bit == COMMAND_GET)
        print_keys();
    if (command->bit == COMMAND_SHOW)
        print_types();
    print_options_of(command);
    printf("\nExample:\n    hwident %s\n", command->example);
}

void help_print(const struct command *command)
{
    if (command) {
        print_command(command);
        return;
    }
    puts("Usage: hwident [options] [command]\n\n"
         "Which machine is this? Reads the SMBIOS tables that the kernel shows, without\n"
         "root. `hwident help COMMAND` tells more about one command.\n\n"
         "Commands:");
    for (size_t i = 0; (command = command_at(i)); i++) {
        char left[64];

        (void)snprintf(left, sizeof left, "  %s %s", command->name,
                       command->operands ? command->operands : "");
        print_beside(left, command->summary);
    }
    puts("\nExamples:\n"
         "    hwident get system-uuid\n"
         "    hwident code --app com.example.app\n"
         "    hwident --from machine.bin show -t memory");
    print_all_options();
}
