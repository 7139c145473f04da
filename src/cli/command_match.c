/*
 * hwident match: whether what was written down elsewhere is this machine's.
 * SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/remedy.h"
#include "cli/report.h"
#include "library/handle.h"

#include <stdio.h>
#include <string.h>

/* ---- before anything is read -------------------------------------------------------------------- */

/* The values are told by their number: they may be what a licence hangs on. */
static int unreadable(const struct options *o, int n, int err, size_t where)
{
    const char *value = o->operands[n];

    if (err == HWIDENT_E_UUID_TEXT)
        return message_failure(err, "value %d, character %zu: neither a UUID nor a machine code",
                               n + 1, where + 1);
    if (err == HWIDENT_E_CODE_LABEL && where == 2 && value[2] >= '0' && value[2] <= '9')
        return message_failure(err, "value %d, character 3: a machine code of another version",
                               n + 1);
    return message_failure(err, "value %d, character %zu: %s", n + 1, where + 1,
                           hwident_error_text(err));
}

/* Of values that were checked: no spelling of a UUID begins so. */
static bool is_code(const char *value)
{
    return value[0] == 'h' || value[0] == 'H';
}

static int check_values(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++) {
        size_t where;
        int err = hwident_value_check(o->operands[i], NULL, &where);

        if (err)
            return unreadable(o, i, err, where);
        if (!o->app && is_code(o->operands[i]))
            return message_failure(HWIDENT_E_APP_ID, "value %d: a machine code needs --app ID",
                                   i + 1);
    }
    if (o->need > o->operand_count)
        return message_failure(HWIDENT_E_USAGE, "--need %d, but there are only %d values", o->need,
                               o->operand_count);
    return HWIDENT_OK;
}

/* ---- comparing ---------------------------------------------------------------------------------- */

/* "refused" for a comparison that cannot be made; NULL for an error that leaves nothing to say. */
static const char *compare(hwident *h, const struct binding *b, const char *value, int *err)
{
    enum hwident_verdict verdict;

    *err = hwident_match(h, value, b->app, b->key, b->key_size, &verdict);
    if (!*err)
        return hwident_verdict_name(verdict);
    return hwident_error_exit(*err) == 5 || hwident_error_exit(*err) == 7 ? "refused" : NULL;
}

struct count {
    int same;    /* in either byte order */
    int refused; /* error of the last refusal, or 0 */
};

/* Compares every value and says why one is refused; an error is one that leaves nothing to count. */
static int count_values(const struct options *o, hwident *h, const struct binding *b,
                        struct count *count)
{
    for (int i = 0; i < o->operand_count; i++) {
        char advice[REMEDY_SIZE];
        int err;
        const char *verdict = compare(h, b, o->operands[i], &err);

        if (!verdict)
            return err;
        if (err) {
            count->refused = message_failure(err, "value %d: %s; %s", i + 1, hwident_cause(h, err),
                                             remedy(h, err, advice));
        } else {
            count->same += strcmp(verdict, hwident_verdict_name(HWIDENT_DIFFERENT)) != 0;
        }
    }
    return HWIDENT_OK;
}

static void print_text(const struct options *o, hwident *h, const struct binding *b)
{
    for (int i = 0; i < o->operand_count; i++) {
        int err;
        const char *verdict = compare(h, b, o->operands[i], &err);

        if (o->operand_count > 1)
            printf("%s %s\n", verdict, o->operands[i]);
        else if (!err)
            puts(verdict);
    }
}

static void put_values(struct json *json, const struct options *o, hwident *h,
                       const struct binding *b)
{
    json_array(json, "values");
    for (int i = 0; i < o->operand_count; i++) {
        int err;

        json_object(json, NULL);
        json_string(json, "value", o->operands[i]);
        json_string(json, "verdict", compare(h, b, o->operands[i], &err));
        json_end(json);
    }
    json_end(json);
}

/* What the whole comparison comes to. */
static int outcome(const struct options *o, hwident *h, const struct count *count)
{
    int need = o->need ? o->need : o->operand_count;

    if (count->same >= need)
        return HWIDENT_OK;
    if (count->refused && !o->need)
        return count->refused;
    return handle_fail(h, HWIDENT_E_DIFFERENT, "none: it is another machine",
                       "%d of %d values match, %d are needed", count->same, o->operand_count, need);
}

static bool has_uuid(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++)
        if (!is_code(o->operands[i]))
            return true;
    return false;
}

static int match(const struct options *o, hwident *h, const struct binding *b)
{
    struct count count = {0};
    struct report report;
    int err = count_values(o, h, b, &count);

    if (err)
        return report_error(o, h, err);
    if (!o->json)
        print_text(o, h, b);
    err = outcome(o, h, &count);
    if (!hwident_smbios_version(h) && has_uuid(o))
        message_note("the SMBIOS version is not known: either byte order counts as the same");
    if (!o->json)
        return err;
    report_begin(&report, o, h, err);
    put_values(&report.json, o, h, b);
    json_signed(&report.json, "matched", count.same);
    json_signed(&report.json, "needed", o->need ? o->need : o->operand_count);
    report_end(&report);
    return err;
}

int command_match(const struct options *o)
{
    struct binding b;
    hwident *h = NULL;
    int err = check_values(o);

    if (err)
        return err;
    err = binding_read(o, &b);
    if (!err) {
        err = report_open_machine(o, &h);
        if (!err)
            err = match(o, h, &b);
    }
    binding_forget(&b);
    hwident_close(h);
    return err;
}
