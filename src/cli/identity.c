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
    int err = hwident_component_read(table, profile, &c);

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

    return !hwident_component_read(table, profile, &c) && !hwident_grade_refusal(c.grade, false);
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

static json_t *hex(const uint8_t *bytes, size_t size)
{
    char text[2 * HWIDENT_COMPONENT_MAX + 1] = "";

    if (size == 0 || size > HWIDENT_COMPONENT_MAX)
        return json_null();
    for (size_t i = 0; i < size; i++)
        (void)snprintf(text + 2 * i, 3, "%02x", (unsigned)bytes[i]);
    return json_string(text);
}

json_t *identity_component_json(const struct hwident_component *c)
{
    const char profile[] = {c->profile, '\0'};

    return json_pack("{s:s, s:s, s:s, s:s, s:s?}", "profile", profile, "name",
                     hwident_profile_name(c->profile), "grade", hwident_grade_name(c->grade),
                     "rule", c->rule, "note", c->note);
}

static json_t *components_json(const struct hwident_table *table)
{
    json_t *list = json_array();

    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        struct hwident_component c;
        json_t *object;

        (void)hwident_component_read(table, *profile, &c);
        object = identity_component_json(&c);
        /* What a code is made of: a UUID in its canonical form, a string's bytes. */
        (void)json_object_set_new(object, "value_hex",
                                  hex(*profile == 'u' && c.size ? c.uuid : c.value, c.size));
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *bindable_json(const struct hwident_table *table)
{
    json_t *list = json_array();

    for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
        if (bindable(table, *profile))
            (void)json_array_append_new(list, json_stringn(profile, 1));
    return list;
}

static json_t *order_json(const struct hwident_table *table)
{
    const char *evidence;
    enum hwident_uuid_order order = hwident_table_uuid_order(table, &evidence);

    if (!evidence)
        return json_null();
    return json_pack("{s:s, s:s}", "order", order == HWIDENT_UUID_LE ? "le" : "be", "evidence",
                     evidence);
}

static json_t *virtual_json(const struct hwident_table *table)
{
    struct hwident_virtual vm;

    hwident_table_virtual(table, &vm);
    return json_pack("{s:b, s:b, s:s?, s:s?}", "is_virtual", vm.is_virtual, "stated_by_bios",
                     vm.stated, "name", vm.name, "evidence", vm.evidence);
}

json_t *identity_json(const struct hwident_table *table)
{
    return json_pack("{s:o, s:o, s:o, s:o}", "components", components_json(table), "bindable",
                     bindable_json(table), "uuid_written", order_json(table), "virtual_machine",
                     virtual_json(table));
}
