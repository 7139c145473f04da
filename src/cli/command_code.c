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

/* A component's code, or why it has none. */
struct derived {
    char code[HWIDENT_CODE_SIZE];
    int err;
};

enum { PROFILES = sizeof HWIDENT_PROFILES - 1 };

/* Derives a code for each of `profiles`; OK if there is one. */
static int derive(hwident *h, const struct binding *b, const char *profiles, struct derived *all)
{
    bool any = false;
    int worst = HWIDENT_OK;

    for (size_t i = 0; profiles[i]; i++) {
        struct derived *d = &all[i];

        d->err =
            hwident_code_of(h, profiles[i], b->app, b->key, b->key_size, d->code, sizeof d->code);
        if (d->err)
            worst = worse(worst, message_error(h, d->err));
        else
            any = true;
    }
    return any ? HWIDENT_OK : worst;
}

static void print_text(const struct options *o, const char *profiles, const struct derived *all)
{
    bool first = true;

    for (size_t i = 0; profiles[i]; i++) {
        if (all[i].err)
            continue;
        if (o->format == FORMAT_PROMETHEUS)
            metrics_print_code(o->app, profiles[i], all[i].code, first);
        else
            printf("%s%s%s\n", all[i].code, o->label ? "  " : "", o->label ? o->label : "");
        first = false;
    }
}

static void put_codes(struct json *json, const struct hwident_table *table, const char *profiles,
                      const struct derived *all)
{

    json_array(json, "components");
    for (size_t i = 0; profiles[i]; i++) {
        struct hwident_component component;

        (void)hwident_component_read(table, profiles[i], 0, &component);
        json_object(json, NULL);
        identity_component_json(json, &component);
        json_string(json, "code", all[i].err ? NULL : all[i].code);
        json_end(json);
    }
    json_end(json);
}

static int print(const struct options *o, hwident *h, const struct binding *b)
{
    const char one[] = {o->profile ? o->profile : 'u', '\0'};
    const char *profiles = o->components ? HWIDENT_PROFILES : one;
    struct derived all[PROFILES];
    struct report report;
    int err = derive(h, b, profiles, all);

    if (!o->json) {
        print_text(o, profiles, all);
        return err;
    }
    report_begin(&report, o, h, err);
    json_string(&report.json, "app", o->app);
    json_bool(&report.json, "with_key", b->key != NULL);
    put_codes(&report.json, hwident_table(h), profiles, all);
    report_end(&report);
    return err;
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
