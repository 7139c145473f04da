/*
 * hwident get: values by name, one a line.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/near.h"
#include "cli/report.h"
#include "cli/suggest.h"
#include "cli/variables.h"
#include "render/json_structure.h"
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
        nearest = near_key(key);
        if (!nearest)
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

/* Whether operand `n` was given before. */
static bool is_repeated(const struct options *o, int n)
{
    for (int i = 0; i < n; i++)
        if (strcmp(o->operands[i], o->operands[n]) == 0)
            return true;
    return false;
}

static void put_values(struct json *json, const struct options *o, hwident *h)
{
    const char *value;

    json_object(json, "values");
    for (int i = 0; i < o->operand_count; i++)
        if (!is_repeated(o, i)) {
            int err = hwident_value(h, o->operands[i], &value);

            json_string(json, o->operands[i], err ? NULL : value);
        }
    json_end(json);
}

static void put_absent(struct json *json, const struct options *o, hwident *h)
{
    const char *value;

    json_object(json, "absent");
    for (int i = 0; i < o->operand_count; i++)
        if (!is_repeated(o, i)) {
            int err = hwident_value(h, o->operands[i], &value);

            if (err)
                json_string(json, o->operands[i], json_reason(err));
        }
    json_end(json);
}

static int get_json(const struct options *o, hwident *h)
{
    struct report report;
    const char *value;
    int result = HWIDENT_OK;

    for (int i = 0; i < o->operand_count; i++) {
        int err = hwident_value(h, o->operands[i], &value);

        if (err)
            result = message_error(h, err);
    }
    report_begin(&report, o, h, result);
    put_values(&report.json, o, h);
    put_absent(&report.json, o, h);
    report_end(&report);
    return result;
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
