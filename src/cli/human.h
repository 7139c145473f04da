/*
 * Numbers as people write them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_HUMAN_H
#define HWIDENT_CLI_HUMAN_H

#include <stdint.h>

enum { HUMAN_SIZE = 32 };

/* Bytes in the largest unit that needs at most two decimals: "7.5 TiB", "12416 MiB". */
void human_size(uint64_t bytes, char text[HUMAN_SIZE]);

/* The same in the short form for drawings: "7.5T". */
void human_short_size(uint64_t bytes, char text[HUMAN_SIZE]);

#endif
