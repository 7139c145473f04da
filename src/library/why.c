/*
 * Cause and remedy of an error, in words that fit any program.
 * SPDX-License-Identifier: MIT
 */
#include "library/handle.h"

#include "host/quote.h"
#include "smbios/keyword.h"

#include <stdarg.h>
#include <stdio.h>

#define ASK_VENDOR "update the firmware or report it to the vendor"

static const struct {
    int error;
    const char *remedy;
} remedies[] = {
    {HWIDENT_E_KEYWORD, "hwident_keyword lists the keywords"},
    {HWIDENT_E_VERSION, "make smbios_entry_point readable too (hwident-prepare, or chmod a+r), or "
                        "tell the version to assume"},
    {HWIDENT_E_NOENTRY, "make smbios_entry_point readable too (hwident-prepare, or chmod a+r)"},
    {HWIDENT_E_FINDINGS, ASK_VENDOR},
    {HWIDENT_E_BUFFER, "give a larger buffer"},
    {HWIDENT_E_APP_ID, "take a name like com.example.app"},
    {HWIDENT_E_MEMORY, "allow this process more memory"},
};

static const char *remedy_of(int err)
{
    for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++)
        if (remedies[i].error == err)
            return remedies[i].remedy;
    switch (hwident_error_exit(err)) {
    case 1:
        return "the firmware does not tell it: use a different value";
    case 5:
        return "bind to a different component";
    case 7:
        return ASK_VENDOR;
    default:
        return "see the call's comment in hwident.h";
    }
}

int handle_fail(hwident *h, int err, const char *remedy, const char *format, ...)
{
    va_list arguments;

    h->last.error = err;
    va_start(arguments, format);
    (void)vsnprintf(h->last.cause, sizeof h->last.cause, format, arguments);
    va_end(arguments);
    (void)snprintf(h->last.remedy, sizeof h->last.remedy, "%s", remedy ? remedy : remedy_of(err));
    return err;
}

/*
 * Writes where in the table `err` occurred: at the structure of an absent value, else where the
 * walk ended.
 */
static void where(const hwident *h, const struct keyword *k, int err, char *text, size_t size)
{
    struct hwident_structure s = HWIDENT_START;
    struct hwident_walk walk;

    text[0] = '\0';
    if (hwident_error_exit(err) == 7) {
        hwident_table_walk(&h->source.table, &walk);
        (void)snprintf(text, size, "offset 0x%zX, structure %u: ", walk.offset, walk.structures);
    } else if (k && err != HWIDENT_E_NO_STRUCTURE &&
               hwident_table_find(&h->source.table, k->type, &s) == 1) {
        (void)snprintf(text, size, "type %u at offset 0x%zX, field 0x%02X: ", (unsigned)k->type,
                       s.offset, (unsigned)k->offset);
    } else if (k) {
        (void)snprintf(text, size, "type %u: ", (unsigned)k->type);
    }
}

enum { REMEDY_SIZE = sizeof((struct diagnosis *)NULL)->remedy };

/* What helps with the table that was read: a file need not be what the firmware wrote. */
static const char *table_remedy(const hwident *h, int err, char text[REMEDY_SIZE])
{
    const struct source *source = &h->source;
    size_t announced = source->has_entry_point ? source->entry_point.table_length : 0;

    if (hwident_error_exit(err) != 7 || source->provenance != HWIDENT_PROVENANCE_FILE)
        return NULL;
    if (source->table.size < announced)
        (void)snprintf(text, REMEDY_SIZE,
                       "the file may be cut short (%zu of at most %zu bytes): make it again",
                       source->table.size, announced);
    else
        (void)snprintf(text, REMEDY_SIZE, "make the file again; if it is the same then, %s",
                       ASK_VENDOR);
    return text;
}

int handle_explain(hwident *h, const char *what, int err)
{
    char remedy[REMEDY_SIZE];
    const struct keyword *k = what ? keyword_find(what) : NULL;
    char path[QUOTED_SIZE], key[QUOTED_SIZE] = "";
    char place[80], size[40] = "";

    quote(h->source.path, path);
    if (what)
        quote(what, key);
    where(h, k, err, place, sizeof place);
    if (h->needed > 0)
        (void)snprintf(size, sizeof size, ", %zu bytes are needed", h->needed);
    return handle_fail(h, err, table_remedy(h, err, remedy), "%s: %s%s%s%s%s", path, key,
                       what ? ": " : "", place, hwident_error_text(err), size);
}

int handle_explain_component(hwident *h, int err)
{
    const struct hwident_component *c = &h->component;
    char path[QUOTED_SIZE];

    quote(h->source.path, path);
    return handle_fail(h, err, NULL, "%s: %s: %s, rule '%s'%s%s%s", path,
                       hwident_profile_name(c->profile), hwident_grade_name(c->grade), c->rule,
                       c->note ? " (" : "", c->note ? c->note : "", c->note ? ")" : "");
}

const char *hwident_cause(hwident *h, int err)
{
    if (!h || err >= HWIDENT_OK)
        return hwident_error_text(err);
    if (h->last.error != err)
        (void)handle_explain(h, NULL, err);
    return h->last.cause;
}

const char *hwident_remedy(hwident *h, int err)
{
    if (err >= HWIDENT_OK)
        return "";
    if (!h)
        return remedy_of(err);
    (void)hwident_cause(h, err);
    return h->last.remedy;
}

const char *hwident_why(hwident *h, int err)
{
    if (!h || err >= HWIDENT_OK)
        return hwident_error_text(err);
    (void)hwident_cause(h, err);
    (void)snprintf(h->why, sizeof h->why, "%s; %s", h->last.cause, h->last.remedy);
    return h->why;
}
