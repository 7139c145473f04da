/*
 * The JSON of explain: whether the tables can be read here, and why not.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"
#include "library/checks.h"
#include "library/handle.h"
#include "library/identity_json.h"

static void put_notes(struct json *json, const hwident *h)
{
    const char *note;

    json_array(json, "notes");
    for (size_t i = 0; (note = hwident_note(h, i)); i++)
        json_string(json, NULL, note);
    json_end(json);
}

/* Writes what this process can read at one place. */
static void put_place(struct json *json, const char *place)
{
    hwident *h = NULL;
    int err = hwident_open(place, &h);

    json_object(json, NULL);
    json_string(json, "path", place);
    json_string(json, "tag", hwident_error_tag(err));
    json_string(json, "message", err ? hwident_cause(h, err) : "");
    json_string(json, "remedy", hwident_remedy(h, err));
    json_end(json);
    hwident_close(h);
}

static void put_places(struct json *json)
{
    const char *place;

    json_array(json, "places");
    for (size_t n = 0; (place = hwident_place(n)); n++)
        put_place(json, place);
    json_end(json);
}

int json_explain(struct answer *a)
{
    int err = explain_check(a->h);
    struct diagnosis last = a->h->last;

    answer_begin(a, err);
    if (hwident_table(a->h))
        identity_json(&a->json, "identity", a->h);
    put_notes(&a->json, a->h);
    put_places(&a->json);
    answer_end(a);
    a->h->last = last;
    return err;
}
