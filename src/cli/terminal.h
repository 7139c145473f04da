/*
 * Lines for people: on a terminal with their labels set off, and no wider than it is.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_TERMINAL_H
#define HWIDENT_CLI_TERMINAL_H

#include "cli/draft.h"

/* For people, what stands at the left of a line is padded to this many characters. */
enum { LABEL_WIDTH = 9 };

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/*
 * Lines that are made first and then fitted to the terminal. What begins with a label of `indent`
 * characters and is too long goes on under where it began, broken at spaces where there are any.
 */
struct sheet {
    FILE *out;      /* where the lines are printed to */
    unsigned width; /* of the terminal in characters; 0: none, lines are as long as they are */
    bool color;
    unsigned indent;
    struct draft draft; /* the lines */
};

/*
 * Begins a sheet for standard output. COLOR_AUTO: colours on a terminal that has them, without
 * $NO_COLOR. HWIDENT_E_MEMORY.
 */
int sheet_begin(struct sheet *sheet, enum color color, unsigned indent);

/* Prints it; nothing where `err` or memory says that it is not whole. Returns the error. */
int sheet_end(struct sheet *sheet, int err);

#endif
