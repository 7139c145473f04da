/*
 * hwident: the command line. Chooses the command and makes sure that its output is complete.
 * SPDX-License-Identifier: MIT
 */
#include "cli/dmidecode.h"
#include "cli/fleet.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* The file that is replaced whole or not at all; NULL: standard output. */
static const char *output_file(const struct options *options)
{
    if (options->command->bit != COMMAND_REPORT)
        return options->output;
    return strcmp(options->operands[0], "-") == 0 ? NULL : options->operands[0];
}

static int run(const struct options *options)
{
    int err = output_begin(output_file(options));

    if (err)
        return err;
    if ((options->command->bit & COMMAND_FLEET) && options->command->bit != COMMAND_DUPLICATES &&
        fleet_is(options))
        return fleet_run(options);
    return options->command->run(options);
}

int main(int argc, char **argv)
{
    struct options options;
    int err;

    /* Beyond a limit on file size a write should fail, not end this process. */
    (void)signal(SIGXFSZ, SIG_IGN);
    if (dmidecode_is_name(argv[0])) {
        int code = dmidecode_main(argc, argv);

        return output_finish(HWIDENT_OK) ? 1 : code;
    }
    err = options_read(argc, argv, &options);
    if (err)
        return hwident_error_exit(err);
    if (options.version)
        printf("hwident %s\n", hwident_version());
    else if (options.help)
        help_print(options.command);
    else
        err = run(&options);
    options_free(&options);
    return hwident_error_exit(output_finish(err));
}
