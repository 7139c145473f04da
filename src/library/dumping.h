/*
 * Writing a dump of the tables to a descriptor. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_DUMPING_H
#define HWIDENT_LIBRARY_DUMPING_H

#include "hwident.h"

/* As hwident_dump, to an open descriptor. */
int dump_to(hwident *h, int fd);

#endif
