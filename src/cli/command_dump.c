/*
 * hwident dump: the tables in dmidecode's dump format.
 * SPDX-License-Identifier: MIT
 */
#include "cli/command.h"
#include "cli/message.h"
#include "cli/report.h"

int command_dump(const struct options *o)
{
    struct report report;
    hwident *h = NULL;
    int err;

    if (o->operand_count != 1) {
        message_usage("'dump' takes one FILE");
        return HWIDENT_E_USAGE;
    }
    err = report_open(o, &h);
    if (!err) {
        err = hwident_dump(h, o->operands[0]);
        if (err) {
            (void)report_error(o, h, err);
        } else if (o->json) {
            report_begin(&report, o, h, HWIDENT_OK);
            report_end(&report);
        }
    }
    hwident_close(h);
    return err;
}
