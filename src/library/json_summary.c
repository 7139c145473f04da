/*
 * The JSON of summary: what this machine is.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/checks.h"
#include "library/hardware.h"
#include "library/identity_json.h"
#include "library/overview_json.h"
#include "render/json_structure.h"
#include "smbios/keyword.h"

#include <stdio.h>
#include <string.h>

/* The object for a keyword's value, by structure type. */
static const char *const groups[] = {"bios", "system", "base_board", "chassis"};

/* Turns "system-serial-number" into "serial_number", its name within the group. */
static void member_name(const struct keyword *k, char name[64])
{
    const char *tail = strchr(k->name, '-') + 1;

    /* firmware-revision is the only keyword that does not begin with its structure's name. */
    (void)snprintf(name, 64, "%s", strncmp(k->name, "firmware-", 9) == 0 ? k->name : tail);
    for (char *c = name; *c; c++)
        if (*c == '-')
            *c = '_';
}

/*
 * Writes the keyword's value or, with `absent`, one word for why it has none; nothing if the
 * structure has no such field. Returns whether the field exists without a value.
 */
static bool put_value(struct json *json, hwident *h, const struct keyword *k, bool absent)
{
    const char *value;
    char name[64];
    int err = hwident_value(h, k->name, &value);

    if (err == HWIDENT_E_SHORT || err == HWIDENT_E_NO_STRUCTURE)
        return false;
    member_name(k, name);
    if (!absent)
        json_string(json, name, err ? NULL : value);
    else if (err)
        json_string(json, name, json_reason(err));
    return err != HWIDENT_OK;
}

static bool put_values(struct json *json, hwident *h, unsigned type, bool absent)
{
    const char *name;
    bool any = false;

    for (size_t n = 0; (name = hwident_keyword(n)); n++) {
        const struct keyword *k = keyword_find(name);

        if (k->type == type && put_value(json, h, k, absent))
            any = true;
    }
    return any;
}

static void put_group(struct json *json, hwident *h, unsigned type)
{
    json_object(json, groups[type]);
    if (put_values(json, h, type, false)) {
        json_object(json, "absent");
        (void)put_values(json, h, type, true);
        json_end(json);
    }
    json_end(json);
}

static void put_machine(struct answer *a, const struct overview *overview)
{
    answer_begin(a, HWIDENT_OK);
    for (unsigned type = 0; type < sizeof groups / sizeof groups[0]; type++)
        put_group(&a->json, a->h, type);
    hardware_json(&a->json, "physical", hwident_table(a->h));
    overview_json(&a->json, overview);
    identity_json(&a->json, "identity", a->h);
    answer_end(a);
}

int json_summary(struct answer *a)
{
    struct overview overview;
    int err = summary_check(a->h);

    if (err)
        return answer_error(a, err);
    err = overview_read(hwident_table(a->h), &overview);
    if (err)
        (void)answer_error(a, err);
    else
        put_machine(a, &overview);
    overview_free(&overview);
    return err;
}
