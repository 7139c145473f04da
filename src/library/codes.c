/*
 * Identity through the handle: components, machine codes, match. SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include <string.h>

/* Reads the component, the first time that it is asked for. */
static int component_of(hwident *h, char profile)
{
    const char *at = profile ? strchr(HWIDENT_PROFILES, profile) : NULL;
    const struct hwident_table *table = &h->source.table;
    size_t row;

    if (!at)
        return hwident_component_read(table, profile, h->rules, &h->component);
    row = (size_t)(at - HWIDENT_PROFILES);
    if (!h->read[row].known)
        h->read[row].err =
            hwident_component_read(table, profile, h->rules, &h->read[row].component);
    h->read[row].known = true;
    h->component = h->read[row].component;
    return h->read[row].err;
}

/* Reads the handle's component of `profile`. */
static int read_component(hwident *h, char profile)
{
    int err = handle_opened(h);

    if (err)
        return err;
    err = component_of(h, profile);
    return err ? handle_explain(h, NULL, err) : HWIDENT_OK;
}

int hwident_component(hwident *h, char profile, const struct hwident_component **component)
{
    int err;

    if (component)
        *component = NULL;
    if (!h || !component)
        return HWIDENT_E_USAGE;
    err = read_component(h, profile);
    if (!err)
        *component = &h->component;
    return err;
}

int hwident_virtual(hwident *h, const struct hwident_virtual **found)
{
    int err;

    if (found)
        *found = NULL;
    if (!h || !found)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    if (!h->virtual_known)
        hwident_table_virtual(&h->source.table, &h->virtual);
    h->virtual_known = true;
    *found = &h->virtual;
    return HWIDENT_OK;
}

/* Arguments are checked first, so that a wrong call gives the same error on every machine. */
static int check_call(char profile, const char *app, const void *key, size_t key_size,
                      const char *code, size_t size)
{
    int err = hwident_app_id_check(app, NULL);

    if (!err)
        err = hwident_key_check(key, key_size);
    if (!err && (!hwident_profile_name(profile) || (!code && size > 0)))
        err = HWIDENT_E_USAGE;
    return !err && size < HWIDENT_CODE_SIZE ? HWIDENT_E_BUFFER : err;
}

int hwident_code_of(hwident *h, char profile, const char *app, const void *key, size_t key_size,
                    char *code, size_t size)
{
    const struct hwident_component *own;
    int err;

    if (!h)
        return HWIDENT_E_USAGE;
    err = handle_opened(h);
    if (err)
        return err;
    err = check_call(profile, app, key, key_size, code, size);
    h->needed = err == HWIDENT_E_BUFFER ? HWIDENT_CODE_SIZE : 0;
    if (err)
        return handle_explain(h, NULL, err);
    err = hwident_check(h);
    if (!err)
        err = read_component(h, profile);
    if (err)
        return err;
    own = &h->component;
    err = hwident_grade_refusal(own->grade, h->strict);
    if (err)
        return handle_explain_component(h, err);
    err = hwident_code_derive(profile, own->value, own->size, app, key, key_size, code);
    return err ? handle_explain(h, NULL, err) : HWIDENT_OK;
}

int hwident_code(hwident *h, const char *app, const void *key, size_t key_size, char *code,
                 size_t size)
{
    return hwident_code_of(h, HWIDENT_PROFILE_UUID, app, key, key_size, code, size);
}

/* Explains why nothing was compared: because of this machine's component or of the value itself. */
static int explain_refusal(hwident *h, const char *value, int err)
{
    char profile;

    (void)hwident_value_check(value, &profile, NULL);
    if (read_component(h, profile))
        return handle_explain(h, NULL, err);
    if (hwident_grade_refusal(h->component.grade, h->strict))
        return handle_explain_component(h, err);
    return handle_fail(h, err, "compare with a different value", "the value names no machine: %s",
                       hwident_error_text(err));
}

int hwident_match(hwident *h, const char *value, const char *app, const void *key, size_t key_size,
                  enum hwident_verdict *verdict)
{
    int err;

    if (verdict)
        *verdict = HWIDENT_DIFFERENT;
    if (!h || !value || !verdict)
        return HWIDENT_E_USAGE;
    err = hwident_check(h);
    if (err)
        return err;
    err = hwident_table_match(&h->source.table, value, app, key, key_size, h->rules, h->strict,
                              verdict, NULL);
    if (!err)
        return HWIDENT_OK;
    return hwident_error_exit(err) == 5 ? explain_refusal(h, value, err)
                                        : handle_explain(h, NULL, err);
}
