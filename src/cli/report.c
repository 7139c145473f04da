/*
 * What all commands share.
 * SPDX-License-Identifier: MIT
 */
#include "cli/report.h"

#include "cli/command.h"
#include "cli/message.h"
#include "library/version.h"
#include "render/page.h"
#include "render/utf8.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int report_open(const struct options *o, hwident **h)
{
    int err = hwident_open_with(&o->open, h);
    const char *note;

    for (size_t i = 0; (note = hwident_note(*h, i)); i++)
        message_note("%s", note);
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_open_machine(const struct options *o, hwident **h)
{
    int err = report_open(o, h);

    if (err)
        return err;
    err = hwident_check(*h);
    return err ? report_error(o, *h, err) : HWIDENT_OK;
}

int report_error(const struct options *o, hwident *h, int err)
{
    (void)message_error(h, err);
    return o->json ? report_print(report_begin(o, h, err), err) : err;
}

void report_print_source(FILE *out, const hwident *h)
{
    char version[VERSION_SIZE];

    version_text(h, version);
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "SMBIOS",
            hwident_smbios_version(h) ? version : "unknown", hwident_smbios_version_from(h));
    fprintf(out, "%-*s %s (%s)\n", LABEL_WIDTH, "Source", hwident_source(h),
            hwident_provenance_name(hwident_provenance(h)));
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
    return json_pack("{s:i, s:s, s:s, s:s}", "code", hwident_error_exit(err), "tag",
                     hwident_error_tag(err), "message", hwident_cause(h, err), "remedy",
                     h ? hwident_remedy(h, err) : "");
}

static json_t *source_object(const hwident *h)
{
    char version[VERSION_SIZE];

    if (hwident_provenance(h) == HWIDENT_PROVENANCE_NONE)
        return json_null();
    version_text(h, version);
    return json_pack("{s:o, s:s, s:o, s:s}", "path", path_value(hwident_source(h)), "provenance",
                     hwident_provenance_name(hwident_provenance(h)), "smbios_version",
                     hwident_smbios_version(h) ? json_string(version) : json_null(), "version_from",
                     hwident_smbios_version_from(h));
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
