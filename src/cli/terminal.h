/*
 * Lines for people: on a terminal with highlighted labels, and no wider than the terminal.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_TERMINAL_H
#define HWIDENT_CLI_TERMINAL_H

#include "cli/draft.h"

/* In lines for people, the label at the left is padded to this many characters. */
enum { LABEL_WIDTH = 9 };

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/*
 * Lines that are made first and then fitted to the terminal. A line that begins with a label of
 * `indent` characters and is too long continues below its text, broken at spaces if there are any.
 */
struct sheet {
    FILE *out;      /* where the lines are printed to */
    unsigned width; /* of the terminal in characters; 0: no terminal, lines are not folded */
    bool color;
    unsigned indent;
    struct draft draft; /* the lines */
};

/*
 * Begins a sheet for standard output. COLOR_AUTO: colours if the terminal has them and $NO_COLOR is
 * not set. HWIDENT_E_MEMORY.
 */
int sheet_begin(struct sheet *sheet, enum color color, unsigned indent);

/* Prints the sheet, or nothing if `err` is an error or memory ran out. Returns the error. */
int sheet_end(struct sheet *sheet, int err);

#endif
