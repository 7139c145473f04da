/*
 * --format prometheus: the output of summary and code as metrics. SPDX-License-Identifier: MIT
 */
#include "cli/metrics.h"

#include "cli/prometheus.h"
#include "library/keys.h"
#include "library/version.h"
#include "library/words.h"

#include <string.h>

/* Labels are named as in node_exporter's node_dmi_info: after sysfs, with one exception. */
static const char *label_of(const char *sysfs)
{
    return strcmp(sysfs, "sys_vendor") == 0 ? "system_vendor" : sysfs;
}

static void print_dmi(hwident *h, bool with_ids)
{
    const char *value;
    struct metric metric;

    metric_gauge(stdout, "hwident_dmi_info",
                 "What the SMBIOS tables say about the machine, labelled as node_dmi_info.");
    metric_begin(&metric, stdout, "hwident_dmi_info");
    for (size_t n = 0; hwident_keyword(n); n++) {
        const char *sysfs = hwident_keyword_sysfs(n);

        if (sysfs && (with_ids || !key_is_private(sysfs)) &&
            hwident_value(h, sysfs, &value) == HWIDENT_OK)
            metric_label(&metric, label_of(sysfs), value);
    }
    metric_end(&metric, 1);
}

static void print_grades(hwident *h)
{
    metric_gauge(stdout, "hwident_identity_grade",
                 "How far the component tells one machine from all others: 0 absent, "
                 "1 placeholder, 2 weak, 3 strong.");
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        const struct hwident_component *c;
        struct metric metric;
        char name[SNAKE_SIZE];

        if (hwident_component(h, *profile, &c))
            continue;
        snake(hwident_profile_name(*profile), name);
        metric_begin(&metric, stdout, "hwident_identity_grade");
        metric_label(&metric, "component", name);
        metric_label(&metric, "rule", c->rule);
        metric_end(&metric, c->grade);
    }
}

static void print_virtual(hwident *h)
{
    const struct hwident_virtual *vm;
    struct metric metric;

    if (hwident_virtual(h, &vm))
        return;
    metric_gauge(stdout, "hwident_virtual_machine",
                 "Whether the tables are a virtual machine's, and whose.");
    metric_begin(&metric, stdout, "hwident_virtual_machine");
    metric_label(&metric, "name", vm->name ? vm->name : "");
    metric_end(&metric, vm->is_virtual);
}

static void print_source(const hwident *h)
{
    struct metric metric;
    char version[VERSION_SIZE];

    version_text(h, version);
    metric_gauge(stdout, "hwident_source_info", "Where the tables were read, and who vouches.");
    metric_begin(&metric, stdout, "hwident_source_info");
    metric_label(&metric, "path", hwident_source(h));
    metric_label(&metric, "provenance", hwident_provenance_name(hwident_provenance(h)));
    metric_label(&metric, "smbios_version", hwident_smbios_version(h) ? version : "");
    metric_label(&metric, "version_from", hwident_smbios_version_from(h));
    metric_end(&metric, 1);
}

void metrics_print(hwident *h, bool with_ids)
{
    print_dmi(h, with_ids);
    print_grades(h);
    print_virtual(h);
    print_source(h);
}

void metrics_print_codes(hwident *h, const char *app)
{
    bool first = true;

    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        char code[HWIDENT_CODE_SIZE];

        if (hwident_code_of(h, *profile, app, NULL, 0, code, sizeof code))
            continue;
        metrics_print_code(app, *profile, code, first);
        first = false;
    }
}

void metrics_print_code(const char *app, char profile, const char *code, bool first)
{
    const char letter[] = {profile, '\0'};
    struct metric metric;

    if (first)
        metric_gauge(stdout, "hwident_code_info", "The machine code for an application.");
    metric_begin(&metric, stdout, "hwident_code_info");
    metric_label(&metric, "app", app);
    metric_label(&metric, "profile", letter);
    metric_label(&metric, "code", code);
    metric_end(&metric, 1);
}
