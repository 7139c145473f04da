/*
 * --format env: the output of summary and get as shell variables. SPDX-License-Identifier: MIT
 */
#include "cli/variables.h"

#include "cli/message.h"
#include "cli/shell.h"
#include "library/overview.h"
#include "library/version.h"

#include <stdio.h>

/*
 * A missing value is printed as an empty one, so that an earlier variable of this name is replaced.
 */
void variables_print(const char *key, const char *value)
{
    shell_variable(stdout, key, value ? value : "");
}

static void print_grade(hwident *h, char profile)
{
    const struct hwident_component *c;
    char words[64];
    int err = hwident_component(h, profile, &c);

    (void)snprintf(words, sizeof words, "grade %s", hwident_profile_name(profile));
    shell_variable(stdout, words, err ? "" : hwident_grade_name(c->grade));
}

/* Prints a number, empty if it is not known. Names are those of the JSON's members. */
static void print_number(const char *words, bool known, uint64_t number)
{
    char text[24] = "";

    if (known)
        (void)snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    shell_variable(stdout, words, text);
}

static void print_overview(const struct overview *o)
{
    const struct overview_processors *p = &o->processors;
    const struct overview_memory *m = &o->memory;

    print_number("processors sockets", true, p->sockets);
    print_number("processors populated", true, p->populated);
    print_number("processors enabled", true, p->enabled);
    print_number("processors disabled", true, p->disabled);
    print_number("processors cores", true, p->cores);
    print_number("processors threads", true, p->threads);
    print_number("memory installed bytes", m->unknown == 0, m->installed);
    print_number("memory maximum capacity bytes", m->capacity > 0, m->capacity);
    shell_variable(stdout, "memory error correction", m->correction);
    print_number("memory slots", true, m->slots);
    print_number("memory populated", true, m->full);
    print_number("slots total", true, o->slots);
    print_number("slots in use", true, o->slots_in_use);
    print_number("power supplies total", true, o->supplies);
    print_number("power supplies present", true, o->supplies_present);
}

int variables_print_summary(hwident *h)
{
    struct overview overview;
    int err = overview_read(hwident_table(h), &overview);
    const struct hwident_virtual *vm;
    char version[VERSION_SIZE];
    const char *key;

    if (err) {
        overview_free(&overview);
        return message_error(h, err);
    }
    for (size_t n = 0; (key = hwident_keyword(n)); n++) {
        const char *value;

        (void)hwident_value(h, key, &value);
        variables_print(key, value);
    }
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        print_grade(h, *profile);
    if (!hwident_virtual(h, &vm)) {
        shell_variable(stdout, "is virtual", vm->is_virtual ? "true" : "false");
        shell_variable(stdout, "virtual machine", vm->name ? vm->name : "");
    }
    version_text(h, version);
    shell_variable(stdout, "smbios version", hwident_smbios_version(h) ? version : "");
    shell_variable(stdout, "smbios version from", hwident_smbios_version_from(h));
    shell_variable(stdout, "source", hwident_source(h));
    shell_variable(stdout, "provenance", hwident_provenance_name(hwident_provenance(h)));
    print_overview(&overview);
    overview_free(&overview);
    return HWIDENT_OK;
}
