/*
 * Words that people type by mistake: other tools' words, or short forms of ours.
 * SPDX-License-Identifier: MIT
 */
#include "cli/near.h"

#include "cli/command.h"
#include "library/keys.h"
#include "library/selection.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct near {
    const char *word, *meant;
};

static const char *find(const struct near *rows, const char *word)
{
    for (; rows->word; rows++)
        if (strcasecmp(rows->word, word) == 0)
            return rows->meant;
    return NULL;
}

static const struct near commands[] = {
    {"list", "show"},
    {"inventory", "show"},
    {"dmidecode", "show"},
    {"info", "summary"},
    {"status", "summary"},
    {"check", "lint"},
    {"validate", "lint"},
    {"id", "code"},
    {"machineid", "code"},
    {"machine-id", "code"},
    {"fingerprint", "code"},
    {"why", "explain"},
    {"doctor", "explain"},
    {"diagnose", "explain"},
    {"save", "dump"},
    {"export", "dump"},
    {"compare", "match"},
    {"verify", "match"},
    {"html", "report"},
    {"dupes", "duplicates"},
    {"version", "--version"},
    {"hwid", "code"},
    {"hostid", "code"},
    {"license", "code"},
    {"licence", "code"},
    {"inxi", "summary"},
    {"overview", "summary"},
    {"hardware", "summary"},
    {"hw", "summary"},
    {"all", "show"},
    {"lshw", "show"},
    {"read", "show"},
    {"print", "show"},
    {"test", "lint"},
    {"debug", "explain"},
    {"troubleshoot", "explain"},
    {NULL, NULL},
};

static const struct near keys[] = {
    {"uuid", "system-uuid"},
    {"serial", "system-serial-number"},
    {"sn", "system-serial-number"},
    {"serial-number", "system-serial-number"},
    {"serialnumber", "system-serial-number"},
    {"serial_number", "system-serial-number"},
    {"model", "system-product-name"},
    {"product", "system-product-name"},
    {"name", "system-product-name"},
    {"product-name", "system-product-name"},
    {"manufacturer", "system-manufacturer"},
    {"vendor", "system-manufacturer"},
    {"sku", "system-sku-number"},
    {"family", "system-family"},
    {"asset", "chassis-asset-tag"},
    {"asset-tag", "chassis-asset-tag"},
    {"bios", "bios-version"},
    {"firmware", "bios-version"},
    {"board", "baseboard-product-name"},
    {"motherboard", "baseboard-product-name"},
    {"chassis", "chassis-type"},
    {"cpu", "processor-version"},
    {"processor", "processor-version"},
    {NULL, NULL},
};

static const struct near types[] = {
    {"ram", "memory"},          {"mem", "memory"},
    {"dimm", "memory"},         {"dimms", "memory"},
    {"cpu", "processor"},       {"cpus", "processor"},
    {"board", "baseboard"},     {"motherboard", "baseboard"},
    {"mainboard", "baseboard"}, {"case", "chassis"},
    {"enclosure", "chassis"},   {"firmware", "bios"},
    {"uefi", "bios"},           {"slots", "slot"},
    {"caches", "cache"},        {"pci", "slot"},
    {"pcie", "slot"},           {"port", "connector"},
    {"ports", "connector"},     {NULL, NULL},
};

const char *near_key(const char *word)
{
    return find(keys, word);
}

const char *near_type(const char *word)
{
    const char *keyword;

    if (!word)
        return NULL;
    for (size_t i = 0; (keyword = selection_keyword(i)); i++)
        if (strcasecmp(keyword, word) == 0 ||
            (strlen(word) >= 3 && strncasecmp(keyword, word, strlen(word)) == 0))
            return keyword;
    return find(types, word);
}

/* The command that begins with the word, if there is only one. */
static const char *begun_command(const char *word)
{
    const struct command *command;
    const char *found = NULL;

    for (size_t i = 0; (command = command_at(i)); i++)
        if (strncmp(command->name, word, strlen(word)) == 0) {
            if (found)
                return NULL;
            found = command->name;
        }
    return found;
}

/* A key is printed by `get`, the structures of a type by `show -t`. */
const char *near_command(const char *word)
{
    static char line[80];
    const char *meant = find(commands, word);

    if (!meant)
        meant = begun_command(word);
    if (meant)
        return meant;
    meant = key_exists(word) ? word : near_key(word);
    if (!meant && !near_type(word))
        return NULL;
    (void)snprintf(line, sizeof line, "%s%s", meant ? "get " : "show -t ",
                   meant ? meant : near_type(word));
    return line;
}
