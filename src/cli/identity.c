/*
 * The identity part of summary and explain.
 * SPDX-License-Identifier: MIT
 */
#include "cli/identity.h"

#include "cli/report.h"

#include <stdio.h>

/* ---- for people --------------------------------------------------------------------------------- */

static void print_component(FILE *out, const struct hwident_table *table, char profile)
{
    struct hwident_component c;
    int err = hwident_component_read(table, profile, 0, &c);

    fprintf(out, "%s: ", hwident_profile_name(profile));
    if (err)
        fprintf(out, "%s", hwident_error_text(err));
    else if (c.grade == HWIDENT_GRADE_STRONG)
        fprintf(out, "strong");
    else
        fprintf(out, "%s, rule '%s'", hwident_grade_name(c.grade), c.rule);
    if (!err && c.note)
        fprintf(out, " (%s)", c.note);
    putc('\n', out);
}

static void print_virtual(FILE *out, const struct hwident_table *table)
{
    struct hwident_virtual vm;

    hwident_table_virtual(table, &vm);
    if (!vm.is_virtual)
        fputs("no sign of a virtual machine\n", out);
    else if (vm.name)
        fprintf(out, "virtual machine: %s, by the %s\n", vm.name, vm.evidence);
    else
        fputs("virtual machine, by the BIOS characteristics\n", out);
}

void identity_print(FILE *out, const struct hwident_table *table)
{
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        fprintf(out, "%-*s ", LABEL_WIDTH, *profile == 'u' ? "Identity" : "");
        print_component(out, table, *profile);
    }
    fprintf(out, "%-*s ", LABEL_WIDTH, "");
    print_virtual(out, table);
}

/* Whether a code is made of it. */
static bool bindable(const struct hwident_table *table, char profile)
{
    struct hwident_component c;

    return !hwident_component_read(table, profile, 0, &c) && !hwident_grade_refusal(c.grade, false);
}

void identity_print_bindable(FILE *out, const struct hwident_table *table)
{
    const char *before = "";

    fprintf(out, "%-*s ", LABEL_WIDTH, "Bindable");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        if (bindable(table, *profile)) {
            fprintf(out, "%s%s (--profile %c)", before, hwident_profile_name(*profile), *profile);
            before = ", ";
        }
    fputs(*before ? "\n" : "nothing here\n", out);
}

/* ---- for programs ------------------------------------------------------------------------------- */

void identity_component_json(struct json *json, const struct hwident_component *c)
{
    const char profile[] = {c->profile, '\0'};

    json_string(json, "profile", profile);
    json_string(json, "name", hwident_profile_name(c->profile));
    json_string(json, "grade", hwident_grade_name(c->grade));
    json_string(json, "rule", c->rule);
    json_string(json, "note", c->note);
}

/* What a code is made of: a UUID in its canonical form, a string's bytes. */
static void put_value(struct json *json, const struct hwident_component *c)
{
    if (c->size == 0 || c->size > HWIDENT_COMPONENT_MAX)
        json_null(json, "value_hex");
    else
        json_hex_bytes(json, "value_hex", c->profile == 'u' ? c->uuid : c->value, c->size);
}

static void put_components(struct json *json, const struct hwident_table *table)
{
    json_array(json, "components");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        struct hwident_component c;

        (void)hwident_component_read(table, *profile, 0, &c);
        json_object(json, NULL);
        identity_component_json(json, &c);
        put_value(json, &c);
        json_end(json);
    }
    json_end(json);
}

static void put_bindable(struct json *json, const struct hwident_table *table)
{
    json_array(json, "bindable");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        if (bindable(table, *profile))
            (void)json_bytes(json, NULL, profile, 1);
    json_end(json);
}

static void put_order(struct json *json, const struct hwident_table *table)
{
    const char *evidence;
    enum hwident_uuid_order order = hwident_table_uuid_order(table, &evidence);

    if (!evidence) {
        json_null(json, "uuid_written");
        return;
    }
    json_object(json, "uuid_written");
    json_string(json, "order", order == HWIDENT_UUID_LE ? "le" : "be");
    json_string(json, "evidence", evidence);
    json_end(json);
}

static void put_virtual(struct json *json, const struct hwident_table *table)
{
    struct hwident_virtual vm;

    hwident_table_virtual(table, &vm);
    json_object(json, "virtual_machine");
    json_bool(json, "is_virtual", vm.is_virtual);
    json_bool(json, "stated_by_bios", vm.stated);
    json_string(json, "name", vm.name);
    json_string(json, "evidence", vm.evidence);
    json_end(json);
}

void identity_json(struct json *json, const char *key, const struct hwident_table *table)
{
    json_object(json, key);
    put_components(json, table);
    put_bindable(json, table);
    put_order(json, table);
    put_virtual(json, table);
    json_end(json);
}
