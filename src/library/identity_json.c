/*
 * Identity as JSON.
 * SPDX-License-Identifier: MIT
 */
#include "library/identity_json.h"

#include "library/handle.h"
#include "library/recommended.h"

/* The handle's component, which is filled in even if the table is broken before it. */
static const struct hwident_component *component_of(hwident *h, char profile)
{
    const struct hwident_component *component;

    (void)hwident_component(h, profile, &component);
    return &h->component;
}

static void put_component(struct json *json, const struct hwident_component *c)
{
    const char profile[] = {c->profile, '\0'};

    json_string(json, "profile", profile);
    json_string(json, "name", hwident_profile_name(c->profile));
    json_string(json, "grade", hwident_grade_name(c->grade));
    json_string(json, "rule", c->rule);
    json_string(json, "note", c->note);
}

void identity_component_json(struct json *json, hwident *h, char profile)
{
    put_component(json, component_of(h, profile));
}

/* Writes what a code is made of: a UUID's canonical form or a string's bytes. */
static void put_value(struct json *json, const struct hwident_component *c)
{
    if (c->size == 0 || c->size > HWIDENT_COMPONENT_MAX)
        json_null(json, "value_hex");
    else
        json_hex_bytes(json, "value_hex", c->profile == 'u' ? c->uuid : c->value, c->size);
}

static void put_components(struct json *json, hwident *h)
{
    json_array(json, "components");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        const struct hwident_component *c = component_of(h, *profile);

        json_object(json, NULL);
        put_component(json, c);
        put_value(json, c);
        json_end(json);
    }
    json_end(json);
}

static void put_bindable(struct json *json, hwident *h)
{
    json_array(json, "bindable");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        const struct hwident_component *c;

        if (!hwident_component(h, *profile, &c) && !hwident_grade_refusal(c->grade, false))
            (void)json_bytes(json, NULL, profile, 1);
    }
    json_end(json);
}

static void put_order(struct json *json, const hwident *h)
{
    const char *evidence;
    enum hwident_uuid_order order = hwident_table_uuid_order(hwident_table(h), &evidence);

    if (!evidence) {
        json_null(json, "uuid_written");
        return;
    }
    json_object(json, "uuid_written");
    json_string(json, "order", order == HWIDENT_UUID_LE ? "le" : "be");
    json_string(json, "evidence", evidence);
    json_end(json);
}

void identity_virtual_json(struct json *json, hwident *h)
{
    const struct hwident_virtual *vm;

    if (hwident_virtual(h, &vm))
        return;
    json_object(json, "virtual_machine");
    json_bool(json, "is_virtual", vm->is_virtual);
    json_bool(json, "stated_by_bios", vm->stated);
    json_string(json, "name", vm->name);
    json_string(json, "evidence", vm->evidence);
    json_end(json);
}

static void put_recommended(struct json *json, hwident *h)
{
    const char profile[] = {recommended(h), '\0'};

    json_string(json, "recommended", *profile ? profile : NULL);
}

void identity_json(struct json *json, const char *key, hwident *h)
{
    json_object(json, key);
    json_number(json, "rules", hwident_rules(h));
    put_components(json, h);
    put_bindable(json, h);
    put_recommended(json, h);
    put_order(json, h);
    identity_virtual_json(json, h);
    json_end(json);
}
