/*
 * --format env: what summary and get say, as variables of a shell.
 * SPDX-License-Identifier: MIT
 */
#include "cli/variables.h"

#include "library/version.h"
#include "render/shell.h"

#include <stdio.h>

/* Empty and not left out: a variable of this name that was there before must not stay. */
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

void variables_print_summary(hwident *h)
{
    const struct hwident_virtual *vm;
    char version[VERSION_SIZE];
    const char *key;

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
}
