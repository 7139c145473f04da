/*
 * The structures that say which machine this is (section 7 of the specification).
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_SYSTEM_TYPES_H
#define HWIDENT_IDENTITY_SYSTEM_TYPES_H

enum { BIOS = 0, SYSTEM = 1, BASE_BOARD = 2, CHASSIS = 3 };

#endif
