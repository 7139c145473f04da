/*
 * hwident report: the machine as one page, to view in a browser, also offline, or to print.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/human.h"
#include "cli/message.h"
#include "cli/report.h"
#include "cli/summary.h"
#include "library/checks.h"
#include "library/findings.h"
#include "library/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The page loads nothing: it has no scripts, fonts or images. */
static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=en><head><meta charset=utf-8>\n"
    "<meta name=viewport content=\"width=device-width,initial-scale=1\">\n"
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<meta name=color-scheme content=\"light dark\">\n"
    "<style>\n"
    ":root{--ink:#1c2330;--dim:#677084;--line:#d5dae3;--page:#fbfcfd;--full:#2f6f4f;--on:#fff;"
    "--warn:#9a5b00}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e4e8f0;--dim:#97a1b5;--line:#343c4d;"
    "--page:#141924;--full:#3f8f68;--on:#fff;--warn:#e0a04c}}\n"
    "body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);"
    "max-width:60rem;margin:0 auto;padding:1.5rem 1rem}\n"
    "h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;"
    "border-bottom:1px solid var(--line)}\n"
    "table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:600;"
    "color:var(--dim);padding:.15rem 1rem .15rem 0;vertical-align:top;width:11rem}\n"
    "td{padding:.15rem 0;overflow-wrap:anywhere;vertical-align:top}td table th{width:8rem}\n"
    ".absent,small{color:var(--dim)}.findings td:first-child{color:var(--warn)}\n"
    ".slots{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem}.slots figure{margin:0}"
    ".slots figcaption{color:var(--dim);font-size:.8rem}\n"
    ".slots i{display:inline-block;font-style:normal;text-align:center;font-size:.8rem;"
    "min-width:2.6rem;padding:.35rem .2rem;margin:.15rem .15rem 0 0;border:1px solid var(--line);"
    "border-radius:3px;color:var(--dim)}\n"
    ".slots i.full{background:var(--full);border-color:var(--full);color:var(--on)}\n"
    "details{border-bottom:1px solid var(--line);padding:.25rem 0}summary{cursor:pointer}"
    "details table{margin:.25rem 0 .75rem 1.1rem;width:calc(100% - 1.1rem)}\n"
    "@media(max-width:36rem){th{width:7.5rem}}\n"
    "@media print{:root{--page:#fff}body{max-width:none}}\n"
    "</style>\n<title>";

/* ---- summary -------------------------------------------------------------------------------------- */

/* One line of summary: its label and the text after it. */
static void put_line(struct page *out, const char *line, size_t size)
{
    size_t label = size < LABEL_WIDTH ? size : LABEL_WIDTH;

    while (label > 0 && line[label - 1] == ' ')
        label--;
    page_add(out, "<tr><th>");
    html_bytes(out, line, label);
    page_add(out, "</th><td>");
    if (size > LABEL_WIDTH + 1)
        html_bytes(out, line + LABEL_WIDTH + 1, size - LABEL_WIDTH - 1);
    page_add(out, "</td></tr>\n");
}

/* Whether the line belongs to the drawing of the memory, which is made of boxes on this page. */
static bool is_drawn(const char *line, size_t size)
{
    return line[0] == ' ' && (memchr(line, '[', size) != NULL);
}

static void put_summary(struct page *out, const char *lines)
{
    page_add(out, "<h2>Summary</h2>\n<table class=summary>\n");
    while (*lines) {
        size_t size = strcspn(lines, "\n");

        if (!is_drawn(lines, size))
            put_line(out, lines, size);
        lines += size + (lines[size] == '\n');
    }
    page_add(out, "</table>\n");
}

/* ---- drawings ------------------------------------------------------------------------------------- */

static void put_box(struct page *out, bool full, const char *text, const char *title)
{
    page_add(out, full ? "<i class=full title=\"" : "<i title=\"");
    html_text(out, title);
    page_add(out, "\">");
    html_text(out, *text ? text : "\xC2\xA0");
    page_add(out, "</i>");
}

static void put_sockets(struct page *out, size_t count, bool full, const char *text)
{
    for (size_t i = 0; i < count && i < 256; i++)
        put_box(out, full, full ? "on" : "", text);
}

static void put_processors(struct page *out, const struct overview_processors *p)
{
    if (p->sockets == 0)
        return;
    page_add(out, "<h2>Processor sockets</h2>\n<div class=slots><figure>");
    put_sockets(out, p->enabled, true, "enabled");
    put_sockets(out, p->disabled, false, "disabled");
    put_sockets(out, p->sockets - p->populated, false, "empty");
    page_add(out, "</figure></div>\n");
}

static bool begins_group(const struct overview_memory *m, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(m->slot[i].group, m->slot[n].group) == 0)
            return false;
    return true;
}

static void put_group(struct page *out, const struct overview_memory *m, size_t first)
{
    page_add(out, "<figure>");
    if (*m->slot[first].group) {
        page_add(out, "<figcaption>");
        html_text(out, m->slot[first].group);
        page_add(out, "</figcaption>");
    }
    for (size_t i = first; i < m->kept; i++) {
        char size[HUMAN_SIZE] = "";

        if (strcmp(m->slot[i].group, m->slot[first].group) != 0)
            continue;
        if (m->slot[i].state == SLOT_FULL)
            human_short_size(m->slot[i].size, size);
        else if (m->slot[i].state == SLOT_SIZE_UNKNOWN)
            (void)strcpy(size, "?");
        put_box(out, m->slot[i].state != SLOT_EMPTY, size, m->slot[i].name);
    }
    page_add(out, "</figure>\n");
}

static void put_memory(struct page *out, const struct overview_memory *m)
{
    if (m->slots == 0)
        return;
    page_add(out, "<h2>Memory slots</h2>\n<div class=slots>");
    for (size_t i = 0; i < m->kept; i++)
        if (begins_group(m, i))
            put_group(out, m, i);
    page_add(out, "</div>\n");
}

/* ---- findings ------------------------------------------------------------------------------------- */

struct findings {
    struct page *out;
    size_t count;
};

enum { LISTED = 1000 };

static void take(void *context, const struct finding *finding)
{
    struct findings *f = context;

    if (++f->count > LISTED)
        return;
    page_add(f->out, "<tr><td>");
    html_text(f->out, lint_rule_name(finding->rule));
    page_add(f->out, "</td><td>");
    if (finding->structure) {
        struct line where = {0};

        line_add(&where, "type ");
        line_number(&where, finding->structure->type);
        line_add(&where, ", handle ");
        line_hex(&where, finding->structure->handle, 4);
        page_add(f->out, where.text);
    }
    page_add(f->out, "</td><td>");
    if (finding->key) {
        html_text(f->out, finding->key);
        page_add(f->out, ": ");
    }
    html_text(f->out, finding->text);
    page_add(f->out, "</td></tr>\n");
}

static void put_findings(struct page *out, const hwident *h, struct linter *linter)
{
    struct findings findings = {.out = out};
    const struct finding_sink sink = {take, &findings, LISTED};

    page_add(out, "<h2>Findings</h2>\n<table class=findings>\n");
    lint_with(linter, hwident_table(h), hwident_entry_point(h), &sink);
    page_add(out, "</table>\n<p>");
    page_number(out, findings.count);
    page_add(out, findings.count == 1 ? " finding" : " findings");
    page_add(out, findings.count > LISTED ? ", of which the first are listed.</p>\n" : ".</p>\n");
}

/* ---- structures ----------------------------------------------------------------------------------- */

static int put_structures(struct page *out, const struct hwident_table *table)
{
    enum vendor vendor = schema_vendor(table);
    struct hwident_structure s = {0};
    int result;

    page_add(out, "<h2>Structures</h2>\n");
    while ((result = hwident_table_next(table, &s)) == 1)
        html_structure(out, schema_find(&s, vendor), table, &s);
    if (result < 0) {
        page_add(out, "<p class=absent>");
        html_text(out, hwident_error_text(result));
        page_add(out, "</p>\n");
    }
    return result < 0 ? result : HWIDENT_OK;
}

/* ---- all of it ------------------------------------------------------------------------------------ */

static void put_title(struct page *out, hwident *h)
{
    const char *value;

    if (hwident_value(h, "system-product-name", &value))
        value = "This machine";
    html_text(out, value);
}

static int print(hwident *h, const struct overview *overview, struct linter *linter,
                 const char *lines)
{
    struct page out;
    int err;

    page_begin(&out, stdout);
    page_add(&out, head);
    put_title(&out, h);
    page_add(&out, "</title></head>\n<body>\n<h1>");
    put_title(&out, h);
    page_add(&out, "</h1>\n");
    put_summary(&out, lines);
    put_processors(&out, &overview->processors);
    put_memory(&out, &overview->memory);
    put_findings(&out, h, linter);
    err = put_structures(&out, hwident_table(h));
    page_add(&out, "<p><small>Made by hwident ");
    page_add(&out, hwident_version());
    page_add(&out, ".</small></p>\n</body></html>\n");
    page_flush(&out);
    return err;
}

/* The lines of summary are made first, so that nothing is printed if memory runs out. */
static int print_page(const struct options *o, hwident *h)
{
    struct sheet sheet = {.indent = LABEL_WIDTH + 1};
    struct overview overview = {0};
    struct linter *linter = lint_new();
    int err = linter ? overview_read(hwident_table(h), &overview) : HWIDENT_E_MEMORY;

    if (!err)
        err = draft_begin(&sheet.draft);
    if (!err) {
        int lost;

        sheet.out = sheet.draft.out;
        err = summary_lines(&sheet, o, h, &overview);
        lost = draft_end(&sheet.draft);
        err = err ? err : lost;
    }
    err = err ? message_error(h, err) : print(h, &overview, linter, sheet.draft.text);
    free(sheet.draft.text);
    overview_free(&overview);
    free(linter);
    return err;
}

int command_report(const struct options *o)
{
    hwident *h = NULL;
    int err = report_open(o, &h);

    if (!err) {
        err = summary_check(h);
        err = err ? message_error(h, err) : print_page(o, h);
    }
    hwident_close(h);
    return err;
}
