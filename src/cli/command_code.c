/*
 * hwident code: what a licence can be bound to.
 * SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/message.h"
#include "cli/metrics.h"
#include "cli/report.h"

#include <stdio.h>

/* Of several refusals the one that ends the program: a broken table says more than a grade. */
static int worse(int a, int b)
{
    return hwident_error_exit(b) > hwident_error_exit(a) ? b : a;
}

static void print_code(const struct options *o, char profile, const char *code, bool first)
{
    if (o->format == FORMAT_PROMETHEUS)
        metrics_print_code(o->app, profile, code, first);
    else
        puts(code);
}

/* Derives the codes asked for, prints them or adds them to `list`; OK where there is one. */
static int derive(const struct options *o, hwident *h, const struct binding *b, json_t *list)
{
    char one[] = "u";
    bool any = false;
    int worst = HWIDENT_OK;

    if (o->profile)
        one[0] = o->profile;
    for (const char *profile = o->components ? HWIDENT_PROFILES : one; *profile; profile++) {
        char code[HWIDENT_CODE_SIZE];
        int err = hwident_code_of(h, *profile, b->app, b->key, b->key_size, code, sizeof code);

        if (err)
            worst = worse(worst, message_error(h, err));
        if (list) {
            struct hwident_component component;
            json_t *object;

            (void)hwident_component_read(hwident_table(h), *profile, &component);
            object = identity_component_json(&component);
            (void)json_object_set_new(object, "code", err ? json_null() : json_string(code));
            (void)json_array_append_new(list, object);
        } else if (!err) {
            print_code(o, *profile, code, !any);
        }
        any = any || !err;
    }
    return any ? HWIDENT_OK : worst;
}

static int print(const struct options *o, hwident *h, const struct binding *b)
{
    json_t *list = o->json ? json_array() : NULL;
    int err = derive(o, h, b, list);
    json_t *root;

    if (!o->json)
        return err;
    root = report_begin(o, h, err);
    (void)json_object_set_new(root, "app", json_string(o->app));
    (void)json_object_set_new(root, "with_key", json_boolean(b->key != NULL));
    (void)json_object_set_new(root, "components", list);
    return report_print(root, err);
}

int command_code(const struct options *o)
{
    struct binding b;
    hwident *h = NULL;
    int err;

    if (!o->app) {
        message_usage("'code' needs --app ID");
        return HWIDENT_E_APP_ID;
    }
    err = binding_read(o, &b);
    if (!err) {
        err = report_open_machine(o, &h);
        if (!err)
            err = print(o, h, &b);
    }
    binding_forget(&b);
    hwident_close(h);
    return err;
}
