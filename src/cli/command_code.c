/*
 * hwident code: the machine codes that a licence can be bound to. SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/metrics.h"
#include "cli/report.h"
#include "library/derived.h"
#include "library/visible.h"

#include <stdio.h>

static void print_line(const char *code, const char *label)
{
    printf("%s%s", code, label ? "  " : "");
    visible_print(stdout, label ? label : "");
    putchar('\n');
}

static void print(const struct options *o, const char *profiles, const struct derived *derived)
{
    bool first = true;

    for (size_t i = 0; profiles[i]; i++) {
        const char *code = derived->code[i].text;

        if (derived->code[i].err)
            continue;
        if (o->format == FORMAT_PROMETHEUS)
            metrics_print_code(o->app, profiles[i], code, first);
        else
            print_line(code, o->label);
        first = false;
    }
}

static int code(const struct options *o, const struct hwident_request *request)
{
    struct derived derived;
    hwident *h = NULL;
    int err = report_open_machine(o, &h);

    if (!err) {
        err = derive_codes(h, request->profiles, request, &report_listener, &derived);
        print(o, request->profiles, &derived);
    }
    hwident_close(h);
    return err;
}

int command_code(const struct options *o)
{
    char one[] = "u";
    struct binding b;
    int err;

    if (o->profile)
        one[0] = o->profile;
    if (!o->app) {
        message_usage("'code' needs --app ID, as in `hwident code --app com.example.app`");
        return HWIDENT_E_APP_ID;
    }
    err = binding_read(o, &b);
    if (!err) {
        const struct hwident_request request = {
            .size = sizeof request,
            .app = b.app,
            .key = b.key,
            .key_size = b.key_size,
            .profiles = o->components ? HWIDENT_PROFILES : one,
        };

        err = o->json ? report_json(o, &request) : code(o, &request);
    }
    binding_forget(&b);
    return err;
}
