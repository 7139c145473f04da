/*
 * Which of the tool's own options helps with an error. SPDX-License-Identifier: MIT
 */
#include "cli/remedy.h"

#include <stdio.h>

static const struct {
    int error;
    const char *option;
} options[] = {
    {HWIDENT_E_KEYWORD, "; `hwident get --help` lists them"},
    {HWIDENT_E_NODMI, " with --from FILE"},
    {HWIDENT_E_VERSION, ": --assume-version 2.6 (or what it is)"},
    {HWIDENT_E_PLACEHOLDER, ": `hwident explain` shows which there are"},
    {HWIDENT_E_ABSENT, ": `hwident explain` shows which there are"},
    {HWIDENT_E_WEAK, ": `hwident explain` shows which there are"},
    {HWIDENT_E_PROVENANCE, ", or leave out --kernel-only and --trusted"},
    {HWIDENT_E_MADEUP, ", or believe the table with --ignore-product-uuid"},
    {HWIDENT_E_NOTREG, " (--tables takes a folder, --from a dump)"},
    {HWIDENT_E_CHANGED, " with --tables"},
};

const char *remedy(hwident *h, int err, char text[REMEDY_SIZE])
{
    const char *option = "";

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        if (options[i].error == err)
            option = options[i].option;
    (void)snprintf(text, REMEDY_SIZE, "%s%s", hwident_remedy(h, err), option);
    return text;
}
