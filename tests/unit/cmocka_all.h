/*
 * cmocka with the headers that it wants before it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_TESTS_CMOCKA_ALL_H
#define HWIDENT_TESTS_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
