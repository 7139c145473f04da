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

static void print_value(const struct options *o, json_t *list, const char *verdict,
                        const char *value)
{
    if (o->json)
        (void)json_array_append_new(list,
                                    json_pack("{s:s, s:s}", "value", value, "verdict", verdict));
    else if (o->operand_count > 1)
        printf("%s %s\n", verdict, value);
    else
        puts(verdict);
}

struct count {
    int same;    /* in either byte order */
    int refused; /* error of the last refusal, or 0 */
};

/* Compares every value; an error is one that leaves nothing to count. */
static int compare(const struct options *o, hwident *h, const struct binding *b, json_t *list,
                   struct count *count)
{
    for (int i = 0; i < o->operand_count; i++) {
        const char *value = o->operands[i];
        enum hwident_verdict verdict;
        char advice[REMEDY_SIZE];
        int err = hwident_match(h, value, b->app, b->key, b->key_size, &verdict);

        if (hwident_error_exit(err) == 5 || hwident_error_exit(err) == 7) {
            count->refused = message_failure(err, "value %d: %s; %s", i + 1, hwident_cause(h, err),
                                             remedy(h, err, advice));
            if (o->operand_count > 1 || o->json)
                print_value(o, list, "refused", value);
            continue;
        }
        if (err)
            return err;
        count->same += verdict != HWIDENT_DIFFERENT;
        print_value(o, list, hwident_verdict_name(verdict), value);
    }
    return HWIDENT_OK;
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
    json_t *list = o->json ? json_array() : NULL;
    struct count count = {0};
    json_t *root;
    int err = compare(o, h, b, list, &count);

    if (err) {
        json_decref(list);
        return report_error(o, h, err);
    }
    err = outcome(o, h, &count);
    if (!hwident_smbios_version(h) && has_uuid(o))
        message_note("the SMBIOS version is not known: either byte order counts as the same");
    if (!o->json)
        return err;
    root = report_begin(o, h, err);
    (void)json_object_set_new(root, "values", list);
    (void)json_object_set_new(root, "matched", json_integer(count.same));
    (void)json_object_set_new(root, "needed", json_integer(o->need ? o->need : o->operand_count));
    return report_print(root, err);
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
