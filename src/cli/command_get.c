/*
 * hwident get: values by name, one a line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"
#include "cli/suggest.h"
#include "cli/variables.h"
#include "render/json.h"
#include "smbios/keyword.h"

#include <stdio.h>
#include <string.h>

static const char *key_name(size_t n)
{
    size_t keywords = 0;

    while (hwident_keyword(keywords))
        keywords++;
    return n < keywords ? hwident_keyword(n)
                        : (n < 2 * keywords ? hwident_keyword_sysfs(n - keywords) : NULL);
}

/* Unknown keys are refused before anything is read. */
static bool check_keys(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++) {
        const char *key = o->operands[i];
        const char *nearest;

        if (keyword_find(key))
            continue;
        nearest = suggest(key, key_name);
        if (nearest)
            message_usage("no key '%s'; did you mean '%s'?", key, nearest);
        else
            message_usage("no key '%s'; `hwident get --help` lists them", key);
        return false;
    }
    return true;
}

static int get_text(const struct options *o, hwident *h)
{
    const char *value;
    int result = HWIDENT_OK;

    for (int i = 0; i < o->operand_count; i++) {
        int err = hwident_value(h, o->operands[i], &value);

        if (err) {
            result = message_error(h, err);
            if (o->operand_count > 1)
                puts("");
            continue;
        }
        puts(value);
    }
    return result;
}

static int get_variables(const struct options *o, hwident *h)
{
    int result = HWIDENT_OK;

    for (int i = 0; i < o->operand_count; i++) {
        int err = variables_print_key(h, o->operands[i]);

        if (err)
            result = message_error(h, err);
    }
    return result;
}

static int get_json(const struct options *o, hwident *h)
{
    json_t *values = json_object(), *absent = json_object(), *root;
    const char *value;
    int result = HWIDENT_OK;

    for (int i = 0; i < o->operand_count; i++) {
        const char *key = o->operands[i];
        int err = hwident_value(h, key, &value);

        (void)json_object_set_new(values, key, err ? json_null() : json_string(value));
        if (!err)
            continue;
        result = message_error(h, err);
        (void)json_object_set_new(absent, key, json_string(json_reason(err)));
    }
    root = report_begin(o, h, result);
    (void)json_object_set_new(root, "values", values);
    (void)json_object_set_new(root, "absent", absent);
    return report_print(root, result);
}

/* An error other than "not on this machine" leaves nothing to print. */
static int first_hard_error(const struct options *o, hwident *h)
{
    const char *value;

    for (int i = 0; i < o->operand_count; i++) {
        int err = hwident_value(h, o->operands[i], &value);

        if (hwident_error_exit(err) > 1)
            return err;
    }
    return HWIDENT_OK;
}

static int print(const struct options *o, hwident *h)
{
    if (o->json)
        return get_json(o, h);
    return o->format == FORMAT_ENV ? get_variables(o, h) : get_text(o, h);
}

int command_get(const struct options *o)
{
    hwident *h = NULL;
    int err;

    if (!check_keys(o))
        return HWIDENT_E_KEYWORD;
    err = report_open(o, &h);
    if (!err) {
        err = first_hard_error(o, h);
        if (err)
            (void)report_error(o, h, err);
        else
            err = print(o, h);
    }
    hwident_close(h);
    return err;
}
