/*
 * hwident duplicates: which of several dumps share an identity.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/fleet.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/answer.h"
#include "library/visible.h"
#include "library/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A component of one machine. */
struct witness {
    char profile;
    uint8_t *value; /* its own copy, of `size` bytes */
    size_t size;
    enum hwident_grade grade;
    const char *rule;
    const char *file;
    size_t order; /* of the machine */
};

struct witnesses {
    struct witness *at;
    size_t count, room;
};

static bool add(struct witnesses *all, const struct hwident_component *c, const char *file,
                size_t order)
{
    struct witness *w;

    if (all->count == all->room) {
        size_t room = all->room ? 2 * all->room : 256;

        w = realloc(all->at, room * sizeof *w);
        if (!w)
            return false;
        all->at = w;
        all->room = room;
    }
    w = &all->at[all->count];
    *w = (struct witness){c->profile, malloc(c->size), c->size, c->grade, c->rule, file, order};
    if (!w->value)
        return false;
    memcpy(w->value, c->profile == 'u' ? c->uuid : c->value, c->size);
    all->count++;
    return true;
}

/* Reads the components of one dump's machine, except for absent ones. */
static int read_machine(const struct options *o, const char *file, size_t order,
                        struct witnesses *all)
{
    struct options one = *o;
    hwident *h = NULL;
    int err;

    one.open.dump = file;
    one.json = false; /* one object is printed for all dumps */
    err = report_open(&one, &h);
    for (const char *profile = HWIDENT_PROFILES; !err && *profile; profile++) {
        const struct hwident_component *c;

        err = hwident_component(h, *profile, &c);
        if (err)
            (void)message_error(h, err);
        else if (c->grade != HWIDENT_GRADE_ABSENT && !add(all, c, file, order))
            err = message_error(NULL, HWIDENT_E_MEMORY);
    }
    hwident_close(h);
    return err;
}

/* ---- groups ----------------------------------------------------------------------------------------- */

static int compare_values(const struct witness *a, const struct witness *b)
{
    size_t shorter = a->size < b->size ? a->size : b->size;
    int by_profile = strchr(HWIDENT_PROFILES, a->profile) < strchr(HWIDENT_PROFILES, b->profile)
                         ? -1
                         : a->profile != b->profile;
    int by_bytes = by_profile ? by_profile : memcmp(a->value, b->value, shorter);

    return by_bytes ? by_bytes : (a->size > b->size) - (a->size < b->size);
}

/* Sorts equal values next to each other, in the order of their machines. */
static int compare(const void *a, const void *b)
{
    const struct witness *x = a, *y = b;
    int by_value = compare_values(x, y);

    return by_value ? by_value : (x->order > y->order) - (x->order < y->order);
}

/* How many witnesses, beginning with number `first`, have the same value as it. */
static size_t group_size(const struct witnesses *all, size_t first)
{
    size_t size = 1;

    while (first + size < all->count &&
           compare_values(&all->at[first], &all->at[first + size]) == 0)
        size++;
    return size;
}

/* A value as text: 36 characters, or the string's bytes. */
static void value_text(const struct witness *w, char text[HWIDENT_COMPONENT_MAX + 1])
{
    size_t size = w->size < HWIDENT_COMPONENT_MAX ? w->size : HWIDENT_COMPONENT_MAX;

    if (w->profile == 'u') {
        hwident_uuid_format(w->value, text);
        return;
    }
    for (size_t i = 0; i < size; i++)
        text[i] = line_printable(w->value[i]);
    text[size] = '\0';
}

static void print_group(const struct witness *w, size_t size)
{
    char text[HWIDENT_COMPONENT_MAX + 1];

    value_text(w, text);
    printf("%s %s", hwident_profile_name(w->profile), text);
    if (w->grade == HWIDENT_GRADE_STRONG)
        printf(": %zu dumps\n", size);
    else
        printf(" (%s, rule '%s'): %zu dumps\n", hwident_grade_name(w->grade), w->rule, size);
    for (size_t i = 0; i < size; i++) {
        printf("    ");
        visible_print(stdout, w[i].file);
        putchar('\n');
    }
}

static void put_group(struct json *json, const struct witness *w, size_t size)
{
    char text[HWIDENT_COMPONENT_MAX + 1];
    const char profile[] = {w->profile, '\0'};

    value_text(w, text);
    json_object(json, NULL);
    json_string(json, "profile", profile);
    json_string(json, "value", text);
    json_string(json, "grade", hwident_grade_name(w->grade));
    json_string(json, "rule", w->rule);
    json_array(json, "files");
    for (size_t i = 0; i < size; i++)
        json_string(json, NULL, w[i].file);
    json_end(json);
    json_end(json);
}

/* Prints the groups, or puts them into `json`; returns how many there are. */
static size_t tell(const struct witnesses *all, struct json *json)
{
    size_t groups = 0;

    for (size_t i = 0, size; i < all->count; i += size) {
        size = group_size(all, i);
        if (size == 1)
            continue;
        groups++;
        if (json)
            put_group(json, &all->at[i], size);
        else
            print_group(&all->at[i], size);
    }
    return groups;
}

/* The dumps that could not be read. */
static void put_failures(struct json *json, const struct fleet *fleet, const int *errors)
{
    json_array(json, "failed");
    for (size_t i = 0; i < fleet->files; i++) {
        if (!errors[i])
            continue;
        json_object(json, NULL);
        json_string(json, "file", fleet->file[i]);
        json_string(json, "tag", hwident_error_tag(errors[i]));
        json_string(json, "message", hwident_error_text(errors[i]));
        json_end(json);
    }
    json_end(json);
}

static size_t tell_json(const struct options *o, const struct witnesses *all,
                        const struct fleet *fleet, const int *errors)
{
    struct page out;
    struct answer answer = {.command = o->command->name, .out = &out};
    struct json *json = &answer.json;
    size_t groups;

    page_begin(&out, stdout);
    answer_begin(&answer, HWIDENT_OK);
    json_number(json, "dumps", fleet->files);
    put_failures(json, fleet, errors);
    json_array(json, "duplicates");
    groups = tell(all, json);
    json_end(json);
    answer_end(&answer);
    page_flush(&out);
    return groups;
}

static void forget(struct witnesses *all)
{
    for (size_t i = 0; i < all->count; i++)
        free(all->at[i].value);
    free(all->at);
}

static size_t tell_text(const struct witnesses *all, const struct fleet *fleet)
{
    size_t groups = tell(all, NULL);

    printf("%zu dump%s, %zu shared value%s\n", fleet->files, fleet->files == 1 ? "" : "s", groups,
           groups == 1 ? "" : "s");
    return groups;
}

/* Reads every dump; `errors` gets that of each. Returns the error with the highest exit code. */
static int read_all(const struct options *o, struct fleet *fleet, struct witnesses *all,
                    int *errors)
{
    int worst = HWIDENT_OK;
    const char *file;

    while (worst != HWIDENT_E_MEMORY && (file = fleet_next(fleet))) {
        int *err = &errors[fleet->done - 1];

        *err = read_machine(o, file, fleet->done, all);
        if (hwident_error_exit(*err) > hwident_error_exit(worst))
            worst = *err;
    }
    if (all->count > 0)
        qsort(all->at, all->count, sizeof *all->at, compare);
    return worst;
}

int command_duplicates(const struct options *o)
{
    struct witnesses all = {0};
    struct fleet fleet;
    size_t groups = 0;
    int *errors = NULL;
    int err;

    if (o->dump_count == 0) {
        message_usage(
            "'duplicates' needs --from with dumps or a folder of them, as in `hwident %s`",
            o->command->example);
        return HWIDENT_E_USAGE;
    }
    err = fleet_find(o, &fleet);
    if (!err) {
        errors = calloc(fleet.files + 1, sizeof *errors);
        err = errors ? read_all(o, &fleet, &all, errors) : message_error(NULL, HWIDENT_E_MEMORY);
    }
    if (errors && err != HWIDENT_E_MEMORY)
        groups = o->json ? tell_json(o, &all, &fleet, errors) : tell_text(&all, &fleet);
    free(errors);
    forget(&all);
    fleet_free(&fleet);
    return !err && groups > 0 ? HWIDENT_E_FINDINGS : err;
}
