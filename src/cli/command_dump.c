/*
 * hwident dump: the tables in dmidecode's dump format.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"
#include "library/dumping.h"

#include <string.h>
#include <unistd.h>

/* Writes to standard output, but not to a terminal. */
static int dump_to_output(const struct options *o)
{
    hwident *h = NULL;
    int err;

    if (o->json || isatty(STDOUT_FILENO)) {
        message_usage(o->json ? "'dump -' and --json exclude each other: leave one out"
                              : "'dump -' writes bytes, and this is a terminal: redirect it");
        return HWIDENT_E_USAGE;
    }
    err = report_open(o, &h);
    if (!err) {
        err = dump_to(h, STDOUT_FILENO);
        if (err)
            (void)message_error(h, err);
    }
    hwident_close(h);
    return err;
}

int command_dump(const struct options *o)
{
    const struct hwident_request request = {
        .size = sizeof request,
        .operands = (const char *const *)o->operands,
        .operand_count = (size_t)o->operand_count,
    };
    hwident *h = NULL;
    int err;

    if (o->operand_count != 1) {
        message_usage("'dump' takes one FILE: leave the others out");
        return HWIDENT_E_USAGE;
    }
    if (strcmp(o->operands[0], "-") == 0)
        return dump_to_output(o);
    if (o->json)
        return report_json(o, &request);
    err = report_open(o, &h);
    if (!err) {
        err = hwident_dump(h, o->operands[0]);
        if (err)
            (void)message_error(h, err);
    }
    hwident_close(h);
    return err;
}
