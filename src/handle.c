/*
 * The opaque handle: the library's front door. Joins host and identity; decodes nothing itself.
 * SPDX-License-Identifier: MIT
 */
#include "handle.h"

#include "host/product_uuid.h"
#include "host/quote.h"
#include "smbios/keyword.h"
#include "smbios/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *hwident_version(void)
{
    return HWIDENT_VERSION;
}

int handle_open(const struct source_options *options, hwident **h)
{
    int err;

    *h = malloc(sizeof **h);
    if (!*h)
        return HWIDENT_E_MEMORY;
    /* What source_open does not clear; `last` is set below, `why` is written before it is read. */
    (*h)->order = HWIDENT_UUID_SPEC;
    (*h)->value = NULL;
    err = source_open(options, &(*h)->source);
    (*h)->last = (*h)->source.trouble;
    return err;
}

int hwident_open(const char *tables, hwident **h)
{
    return handle_open(&(struct source_options){.tables = tables}, h);
}

int hwident_open_dump(const char *file, hwident **h)
{
    return handle_open(&(struct source_options){.dump = file}, h);
}

void hwident_close(hwident *h)
{
    if (!h)
        return;
    source_close(&h->source);
    free(h->value);
    free(h);
}

const char *hwident_provenance(const hwident *h)
{
    return provenance_name(h->source.provenance);
}

const char *hwident_source(const hwident *h)
{
    return h->source.provenance == PROVENANCE_NONE ? "" : h->source.path;
}

uint32_t hwident_smbios_version(const hwident *h)
{
    return h->source.table.version;
}

/* ---- why ---------------------------------------------------------------------------------------- */

static const char *remedy_of(int err)
{
    switch (err) {
    case HWIDENT_E_KEYWORD:
        return "`hwident get --help` lists the keywords";
    case HWIDENT_E_VERSION:
        return "make smbios_entry_point readable too (hwident-prepare, or chmod a+r), or give "
               "--assume-version 2.6 (or what it is)";
    case HWIDENT_E_NOENTRY:
        return "make smbios_entry_point readable too (hwident-prepare, or chmod a+r)";
    case HWIDENT_E_FINDINGS:
        return "update the firmware, or tell its vendor";
    case HWIDENT_E_BUFFER:
        return "give a larger buffer";
    case HWIDENT_E_APP_ID:
        return "take a name like com.example.app";
    case HWIDENT_E_MEMORY:
        return "allow this process more memory";
    default:
        break;
    }
    switch (hwident_error_exit(err)) {
    case 1:
        return "the firmware does not tell it: use another value";
    case 5:
        return "bind to another component: `hwident explain` shows which there are";
    case 7:
        return "the firmware's table is broken: update the firmware, or ask its vendor";
    default:
        return "see the call's comment in hwident.h";
    }
}

/* Where in the table `err` was met: the structure for a value that is absent, else the break. */
static void where(const hwident *h, const struct keyword *k, int err, char *text, size_t size)
{
    struct hwident_structure s = {0};
    struct hwident_walk walk;

    text[0] = '\0';
    if (hwident_error_exit(err) == 7) {
        hwident_table_walk(&h->source.table, &walk);
        (void)snprintf(text, size, "offset 0x%zX, structure %u: ", walk.offset, walk.structures);
    } else if (k && hwident_table_find(&h->source.table, k->type, &s) == 1) {
        (void)snprintf(text, size, "type %u at offset 0x%zX, field 0x%02X: ", (unsigned)k->type,
                       s.offset, (unsigned)k->offset);
    } else if (k) {
        (void)snprintf(text, size, "type %u: ", (unsigned)k->type);
    }
}

void handle_explain(hwident *h, const char *what, int err)
{
    const struct keyword *k = what ? keyword_find(what) : NULL;
    char path[QUOTED_SIZE], key[QUOTED_SIZE] = "";
    char place[80];

    quote(h->source.path, path);
    if (what)
        quote(what, key);
    where(h, k, err, place, sizeof place);
    h->last.error = err;
    (void)snprintf(h->last.cause, sizeof h->last.cause, "%s: %s%s%s%s", path, key, what ? ": " : "",
                   place, hwident_error_text(err));
    (void)snprintf(h->last.remedy, sizeof h->last.remedy, "%s", remedy_of(err));
}

void handle_explain_component(hwident *h, const struct hwident_component *component, int err)
{
    char path[QUOTED_SIZE];

    quote(h->source.path, path);
    h->last.error = err;
    (void)snprintf(h->last.cause, sizeof h->last.cause, "%s: %s: %s, rule '%s'%s%s%s", path,
                   hwident_profile_name(component->profile), hwident_grade_name(component->grade),
                   component->rule, component->note ? " (" : "",
                   component->note ? component->note : "", component->note ? ")" : "");
    (void)snprintf(h->last.remedy, sizeof h->last.remedy, "%s", remedy_of(err));
}

const char *hwident_why(hwident *h, int err)
{
    if (!h)
        return hwident_error_text(err);
    if (h->last.error != err)
        handle_explain(h, NULL, err);
    (void)snprintf(h->why, sizeof h->why, "%s; %s", h->last.cause, h->last.remedy);
    return h->why;
}

/* ---- everyday calls -------------------------------------------------------------------------------- */

/* A handle whose tables could not be opened goes on giving the reason. */
static int opened(hwident *h)
{
    int err = h->source.trouble.error;

    if (err)
        h->last = h->source.trouble;
    return err;
}

int hwident_get(hwident *h, const char *key, char *text, size_t size)
{
    int err = opened(h);

    if (err)
        return err;
    err = hwident_table_get(&h->source.table, key, h->order, text, size);
    if (err)
        handle_explain(h, key, err);
    return err;
}

int handle_get(hwident *h, const char *key, const char **value)
{
    /* A string of the table is shorter than it, and what is no string than a line. */
    size_t room = h->source.table.size + sizeof(struct line);
    int err;

    *value = "";
    if (!h->value)
        h->value = malloc(room);
    if (!h->value) {
        handle_explain(h, key, HWIDENT_E_MEMORY);
        return HWIDENT_E_MEMORY;
    }
    err = hwident_get(h, key, h->value, room);
    if (!err)
        *value = h->value;
    return err;
}

int handle_code(hwident *h, char profile, bool strict, const struct handle_binding *binding,
                struct hwident_component *component, char code[HWIDENT_CODE_SIZE])
{
    int err = hwident_component_read(&h->source.table, profile, component);

    if (!err) {
        err = hwident_grade_refusal(component->grade, strict);
        if (err) {
            handle_explain_component(h, component, err);
            return err;
        }
        err = hwident_code_derive(profile, component->value, component->size, binding->app,
                                  binding->key, binding->key_size, code);
    }
    if (err)
        handle_explain(h, NULL, err);
    return err;
}

/* A call that is wrong is wrong on every machine, whatever its component is worth. */
static int check_call(char profile, const char *app, const void *key, size_t key_size, size_t size)
{
    int err = hwident_app_id_check(app, NULL);

    if (!err)
        err = hwident_key_check(key, key_size);
    if (!err && !hwident_profile_name(profile))
        err = HWIDENT_E_USAGE;
    return !err && size < HWIDENT_CODE_SIZE ? HWIDENT_E_BUFFER : err;
}

int hwident_code_of(hwident *h, char profile, const char *app, const void *key, size_t key_size,
                    char *code, size_t size)
{
    struct hwident_component component;
    int err = opened(h);

    if (err)
        return err;
    err = check_call(profile, app, key, key_size, size);
    if (err) {
        handle_explain(h, NULL, err);
        return err;
    }
    err = product_uuid_check(&h->source, &h->last);
    if (err)
        return err;
    return handle_code(h, profile, false, &(struct handle_binding){app, key, key_size}, &component,
                       code);
}

int hwident_code(hwident *h, const char *app, const void *key, size_t key_size, char *code,
                 size_t size)
{
    return hwident_code_of(h, 'u', app, key, key_size, code, size);
}
