/*
 * Lines for people: on a terminal with their labels set off, and no wider than it is.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_TERMINAL_H
#define HWIDENT_CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

struct terminal {
    unsigned width; /* characters; 0: no terminal, lines are as long as they are */
    bool color;
};

/* What standard output is. `no_color`: no colours, as with $NO_COLOR. */
struct terminal terminal_read(bool no_color);

/*
 * Prints lines that begin with a label of LABEL_WIDTH characters: what is too long goes on under
 * where it began, broken at spaces where there are any.
 */
void terminal_print(const struct terminal *terminal, const char *lines);

#endif
