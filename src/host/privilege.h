/*
 * Whether this process runs with more rights than whoever started it: then nothing that the
 * starter could have set (environment, descriptors) is believed.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRIVILEGE_H
#define HWIDENT_HOST_PRIVILEGE_H

#include <stdbool.h>

/*
 * Real and effective uid or gid differ, or AT_SECURE in a process that is not uid 0. AT_SECURE
 * alone in root says nothing: security modules set it.
 */
bool privileges_raised(void);

#endif
