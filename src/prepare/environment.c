/*
 * Builds a new list of entries; environ itself is never edited.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/environment.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Writes one entry at `to`; returns where the next one goes. */
static char *write_entry(char *to, const struct setting *setting)
{
    to = stpcpy(to, setting->name);
    *to++ = '=';
    to = mempcpy(to, setting->value.bytes + setting->value.start, setting->value.size);
    *to++ = '\0';
    return to;
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
    size_t inherited = 0, used = 0, size;
    char **list, *text;

    while (environ[inherited])
        inherited++;
    size = (inherited + count + 1) * sizeof *list;
    for (size_t i = 0; i < count; i++)
        size += strlen(settings[i].name) + settings[i].value.size + 2;
    list = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (list == MAP_FAILED)
        return NULL;
    text = (char *)(list + inherited + count + 1);
    for (size_t i = 0; i < inherited; i++)
        if (!named(environ[i], settings, count))
            list[used++] = environ[i];
    for (size_t i = 0; i < count; i++) {
        if (!settings[i].value.bytes)
            continue;
        list[used++] = text;
        text = write_entry(text, &settings[i]);
    }
    return list;
}

void environment_of_target(const struct target *target, struct setting settings[TARGET_SETTINGS])
{
    struct text home = target->home;

    if (home.size == 0 || home.bytes[home.start] != '/')
        home = text_of("/", 1);
    settings[0] = (struct setting){"HOME", home};
    settings[1] = (struct setting){"USER", target->name};
    settings[2] = (struct setting){"LOGNAME", target->name};
}
