/*
 * Words as names for programs: "3.3 V is provided" is 3_3_v_is_provided.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_RENDER_SNAKE_H
#define HWIDENT_RENDER_SNAKE_H

enum { SNAKE_SIZE = 96 };

/*
 * Small letters and digits of `words`, up to an explanation in brackets; one '_' for whatever
 * stands between. What does not fit is cut.
 */
void snake(const char *words, char name[SNAKE_SIZE]);

#endif
