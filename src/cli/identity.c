/*
 * The identity part of summary and explain, for people.
 * SPDX-License-Identifier: MIT
 */
#include "cli/identity.h"

#include "cli/report.h"
#include "library/recommended.h"

#include <stdio.h>

static void print_component(FILE *out, hwident *h, char profile)
{
    const struct hwident_component *c;
    int err = hwident_component(h, profile, &c);

    fprintf(out, "%s: ", hwident_profile_name(profile));
    if (err)
        fprintf(out, "%s", hwident_error_text(err));
    else if (c->grade == HWIDENT_GRADE_STRONG)
        fprintf(out, "strong");
    else
        fprintf(out, "%s, rule '%s'", hwident_grade_name(c->grade), c->rule);
    if (!err && c->note)
        fprintf(out, " (%s)", c->note);
    putc('\n', out);
}

static void print_virtual(FILE *out, hwident *h)
{
    const struct hwident_virtual *vm;

    if (hwident_virtual(h, &vm))
        return;
    if (!vm->is_virtual)
        fputs("no sign of a virtual machine\n", out);
    else if (vm->name)
        fprintf(out, "virtual machine: %s, by the %s\n", vm->name, vm->evidence);
    else
        fputs("virtual machine, by the BIOS characteristics\n", out);
}

void identity_print(FILE *out, hwident *h)
{
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        fprintf(out, "%-*s ", LABEL_WIDTH, *profile == 'u' ? "Identity" : "");
        print_component(out, h, *profile);
    }
    fprintf(out, "%-*s ", LABEL_WIDTH, "");
    print_virtual(out, h);
}

/* Whether a code can be made of the component of `profile`. */
static bool bindable(hwident *h, char profile)
{
    const struct hwident_component *c;

    return !hwident_component(h, profile, &c) && !hwident_grade_refusal(c->grade, false);
}

void identity_print_bindable(FILE *out, hwident *h)
{
    const char *before = "";
    char best = recommended(h);

    fprintf(out, "%-*s ", LABEL_WIDTH, "Bindable");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        if (bindable(h, *profile)) {
            fprintf(out, "%s%s (--profile %c)", before, hwident_profile_name(*profile), *profile);
            before = ", ";
        }
    fputs(*before ? "\n" : "nothing here\n", out);
    if (best && best != HWIDENT_PROFILE_UUID)
        fprintf(out, "%-*s bind to the %s: hwident code --profile %c --app ID\n", LABEL_WIDTH,
                "Advice", hwident_profile_name(best), best);
}
