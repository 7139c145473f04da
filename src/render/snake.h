/*
 * Turns words into names for programs: "3.3 V is provided" becomes 3_3_v_is_provided.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_SNAKE_H
#define HWIDENT_RENDER_SNAKE_H

enum { SNAKE_SIZE = 96 };

/*
 * Writes the letters (in lower case) and digits of `words`, up to an explanation in brackets, with
 * one '_' for anything between them. A name that is too long is cut.
 */
void snake(const char *words, char name[SNAKE_SIZE]);

#endif
