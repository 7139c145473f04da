/*
 * What all commands share.
 * SPDX-License-Identifier: MIT
 */
#include "cli/report.h"

#include "cli/command.h"
#include "cli/message.h"
#include "host/product_uuid.h"
#include "host/quote.h"
#include "redact/redact.h"
#include "render/page.h"
#include "render/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/types.h>

/* Fills what is told of a table that can't be redacted. */
static int not_redacted(hwident *h, int err, const char *remedy)
{
    struct diagnosis *d = &h->last;
    char path[QUOTED_SIZE];

    quote(h->source.path, path);
    d->error = err;
    if (err == HWIDENT_E_BOUND)
        (void)snprintf(d->cause, sizeof d->cause,
                       "%s: a table of %zu bytes is larger than the %zu that are redacted", path,
                       h->source.table.size, REDACT_MAX);
    else
        (void)snprintf(d->cause, sizeof d->cause, "no random numbers to redact with: %s",
                       strerror(errno));
    (void)snprintf(d->remedy, sizeof d->remedy, "%s", remedy);
    return err;
}

/* What is compared with the outside is compared before; then nothing but replacements is left. */
int report_redact(hwident *h)
{
    struct source *source = &h->source;
    uint8_t key[REDACT_KEY_SIZE];

    if (getrandom(key, sizeof key, 0) != (ssize_t)sizeof key)
        return not_redacted(h, HWIDENT_E_IO, "run it on a kernel that has getrandom");
    source->ignore_product_uuid = product_uuid_check(source, &h->last) == HWIDENT_OK;
    if (redact_table(source->bytes, &source->table, key))
        return not_redacted(h, HWIDENT_E_BOUND,
                            "take what is to be shown out of the output without --redact");
    return HWIDENT_OK;
}

int report_open(const struct options *o, hwident **h)
{
    int err = handle_open(&o->source, h);

    if (!err && o->redact)
        err = report_redact(*h);

    if (*h) {
        (*h)->order = o->order;
        for (size_t i = 0; i < (*h)->source.notes; i++)
            message_note("%s", (*h)->source.note[i]);
    }
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_open_machine(const struct options *o, hwident **h)
{
    int err = report_open(o, h);

    if (err)
        return err;
    err = product_uuid_check(&(*h)->source, &(*h)->last);
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_error(const struct options *o, hwident *h, int err)
{
    (void)message_error(h, err);
    return o->json ? report_print(report_begin(o, h, err), err) : err;
}

void report_version(const struct source *source, char text[16])
{
    uint32_t version = source->table.version;

    if (source->has_entry_point && source->entry_point.anchor == HWIDENT_ANCHOR_SM3)
        (void)snprintf(text, 16, "%u.%u.%u", version >> 16 & 0xFF, version >> 8 & 0xFF,
                       version & 0xFF);
    else
        (void)snprintf(text, 16, "%u.%u", version >> 16 & 0xFF, version >> 8 & 0xFF);
}

const char *report_version_from(const struct source *source)
{
    static const char *const names[] = {
        [VERSION_UNKNOWN] = "unknown",
        [VERSION_ENTRY_POINT] = "entry_point",
        [VERSION_EVIDENCE] = "evidence",
        [VERSION_ASSUMED] = "assumed",
    };

    return names[source->version_from];
}

void report_print_source(FILE *out, const struct source *source)
{
    char version[16];

    report_version(source, version);
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "SMBIOS",
            source->table.version ? version : "unknown", report_version_from(source));
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "Source", source->path,
            provenance_name(source->provenance));
}

/* A path in JSON: it may hold any bytes. */
static json_t *path_value(const char *path)
{
    char text[UTF8_REPLACEMENT_SIZE * PATH_MAX + 1];

    (void)utf8_repair((const uint8_t *)path, strlen(path), text);
    return json_string(text);
}

static json_t *error_object(hwident *h, int err)
{
    if (err == HWIDENT_OK)
        return json_null();
    if (h)
        (void)hwident_why(h, err);
    return json_pack("{s:i, s:s, s:s, s:s}", "code", hwident_error_exit(err), "tag",
                     hwident_error_tag(err), "message", h ? h->last.cause : hwident_error_text(err),
                     "remedy", h ? h->last.remedy : "");
}

static json_t *source_object(const hwident *h)
{
    char version[16];

    if (!h || h->source.provenance == PROVENANCE_NONE)
        return json_null();
    report_version(&h->source, version);
    return json_pack("{s:o, s:s, s:o, s:s}", "path", path_value(h->source.path), "provenance",
                     provenance_name(h->source.provenance), "smbios_version",
                     h->source.table.version ? json_string(version) : json_null(), "version_from",
                     report_version_from(&h->source));
}

json_t *report_begin(const struct options *o, hwident *h, int err)
{
    return json_pack("{s:s, s:s, s:o, s:o}", "schema", "hwident-json/1", "command",
                     o->command->name, "error", error_object(h, err), "source", source_object(h));
}

static int no_memory(void)
{
    return message_failure(HWIDENT_E_MEMORY, "%s", hwident_error_text(HWIDENT_E_MEMORY));
}

int report_print(json_t *root, int err)
{
    char *string = root ? json_dumps(root, JSON_INDENT(2)) : NULL;

    if (string)
        puts(string);
    else
        err = no_memory();
    free(string);
    json_decref(root);
    return err;
}

/* A part of a member's dump: it stands four columns further in. */
static int put_indented(const char *text, size_t size, void *context)
{
    struct page *out = context;

    for (size_t i = 0; i < size; i++) {
        page_char(out, text[i]);
        if (text[i] == '\n')
            page_add(out, "    ");
    }
    return 0;
}

/* Prints a member of a list that stands in the outermost object; false without memory. */
static bool print_member(struct page *out, json_t *member)
{
    bool whole;

    page_add(out, "\n    ");
    whole = json_dump_callback(member, put_indented, out, JSON_INDENT(2)) == 0;
    json_decref(member);
    return whole;
}

int report_print_list(json_t *root, int err, const char *key, json_t *(*next)(void *context),
                      void *context)
{
    char *string = root ? json_dumps(root, JSON_INDENT(2)) : NULL;
    bool whole = string != NULL;
    bool some = false;
    struct page out;
    json_t *member;

    json_decref(root);
    if (!whole)
        return no_memory();
    string[strlen(string) - strlen("\n}")] = '\0';
    printf("%s,\n  \"%s\": [", string, key);
    free(string);
    page_begin(&out, stdout);
    for (; whole && (member = next(context)); some = true) {
        if (some)
            page_char(&out, ',');
        whole = print_member(&out, member);
    }
    page_line(&out, some ? "\n  ]\n}" : "]\n}");
    page_flush(&out);
    return whole ? err : no_memory();
}
