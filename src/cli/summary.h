/*
 * The lines of summary, which the report uses as well. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_SUMMARY_H
#define HWIDENT_CLI_SUMMARY_H

#include "cli/options.h"
#include "cli/terminal.h"
#include "library/overview.h"

/* Prints them to the sheet. HWIDENT_E_MEMORY. */
int summary_lines(const struct sheet *sheet, const struct options *options, hwident *h,
                  const struct overview *overview);

#endif
