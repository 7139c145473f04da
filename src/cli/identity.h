/*
 * The identity part of summary and explain: components, their grades, and the virtual machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_IDENTITY_H
#define HWIDENT_CLI_IDENTITY_H

#include "hwident.h"

#include <stdio.h>

/* Prints a line for each component and one about the virtual machine. */
void identity_print(FILE *out, hwident *h);

/* Prints what a licence server could bind to. */
void identity_print_bindable(FILE *out, hwident *h);

#endif
