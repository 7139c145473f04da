/*
 * hwident dump: the tables in dmidecode's dump format.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"
#include "host/dump_file.h"
#include "host/quote.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Says why the file was not written, in h->last as everywhere. */
static void explain(hwident *h, const char *file, int err, int os_error)
{
    char quoted[QUOTED_SIZE];

    quote(file, quoted);
    h->last.error = err;
    if (err == HWIDENT_E_NOENTRY) {
        handle_explain(h, NULL, err);
        return;
    }
    (void)snprintf(h->last.cause, sizeof h->last.cause, "%s: %s", quoted, strerror(os_error));
    (void)snprintf(
        h->last.remedy, sizeof h->last.remedy, "%s",
        err == HWIDENT_E_EXISTS
            ? "name a file that is not there yet"
            : "nothing was kept; name a file where this user can write and there is room");
}

int command_dump(const struct options *o)
{
    hwident *h = NULL;
    int err;

    if (o->operand_count != 1) {
        message_usage("'dump' takes one FILE");
        return HWIDENT_E_USAGE;
    }
    err = report_open(o, &h);
    if (!err) {
        err = dump_write(&h->source, o->operands[0]);
        if (err) {
            explain(h, o->operands[0], err, errno);
            (void)report_error(o, h, err);
        } else if (o->json) {
            err = report_print(report_begin(o, h, HWIDENT_OK), HWIDENT_OK);
        }
    }
    hwident_close(h);
    return err;
}
