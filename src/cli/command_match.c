/*
 * hwident match: whether values that were recorded earlier belong to this machine.
 * SPDX-License-Identifier: MIT
 */
#include "cli/binding.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/compared.h"

#include <stdio.h>
#include <string.h>

/* ---- before anything is read -------------------------------------------------------------------- */

/* Messages name the values by number, since a value may be secret: a licence can depend on it. */
static int unreadable(const struct options *o, int n, int err, size_t where)
{
    const char *value = o->operands[n];

    if (err == HWIDENT_E_UUID_TEXT)
        return message_failure(err,
                               "value %d, character %zu: neither a UUID nor a machine code; copy "
                               "all of it (36 characters, or hw1 and what follows)",
                               n + 1, where + 1);
    if (err == HWIDENT_E_CODE_LABEL && where > 0 && strchr("wW", value[where - 1]) &&
        value[where] >= '0' && value[where] <= '9')
        return message_failure(err,
                               "value %d, character %zu: a machine code of another version; match "
                               "it with the hwident that made it, or a newer one",
                               n + 1, where + 1);
    return message_failure(err, "value %d, character %zu: %s; copy it again", n + 1, where + 1,
                           hwident_error_text(err));
}

/* Of values that were checked. */
static bool is_code(const char *value)
{
    uint8_t uuid[16];

    return hwident_uuid_parse(value, uuid, NULL) != HWIDENT_OK;
}

static int check_values(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++) {
        size_t where;
        int err = hwident_value_check(o->operands[i], NULL, &where);

        if (err)
            return unreadable(o, i, err, where);
        if (!o->app && is_code(o->operands[i]))
            return message_failure(HWIDENT_E_APP_ID,
                                   "value %d: a machine code needs --app ID, as it was made with",
                                   i + 1);
    }
    if (o->need > o->operand_count)
        return message_failure(HWIDENT_E_USAGE,
                               "--need %d with %d value%s; give as many, or need fewer", o->need,
                               o->operand_count, o->operand_count == 1 ? "" : "s");
    return HWIDENT_OK;
}

/* ---- comparing ---------------------------------------------------------------------------------- */

static void print(const struct hwident_request *request, hwident *h)
{
    for (size_t i = 0; i < request->operand_count; i++) {
        int err;
        const char *verdict = compared_verdict(h, request, i, &err);
        const char *field = compared_field(h, verdict, request->operands[i]);

        if (field)
            message_note("value %zu is not the system UUID of this machine but its %s", i + 1,
                         field);

        if (request->operand_count > 1)
            printf("%s %s\n", verdict, request->operands[i]);
        else if (!err)
            puts(verdict);
    }
}

static bool has_uuid(const struct options *o)
{
    for (int i = 0; i < o->operand_count; i++)
        if (!is_code(o->operands[i]))
            return true;
    return false;
}

static int match(const struct options *o, const struct hwident_request *request)
{
    hwident *h = NULL;
    int err = report_open_machine(o, &h);
    size_t matched;

    if (!err) {
        err = compared_count(h, request, &report_listener, &matched);
        if (matched != SIZE_MAX)
            print(request, h);
        else
            (void)message_error(h, err);
        if (matched != SIZE_MAX && !hwident_smbios_version(h) && has_uuid(o))
            message_note("the SMBIOS version is not known: either byte order counts as the same");
    }
    hwident_close(h);
    return err;
}

int command_match(const struct options *o)
{
    struct binding b;
    int err = check_values(o);

    if (err)
        return err;
    err = binding_read(o, &b);
    if (!err) {
        const struct hwident_request request = {
            .size = sizeof request,
            .operands = (const char *const *)o->operands,
            .operand_count = (size_t)o->operand_count,
            .app = b.app,
            .key = b.key,
            .key_size = b.key_size,
            .need = (uint32_t)o->need,
        };

        err = o->json ? report_json(o, &request) : match(o, &request);
    }
    binding_forget(&b);
    return err;
}
