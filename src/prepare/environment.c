/*
 * A new list of the old entries: environ itself is never edited.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/environment.h"

#include "prepare/message.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *allocate(size_t size)
{
    void *memory = malloc(size);

    if (!memory)
        die("MEMORY", "no memory for the environment");
    return memory;
}

static char *entry(const struct setting *setting)
{
    size_t name = strlen(setting->name);
    char *text = allocate(name + 1 + setting->value.size + 1);

    memcpy(text, setting->name, name);
    text[name] = '=';
    memcpy(text + name + 1, setting->value.bytes, setting->value.size);
    text[name + 1 + setting->value.size] = '\0';
    return text;
}

static bool named(const char *text, const struct setting *settings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t name = strlen(settings[i].name);

        if (strncmp(text, settings[i].name, name) == 0 && text[name] == '=')
            return true;
    }
    return false;
}

char *const *environment_with(const struct setting *settings, size_t count)
{
    size_t inherited = 0, used = 0;
    char **list;

    while (environ[inherited])
        inherited++;
    list = allocate((inherited + count + 1) * sizeof *list);
    for (size_t i = 0; i < inherited; i++)
        if (!named(environ[i], settings, count))
            list[used++] = environ[i];
    for (size_t i = 0; i < count; i++)
        if (settings[i].value.bytes)
            list[used++] = entry(&settings[i]);
    list[used] = NULL;
    return list;
}

void environment_of_target(const struct target *target, struct setting settings[TARGET_SETTINGS])
{
    struct text home = target->home;

    if (home.size == 0 || home.bytes[0] != '/')
        home = (struct text){"/", 1};
    settings[0] = (struct setting){"HOME", home};
    settings[1] = (struct setting){"USER", target->name};
    settings[2] = (struct setting){"LOGNAME", target->name};
}
