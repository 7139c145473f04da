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
#include "library/got.h"
#include "library/keys.h"

#include <stdio.h>

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

        if (key_exists(key))
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

static void print_text(const struct options *o, const struct got *got)
{
    for (size_t i = 0; i < got->count; i++) {
        const char *text = got->value[i].text;

        if (o->format == FORMAT_ENV)
            variables_print(o->operands[i], text);
        else if (text || got->count > 1)
            puts(text ? text : "");
    }
}

/* After an error other than "not on this machine" nothing is printed. */
static int get(const struct options *o, hwident *h)
{
    const char *const *keys = (const char *const *)o->operands;
    struct got got;
    int err = got_read(h, keys, (size_t)o->operand_count, &got);

    if (err) {
        (void)message_error(h, err);
    } else {
        print_text(o, &got);
        err = got_tell(&got, h, keys, &report_listener);
    }
    got_free(&got);
    return err;
}

int command_get(const struct options *o)
{
    const struct hwident_request request = {
        .size = sizeof request,
        .operands = (const char *const *)o->operands,
        .operand_count = (size_t)o->operand_count,
    };
    hwident *h = NULL;
    int err;

    if (!check_keys(o))
        return HWIDENT_E_KEYWORD;
    if (o->json)
        return report_json(o, &request);
    err = report_open(o, &h);
    if (!err)
        err = get(o, h);
    hwident_close(h);
    return err;
}
